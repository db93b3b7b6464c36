// Puts the compiled modules of the library and of the command together into few files, dist/bundle of each package, which Node
// loads: finding and opening 270 modules took longer than aligning a page. What a usual run needs is one file, `core`; what is
// loaded only where it is wanted stays apart, and packages of others stay where npm puts them. Functions keep their names, lines
// their breaks. By rolldown, since esbuild makes a file of its own of what any two parts share, 110 for a usual run. Run by `build`,
// after tsc, and by the tests before all else, so that none of them runs what was bundled before the last tsc. It writes only what
// has changed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * `usual`: the modules that the alignment of a text begins with; with all that they import, they make up the core.
 * `start`: those that come without it, so that the command says its version without the library.
 */
const PACKAGES = [
  {
    folder: 'packages/aligner',
    modules: ['index', 'pairs', 'check', 'words', 'documents', 'node', 'review', 'node/pdf-worker'],
    usual: [
      ...['index', 'pairs', 'node', 'align', 'alignment/score/lexicon-places', 'document/read/text'],
      ...['document/read/table-cells', 'document/read/table-headers', 'document/read/text-tables'],
      'document/read/code-blocks',
    ],
  },
  {
    folder: 'packages/cli',
    modules: ['main', 'corpus/document-worker'],
    start: ['main'],
    usual: ['command-line', 'align-command'],
  },
];

/** Bundles the compiled modules of both packages; Vitest calls it as its global set-up. */
export default async function bundle() {
  for (const each of PACKAGES) await bundlePackage(each);
}

async function bundlePackage({ folder, modules, usual, start = [] }) {
  const dist = fileURLToPath(new URL(`../${folder}/dist`, import.meta.url));
  const fileOf = (name) => path.join(dist, `${name}.js`);
  const entries = new Map(modules.map((name) => [fileOf(name), path.basename(name)]));
  const outdir = path.join(dist, 'bundle');
  const group = (name, files) => ({ name, test: (file) => files.has(file) && !entries.has(file) });
  const bundled = await rolldown({
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    input: Object.fromEntries(Array.from(entries, ([file, name]) => [name, file])),
    platform: 'node',
    // Packages of others, and the builtin modules of Node; names that begin with # are our own.
    external: (name) => !path.isAbsolute(name) && !/^[.#]/.test(name),
    resolve: { conditionNames: ['node', 'import'] },
    plugins: [addressesFrom(outdir, entries)],
    // What is in the core is loaded at once, though the modules say that it may wait.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundled.generate({
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      groups: [
        { ...group('start', importedBy(start.map(fileOf))), priority: 1 },
        group('core', importedBy(usual.map(fileOf))),
      ],
    },
  });
  mkdirSync(outdir, { recursive: true });
  const handedOn = new Map(output.flatMap(handingOn));
  const kept = output.filter(({ fileName }) => !handedOn.has(fileName));
  for (const { fileName, code } of kept) {
    const file = path.join(outdir, fileName);
    const text = withoutDetours(withoutIdleImports(code), handedOn);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
  const names = new Set(kept.map(({ fileName }) => fileName));
  for (const name of readdirSync(outdir)) if (!names.has(name)) rmSync(path.join(outdir, name));
}

/** Compiled modules with all that they import before they run; tsc writes each import on a line. */
function importedBy(files) {
  const found = new Set(files);
  for (const file of found) {
    for (const [, address] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) [^;]*?'(\.[^']*)';$/gm,
    )) {
      found.add(path.resolve(path.dirname(file), address));
    }
  }
  return found;
}

/**
 * A bundle without imports of nothing, which are left where all that was wanted of a part has been dropped: the modules have no
 * effects of their own but for those that are entries, so that such a part would be loaded in vain, and bundlers warn of it.
 */
function withoutIdleImports(text) {
  return text.replace(/^import "\.\/[\w-]+\.js";\n/gm, '');
}

/**
 * A file that only hands on what another has, for code that loads it where it is wanted, and how to load that at once: each such
 * file took as long to find, open and compile as one with something in it.
 */
function handingOn({ fileName, code, isEntry }) {
  const [, list, address] = /^export \{ ([^}]*) \} from ("\.\/[\w-]+\.js");\s*$/.exec(code) ?? [];
  if (isEntry || list === undefined) return [];
  const members = list.split(', ').map((each) => {
    const [inside, outside = inside] = each.split(' as ');
    return `${outside}: part.${inside}`;
  });
  return [[fileName, `import(${address}).then((part) => ({ ${members.join(', ')} }))`]];
}

function withoutDetours(text, handedOn) {
  return text.replace(/import\("\.\/([\w-]+\.js)"\)/g, (call, fileName) => handedOn.get(fileName) ?? call);
}

/** Addresses of files beside a module count from where its code comes to lie, or lead to another bundle. */
function addressesFrom(outdir, entries) {
  return {
    name: 'addresses',
    transform(code, module) {
      if (!/[\\/]dist[\\/].*\.js$/.test(module)) return null;
      return code.replace(/new URL\('(\.[^']*)', import\.meta\.url\)/g, (_, address) => {
        const file = path.resolve(path.dirname(module), address);
        const entry = entries.get(file);
        const moved = entry ? `./${entry}.js` : path.relative(outdir, file).replaceAll(path.sep, '/');
        return `new URL('${moved}', import.meta.url)`;
      });
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await bundle();
