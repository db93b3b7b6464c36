// What each entry of the library weighs in a page: kilobytes, minified and gzipped, of what a bundler loads before the first call,
// and of what is loaded on top of that to align a text. The limits are in sizes.json.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

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
    });
    const { outputs } = metafile;
    const weight = new Map();
    const names = Object.keys(outputs);
    for (const { path, contents } of outputFiles) {
      const name = names.find((each) => path.replaceAll('\\', '/').endsWith(`/${each}`));
      weight.set(name, gzipSync(contents, { level: 9 }).length / 1000);
    }
    const whole = (chunks) => [...chunks].reduce((sum, chunk) => sum + weight.get(chunk), 0);
    const chunkOf = (ending) => names.find((name) => outputs[name].entryPoint?.endsWith(ending));
    const atFirst = loadedWith(outputs, chunkOf('entry.js'));
    sizes[entry] = whole(atFirst);
    if (entry !== 'duiqi') continue;
    const aligner = loadedWith(outputs, chunkOf('dist/align.js'));
    sizes['duiqi, with what aligns a text'] = whole(new Set([...atFirst, ...aligner]));
  }
  const said = Object.entries(sizes).map(
    ([entry, size]) => `${entry} ${size.toFixed(1)} of ${limits[entry]} kB`,
  );
  const beyond = Object.entries(sizes).filter(([entry, size]) => !(size <= limits[entry]));
  if (beyond.length > 0) throw new Error(`too large: ${said.join('; ')}`);
  return `: ${said.join('; ')}`;
}
