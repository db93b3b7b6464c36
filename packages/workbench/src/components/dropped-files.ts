/** Files that were dropped; of those that came in a folder, its path. */
export interface Dropped {
  readonly files: readonly File[];
  readonly folders: ReadonlyMap<File, string>;
}

/** What a browser may have beside the older way, which Chromium refuses to a page that was opened from a disk. */
interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

type InFolder = readonly [path: string, file: File];

/** Nobody looks through more files than that; a whole disk may have been dropped. */
const MOST_FILES = 1000;

/** What the system puts into folders, and what Word does while a document is open. */
const NO_DOCUMENT = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i;

/** The files of a drop, those in folders too. To be called in the turn of the event: later it tells nothing. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Dropped> {
  const dropped = Array.from(items)
    .filter(({ kind }) => kind === 'file')
    .map((item: ItemWithHandle) => {
      const entry = item.webkitGetAsEntry?.() ?? null;
      const isFolder = entry?.isDirectory === true;
      return { file: item.getAsFile(), entry, handle: isFolder ? item.getAsFileSystemHandle?.() : undefined };
    });
  if (!dropped.some(({ entry }) => entry?.isDirectory)) return { files: [...files], folders: new Map() };
  const all: File[] = [];
  const folders = new Map<File, string>();
  for (const { file, entry, handle } of dropped) {
    const inside = entry?.isDirectory
      ? await filesIn((await handle?.catch(() => null)) ?? null, entry as FileSystemDirectoryEntry)
      : [];
    for (const [path, each] of inside) {
      all.push(each);
      folders.set(each, path);
    }
    // A folder that cannot be read, or has nothing in it, is said to be one.
    if (inside.length === 0 && file) all.push(file);
  }
  return { files: all, folders };
}

/** The files in a folder, in the order of their paths; none where it cannot be read, or has too many. */
async function filesIn(
  handle: FileSystemHandle | null,
  entry: FileSystemDirectoryEntry,
): Promise<readonly InFolder[]> {
  const found: InFolder[] = [];
  try {
    const walk =
      handle?.kind === 'directory'
        ? underHandle(handle as FileSystemDirectoryHandle, handle.name)
        : underEntry(entry, entry.name);
    for await (const each of walk) {
      if (NO_DOCUMENT.test(each[1].name)) continue;
      if (found.length === MOST_FILES) return [];
      found.push(each);
    }
  } catch {
    return [];
  }
  const nameOf = ([path, { name }]: InFolder): string => `${path}/${name}`;
  return found.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

async function* underHandle(folder: FileSystemDirectoryHandle, path: string): AsyncGenerator<InFolder> {
  for await (const each of folder.values()) {
    if (each.kind === 'file') yield [path, await each.getFile()];
    else yield* underHandle(each, `${path}/${each.name}`);
  }
}

async function* underEntry(folder: FileSystemDirectoryEntry, path: string): AsyncGenerator<InFolder> {
  const reader = folder.createReader();
  for (;;) {
    // It tells some at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const each of some) {
      if (each.isDirectory) yield* underEntry(each as FileSystemDirectoryEntry, `${path}/${each.name}`);
      else
        yield [path, await new Promise<File>((done, fail) => (each as FileSystemFileEntry).file(done, fail))];
    }
  }
}
