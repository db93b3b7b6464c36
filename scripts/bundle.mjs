// Puts the compiled modules of the library and of the command together into few files, dist/bundle of each package, which Node
// loads: finding and opening 260 modules took longer than aligning a page. Functions keep their names, lines their breaks. What is
// loaded only where it is wanted stays apart; packages of others stay where npm puts them. Run by `build`, after tsc, and by the
// tests before all else, so that none of them runs what was bundled before the last tsc. It writes only what has changed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const PACKAGES = [
  {
    folder: 'packages/aligner',
    modules: ['index', 'pairs', 'check', 'words', 'documents', 'node', 'review', 'node/pdf-worker'],
  },
  { folder: 'packages/cli', modules: ['main', 'corpus/document-worker'] },
];

/** Bundles the compiled modules of both packages; Vitest calls it as its global set-up. */
export default async function bundle() {
  for (const each of PACKAGES) await bundlePackage(each);
}

async function bundlePackage({ folder, modules }) {
  const dist = fileURLToPath(new URL(`../${folder}/dist`, import.meta.url));
  const entries = new Map(modules.map((name) => [path.join(dist, `${name}.js`), path.basename(name)]));
  const outdir = path.join(dist, 'bundle');
  const { outputFiles: built } = await build({
    entryPoints: Object.fromEntries(Array.from(entries, ([file, name]) => [name, file])),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    packages: 'external',
    legalComments: 'none',
    logLevel: 'error',
    chunkNames: '[name]-[hash]',
    outdir,
    write: false,
    plugins: [addressesFrom(outdir, entries)],
  });
  const outputFiles = built.map(({ path: file, text }) => ({
    path: file,
    contents: Buffer.from(withoutIdleImports(text)),
  }));
  mkdirSync(outdir, { recursive: true });
  for (const { path: file, contents } of outputFiles) {
    if (!existsSync(file) || !readFileSync(file).equals(contents)) writeFileSync(file, contents);
  }
  const names = new Set(outputFiles.map((file) => path.basename(file.path)));
  for (const name of readdirSync(outdir)) if (!names.has(name)) rmSync(path.join(outdir, name));
}

/**
 * A bundle without imports of nothing, which esbuild leaves where all that was wanted of a part has been dropped: the modules have
 * no effects of their own, so that such a part would be loaded in vain, and bundlers warn of it.
 */
function withoutIdleImports(text) {
  return text.replace(/^import "\.\/chunk-[A-Z0-9]+\.js";\n/gm, '');
}

/** Addresses of files beside a module count from where its code comes to lie, or lead to another bundle. */
function addressesFrom(outdir, entries) {
  return {
    name: 'addresses',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, ({ path: module }) => {
        const text = readFileSync(module, 'utf8');
        const contents = text.replace(/new URL\('(\.[^']*)', import\.meta\.url\)/g, (_, address) => {
          const file = path.resolve(path.dirname(module), address);
          const entry = entries.get(file);
          const moved = entry ? `./${entry}.js` : path.relative(outdir, file).replaceAll(path.sep, '/');
          return `new URL('${moved}', import.meta.url)`;
        });
        return { contents, loader: 'js' };
      });
    },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await bundle();
