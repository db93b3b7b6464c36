// Builds the workbench: dist/duiqi.html, the page with all that it needs, and dist/review.html, the same page without aligner and
// lexicon, into which the command puts an alignment. Each is one file, so that it opens from a disk.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const data = (path) => fileURLToPath(new URL(`data/${path}`, import.meta.resolve('duiqi/package.json')));

/** The text of one bundle, and the files that it is made of; `ending` is `.js` or `.css`. */
async function bundled(entry, options, ending) {
  const { outputFiles, metafile } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    write: false,
    metafile: true,
    absWorkingDir: here('.'),
    outdir: 'out',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // In a program that is no module there is no such address; the page gives the bytes of the files that it would lead to.
    logOverride: { 'empty-import-meta': 'silent' },
    ...options,
  });
  return {
    text: outputFiles.find(({ path }) => path.endsWith(ending)).text,
    files: Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  };
}

/** No text of ours may end the element that it stands in. */
const inElement = (text) => text.replace(/<(?=\/?(?:script|style|!--))/gi, '\\x3c');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');
const block = (id, bytes) =>
  `<script type="application/octet-stream" id="duiqi-${id}">${packed(bytes)}</script>`;

/** The licences of the packages of others that files are from: each text once, with the packages that are under it. */
async function licencesOf(files) {
  const folders = new Set(
    files.map((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]).filter(Boolean),
  );
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(here(`${folder}/package.json`), 'utf8'));
    const file = (await readdir(here(folder))).find((each) => /^licen[cs]e(?:\.\w+)?$/i.test(each));
    const text = file ? (await readFile(here(`${folder}/${file}`), 'utf8')).trim() : `Licence: ${license}`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return Array.from(byText, ([text, names]) => `${names.join(', ')}\n\n${text}`);
}

const RULE = `\n\n${'-'.repeat(72)}\n\n`;

export async function buildPages() {
  const [script, style, worker, icon, lexicon, pdfium] = await Promise.all([
    bundled('src/main.tsx', { format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' }, '.js'),
    bundled('src/style.css', {}, '.css'),
    // A worker made from a Blob runs as a classic script.
    bundled('src/worker/worker.ts', { format: 'iife', conditions: ['worker'] }, '.js'),
    readFile(here('src/icon.svg'), 'utf8'),
    readFile(data('lexicon.bin')),
    readFile(data('pdfium.wasm')),
  ]);
  const program = inElement(script.text);
  const own = [`duiqi\n\n${await readFile(here('../../LICENSE'), 'utf8')}`];
  const light = [...own, ...(await licencesOf(script.files))].join(RULE);
  const whole = [
    ...own,
    await readFile(data('LICENSE-LEXICON.md'), 'utf8'),
    await readFile(data('LICENSE-PDFIUM.md'), 'utf8'),
    ...(await licencesOf([...script.files, ...worker.files])),
  ].join(RULE);
  // Nothing is fetched, nothing is evaluated, and no script or style runs but the ones that were built here.
  const policy = [
    "default-src 'none'",
    `script-src ${hash(program)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style.text)}`,
    'worker-src blob:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = (blocks) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>duiqi 对齐</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon.trim())}">
<style>${style.text}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page needs JavaScript. 此页面需要 JavaScript。</noscript>
${blocks.join('\n')}
<script>${program}</script>
</body>
</html>
`;
  return {
    'duiqi.html': page([
      block('worker', Buffer.from(worker.text)),
      block('lexicon', lexicon),
      block('pdfium', pdfium),
      block('licences', Buffer.from(whole)),
    ]),
    // Where the command puts the alignment.
    'review.html': page(['<!--duiqi-project-->', block('licences', Buffer.from(light))]),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pages = await buildPages();
  for (const folder of ['dist', '../cli/data']) await mkdir(here(folder), { recursive: true });
  // The command puts an alignment into it.
  await writeFile(here('../cli/data/review.html'), pages['review.html']);
  for (const [name, text] of Object.entries(pages)) {
    await writeFile(here(`dist/${name}`), text);
    const megabytes = (Buffer.byteLength(text) / 1e6).toFixed(1);
    process.stdout.write(`${here(`dist/${name}`)} (${megabytes} MB)\n`);
  }
}
