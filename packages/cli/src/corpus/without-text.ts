import { basename, extname } from 'node:path';
import { grouped, listed } from '../words.js';
import { GZIP } from './load-files.js';

/**
 * Kinds of files that stand among documents, as in the folder of a web site, and hold no text for people. Archives and data are
 * none of them: there may be texts in those, which somebody has to take out.
 */
const ENDINGS: ReadonlySet<string> = new Set(
  [
    // Pictures.
    'ai avif bmp eps gif heic heif ico jfif jpe jpeg jpg jxl png psd svg svgz tif tiff webp wmf emf',
    // Sound and films.
    'aac avi flac flv m4a m4v mkv mov mp3 mp4 mpeg mpg oga ogg ogv opus wav webm wma wmv',
    // Fonts.
    'eot otf ttc ttf woff woff2',
    // What makes pages look and do as they do, and other programs.
    'cjs class css dll dylib exe jar js less map mjs pyc sass scss so wasm',
  ].flatMap((endings) => endings.split(' ').map((ending) => `.${ending}`)),
);

/** What Windows leaves in folders. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['thumbs.db', 'desktop.ini']);

/** Whether the name of a file says that it holds no text for people, so that it is no document in a folder of documents. */
export function isWithoutText(path: string): boolean {
  const name = basename(path).replace(GZIP, '').toLowerCase();
  return ENDINGS.has(extname(name)) || LEFT_BEHIND.has(name);
}

/** How many files there are of each ending, of the most first. */
export function countedByEnding(paths: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const ending = extname(path.replace(GZIP, '')).toLowerCase();
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** So many endings are named. */
const NAMED = 6;

/** `14 files that are no documents left aside: 10 .png and 4 .css`; nothing where there are none. */
export function sentencesOnSkipped(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const kinds = Object.entries(countedByEnding(paths)).map(([ending, count]) => ({ ending, count }));
  const names = kinds.slice(0, NAMED).map(({ ending, count }) => `${grouped(count)} ${ending}`);
  const rest = kinds.slice(NAMED).reduce((sum, { count }) => sum + count, 0);
  const all = listed(rest > 0 ? [...names, `${grouped(rest)} more`] : names);
  const subject = paths.length === 1 ? 'file that is no document' : 'files that are no documents';
  return [`${grouped(paths.length)} ${subject} left aside: ${all}`];
}
