/** What stray-rejections-node.ts needs of Node; without the types of all of Node, nothing else can use it by mistake. */
declare module 'node:async_hooks' {
  export class AsyncLocalStorage<Store> {
    getStore(): Store | undefined;
    run<Result>(store: Store, work: () => Result): Result;
  }
}

declare module 'node:v8' {
  export const promiseHooks: {
    /** @returns what stops it */
    onInit(tell: (promise: Promise<unknown>) => void): () => void;
  };
}
