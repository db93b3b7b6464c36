// Whether a tag may be released: `node scripts/release-check.mjs v1.2.3` fails unless the packages have that version and the change
// log tells of it, and in a workflow of GitHub also unless they name the repository that it runs in: npm refuses a statement of
// provenance for another one. With `--notes` it prints what the change log says of it.
import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const [tag = '', option] = process.argv.slice(2);
const version = tag.replace(/^v/, '');

const stated = {
  'packages/aligner/package.json': JSON.parse(read('packages/aligner/package.json')).version,
  'packages/cli/package.json': JSON.parse(read('packages/cli/package.json')).version,
  'packages/aligner/src/common/version.ts': /version = '([^']+)'/.exec(
    read('packages/aligner/src/common/version.ts'),
  )?.[1],
};
const section = read('CHANGELOG.md')
  .split(/^## /m)
  .find((each) => each.split('\n')[0].trim() === version);
const problems = Object.entries(stated)
  .filter(([, found]) => found !== version)
  .map(([file, found]) => `${file} says ${found}, the tag ${tag}.`);
if (section === undefined) problems.push(`CHANGELOG.md has no section "## ${version}".`);
else if (section.includes('Not released yet')) {
  problems.push(`CHANGELOG.md says of ${version} that it is not released yet.`);
}
const here = process.env.GITHUB_REPOSITORY;
for (const name of ['aligner', 'cli']) {
  const file = `packages/${name}/package.json`;
  const { url } = JSON.parse(read(file)).repository;
  if (here && !url.endsWith(`/${here}.git`)) {
    problems.push(
      `${file} says that its source is at ${url}, and this is ${here}: see "Release" in CONTRIBUTING.md.`,
    );
  }
}
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(
    option === '--notes' ? section.slice(section.indexOf('\n')).trim() : `${version} may be released.`,
  );
}
