import { AsyncLocalStorage } from 'node:async_hooks';
import { promiseHooks } from 'node:v8';

/** Which work the running code is part of. */
const running = new AsyncLocalStorage<symbol | null>();
const ignore = (): void => {};

/**
 * Does work and looks after each promise that is made in it. Node ends the process when a promise is rejected with no
 * one looking; PDF.js asks for the pages of a damaged file before it wants them, and forgets those that it does not
 * come to. What the work gives back is rejected as ever, and the promises of all others are left alone.
 *
 * The condition `node` of package.json's imports puts it in the place of stray-rejections.ts.
 */
export async function withoutStrayRejections<Result>(work: () => Promise<Result>): Promise<Result> {
  const own = Symbol('work');
  const stop = promiseHooks.onInit((promise) => {
    // Catching makes a promise too: out of the work, or it would be caught in its turn.
    if (running.getStore() === own) running.run(null, () => promise.catch(ignore));
  });
  try {
    return await running.run(own, work);
  } finally {
    stop();
  }
}
