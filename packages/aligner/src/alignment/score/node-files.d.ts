/** What lexicon-bytes-node.ts needs of Node; without the types of all of Node, nothing else can use it by mistake. */
declare module 'node:fs/promises' {
  interface FileHandle {
    stat(): Promise<{ readonly size: number }>;
    read(buffer: Uint8Array): Promise<unknown>;
    close(): Promise<void>;
  }
  export function open(path: URL): Promise<FileHandle>;
}
