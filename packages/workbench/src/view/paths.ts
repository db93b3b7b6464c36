interface InFolder {
  readonly name: string;
  readonly folder?: string;
}

/** The names of files with the folders that they came in, as far as these tell them apart. */
export function pathsOf(files: readonly InFolder[]): readonly string[] {
  const folders = files.map(({ folder }) => folder?.split('/') ?? []);
  // What was dropped beside a folder is in none.
  const inside = folders.filter(({ length }) => length > 0);
  const [first = []] = inside;
  const differs = first.findIndex((part, depth) => inside.some((folder) => folder[depth] !== part));
  const alike = differs < 0 ? first.length : differs;
  return files.map(({ name }, at) => [...folders[at]!.slice(alike), name].join('/'));
}
