// Builds the workbench: dist/duiqi.html, the page with all that it needs, and dist/review.html, the same page without aligner and
// lexicon, into which the command puts an alignment. Each is one file, so that it opens from a disk.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const data = (path) => fileURLToPath(new URL(`data/${path}`, import.meta.resolve('duiqi/package.json')));

/** The text of one bundle; `ending` is `.js` or `.css`. */
async function bundled(entry, options, ending) {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    minify: true,
    charset: 'utf8',
    write: false,
    outdir: 'out',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // In a program that is no module there is no such address; the page gives the bytes of the files that it would lead to.
    logOverride: { 'empty-import-meta': 'silent' },
    ...options,
  });
  return outputFiles.find(({ path }) => path.endsWith(ending)).text;
}

/** No text of ours may end the element that it stands in. */
const inElement = (text) => text.replace(/<(?=\/?(?:script|style|!--))/gi, '\\x3c');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64');
const block = (id, bytes) =>
  `<script type="application/octet-stream" id="duiqi-${id}">${packed(bytes)}</script>`;

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
  const program = inElement(script);
  // Nothing is fetched, nothing is evaluated, and no script or style runs but the ones that were built here.
  const policy = [
    "default-src 'none'",
    `script-src ${hash(program)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
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
<style>${style}</style>
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
      block('worker', Buffer.from(worker)),
      block('lexicon', lexicon),
      block('pdfium', pdfium),
    ]),
    // Where the command puts the alignment.
    'review.html': page(['<!--duiqi-project-->']),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await mkdir(here('dist'), { recursive: true });
  for (const [name, text] of Object.entries(await buildPages())) {
    await writeFile(here(`dist/${name}`), text);
    const megabytes = (Buffer.byteLength(text) / 1e6).toFixed(1);
    process.stdout.write(`${here(`dist/${name}`)} (${megabytes} MB)\n`);
  }
}
