/** Where no one ends the program for a promise that is rejected with no one looking, the work is done as it is. */
export function withoutStrayRejections<Result>(work: () => Promise<Result>): Promise<Result> {
  return work();
}
