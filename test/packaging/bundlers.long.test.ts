import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { build as viteBuild } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMadePdf } from '../helpers/pdf.js';

// What the matrix of packed packages (test/matrix) does not try: data put into the program, data left behind, and what is said then.
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LEXICON = join(ROOT, 'packages/aligner/data/lexicon.bin');
const PDFIUM = join(ROOT, 'packages/aligner/data/pdfium.wasm');
const CHROMIUM = '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`There is no ${CHROMIUM}: what bundlers build is not tried in a browser.`);

const PDF = handMadePdf(
  'BT /F1 12 Tf 72 720 Td (The mill grinds rye.) Tj ET',
  '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
);
/** All kinds of readers: each is a part of its own in a bundle. */
const PROGRAM = `
const texts = async () => {
  const { pairs } = await align('(1) The mill grinds rye.\\n\\n（一）磨坊磨黑麦。\\n', OPTIONS);
  const page = await align('<p>The mill grinds rye.</p><p>磨坊磨黑麦。</p>', { format: 'html', ...OPTIONS });
  const pdf = Uint8Array.from(atob('${Buffer.from(PDF).toString('base64')}'), (unit) => unit.charCodeAt(0));
  const { sources } = await align(pdf, { names: ['mill.pdf'], ...OPTIONS });
  return [...pairs, ...page.pairs].map(({ en, zh }) => en.text + ' = ' + zh.text).concat(sources[0].text);
};
texts().catch((error) => [error.name, error.message]).then((lines) => console.log(JSON.stringify(lines)));
`;
const EXPECTED = [
  '(1) The mill grinds rye. = （一）磨坊磨黑麦。',
  'The mill grinds rye. = 磨坊磨黑麦。',
  'The mill grinds rye.',
];
const PROGRAMS = {
  'built-in.mjs': `import { align } from 'duiqi';\nconst OPTIONS = {};\n`,
  'embedded.mjs': `import { align } from 'duiqi';\nimport lexicon from 'duiqi/data/lexicon.bin';\nimport pdfium from 'duiqi/data/pdfium.wasm';\nconst OPTIONS = { lexicon, pdfium };\n`,
  'by-path.mjs': `import { align } from 'duiqi';\nconst OPTIONS = { lexicon: process.argv[2], pdfium: process.argv[3] };\n`,
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duiqi-bundlers-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(join(ROOT, 'packages/aligner'), join(folder, 'node_modules/duiqi'), 'junction');
  for (const [name, imports] of Object.entries(PROGRAMS))
    await writeFile(join(folder, name), imports + PROGRAM);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Builds with esbuild; gives the folder that it wrote to. */
async function withEsbuild(entry: string, options: esbuild.BuildOptions = {}): Promise<string> {
  const outdir = join(folder, `esbuild-${entry}-${options.platform}-${options.format}`);
  const { warnings } = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: { main: entry },
    bundle: true,
    format: 'esm',
    outdir,
    logLevel: 'silent',
    ...options,
  });
  expect(warnings.filter(({ id }) => id !== 'empty-import-meta')).toEqual([]);
  return outdir;
}

const inNode = async (file: string, ...args: string[]): Promise<string[]> =>
  JSON.parse((await run(process.execPath, [file, ...args])).stdout);

describe('in Node', () => {
  it('esbuild puts it into the program with the loader "binary", as CommonJS too', async () => {
    const built = await withEsbuild('embedded.mjs', {
      platform: 'node',
      format: 'cjs',
      target: 'node20', // without it esbuild takes a function for granted that Node has from 25 on
      loader: { '.bin': 'binary', '.wasm': 'binary' },
    });
    expect(await inNode(join(built, 'main.js'))).toEqual(EXPECTED);
  });

  it('what leaves it behind is told where it is', async () => {
    const outDir = join(folder, 'vite');
    await viteBuild({
      root: folder,
      logLevel: 'silent',
      build: { ssr: 'by-path.mjs', outDir },
      ssr: { noExternal: true },
    });
    expect(await inNode(join(outDir, 'by-path.mjs'), LEXICON, PDFIUM)).toEqual(EXPECTED);
  });

  it.each<[esbuild.Format, RegExp]>([
    [
      'esm',
      /^The lexicon could not be read from file:.*\/data\/lexicon\.bin \(there is no such file\): put .* option lexicon\.$/,
    ],
    [
      'cjs',
      /^A bundler has taken the code of duiqi away from its lexicon, and does not say where that lies: give .* option lexicon\.$/,
    ],
  ])('left behind, as %s, it is missed in one sentence', async (format, sentence) => {
    const built = await withEsbuild('built-in.mjs', { platform: 'node', format });
    expect(await inNode(join(built, 'main.js'))).toEqual(['DuiqiError', expect.stringMatching(sentence)]);
  });
});

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

describe.skipIf(!hasChromium)(`in a browser (skipped where ${CHROMIUM} is missing)`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
    });
  });
  afterAll(() => browser?.close());

  /** What main.js of a folder says on a page that is served beside it. */
  async function onPage(built: string): Promise<string[]> {
    await writeFile(join(built, 'index.html'), '<script type="module" src="main.js"></script>');
    const files = await readdir(built);
    const server: Server = createServer(async ({ url = '' }, response) => {
      const name = url === '/' ? 'index.html' : url.slice(1);
      if (!files.includes(name) && name !== 'index.html') return response.writeHead(404).end();
      response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
      return response.end(await readFile(join(built, name)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await browser.newPage();
    try {
      const told = page.waitForEvent('console', { predicate: (message) => message.text().startsWith('[') });
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      return JSON.parse((await told).text());
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  }

  it('one that is not served is missed in one sentence', async () => {
    expect(await onPage(await withEsbuild('built-in.mjs', { platform: 'browser' }))).toEqual([
      'DuiqiError',
      expect.stringMatching(
        /^The lexicon could not be read from http:.*\/data\/lexicon\.bin \(HTTP status 404\): put .* option lexicon\.$/,
      ),
    ]);
  });
});
