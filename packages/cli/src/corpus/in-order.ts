/**
 * Works on items, so many at a time, and gives the results in the order of the items. Work runs ahead of what is taken, but no
 * further than `ahead` results: one that takes long holds up the others only when so many wait for it.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  work: (item: Item) => Promise<Result>,
  { jobs, ahead }: { readonly jobs: number; readonly ahead: number },
): AsyncGenerator<Result, void, void> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const results: Promise<Result>[] = [];
  let isOver = false;
  let changed = signal();
  const tellChange = (): void => {
    changed.resolve();
    changed = signal();
  };

  async function lane(): Promise<void> {
    while (!isOver) {
      if (results.length >= ahead) {
        await changed.promise;
        continue;
      }
      const next = await source.next();
      if (next.done) {
        isOver = true;
        return;
      }
      const result = work(next.value);
      results.push(result);
      tellChange();
      // Whoever takes the result gets its error.
      await result.catch(() => {});
    }
  }

  let failure: unknown;
  let lanes = jobs;
  for (let each = 0; each < jobs; each++) {
    lane()
      .catch((error: unknown) => {
        failure ??= error;
        isOver = true;
      })
      .finally(() => {
        lanes--;
        tellChange();
      });
  }
  try {
    for (;;) {
      const first = results[0];
      if (first !== undefined) {
        const result = await first;
        results.shift();
        tellChange();
        yield result;
      } else if (lanes === 0) {
        if (failure !== undefined) throw failure;
        return;
      } else await changed.promise;
    }
  } finally {
    isOver = true;
    tellChange();
    await source.return?.();
  }
}

function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
