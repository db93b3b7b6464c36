import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { align } from 'duiqi';
import { toTsv } from 'duiqi/pairs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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

  test('aligns two texts as Node does, in a worker, and then one text in both languages', async () => {
    const { page, errors, requests } = await open();
    for (const [en, zh] of [
      [ENGLISH, CHINESE],
      [`${ENGLISH}\n${CHINESE}`, ''],
    ] as const) {
      const alignment = await align(zh === '' ? en : { en, zh });
      expect(alignment.pairs).toHaveLength(5);
      await alignOn(page, en, zh);
      expect(await shown(page)).toBe([...toTsv(alignment, { unaligned: true })].join(''));
    }
    // Nothing that was pasted has become part of the page.
    expect(await page.locator('output *').count()).toBe(0);
    expect(await page.title()).toMatch(/^duiqi/);
    expect(page.workers()).toHaveLength(1);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
    expect(requests.filter((url) => url.endsWith('.bin'))).toHaveLength(1);
    await page.close();
  });

  test('says that the lexicon is missing where it is not served, and works once it is', async () => {
    const { page } = await open();
    for (const [answer, reason] of [
      [{ status: 404 }, 'HTTP status 404'],
      [{ body: '<!doctype html>' }, 'what is there is another file, or one of another version'],
    ] as const) {
      await page.context().route('**/*.bin', (route) => route.fulfill(answer));
      await alignOn(page, ENGLISH, CHINESE);
      expect(await shown(page)).toContain(`could not be read from ${address}assets/lexicon`);
      expect(await shown(page)).toContain(
        `.bin (${reason}): put the file data/lexicon.bin of the package duiqi there`,
      );
      await page.context().unroute('**/*.bin');
    }
    await alignOn(page, ENGLISH, CHINESE);
    expect(await shown(page)).toContain('渡船每20分钟横渡海峡一次。');
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

async function alignOn(page: Page, en: string, zh: string): Promise<void> {
  await page.getByLabel('English, or one text').fill(en);
  await page.getByLabel('Chinese').fill(zh);
  await page.getByRole('button', { name: 'Align' }).click();
  await expect.poll(() => shown(page), { timeout: 30_000 }).not.toBe('Aligning …');
}

function shown(page: Page): Promise<string> {
  return page.getByRole('status').innerText();
}
