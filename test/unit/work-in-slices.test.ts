import { type AlignOptions, align, alignStream, type Progress } from 'duiqi';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Pacer } from '../../packages/aligner/src/common/pacer.js';
import { readMarkdown } from '../../packages/aligner/src/document/read/markdown.js';
import { type ReadOptions, read } from '../../packages/aligner/src/document/read/read.js';
import { bookFile } from '../helpers/epub.js';
import { excelFile } from '../helpers/excel.js';
import { openDocumentFile, tableOf, textOf } from '../helpers/opendocument.js';
import { line, powerPointFile, shape } from '../helpers/powerpoint.js';
import { paragraph, wordFile } from '../helpers/word.js';

// Enough that the work takes many slices, wherever it runs; each line differs, so that nothing is a repeat.
const COUNT = 1500;
const lines = (line: (number: number) => string): string =>
  Array.from({ length: COUNT }, (_, number) => line(number)).join('\n\n');
const input = {
  en: lines((number) => `House ${number} stands near bridge ${(number * 7) % 997}, and its garden is green.`),
  zh: lines((number) => `${number}号房子在${(number * 7) % 997}号桥附近，花园是绿色的。`),
};

const aligned = (options: AlignOptions): Promise<unknown> => align(input, options);
const streamed = async (options: AlignOptions): Promise<void> => {
  for await (const part of alignStream(input, options)) void part;
};

describe.each([
  ['align', aligned],
  ['alignStream', streamed],
])('%s', (_, work) => {
  test('lets the other work of its thread go on', async () => {
    let turns = 0;
    const other = setInterval(() => turns++, 0);
    await work({});
    clearInterval(other);
    // In one go it would have let hardly any pass.
    expect(turns).toBeGreaterThan(10);
  });

  test('is given up in any phase, with the reason of the signal', async () => {
    for (const phase of ['reading', 'words', 'overview', 'first-pass', 'second-pass', 'last-pass'] as const) {
      const controller = new AbortController();
      const reason = new Error(`no longer wanted in ${phase}`);
      const seen: Progress[] = [];
      const onProgress = (progress: Progress): void => {
        seen.push(progress);
        if (progress.phase === phase) controller.abort(reason);
      };
      await expect(work({ signal: controller.signal, onProgress })).rejects.toBe(reason);
      expect(seen.at(-1)?.phase).toBe(phase);
    }
  });

  test('does not begin for a signal that has been given', async () => {
    const seen: Progress[] = [];
    const given = work({ signal: AbortSignal.abort(), onProgress: (progress) => seen.push(progress) });
    await expect(given).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(seen).toEqual([]);
  });
});

test('a signal that is none is refused', async () => {
  const options = { signal: 5 } as unknown as AlignOptions;
  await expect(align(input, options)).rejects.toThrow('Unexpected signal: 5. It must be an AbortSignal.');
});

const READ_OPTIONS: ReadOptions = {
  format: 'auto',
  segments: 'sentences',
  encoding: 'auto',
  lossy: false,
  pdfium: null,
  readPdf: null,
};
const houses = Array.from(
  { length: 1000 },
  (_, number) => `House ${number} stands near the bridge, with a garden round about it.`,
);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const pageOf = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const sheetOf = (texts: readonly string[]): string =>
  texts.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join('');
const cueOf = (text: string, number: number): string =>
  `${number + 1}\n00:${String(Math.floor(number / 60)).padStart(2, '0')}:${String(number % 60).padStart(2, '0')},000 --> 01:00:00,000\n${text}\n房子在桥附近。\n`;

describe('files', () => {
  afterEach(() => vi.restoreAllMocks());

  test('that are read at once share the slice of each turn', async () => {
    // A clock that only work moves on.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const pacer = new Pacer();
    function* reading() {
      for (let step = 0; step < 20; step++) {
        now += 10;
        yield;
      }
    }
    let [began, longest, isOver] = [0, 0, false];
    const turn = (): void => {
      longest = Math.max(longest, now - began);
      began = now;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all([pacer.run(reading()), pacer.run(reading()), pacer.run(reading())]);
    isOver = true;
    expect(now).toBe(600);
    // A slice, and for each of the others the step at which it sees that it is over.
    expect(longest).toBeLessThanOrEqual(30 + 3 * 10);
  });

  test.each([
    ['Word', 'a.docx', () => wordFile({ body: houses.map((line) => paragraph(line)).join('') })],
    ['Excel', 'a.xlsx', () => excelFile({ sheets: [sheetOf(houses)] })],
    ['HTML', 'a.html', () => bytesOf(pageOf(houses))],
    ['EPUB', 'a.epub', () => bookFile({ chapters: [pageOf(houses), pageOf(houses)] })],
    [
      'PowerPoint',
      'a.pptx',
      () => powerPointFile(houses.map((house) => ({ shapes: shape('body', line(house)) }))),
    ],
    [
      'OpenDocument',
      'a.odt',
      () => openDocumentFile({ body: houses.map((house) => textOf(house)).join('') }),
    ],
    [
      'sheets of OpenDocument',
      'a.ods',
      () => openDocumentFile({ type: 'spreadsheet', body: tableOf(...houses.map((house) => [house])) }),
    ],
    ['RTF', 'a.rtf', () => bytesOf(`{\\rtf1 ${houses.join('\\par ').repeat(3)}}`)],
    ['subtitles', 'a.srt', () => bytesOf(houses.map(cueOf).join('\n'))],
    ['rows of CSV', 'a.csv', () => bytesOf(houses.map((house) => `"${house}","房子在桥附近。"`).join('\n'))],
  ])('of %s are read in slices, and given up between them', async (_, name, file) => {
    const bytes = file();
    // A clock by which each look at it is a slice.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 40));
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns++;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await read(bytes, name, READ_OPTIONS);
    isOver = true;
    expect(turns).toBeGreaterThan(10);
    const controller = new AbortController();
    const given = read(bytes, name, READ_OPTIONS, new Pacer(controller.signal));
    setImmediate(() => controller.abort(new Error('no longer wanted')));
    await expect(given).rejects.toThrow('no longer wanted');
  });

  test('of Markdown are read in steps', () => {
    const text = Array.from({ length: 400 }, (_, n) => `House ${n} stands near the bridge, with a garden.`);
    expect([...readMarkdown(text.join('\n\n'), '')].length).toBeGreaterThanOrEqual(3);
  });
});
