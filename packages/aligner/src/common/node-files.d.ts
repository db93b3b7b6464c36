/** What file-bytes-node.ts and the folder node/ need of Node; without the types of all of Node, nothing else can use it by mistake. */
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
  export function readFile(path: string): Promise<Uint8Array>;
}

declare module 'node:path' {
  export function basename(path: string): string;
}

declare module 'node:url' {
  export function fileURLToPath(url: string): string;
  export function pathToFileURL(path: string): URL;
}

declare module 'node:worker_threads' {
  export class Worker {
    constructor(
      file: URL,
      options: {
        readonly workerData: unknown;
        readonly execArgv: readonly string[];
        readonly resourceLimits: { readonly maxOldGenerationSizeMb: number };
      },
    );
    on(event: 'message', listener: (message: unknown) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    on(event: 'exit', listener: (code: number) => void): void;
    terminate(): Promise<number>;
  }
  export const parentPort: { postMessage(message: unknown): void } | null;
  export const workerData: unknown;
}
