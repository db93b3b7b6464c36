import { warning } from '../../../common/diagnostic.js';
import type { DuiqiError } from '../../../common/errors.js';
import { counted, listedUpTo } from '../../../common/listed.js';
import type { Steps } from '../../../common/steps.js';
import type { Diagnostic } from '../../../types.js';
import { inputName, unreadable } from '../reading.js';
import type { Archive, Part } from './archive.js';
import { walkXml } from './xml.js';

const CONTENT_TYPES = '[Content_Types].xml';

/** Where a part of an office document stands: by its content type, or else where it usually is. */
export interface PartPlace {
  readonly type: RegExp;
  readonly usual: string;
}

/**
 * Finds parts of an office document (Open Packaging Conventions, ECMA-376 part 2): most writers name them alike, but
 * Word on the web has a `word/document2.xml`.
 */
export function* findParts<Name extends string>(
  archive: Archive,
  places: Readonly<Record<Name, PartPlace>>,
): Steps<Partial<Record<Name, Part>>> {
  const paths = Object.entries<string>(findPaths(archive, places));
  const parts = yield* archive.partsInSteps(paths.map(([, path]) => path));
  const found = paths.flatMap(([name, path]) => {
    const part = parts.get(path);
    return part === undefined ? [] : [[name, part]];
  });
  return Object.fromEntries(found) as Partial<Record<Name, Part>>;
}

/** The paths of parts, whether the archive holds them or not. */
export function findPaths<Name extends string>(
  archive: Archive,
  places: Readonly<Record<Name, PartPlace>>,
): Record<Name, string> {
  const types = contentTypes(archive);
  const paths = Object.entries<PartPlace>(places).map(([name, { type, usual }]) => {
    const path = types.find((entry) => type.test(entry.type))?.path ?? usual;
    return [name, path];
  });
  return Object.fromEntries(paths);
}

/** The error for an archive without the part that makes it this kind of document. */
export function missingPart(input: string, kind: string): DuiqiError {
  return unreadable(
    input,
    `is a ZIP archive without ${kind} in it: give the document itself, or, if this is it, open it and save it anew`,
    'part-lacked',
  );
}

/** Parts that are written out in a message. */
const MOST_NAMED = 5;

/** Says which parts of a document it names and lacks: what they say is left out. Nothing where that is nothing. */
export function lackedParts(
  input: string,
  kind: 'chapter' | 'sheet' | 'slide',
  names: readonly string[],
): Diagnostic[] {
  if (names.length === 0) return [];
  const shown = listedUpTo(
    MOST_NAMED,
    names.map((name) => `"${name}"`),
  );
  return [
    warning(
      'left-out',
      `${inputName(input)} names ${counted(names.length, kind)} that ${names.length === 1 ? 'is' : 'are'} not in it (${shown}), and was read without: copy, download or save it again.`,
      { values: { kind: `${kind}s-lacked`, name: input, count: names.length, names: shown } },
    ),
  ];
}

function contentTypes(archive: Archive): { readonly path: string; readonly type: string }[] {
  const found: { path: string; type: string }[] = [];
  const part = archive.parts([CONTENT_TYPES]).get(CONTENT_TYPES);
  if (part === undefined) return found;
  walkXml(part, {
    open({ name, attribute }) {
      if (name !== 'Override') return;
      found.push({
        path: (attribute('PartName') ?? '').replace(/^\//, ''),
        type: attribute('ContentType') ?? '',
      });
    },
  });
  return found;
}
