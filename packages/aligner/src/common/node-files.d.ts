/** What file-bytes-node.ts needs of Node; without the types of all of Node, nothing else can use it by mistake. */
declare module 'node:fs/promises' {
  interface FileHandle {
    stat(): Promise<{ readonly size: number }>;
    read(
      buffer: Uint8Array,
      offset: number,
      length: number,
      position: number,
    ): Promise<{ readonly bytesRead: number }>;
    close(): Promise<void>;
  }
  export function open(path: string): Promise<FileHandle>;
}

declare module 'node:url' {
  export function fileURLToPath(url: string): string;
  export function pathToFileURL(path: string): URL;
}
