import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type AlignInput, type AlignOptions, align } from 'duiqi';
import { records, toJsonl, toTmx } from 'duiqi/pairs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHRONICLE } from '../helpers/orchard-town.js';

// The example page, on the library that was built.
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`There is no ${CHROMIUM}: the example page is not tested in a browser.`);

const ENGLISH = `1. The Ferry

(1) The ferry crosses the strait every 20 minutes. Bicycles travel free of charge.

(2) The captain may refuse <b>loud</b> music & <img src="x" onerror="document.title = 'broken'"> fireworks.

(3) A ticket for the whole day costs 35 crowns.

(4) Whoever loses an umbrella asks at the kiosk on the northern pier.
`;
const CHINESE = `一、渡船

（一）渡船每20分钟横渡海峡一次。自行车免费。

（二）船长可以拒绝<b>吵闹的</b>音乐和<img src="x" onerror="document.title = 'broken'">烟花。

（三）全天票价为53克朗。
`;
const MARKDOWN = `# Salt &amp; Light

1. The lighthouse burned oil until 1924.
2. Its keeper dried salt on the flat roof.

# 盐与光

1. 灯塔直到1924年都烧油。
2. 守塔人在平屋顶上晒盐。
`;

let folder: string;
let buildMessages: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duiqi-browser-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { stdout, stderr } = await run(
    process.execPath,
    [vite, 'build', 'examples/browser', '--outDir', folder],
    {
      cwd: ROOT,
      // Under vitest it is `test`, and what is built would be for developers.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  buildMessages = stdout + stderr;
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundle', () => {
  const files = async (ending: string): Promise<Buffer[]> => {
    const names = await readdir(folder, { recursive: true });
    return Promise.all(
      names.filter((name) => name.endsWith(ending)).map((name) => readFile(join(folder, name))),
    );
  };

  test('is at most 1.5 MB of JavaScript, gzipped', async () => {
    const sizes = (await files('.js')).map((script) => gzipSync(script).length);
    const sum = sizes.reduce((total, size) => total + size, 0);
    expect(sum).toBeGreaterThan(50_000);
    expect(sum).toBeLessThanOrEqual(1_500_000);
  });

  test('carries the lexicon beside it, as it is', async () => {
    const lexicon = await readFile(join(ROOT, 'packages/aligner/data/lexicon.bin'));
    const carried = await files('.bin');
    expect(carried.map((file) => file.equals(lexicon))).toEqual([true]);
  });

  test('has no module of Node', async () => {
    const scripts = (await files('.js')).join('\n');
    expect(scripts).not.toMatch(/["'`]node:|__vite-browser-external|\brequire\(/);
    expect(buildMessages).not.toMatch(/externalized/);
  });
});

describe.skipIf(!hasChromium)(`the page (skipped where ${CHROMIUM} is missing)`, () => {
  let browser: Browser;
  let server: PreviewServer;
  let address: string;

  beforeAll(async () => {
    server = await preview({
      root: join(ROOT, 'examples/browser'),
      build: { outDir: folder },
      preview: { host: '127.0.0.1', port: 0 },
      logLevel: 'silent',
    });
    address = server.resolvedUrls!.local[0]!;
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('aligns two texts as Node does, and offers the same files', async () => {
    const { page, errors, requests } = await open();
    await alignOn(page, { first: ENGLISH, second: CHINESE });
    const { rows, jsonl, tmx } = await inNode([ENGLISH, CHINESE], { format: 'text' });
    expect(await rowsOf(page)).toEqual(rows);
    expect(rows).toHaveLength(6);
    expect(await saved(page, 'Save JSONL')).toEqual({ name: 'aligned.jsonl', text: jsonl });
    const file = await saved(page, 'Save TMX');
    expect(file).toEqual({ name: 'aligned.tmx', text: tmx });
    expect(await unitsOf(page, file.text)).toBe([...tmx.matchAll(/<tu /g)].length);

    // Nothing that was pasted has become part of the page.
    expect(await page.locator('tbody b, tbody img').count()).toBe(0);
    expect(await page.title()).toMatch(/^duiqi/);

    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
    expect(requests.filter((url) => url.endsWith('.bin'))).toHaveLength(1);
    await page.close();
  });

  test('marks what wants a look, and shows nothing else on demand', async () => {
    const { page } = await open();
    await alignOn(page, { first: ENGLISH, second: CHINESE });
    const all = await page.locator('tbody tr:visible').count();
    await page.getByLabel('Only what wants a look').check();
    const shown = await page.locator('tbody tr:visible').allTextContents();
    expect(shown.length).toBeLessThan(all);
    expect(
      shown.filter((text) => text.includes('53克朗') && text.includes('the numbers differ')),
    ).toHaveLength(1);
    expect(shown.filter((text) => text.includes('umbrella') && text.includes('no counterpart'))).toHaveLength(
      1,
    );
    expect(await page.getByRole('status').textContent()).toMatch(`Wanting a look: ${shown.length}.`);
    await page.close();
  });

  test('aligns one bilingual Markdown text, and then another one', async () => {
    const { page, errors } = await open();
    for (const text of [MARKDOWN, MARKDOWN.replaceAll('1924', '1931')]) {
      await alignOn(page, { first: text, markdown: true });
      const { rows } = await inNode(text, { format: 'markdown' });
      expect(rows.map(([, en]) => en)).toContain('Salt &amp; Light');
      expect(await rowsOf(page)).toEqual(rows);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  test('does the work in a worker: the page goes on meanwhile', async () => {
    const { page } = await open();
    const years = Array.from({ length: 40 }, (_, index) => 1960 + index);
    const first = years.map((year) => `${year}\n\n${CHRONICLE.map(([en]) => en).join(' ')}`).join('\n\n');
    const second = years.map((year) => `${year}\n\n${CHRONICLE.map(([, zh]) => zh).join('')}`).join('\n\n');
    // What a timer of the page sees of the progress. It would not run at all between two steps of the alignment,
    // were they steps of the page.
    await page.evaluate(() => {
      const seen = new Set<number>();
      const progress = document.querySelector('progress')!;
      setInterval(() => seen.add(progress.value));
      Object.assign(globalThis, { seen });
    });
    await alignOn(page, { first, second });
    const seen = await page.evaluate(() => [...(globalThis as unknown as { seen: Set<number> }).seen]);
    expect(seen.filter((value) => value > 0 && value < 1)).not.toEqual([]);
    expect(page.workers()).toHaveLength(1);
    await page.close();
  });

  test('says that there is nothing to align', async () => {
    const { page } = await open();
    await alignOn(page, { first: ENGLISH });
    expect(await page.getByRole('status').textContent()).toBe('Nothing to align: found English.');
    await page.close();
  });

  test('says that the lexicon is missing where it is not served, and works once it is', async () => {
    const { page } = await open();
    const said = () => page.getByRole('status').textContent();
    for (const [answer, reason] of [
      [{ status: 404 }, 'HTTP status 404'],
      [{ body: '<!doctype html>' }, 'what is there is another file, or one of another version'],
    ] as const) {
      await page.context().route('**/*.bin', (route) => route.fulfill(answer));
      await alignOn(page, { first: ENGLISH, second: CHINESE });
      expect(await said()).toContain(`could not be read from ${address}assets/lexicon`);
      expect(await said()).toContain(
        `.bin (${reason}): put the file data/lexicon.bin of the package duiqi there`,
      );
      await page.context().unroute('**/*.bin');
    }
    await alignOn(page, { first: ENGLISH, second: CHINESE });
    expect(await rowsOf(page)).toHaveLength(6);
    await page.close();
  });

  /** The page, newly opened in a profile of its own, with what goes wrong on it and what it asks for. */
  async function open(): Promise<{ page: Page; errors: readonly string[]; requests: readonly string[] }> {
    const page = await browser.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.context().on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    return { page, errors, requests };
  }
});

interface Pasted {
  readonly first: string;
  readonly second?: string;
  readonly markdown?: boolean;
}

async function alignOn(page: Page, { first, second = '', markdown = false }: Pasted): Promise<void> {
  await page.getByLabel('English, or one text').fill(first);
  await page.getByLabel('Chinese; empty if').fill(second);
  await page.getByLabel('Markdown').setChecked(markdown);
  await page.getByRole('button', { name: 'Align' }).click();
  await page.locator('#align:enabled').waitFor();
}

/** Score, English and Chinese, as the table shows them. */
function rowsOf(page: Page): Promise<string[][]> {
  return page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, 3).map((cell) => cell.textContent ?? '')),
    );
}

/** What the library gives in Node for the same texts, and how the table should show it. */
async function inNode(input: AlignInput, options: AlignOptions) {
  const alignment = await align(input, options);
  return {
    rows: [...records(alignment, { unaligned: true })].map(({ en, zh, score }) => [
      en === '' || zh === '' ? '–' : score?.toFixed(2),
      en,
      zh,
    ]),
    jsonl: [...toJsonl(alignment)].join(''),
    tmx: [...toTmx(alignment)].join(''),
  };
}

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** The number of translation units that the browser's XML parser finds; none in what is not well-formed. */
function unitsOf(page: Page, tmx: string): Promise<number> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return parsed.querySelector('parsererror') ? 0 : parsed.querySelectorAll('body > tu').length;
  }, tmx);
}
