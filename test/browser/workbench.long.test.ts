import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { align, version } from 'duiqi';
import { toTmx } from 'duiqi/pairs';
import { type Act, replay, reviewedAlignment } from 'duiqi/review';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../packages/workbench/build.mjs';
import { runCommand } from '../helpers/command.js';
import { paragraph, wordFile } from '../helpers/word.js';

// The workbench, built and opened from the disk as a person would, and driven by the roles and names of what is on it.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`There is no ${CHROMIUM}: the workbench is not tested in a browser.`);

const ENGLISH = [
  '1. The Ferry',
  '1.1 The ferry crosses the strait every 20 minutes. Bicycles travel free of charge.',
  '1.2 The captain may refuse <b>loud</b> music & <img src="x" onerror="document.title = 1"> fireworks.',
  '1.3 A ticket for the whole day costs 35 crowns.',
  '2. Lost Property',
  '2.1 Whoever loses an umbrella asks at the kiosk on the northern pier.',
  '2.2 The kiosk keeps what was found for three months, and then sells it.',
];
const CHINESE = [
  '1. 渡船',
  '1.1 渡船每20分钟横渡海峡一次。自行车免费。',
  '1.2 船长可以拒绝<b>吵闹的</b>音乐和<img src="x" onerror="document.title = 1">烟花。',
  '1.3 全天票价为53克朗。',
  '2. 失物招领',
  '2.2 售货亭将拾得物保管三个月，然后出售。',
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const word = (lines: readonly string[]): Uint8Array =>
  wordFile({ body: lines.map((line) => paragraph(escaped(line))).join('') });

let folder: string;
let address: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duiqi-workbench-'));
  for (const [name, text] of Object.entries(await buildPages())) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'ferry.en.docx'), word(ENGLISH));
  await writeFile(join(folder, 'ferry.zh.docx'), word(CHINESE));
  address = pathToFileURL(join(folder, 'duiqi.html')).href;
  if (!hasChromium) return;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the pages are single files of a size to be mailed', async () => {
  const [whole, light] = await Promise.all(
    ['duiqi.html', 'review.html'].map((name) => readFile(join(folder, name))),
  );
  expect(whole!.length).toBeLessThan(10e6);
  expect(light!.length).toBeLessThan(1e6);
});

describe.skipIf(!hasChromium)(`the workbench (skipped where ${CHROMIUM} is missing)`, () => {
  test('two Word files in, pairs mended by keyboard, kept when the tab is closed, the memory of the command out', async () => {
    const { page, context, errors, requests } = await open();
    await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await runCommand(folder, ['align', 'ferry.en.docx', 'ferry.zh.docx', '-o', 'ferry.tmx']);
    expect(await downloaded(page, 'Download TMX')).toEqual({
      name: 'ferry.tmx',
      text: await readFile(join(folder, 'ferry.tmx'), 'utf8'),
    });

    // The number that differs is named and marked; what stands alone says so.
    await page.keyboard.press('n');
    const doubtful = page.getByRole('row', { selected: true });
    await expect.poll(() => doubtful.textContent()).toContain('the numbers differ: 35 ↔ 53');
    await expect.poll(() => doubtful.locator('mark').allTextContents()).toEqual(['35', '53']);

    // Mend it, confirm it, and go to the next one that wants a look.
    const acts: Act[] = [];
    const row = await idOf(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Edit' }).fill('1.3 全天票价为35克朗。');
    await page.keyboard.press('Enter');
    acts.push({ type: 'edit', row, side: 'zh', text: '1.3 全天票价为35克朗。' });
    await page.keyboard.press('Enter');
    acts.push({ type: 'confirm', row });
    await expect
      .poll(() => page.getByRole('row', { selected: true }).textContent())
      .toContain('it has no counterpart');

    // Undone and done again.
    await page.keyboard.press('ArrowDown');
    const last = await idOf(page);
    await page.keyboard.press('x');
    await expect.poll(() => page.getByRole('status').textContent()).toMatch('Part: done');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Shift+Z');
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => page.getByRole('contentinfo').textContent())
      .toContain('1 of 2 doubtful looked at');
    await page.keyboard.press('Enter');
    acts.push({ type: 'confirm', row: last });

    // Closed and opened again, everything is as it was.
    await page.getByText(/^saved /).waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    await again.getByRole('button', { name: /^Open: ferry/ }).click();
    await again.getByRole('grid', { name: 'Pairs' }).waitFor();
    const alignment = await align([word(ENGLISH), word(CHINESE)], {
      names: ['ferry.en.docx', 'ferry.zh.docx'],
    });
    const reviewed = reviewedAlignment(replay(alignment, acts));
    const expected = [...toTmx(reviewed, { creationToolVersion: version, doubtful: 'leave-out' })].join('');
    expect(expected).toContain('x-confirmed');
    expect((await downloaded(again, 'Download TMX')).text).toBe(expected);

    // Text is text, and nothing was asked of any network.
    expect(await again.locator('#app img, [role=grid] b b').count()).toBe(0);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|blob|data):/.test(url))).toEqual([]);
    await context.close();
  });

  test('a page of duiqi review is worked on, saved, and read by duiqi export', async () => {
    await runCommand(folder, ['review', 'ferry.en.docx', 'ferry.zh.docx', '-o', 'mailed.html']);
    const { page, context, errors } = await open('en-GB', 'mailed.html');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Formats' }).click();
    const saved = await downloaded(page, /^Save project/);
    expect(saved.name).toBe('ferry.review.html');
    await writeFile(join(folder, saved.name), saved.text);

    // Opened anew it has what was done, and gives the same memory as the command.
    const again = await context.newPage();
    await again.goto(pathToFileURL(join(folder, saved.name)).href);
    await again.getByRole('grid', { name: 'Pairs' }).waitFor();
    const { text } = await downloaded(again, 'Download TMX');
    expect(text).toContain('x-confirmed');
    await runCommand(folder, ['export', saved.name, '-o', 'mailed.tmx']);
    expect(await readFile(join(folder, 'mailed.tmx'), 'utf8')).toBe(text);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('it is within reach in Chinese and in the dark, by the rules of axe-core', async () => {
    const { page, context, errors } = await open('zh-CN');
    const axe = await readFile(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const violations = () =>
      page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: Axe };
        const { violations } = await axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      });
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '切换到深色' }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '试用示例' }).click();
    await page.getByRole('grid', { name: '句对' }).waitFor();
    await page.keyboard.press('n');
    await expect
      .poll(() => page.getByRole('row', { selected: true }).textContent())
      .toContain('数字不一致：30 ↔ 20');
    await page.keyboard.press('w');
    await page.getByRole('complementary', { name: '为何这样配对？' }).getByText('240').first().waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('combobox', { name: '界面语言' }).selectOption('zh-Hant');
    await page.getByRole('button', { name: '淺色' }).click();
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a split is proposed on the other side, what is not confirmed is aligned anew, and all of it is undone', async () => {
    const { page, context, errors } = await open();
    await page.getByRole('button', { name: 'Try an example' }).click();
    const grid = page.getByRole('grid', { name: 'Pairs' });
    await grid.waitFor();
    // Those that are certainly in sight.
    const texts = async () => (await grid.locator('[data-side]').allTextContents()).slice(0, 16);
    const before = await texts();
    // “1.2 Changes … written form. | Oral promises …”, by the arrow keys from the end of the text.
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    for (let step = 0; step <= 'Oral promises have no effect.'.length; step++)
      await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('s');
    await page.getByRole('status').filter({ hasText: 'is proposed' }).waitFor();
    await page.keyboard.press('Enter');
    expect(await texts()).toEqual(
      before
        .flatMap((text) =>
          text.startsWith('1.2 Changes')
            ? ['1.2 Changes of this Agreement need the written form.', '1.2 本协议的修改须采用书面形式，']
            : text.startsWith('1.2 本协议')
              ? ['Oral promises have no effect.', '口头承诺无效。']
              : [text],
        )
        .slice(0, 16),
    );
    await page.keyboard.press('r');
    await page.getByRole('status').filter({ hasText: 'confirmed rows were not touched' }).waitFor();
    expect(await texts()).toEqual(before);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await texts()).toEqual(before);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what cannot be read is said in the sentence of the library, and the page goes on', async () => {
    const { page, context, errors } = await open();
    await writeFile(join(folder, '<img src=x onerror=alert(1)>.docx'), 'no document');
    await choose(page, '<img src=x onerror=alert(1)>.docx');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toContain('<img src=x onerror=alert(1)>.docx');
    await alert.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('heading', { name: 'Drop your English and Chinese files here' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
});

interface Axe {
  run(): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** The page, newly opened in a profile of its own, with what goes wrong on it and what it asks for. */
async function open(
  locale = 'en-GB',
  name = 'duiqi.html',
): Promise<{
  page: Page;
  context: BrowserContext;
  errors: readonly string[];
  requests: readonly string[];
}> {
  const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(join(folder, name)).href);
  return { page, context, errors, requests };
}

function choose(page: Page, ...names: readonly string[]): Promise<void> {
  return page.locator('input[type=file]').setInputFiles(names.map((name) => join(folder, name)));
}

/** The id of the row that the cursor is in. */
async function idOf(page: Page): Promise<string> {
  return (await page.getByRole('row', { selected: true }).getAttribute('data-row')) ?? '';
}

async function downloaded(page: Page, button: string | RegExp): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
