import type { Archive } from './archive.js';
import { walkXml } from './xml.js';

/** What a part says of another one that belongs to it. */
export interface Relation {
  readonly id: string;
  /** The end of the address that names its kind: `worksheet`, `notesSlide`. */
  readonly type: string;
  /** The path of the other part, whether the archive holds it or not. */
  readonly path: string;
}

/** `word/document.xml` has its relations in `word/_rels/document.xml.rels`. */
function placeOf(path: string): string {
  const name = path.lastIndexOf('/') + 1;
  return `${path.slice(0, name)}_rels/${path.slice(name)}.rels`;
}

/** The relations of parts of an office document, by their paths (Open Packaging Conventions, ECMA-376 part 2, 6.5). */
export function relationsOf(
  archive: Archive,
  paths: readonly string[],
): ReadonlyMap<string, readonly Relation[]> {
  const owners = new Map(paths.map((path) => [placeOf(path), path]));
  const found = new Map<string, Relation[]>();
  for (const [place, part] of archive.parts([...owners.keys()])) {
    const owner = owners.get(place)!;
    const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
    const relations: Relation[] = [];
    found.set(owner, relations);
    walkXml(part, {
      open({ name, attribute }) {
        if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
        const type = attribute('Type') ?? '';
        relations.push({
          id: attribute('Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          path: resolved(folder, attribute('Target') ?? ''),
        });
      },
    });
  }
  return found;
}

/** The path that an address relative to a folder means. Paths are names in an archive and nothing else. */
export function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const names: string[] = folder.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.') names.push(name);
  }
  return names.join('/');
}
