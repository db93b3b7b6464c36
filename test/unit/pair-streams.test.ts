import { Readable } from 'node:stream';
import { check } from 'duiqi/check';
import { type PairInput, readPairs } from 'duiqi/pairs';
import { describe, expect, test } from 'vitest';

const TSV = 'en\tzh\nThe mill grinds rye.\t磨坊磨黑麦。\nThe oven is hot.\t炉子很热。\n';
const BYTES = new TextEncoder().encode(TSV);
/** Cut within characters. */
const PIECES = Array.from({ length: Math.ceil(BYTES.length / 5) }, (_, k) =>
  BYTES.subarray(k * 5, k * 5 + 5),
);

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

const webStream = (): ReadableStream<Uint8Array> => new Blob([TSV]).stream();
/** As in a browser whose streams are no async iterables. */
const onlyReader = { getReader: () => webStream().getReader() };

describe('pairs are read from', () => {
  test.each<[string, PairInput]>([
    ['a stream of Node', Readable.from(PIECES)],
    ['a stream of Node that gives strings', Readable.from([...TSV])],
    ['a stream of the web', webStream()],
    ['a stream of the web that can only be read', onlyReader],
    ['an async iterable', later(PIECES)],
    ['one of strings that cut a character', later([...'en\tzh\n\ud83d', '\ude00 a\t\ud83d', '\ude00 甲\n'])],
    ['one of both strings and bytes', later(['en\tzh\n', new TextEncoder().encode('a\t甲\n')])],
  ])('%s, as often as wanted', async (_, stream) => {
    const pairs = await readPairs(stream, { names: ['a.tsv'] });
    const found = [...pairs].map(({ en, zh }) => [en, zh]);
    expect(found.length).toBeGreaterThan(0);
    expect([...pairs].map(({ en, zh }) => [en, zh])).toEqual(found);
    expect(JSON.stringify(found)).toMatch(/磨坊磨黑麦|😀 甲|甲/);
    expect(JSON.stringify(found)).not.toMatch(/\ufffd|\\ud8/);
  });

  test('two streams in line', async () => {
    const pairs = await readPairs({ en: later(['a\nb\n']), zh: new Blob(['甲\n乙\n']).stream() });
    expect([...pairs].map(({ en, zh }) => en + zh)).toEqual(['a甲', 'b乙']);
  });

  test('a stream that fails, with its own error', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('the line is dead')) });
    await expect(readPairs(broken, { names: ['a.tsv'] })).rejects.toThrow('the line is dead');
  });
});

test('a stream is checked', async () => {
  const found = [...(await check(new Blob(['{"en":"a","zh":"甲"}\n\n']).stream()))];
  expect(found.map(({ code }) => code)).toEqual(['json']);
});
