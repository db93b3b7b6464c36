// What each entry of the library weighs in a page: kilobytes, minified and gzipped, of what a bundler loads before the first call,
// and of all that has been loaded once a plain text is aligned, which is found out by aligning one. The limits are in sizes.json.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { TEXT } from './programs.mjs';

/** Stands first in each chunk, and notes that it was loaded. */
const MARK = '(globalThis.loadedChunks??=[]).push(import.meta.url);';

/** Chunks that are loaded with a chunk, itself included, in the metadata of esbuild. */
function loadedWith(outputs, first) {
  const loaded = new Set();
  const open = [first];
  while (open.length > 0) {
    const chunk = open.pop();
    if (loaded.has(chunk)) continue;
    loaded.add(chunk);
    for (const { path, kind } of outputs[chunk].imports) if (kind === 'import-statement') open.push(path);
  }
  return loaded;
}

/** The names of the chunks that have been loaded once a text is aligned. */
async function loadedByAligning(folder, outputFiles, entry) {
  const place = join(folder, 'weighed');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'package.json'), '{ "type": "module" }');
  for (const { path, contents } of outputFiles) await writeFile(join(place, basename(path)), contents);
  const { align } = await import(pathToFileURL(join(place, entry)).href);
  const lexicon = await readFile(join(folder, 'node_modules/duiqi/data/lexicon.bin'));
  const { pairs } = await align(TEXT, { lexicon, format: 'text' });
  if (pairs.length !== 1) throw new Error('what was weighed aligns nothing');
  return new Set(globalThis.loadedChunks.map((address) => basename(address)));
}

/**
 * @param folder where the library is installed
 * @param esbuild the path of its module
 * @returns a line that says the sizes
 * @throws Error where one is beyond its limit, or so far below it that the limit should come down
 */
export async function oversized(folder, esbuild) {
  const { build } = await import(pathToFileURL(esbuild).href);
  const limits = JSON.parse(await readFile(new URL('sizes.json', import.meta.url), 'utf8'));
  const sizes = {};
  for (const entry of Object.keys(limits).filter((name) => !name.includes(','))) {
    const { metafile, outputFiles } = await build({
      stdin: { contents: `export * from '${entry}';`, resolveDir: folder, sourcefile: 'entry.js' },
      absWorkingDir: folder,
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      conditions: ['worker'],
      outdir: 'out',
      write: false,
      metafile: true,
      logLevel: 'error',
      banner: { js: MARK },
    });
    const { outputs } = metafile;
    const weight = new Map();
    const names = Object.keys(outputs);
    for (const { path, contents } of outputFiles) {
      const name = names.find((each) => path.replaceAll('\\', '/').endsWith(`/${each}`));
      weight.set(name, gzipSync(contents.subarray(MARK.length), { level: 9 }).length / 1000);
    }
    const whole = (chunks) => [...chunks].reduce((sum, chunk) => sum + weight.get(chunk), 0);
    const chunkOf = (ending) => names.find((name) => outputs[name].entryPoint?.endsWith(ending));
    const atFirst = loadedWith(outputs, chunkOf('entry.js'));
    sizes[entry] = whole(atFirst);
    if (entry !== 'duiqi') continue;
    const loaded = await loadedByAligning(folder, outputFiles, basename(chunkOf('entry.js')));
    sizes['duiqi, with what aligns a text'] = whole(names.filter((name) => loaded.has(basename(name))));
  }
  const said = Object.entries(sizes).map(
    ([entry, size]) => `${entry} ${size.toFixed(1)} of ${limits[entry]} kB`,
  );
  const beyond = Object.entries(sizes).filter(([entry, size]) => !(size <= limits[entry]));
  if (beyond.length > 0) throw new Error(`too large: ${said.join('; ')}`);
  return `: ${said.join('; ')}`;
}
