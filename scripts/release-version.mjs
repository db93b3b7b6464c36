// Makes the next version out of the changesets in .changeset: changesets itself counts the version up in both packages; the change
// log and the constant that the library states follow here. Run by `npm run release:version`.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const place = (path) => new URL(`../${path}`, import.meta.url);
const read = (path) => readFileSync(place(path), 'utf8');
const { version } = JSON.parse(read('packages/aligner/package.json'));

// What changesets has written for each package, of which there is one change log.
const logs = ['packages/aligner/CHANGELOG.md', 'packages/cli/CHANGELOG.md'];
const entries = new Set();
for (const log of logs) {
  const folder = readdirSync(place(log.replace(/CHANGELOG\.md$/, '')));
  if (!folder.includes('CHANGELOG.md')) continue;
  const newest = read(log).split(/^## /m)[1] ?? '';
  for (const entry of newest.split(/^(?=- )/m).slice(1)) {
    const text = entry
      .split(/^###? /m)[0]
      .trim()
      .replace(/^- [0-9a-f]{7,}: /, '- ');
    if (!/^- Updated dependencies/.test(text)) entries.add(text);
  }
  rmSync(place(log));
}
const log = read('CHANGELOG.md');
const before = log.indexOf('\n## ');
writeFileSync(
  place('CHANGELOG.md'),
  `${log.slice(0, before)}\n## ${version}\n\n${[...entries].join('\n')}\n${log.slice(before)}`,
);
writeFileSync(
  place('packages/aligner/src/common/version.ts'),
  read('packages/aligner/src/common/version.ts').replace(/'[^']+'/, `'${version}'`),
);
