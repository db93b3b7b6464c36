import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../packages/workbench/build.mjs';
import { runCommand } from '../helpers/command.js';
import { translateWithOmegat } from '../helpers/omegat.js';
import { makePdf } from '../helpers/pdf.js';
import { hasProgram } from '../helpers/programs.js';
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
  '1.4 Dogs wear a muzzle on deck. Cats stay in a basket.',
  '2. Lost Property',
  '2.1 Whoever loses an umbrella asks at the kiosk on the northern pier.',
  '2.2 The kiosk keeps what was found for three months, and then sells it.',
];
const CHINESE = [
  '1. 渡船',
  '1.1 渡船每20分钟横渡海峡一次。自行车免费。',
  '1.2 船长可以拒绝<b>吵闹的</b>音乐和<img src="x" onerror="document.title = 1">烟花。',
  '1.3 全天票价为53克朗。',
  '1.4 狗在甲板上须戴口套，猫须留在篮中。',
  '2. 失物招领',
  '2.2 售货亭将拾得物保管三个月，然后出售。',
];

const hasOmegat = hasProgram('omegat');
if (!hasOmegat) console.warn('Skipped in part: omegat is not installed.');

/** More rows than are in sight. */
const MANY = Array.from({ length: 80 }, (_, at) => at + 1);

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
  const pdf = await makePdf((document) => {
    for (const [at, lines] of [ENGLISH, CHINESE].entries()) {
      if (at > 0) document.addPage();
      document.font(at === 0 ? 'en' : 'zh').fontSize(11);
      for (const line of lines) document.text(line).moveDown();
    }
  });
  await writeFile(join(folder, 'ferry.pdf'), pdf);
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
  test('two Word files in, pairs mended by keyboard, kept when the tab is closed, the memories of the command out, for OmegaT', async () => {
    const { page, context, errors, requests } = await open();
    await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await runCommand(folder, ['align', 'ferry.en.docx', 'ferry.zh.docx', '-o', 'ferry.tmx']);
    expect(await downloads(page, 'Download TMX', 2)).toEqual(await files('ferry.tmx', 'ferry.doubtful.tmx'));

    // The number that differs is named and marked. She mends it, and goes to the next one that wants a look.
    const row = page.getByRole('row', { selected: true });
    await page.keyboard.press('n');
    await expect.poll(() => row.textContent()).toContain('the numbers differ: 35 ↔ 53');
    await expect.poll(() => row.locator('mark').allTextContents()).toEqual(['35', '53']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Edit' }).fill('1.3 全天票价为35克朗。');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // What stands alone says so, and gets its translation.
    await expect.poll(() => row.textContent()).toContain('it has no counterpart');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Edit' }).fill('2.1 丢失雨伞者到北码头的售货亭询问。');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    // Two sentences against one are split at the caret, and at the comma that is proposed.
    await goDownTo(page, 'muzzle');
    await page.keyboard.press('Shift+Tab');
    for (let step = 0; step <= 'Cats stay in a basket.'.length; step++)
      await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('s');
    await page.getByRole('status').filter({ hasText: 'is proposed' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Split at caret: done' }).waitFor();

    // Undone and done again.
    await page.keyboard.press('Control+z');
    await expect.poll(() => row.textContent()).toContain('Cats stay in a basket.');
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => row.textContent()).not.toContain('muzzle on deck. Cats');
    for (const half of ['muzzle', 'Cats']) {
      await goDownTo(page, half);
      await page.keyboard.press('Enter');
    }

    // What she has not confirmed is aligned anew.
    await page.keyboard.press('r');
    await page.getByRole('status').filter({ hasText: 'confirmed rows were not touched' }).waitFor();

    // Closed and opened again, everything is as it was, and the command says the same of it.
    const again = await reopened(page, context, { saved: /^saved /, open: /^Open: ferry/, grid: 'Pairs' });
    const memory = await downloaded(again, 'Download TMX');
    await again.getByRole('button', { name: 'Formats' }).click();
    await keep(await downloaded(again, /^Save project/));
    await runCommand(folder, ['export', 'ferry.review.html', '-o', 'reviewed.tmx']);
    expect(memory.text).toBe((await files('reviewed.tmx'))[0]!.text);
    // Three of her four pairs have a number before them, and stand there without it as well.
    expect(memory.text.match(/x-confirmed/g)).toHaveLength(7);
    expect(existsSync(join(folder, 'reviewed.doubtful.tmx'))).toBe(false);

    // Text is text, and nothing was asked of any network.
    expect(await again.locator('#app img, [role=grid] b b').count()).toBe(0);
    expect(errors).toEqual([]);
    expect(requests.filter((url) => !/^(?:file|blob|data):/.test(url))).toEqual([]);
    await context.close();

    if (!hasOmegat) return;
    const { targets } = translateWithOmegat({
      languages: ['en-US', 'zh-CN'],
      documents: { 'text.txt': `Cats stay in a basket.\n\n${ENGLISH[6]!.slice(4)}\n` },
      tmx: memory.text,
    });
    expect(targets['text.txt']!.trim().split('\n\n')).toEqual([
      '猫须留在篮中。',
      '丢失雨伞者到北码头的售货亭询问。',
    ]);
  });

  test.each([
    ['one PDF in both languages', 'ferry.pdf'],
    ['a sheet to be reviewed', 'ferry.xlsx'],
  ])('%s, worked on in Chinese, closed and opened again: the memories of the command', async (_, name) => {
    if (name === 'ferry.xlsx')
      await runCommand(folder, ['align', 'ferry.en.docx', 'ferry.zh.docx', '--unaligned', '-o', name]);
    const { page, context, errors } = await open('zh-CN');
    await choose(page, name);
    await page.getByRole('grid', { name: '句对' }).waitFor();
    await page.keyboard.press('n');
    const row = page.getByRole('row', { selected: true });
    await expect.poll(() => row.textContent()).toContain('数字不一致：35 ↔ 53');
    await page.keyboard.press('Tab');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: '编辑' }).fill('1.3 全天票价为35克朗。');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => row.textContent()).toContain('没有对应的译文');
    await page.keyboard.press('d');
    await page.getByRole('status').filter({ hasText: '标为存疑：已完成' }).waitFor();
    await page.keyboard.press('r');
    await page.getByRole('status').filter({ hasText: '已确认的行未作改动' }).waitFor();

    const again = await reopened(page, context, { saved: /^已保存 /, open: /^打开.*ferry/, grid: '句对' });
    const memory = await downloaded(again, '下载 TMX');
    expect(memory.text).toContain('<seg>1.3 全天票价为35克朗。</seg>');
    await again.getByRole('button', { name: '其他格式' }).click();
    await keep(await downloaded(again, /^保存项目/));
    await runCommand(folder, ['export', 'ferry.review.html', '-o', 'reviewed.tmx']);
    expect(memory.text).toBe((await files('reviewed.tmx'))[0]!.text);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a glossary from a file, chosen or dropped, is used; terms and the Chinese that is named are written as the command does', async () => {
    const { page, context, errors } = await open();
    await writeFile(join(folder, 'terms.csv'), 'Chinese,English\n卖方,Seller\n买方,Buyer\n');
    await page.getByText('Or add a glossary').click();
    const glossary = page.getByRole('textbox', { name: 'Glossary' });
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'From a file (Excel, CSV, TSV, TBX)' }).click();
    await (await choosing).setFiles(join(folder, 'terms.csv'));
    await expect.poll(() => glossary.inputValue()).toBe('Seller\t卖方\nBuyer\t买方');
    await drop(page, '.glossary textarea', 'more.tsv', 'bicycle\t自行车\n');
    await expect.poll(() => glossary.inputValue()).toContain('bicycle\t自行车');
    // A termbase is no document, wherever it is dropped.
    await drop(page, 'body', 'base.tbx', TERMBASE);
    await expect.poll(() => glossary.inputValue()).toContain('warranty\t保修');
    await drop(page, 'body', 'broken.tbx', '<martif');
    await page.getByRole('status').filter({ hasText: '"broken.tbx"' }).waitFor();

    await page.getByRole('button', { name: 'Try an example' }).click();
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await page.getByRole('button', { name: 'What was understood' }).click();
    expect((await glossary.inputValue()).split('\n')).toHaveLength(4);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Formats' }).click();
    await keep(await downloaded(page, /^Save project/));
    await runCommand(folder, ['export', 'bicycles.review.html', '-o', 'bicycles.jsonl']);
    for (const ending of ['tsv', 'tbx']) {
      await runCommand(folder, ['terms', 'bicycles.jsonl', '-o', `bicycles.terms.${ending}`]);
      await page.getByRole('button', { name: 'Formats' }).click();
      const terms = await downloaded(page, new RegExp(`^Terms as ${ending.toUpperCase()}`));
      expect([terms]).toEqual(await files(`bicycles.terms.${ending}`));
      expect(terms.text).toContain('卖方');
    }
    await page.getByRole('button', { name: 'Formats' }).click();
    await page.getByRole('combobox', { name: 'Chinese is' }).selectOption('zh-HK');
    await page.keyboard.press('Escape');
    const memory = await downloaded(page, 'Download TMX');
    const named = ['--target-lang', 'zh-HK', '-o', 'variant.tmx'];
    await runCommand(folder, ['export', 'bicycles.review.html', ...named]);
    expect(memory.text).toBe((await files('variant.tmx'))[0]!.text);
    expect(memory.text).toContain('xml:lang="zh-HK"');
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what is pasted out of Word keeps its table', async () => {
    const { page, context, errors } = await open();
    await page.getByText('Or paste text').click();
    await page.evaluate((html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', 'as it looks');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('.paste textarea')?.dispatchEvent(event);
    }, PASTED);
    await page.getByText('Pasted with its tables and lists.').waitFor();
    await page.getByRole('button', { name: 'Align', exact: true }).click();
    const grid = page.getByRole('grid', { name: 'Pairs' });
    await grid.waitFor();
    expect(await grid.locator('[data-side]').allTextContents()).toEqual([
      'The kiosk keeps umbrellas.',
      '售货亭保管雨伞。',
      'It sells them in May.',
      '五月出售雨伞。',
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a page of duiqi review is worked on, saved, and read by duiqi export', async () => {
    await runCommand(folder, ['review', 'ferry.en.docx', 'ferry.zh.docx', '-o', 'mailed.html']);
    const { page, context, errors } = await open('en-GB', 'mailed.html');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    // There is no aligner in it: what needs one is not offered, and its keys say why.
    expect(await page.getByRole('button', { name: 'Why?' }).count()).toBe(0);
    await page.getByRole('button', { name: 'What to do' }).click();
    await page.getByRole('button', { name: /^Previous to look at/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Align the rest anew/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog');
    await keys.getByText('Merge with next').waitFor();
    expect(await keys.getByText('Why?').count()).toBe(0);
    // A key that follows Escape at once is meant for the page: the dialog says that it is closed only in a later turn.
    await page.evaluate(() => {
      document.querySelector('dialog')?.close();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', bubbles: true }));
    });
    await page.getByRole('status').filter({ hasText: 'has no aligner inside' }).waitFor();
    // Nor is a key lost that opens it again.
    await page.keyboard.press('?');
    await page.evaluate(async () => {
      const press = (target: Element, key: string) =>
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const dialog = document.querySelector('dialog')!;
      press(dialog, 'Escape');
      dialog.close();
      for (let turn = 0; turn < 5; turn++) await null;
      press(document.body, '?');
    });
    await keys.getByText('Merge with next').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
    for (const key of ['w', 'r']) {
      await page.keyboard.press(key);
      await page.getByRole('status').filter({ hasText: 'has no aligner inside' }).waitFor();
    }
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
    await page.getByRole('button', { name: '读取结果' }).click();
    await page.getByText('bicycles.en.txt (纯文本, UTF-8)').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
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

  test('the row that is asked about stays in sight when the reasons take room from the list', async () => {
    const { page, context } = await open();
    await page.setViewportSize({ width: 800, height: 520 });
    await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
    const grid = page.getByRole('grid', { name: 'Pairs' });
    await grid.waitFor();
    const row = page.getByRole('row', { selected: true });
    for (let count = 0; count < 6; count++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('w');
    await page.getByRole('heading', { name: 'Why this pair?' }).waitFor();
    const overlap = async (): Promise<number> => {
      const [list, own] = [await grid.boundingBox(), await row.boundingBox()];
      return own!.y + own!.height - (list!.y + list!.height);
    };
    await expect.poll(overlap).toBeLessThanOrEqual(1);
    // And when the window becomes lower, or the page is zoomed.
    await page.setViewportSize({ width: 800, height: 420 });
    await expect.poll(overlap).toBeLessThanOrEqual(1);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 640, height: 400 });
    await expect.poll(overlap).toBeLessThanOrEqual(1);
    await context.close();
  });

  test('what is said of an act covers no row that one goes to, and is not left in another language', async () => {
    const { page, context } = await open();
    await page.setViewportSize({ width: 1280, height: 420 });
    await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('d');
    const said = page.getByRole('status').filter({ hasText: 'Ctrl Z' });
    await said.waitFor();
    const row = page.getByRole('row', { selected: true });
    const room = async (): Promise<number> => {
      const [toast, own] = [await said.boundingBox(), await row.boundingBox()];
      return toast!.y - (own!.y + own!.height);
    };
    await expect.poll(room).toBeGreaterThanOrEqual(-1);
    await page.getByRole('combobox').first().selectOption('zh-Hant');
    await expect.poll(() => said.isVisible()).toBe(false);
    await context.close();
  });

  test('the numbers add up, in the foot and in the filter; what is short on the screen is told in full', async () => {
    const { page, context, errors } = await open();
    const texts = ['1', '2', '3'].flatMap((year) => [`ferry-${year}.en.docx`, `ferry-${year}.zh.docx`]);
    for (const name of texts)
      await writeFile(join(folder, name), word(name.includes('en') ? ENGLISH : CHINESE));
    await choose(page, ...texts);
    // Enter goes on, and a name that is too long for its field is told when it is pointed at.
    const second = page.getByRole('combobox', { name: 'Second file: ferry-2.en.docx' });
    expect(await second.getAttribute('title')).toBe('ferry-2.zh.docx');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Align 3 documents');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();

    const foot = page.getByRole('contentinfo');
    await expect
      .poll(() => foot.textContent())
      .toContain('8 pairs: 7 fine, 1 doubtful · 1 without a counterpart · 0 of 2 looked at');
    const filter = page.getByRole('combobox', { name: 'Show' });
    expect(await filter.getByRole('option').allTextContents()).toEqual([
      'All rows',
      'Still to look at (2)',
      'Doubtful (1)',
      'Without a counterpart (1)',
      'Confirmed (0)',
      'Changed by hand',
      'the numbers differ (1)',
    ]);
    await filter.selectOption('alone');
    await expect.poll(() => filter.getAttribute('title')).toBe('Without a counterpart (1)');
    await expect.poll(() => page.getByRole('row').count()).toBe(1 + 1);
    await filter.selectOption('all');
    // On the narrowest screens too, everything is within the window.
    await page.setViewportSize({ width: 390, height: 720 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('button', { name: 'Next to look at' }).click();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect
      .poll(() => foot.textContent())
      .toContain('8 pairs: 8 fine, 0 doubtful · 1 without a counterpart · 1 of 2 looked at');

    await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('zh-Hans');
    expect(await page.getByRole('button', { name: '折叠：2' }).getAttribute('title')).toBe('折叠：2');
    await expect
      .poll(() => foot.textContent())
      .toContain('8 个句对：8 个正常，0 个存疑 · 1 个无对应 · 需查看 2 处，已看 1 处');
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each([
    ['en-GB', 'Try an example', 'Pairs', 'What was understood', 'What to do', 'Why this pair?'],
    ['zh-CN', '试用示例', '句对', '读取结果', '操作', '为何这样配对？'],
    ['zh-TW', '試用範例', '句對', '讀取結果', '操作', '為何這樣配對？'],
  ])(
    'everything is within the window, however wide it is: %s',
    async (locale, example, grid, understood, acts, why) => {
      const { page, context, errors } = await open(locale);
      await page.getByRole('button', { name: example }).click();
      await page.getByRole('grid', { name: grid }).waitFor();
      /** Parts of the page that reach out of the window. */
      const outside = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('button, select, input, .counts, .understood, .choices, .why')]
            .map((element) => ({ element, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > innerWidth + 1))
            .map(({ element }) => element.outerHTML.slice(0, 80)),
        );
      for (const width of [1280, 1024, 1001, 800, 701, 640, 390, 320]) {
        await page.setViewportSize({ width, height: 720 });
        expect([width, await outside()]).toEqual([width, []]);
        const tools = page.getByRole('toolbar');
        const first = (await tools.getByRole('button').first().boundingBox())!;
        const search = (await page.getByRole('searchbox').boundingBox())!;
        // One line, but on the narrowest screens.
        if (width > 600) expect([width, Math.abs(first.y - search.y) < first.height]).toEqual([width, true]);
        for (const name of [understood, acts]) {
          await page.getByRole('button', { name, exact: true }).click();
          expect([width, name, await outside()]).toEqual([width, name, []]);
          await page.keyboard.press('Escape');
        }
        // The outline lies over the list only where it was asked for.
        expect(await page.getByRole('navigation').count()).toBe(width > 1000 ? 1 : 0);
      }
      await page.locator('[data-side]').first().click();
      await page.keyboard.press('w');
      const reasons = page.getByRole('complementary', { name: why });
      await expect.poll(async () => (await reasons.boundingBox())!.width).toBeGreaterThan(300);
      expect(await outside()).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  test('odd files: one sentence for each, in the language of the page, and what was open is still there', async () => {
    const { page, context, errors } = await open('zh-CN');
    const alert = page.getByRole('alert');
    const locked = await makePdf((document) => document.font('en').text('A boat.'), { userPassword: 'x' });
    await writeFile(join(folder, 'locked.pdf'), locked);
    await writeFile(join(folder, 'empty.docx'), '');
    await writeFile(join(folder, 'french.txt'), FRENCH);
    for (const [name, sentence] of [
      ['empty.docx', '“empty.docx”是空文件（0 字节）：请重新保存、复制或下载。'],
      ['locked.pdf', '“locked.pdf”是需要密码才能打开的 PDF：请另存一份没有密码的，再使用。'],
    ] as const) {
      await choose(page, name);
      await expect.poll(() => alert.getByRole('paragraph').allTextContents()).toEqual([sentence]);
      await alert.getByRole('button', { name: '返回' }).click();
    }
    // Text in another language is there to be seen, and what is wrong with it is said above it.
    await choose(page, 'french.txt');
    await expect
      .poll(() => page.getByRole('note').textContent())
      .toBe('! 没有可对齐的内容：没有找到英文和中文（找到的语言：法语）。');
    await page.getByRole('button', { name: '全部文件' }).click();
    // What is said changes with the language of the page.
    await choose(page, 'empty.docx');
    await page.getByRole('combobox', { name: '界面语言' }).selectOption('en');
    await expect
      .poll(() => alert.getByRole('paragraph').allTextContents())
      .toEqual(['"empty.docx" is empty (0 bytes): save, copy or download it again.']);
    await alert.getByRole('button', { name: 'Back' }).click();

    // Of several documents, one that cannot be read is named, and the others are there.
    await writeFile(join(folder, 'first.en.docx'), word(ENGLISH));
    await writeFile(join(folder, 'first.zh.docx'), word(CHINESE));
    await writeFile(join(folder, 'other.en.docx'), word(ENGLISH));
    await writeFile(join(folder, 'other.zh.docx'), 'no document');
    await choose(page, 'first.en.docx', 'first.zh.docx', 'other.en.docx', 'other.zh.docx');
    await page.getByRole('button', { name: 'Align 2 documents' }).click();
    await expect.poll(() => alert.textContent()).toContain('other.zh.docx');
    await page.getByRole('status').filter({ hasText: '1 document was aligned' }).waitFor();
    await alert.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await page.getByRole('heading', { name: 'first.en.docx ↔ first.zh.docx' }).waitFor();
    await page.keyboard.press('m');
    await page.getByText(/saved \d/).waitFor();

    // What is dropped on it and cannot be read leaves it as it is.
    await drop(page, 'main', 'empty.pdf', '');
    await expect.poll(() => alert.textContent()).toContain('"empty.pdf" is empty (0 bytes)');
    await alert.getByRole('button', { name: 'Go on' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);

    // A crash loses nothing either.
    await page.goto('chrome://crash').catch(() => {});
    const again = await context.newPage();
    await again.goto(address);
    await again.getByRole('button', { name: /^Open.*first/ }).click();
    await again.getByRole('grid', { name: 'Pairs' }).waitFor();
    await expect.poll(() => again.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('files that are dropped while it works do not end the work, and Cancel ends it at once', async () => {
    const { page, context, errors } = await open();
    await writeLong(20_000);
    await choose(page, 'long.en.txt', 'long.zh.txt');
    await page.getByRole('progressbar').waitFor();
    await drop(page, 'main', 'other.txt', 'A boat.');
    await page.getByRole('status').filter({ hasText: 'wait for it or cancel it' }).waitFor();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Drop your English and Chinese files here' }).waitFor();
    // What she has given up is not offered again.
    await page.reload();
    await page.getByText('Nothing leaves this computer').waitFor();
    expect(await page.getByRole('listitem').count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('folders and files that are dropped at once are paired by their paths', async () => {
    const { page, context, errors } = await open();
    const parts = ['delivery', 'payment', 'risk', 'claims'];
    for (const [language, line] of [
      ['English', 'The ferry carries 7 bicycles.'],
      ['Chinese', '渡船运送7辆自行车。'],
    ] as const) {
      const inside = join(folder, 'contract EN-ZH', language);
      await mkdir(join(inside, 'annexes'), { recursive: true });
      for (const part of parts) await writeFile(join(inside, `${part}.txt`), line);
      for (const annex of parts) await writeFile(join(inside, 'annexes', `${annex}.txt`), line);
      await writeFile(join(inside, '.DS_Store'), 'of the system');
    }
    await mkdir(join(folder, 'nothing'));
    const session = await context.newCDPSession(page);
    const dropAll = async (...names: readonly string[]): Promise<void> => {
      const files = names.map((name) => join(folder, name));
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', {
          type,
          x: 300,
          y: 200,
          data: { items: [], files, dragOperationsMask: 1 },
        });
    };
    await dropAll('contract EN-ZH', 'ferry.en.docx', 'ferry.zh.docx');
    await page.getByRole('heading', { name: 'Which files belong together?' }).waitFor();
    const rows = page.locator('.pairing tbody tr');
    await expect.poll(() => rows.count()).toBe(9);
    const second = page.getByRole('combobox', { name: 'Second file: Chinese/annexes/risk.txt' });
    expect(await second.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]!.text)).toBe(
      'English/annexes/risk.txt',
    );
    await page.getByRole('button', { name: 'Align 9 documents' }).click();
    await page.getByRole('status').filter({ hasText: '9 documents' }).waitFor();
    await page.getByRole('button', { name: 'All documents' }).click();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(9);
    await dropAll('nothing');
    await page.getByRole('alert').getByText('“nothing” cannot be opened: it is').waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test('files whose alignment ends with the tab are kept, and she goes on with them', async () => {
    const { page, context, errors } = await open();
    await writeLong(20_000);
    await choose(page, 'long.en.txt', 'long.zh.txt', 'ferry.en.docx', 'ferry.zh.docx');
    // The long one comes first, and the other one has not been begun.
    await page.getByRole('button', { name: 'Align 2 documents' }).click();
    await page.getByText('Aligning · 1 of 2').waitFor();
    await page.getByText('Finding which sentences').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(address);
    const waiting = again.getByRole('listitem').filter({ hasText: 'not aligned yet' });
    await expect.poll(() => waiting.count()).toBe(2);
    const goOn = (title: RegExp) => again.getByRole('button', { name: title });
    // One that is given up does not take the other one along.
    await goOn(/^Go on: long/).click();
    await again.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => waiting.count()).toBe(1);
    await goOn(/^Go on: ferry/).click();
    await again.getByRole('grid', { name: 'Pairs' }).waitFor();
    await again.getByText(/^saved /).waitFor();
    await again.getByRole('button', { name: 'All documents' }).click();
    await again.getByRole('button', { name: /^Open: ferry/ }).waitFor();
    expect(await waiting.count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what is being written is kept, whether she clicks on another row or scrolls meanwhile', async () => {
    const { page, context, errors } = await open();
    await writeFile(join(folder, 'many.en.docx'), word(MANY.map((n) => `${n}. Ferry ${n} has ${n} boats.`)));
    await writeFile(join(folder, 'many.zh.docx'), word(MANY.map((n) => `${n}. 渡轮${n}有${n}艘小船。`)));
    await choose(page, 'many.en.docx', 'many.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    const cell = (text: string) => page.locator('[data-side]').filter({ hasText: text });
    const field = page.getByRole('textbox', { name: 'Edit' });
    // A double click writes where it is.
    await cell('Ferry 3 has').dblclick({ position: { x: 14, y: 20 } });
    await page.keyboard.type('Number ');
    await page.locator('.scroller').evaluate((list) => list.scrollTo(0, 1e6));
    await cell('Ferry 80 has').waitFor();
    expect(await field.inputValue()).toBe('Number 3. Ferry 3 has 3 boats.');
    await cell('Ferry 80 has').click();
    await page.getByRole('status').filter({ hasText: 'Edit: done' }).waitFor();
    expect(await page.getByRole('row', { selected: true }).textContent()).toContain('Ferry 80 has');
    await page.locator('.scroller').evaluate((list) => list.scrollTo(0, 0));
    await cell('Number 3. Ferry 3').waitFor();
    // The keys go on from where she is.
    await page.keyboard.press('ArrowUp');
    await cell('Ferry 79 has').waitFor();
    // To either end in one step, wherever the rows between have been drawn or not; they lie without a gap.
    const seen = () =>
      page.locator('.scroller').evaluate((list) => {
        const { top, bottom } = list.getBoundingClientRect();
        const boxes = [...list.querySelectorAll('.pair')]
          .map((row) => row.getBoundingClientRect())
          .filter((box) => box.bottom > top && box.top < bottom);
        const gaps = boxes.slice(1).filter(({ top }, at) => Math.abs(top - boxes[at]!.bottom) > 1);
        const isFull = boxes[0]!.top <= top + 1 && boxes.at(-1)!.bottom >= bottom - 60;
        return [gaps.length, isFull, Math.round(list.scrollTop + list.clientHeight - list.scrollHeight)];
      });
    await page.keyboard.press('End');
    await cell('Ferry 80 has').waitFor();
    await expect.poll(seen).toEqual([0, true, 0]);
    await page.keyboard.press('Home');
    await cell('Number 3. Ferry 3').waitFor();
    await expect.poll(async () => (await seen()).slice(0, 2)).toEqual([0, true]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('the outline shows the clause that she is in, also where that one is folded away', async () => {
    const { page, context, errors } = await open();
    const parts = (line: (n: number, part: number) => string): readonly string[] =>
      MANY.slice(0, 30).flatMap((n) => [0, 1, 2].map((part) => line(n, part)));
    await writeFile(
      join(folder, 'parts.en.docx'),
      word(parts((n, part) => (part === 0 ? `${n}. Ferry ${n}` : `${n}.${part} Ferry ${n} has ${n} boats.`))),
    );
    await writeFile(
      join(folder, 'parts.zh.docx'),
      word(parts((n, part) => (part === 0 ? `${n}. 渡轮${n}` : `${n}.${part} 渡轮${n}有${n}艘小船。`))),
    );
    await choose(page, 'parts.en.docx', 'parts.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    const current = page.locator('.outline [aria-current=true]');
    const isSeen = () =>
      current.evaluate((entry) => {
        const [own, all] = [entry, entry.closest('.outline')!].map((each) => each.getBoundingClientRect());
        return own!.top >= all!.top && own!.bottom <= all!.bottom;
      });
    await page.keyboard.press('Control+End');
    await expect.poll(() => current.textContent()).toBe('30. Ferry 30');
    await expect.poll(isSeen).toBe(true);
    await page.getByRole('button', { name: /^Unfold: .*30/ }).click();
    await expect.poll(() => current.textContent()).toContain('30.2');
    await page.getByRole('row', { selected: true }).locator('[data-side=en]').click();
    await page.keyboard.press('Control+Home');
    await expect.poll(() => current.textContent()).toBe('1. Ferry 1');
    await expect.poll(isSeen).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('what is found is replaced in all rows that are shown, and taken back at once; these rows are what is printed', async () => {
    const { page, context, errors } = await open();
    await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('kiosk');
    // What is typed next is for the field, and no act: it has the focus before another picture is drawn.
    const focused = await page.evaluate(async () => {
      const init = { key: 'h', ctrlKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
      for (let turn = 0; turn < 5; turn++) await null;
      return document.activeElement?.id;
    });
    expect(focused).toBe('replace-by');
    await page.keyboard.type('booth');
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Replaced in 2 rows.' }).waitFor();
    await expect.poll(() => page.getByText('No row is like that.').count()).toBe(1);
    await page.getByRole('searchbox').fill('booth');
    await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['booth', 'booth']);
    await page.evaluate(() => {
      const own = document.body.append.bind(document.body);
      document.body.append = (...nodes) => {
        document.documentElement.dataset['printed'] = nodes
          .map((node) => (node as Element).textContent)
          .join();
        own(...nodes);
      };
    });
    await page.pdf();
    const printed = await page.evaluate(() => document.documentElement.dataset['printed']);
    expect(printed).toContain('asks at the booth on the northern pier.');
    expect(printed).not.toContain('muzzle');
    expect(await page.locator('.sheet-of-paper').count()).toBe(0);
    await page.locator('[data-side]').first().click();
    for (const _ of ['caret', 'replacing', 'search']) await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.replacing').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('grid').getByText('kiosk').count()).toBe(2);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('two tabs on one document: what either does is kept, in a document of its own where the other one has gone on', async () => {
    const { page, context, errors } = await open();
    await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    const isSaved = (tab: Page) =>
      expect.poll(() => tab.locator('.saved').textContent()).toMatch(/^saved \d/);
    await isSaved(page);
    const other = await context.newPage();
    await other.goto(address);
    await other.getByRole('button', { name: /^Open: ferry/ }).click();
    await other.getByRole('grid', { name: 'Pairs' }).waitFor();
    for (const tab of [page, other]) {
      await tab.keyboard.press('m');
      await isSaved(tab);
    }
    await other.getByRole('status').filter({ hasText: 'Another tab has gone on' }).waitFor();
    await page.keyboard.press('m');
    await isSaved(page);
    await other.getByRole('button', { name: 'All documents' }).click();
    const lines = other.getByRole('listitem').locator('.what');
    await expect
      .poll(async () => (await lines.allTextContents()).map((line) => line.replace(/, [A-Z].*/, '')))
      .toEqual([
        'ferry.en.docx ↔ ferry.zh.docx6 pairs, 2 changes',
        'ferry.en.docx ↔ ferry.zh.docx (2)7 pairs, 1 change',
      ]);
    // Who opens the files once more is told where her work is.
    await choose(other, 'ferry.en.docx', 'ferry.zh.docx');
    await other.getByRole('status').filter({ hasText: 'have worked on files of these names' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each([
    ['keeps nothing', 'indexedDB.open = () => { throw new Error("no store"); }'],
    [
      'is full',
      'IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }',
    ],
  ])(
    'a browser that %s: another document can be opened, and what was done is there until the page is closed',
    async (_, script) => {
      const { page, context, errors } = await open('en-GB', 'duiqi.html', script);
      await choose(page, 'ferry.en.docx', 'ferry.zh.docx');
      await page.getByRole('grid', { name: 'Pairs' }).waitFor();
      await page.keyboard.press('m');
      await page.getByText('not saved in this browser').waitFor();
      await page.getByRole('button', { name: 'All documents' }).click();
      await page.getByRole('button', { name: 'Try an example' }).click();
      await page.getByRole('grid', { name: 'Pairs' }).waitFor();
      await page.getByRole('button', { name: 'All documents' }).click();
      await page.getByText('only until this page is closed').first().waitFor();
      await page.getByRole('button', { name: /^Open: ferry/ }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Undo' }).isEnabled()).toBe(true);
      // It is asked before it is lost, unless the project was saved.
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => asked).toEqual(['beforeunload']);
      await downloaded(page, 'Save project');
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  test('several documents are downloaded as one, as duiqi merge joins their files', async () => {
    const { page, context, errors } = await open();
    const opened: string[][] = [['ferry.pdf'], ['ferry.en.docx', 'ferry.zh.docx']];
    const kept: string[] = [];
    for (const names of opened) {
      await choose(page, ...names);
      await page.getByRole('grid', { name: 'Pairs' }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.saved').textContent()).toMatch(/^saved \d/);
      await page.getByRole('button', { name: 'Formats' }).click();
      if (kept.length === 0) await page.getByLabel('With text that has no counterpart').check();
      const { text } = await downloaded(page, /^JSONL/);
      await page.getByRole('button', { name: 'All documents' }).click();
      kept.unshift(`${names[0]}.jsonl`);
      await writeFile(join(folder, kept[0]!), text);
    }
    await runCommand(folder, ['merge', ...kept, '-o', 'duiqi.tmx']);
    expect(await downloads(page, 'Download 2 documents as TMX', 2)).toEqual(
      await files('duiqi.tmx', 'duiqi.doubtful.tmx'),
    );
    await page
      .getByRole('status')
      .filter({ hasText: /of 2 documents, \d+ repeats? left out/ })
      .waitFor();
    await page.getByLabel('Download with the others: ferry.pdf').uncheck();
    const alone = await downloads(page, 'Download 1 document as TMX', 2);
    expect(alone.map(({ text }) => text).join('')).not.toContain('ferry.pdf');
    await page.getByLabel('Choose all').check();
    await page.getByRole('button', { name: 'Download 2 documents as TMX' }).waitFor();
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

/** A termbase as other programs write it. */
const TERMBASE = `<?xml version="1.0"?><martif type="TBX" xml:lang="en"><text><body><termEntry>
<langSet xml:lang="en"><tig><term>warranty</term></tig></langSet><langSet xml:lang="zh"><tig><term>保修</term></tig></langSet>
</termEntry></body></text></martif>`;

const FRENCH =
  'Le conseil municipal s’est réuni lundi soir pour examiner les comptes de la bibliothèque. La séance a duré trois heures, et les habitants du quartier ont pu poser leurs questions. Tout le monde est rentré content de la soirée, malgré la pluie qui tombait.';

/** What Word puts on the clipboard, shortened. */
const PASTED = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><table class=MsoTableGrid><tr><td><p class=MsoNormal><span lang=EN-US>The kiosk keeps umbrellas.<o:p></o:p></span></p></td>
<td><p class=MsoNormal><span lang=ZH-CN>售货亭保管雨伞。</span></p></td></tr>
<tr><td><p class=MsoNormal>It sells them in May.</p></td><td><p class=MsoNormal>五月出售雨伞。</p></td></tr></table><!--EndFragment--></body></html>`;

interface Axe {
  run(): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/**
 * The page, newly opened in a profile of its own, with what goes wrong on it and what it asks for.
 *
 * @param before a script that runs before all others
 */
async function open(
  locale = 'en-GB',
  name = 'duiqi.html',
  before = '',
): Promise<{
  page: Page;
  context: BrowserContext;
  errors: readonly string[];
  requests: readonly string[];
}> {
  const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (before !== '') await page.addInitScript(before);
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

/** Two texts that take the aligner some seconds. */
async function writeLong(lines: number): Promise<void> {
  const of = (line: (number: number) => string): string =>
    Array.from({ length: lines }, (_, number) => line(number)).join('\n');
  await writeFile(
    join(folder, 'long.en.txt'),
    of((number) => `The ferry carries ${number} bicycles.`),
  );
  await writeFile(
    join(folder, 'long.zh.txt'),
    of((number) => `渡船运送${number}辆自行车。`),
  );
}

/** Goes down from the first row to the one with a text. */
async function goDownTo(page: Page, text: string): Promise<void> {
  const row = page.getByRole('row', { selected: true });
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 12; step++) {
    await page.waitForTimeout(50);
    if ((await row.textContent())?.includes(text)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No row has “${text}”.`);
}

interface Saved {
  readonly name: string;
  readonly text: string;
}

/** The files that a button gives out. */
async function downloads(page: Page, button: string | RegExp, count: number): Promise<Saved[]> {
  const found: Download[] = [];
  const all = new Promise<void>((resolve) => {
    page.on('download', (download) => {
      if (found.push(download) === count) resolve();
    });
  });
  await page.getByRole('button', { name: button }).click();
  await all;
  page.removeAllListeners('download');
  return Promise.all(
    found.map(async (each) => ({
      name: each.suggestedFilename(),
      text: await readFile(await each.path(), 'utf8'),
    })),
  );
}

async function downloaded(page: Page, button: string | RegExp): Promise<Saved> {
  return (await downloads(page, button, 1))[0]!;
}

/** Files that the command wrote. */
function files(...names: readonly string[]): Promise<Saved[]> {
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

function keep({ name, text }: Saved): Promise<void> {
  return writeFile(join(folder, name), text);
}

/** Closes the tab as soon as all is kept, and opens the document again in another one. */
async function reopened(
  page: Page,
  context: BrowserContext,
  words: { readonly saved: RegExp; readonly open: RegExp; readonly grid: string },
): Promise<Page> {
  await page.getByText(words.saved).waitFor();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await again.getByRole('button', { name: words.open }).click();
  await again.getByRole('grid', { name: words.grid }).waitFor();
  return again;
}

/** Drops a file on an element, as a person does from her desk. */
async function drop(page: Page, selector: string, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      return data;
    },
    [name, text] as [string, string],
  );
  await page.dispatchEvent(selector, 'drop', { dataTransfer });
}
