import { type Alignment, align, type Layout } from 'duiqi';
import { toJsonl } from 'duiqi/pairs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectConservation, expectOrder } from '../helpers/conservation.js';
import { chineseOf, documents, englishOf, type GeneratedDocument } from '../helpers/documents.js';

const options = { seed: 20261122, numRuns: 12, endOnFailure: true };

const pairsOf = ({ pairs }: Alignment): string[] => pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
const ladderOf = ({ ladder }: Alignment): string[] =>
  ladder.map(({ en, zh }) => `${en.start}-${en.end} ${zh.start}-${zh.end}`);
const texts = (document: GeneratedDocument): { en: string[]; zh: string[] } => ({
  en: document.map(englishOf),
  zh: document.map(chineseOf),
});
const asInput = ({ en, zh }: { en: string[]; zh: string[] }) => ({
  en: en.join('\n\n'),
  zh: zh.join('\n\n'),
});

/** English wrapped between words, Chinese between characters but never before a mark nor inside a number. */
function wrap(text: string, columns: number): string {
  const units = text.match(/[\p{Script=Han}（][，。？、：）]*|[^\s\p{Script=Han}]+\s?|\s/gu) ?? [];
  const lines = [''];
  let width = 0;
  for (const unit of units) {
    const size = [...unit.trimEnd()].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
    if (width + size > columns) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += unit;
    width += size + unit.length - unit.trimEnd().length;
  }
  return lines.map((line) => line.trim()).join('\n');
}

const widths = fc.record({ en: fc.integer({ min: 60, max: 100 }), zh: fc.integer({ min: 66, max: 80 }) });

test('wrapped lines give the ladder of whole paragraphs, in two texts and in one', async () => {
  const property = fc.asyncProperty(documents, widths, async (document, { en, zh }) => {
    const whole = texts(document);
    const wrapped = {
      en: whole.en.map((text) => wrap(text, en)),
      zh: whole.zh.map((text) => wrap(text, zh)),
    };
    const expected = await align(asInput(whole));
    const found = await align(asInput(wrapped));
    expect([ladderOf(found), pairsOf(found)]).toEqual([ladderOf(expected), pairsOf(expected)]);
    const inTurn = wrapped.en.flatMap((text, index) => [text, wrapped.zh[index]]).join('\n\n');
    expect(ladderOf(await align(inTurn))).toEqual(ladderOf(expected));
  });
  await fc.assert(property, options);
});

/** Puts paragraphs on pages of some, English page by Chinese page. */
function toPages({ en, zh }: { en: string[]; zh: string[] }, size: number): string[] {
  const pages: string[] = [];
  for (let from = 0; from < en.length; from += size) {
    pages.push(en.slice(from, from + size).join('\n\n'), zh.slice(from, from + size).join('\n\n'));
  }
  return pages;
}

const dresses: [name: string, dress: (page: string, number: number) => string][] = [
  ['- 3 -', (page, number) => `${page}\n\n- ${number + 1} -`],
  ['Page 3 of 40', (page, number) => `${page}\n\nPage ${number + 1} of 40`],
  ['第 3 页', (page, number) => `${page}\n\n第 ${number + 1} 页`],
  ['a head and a number', (page, number) => `Gazette of the Island\n\n${page}\n\n— ${number + 1} —`],
];

test.each(dresses.flatMap(([name, dress]) => [[name, '\f', dress] as const, [name, '\n\n', dress] as const]))(
  'page furniture changes nothing: %s, pages parted by %j',
  async (_, end, dress) => {
    const property = fc.asyncProperty(documents, fc.integer({ min: 1, max: 3 }), async (document, size) => {
      const pages = toPages(texts(document), size);
      fc.pre(pages.length > 2);
      const dressed = await align(pages.map(dress).join(end));
      expect(pairsOf(dressed)).toEqual(pairsOf(await align(pages.join('\n\n'))));
      expectConservation(dressed);
    });
    await fc.assert(property, options);
  },
);

test('a page that ends inside the first sentence of a Chinese paragraph, where the English is cut as well', async () => {
  const property = fc.asyncProperty(documents, fc.nat(), fc.nat(), async (document, choice, place) => {
    const { en, zh } = texts(document);
    const long = document.flatMap(({ marker }, index) => (marker?.zh.endsWith('、') ? [] : [index]));
    fc.pre(long.length > 0);
    const cut = long[choice % long.length];
    const enAt = en[cut].search(/ (?:before|repaired|visited|planted|wrote|opened|bought|sell)/);
    const zhEnd = zh[cut].search(/[，。？]/);
    const zhAt = Math.min(zhEnd - 1, 7 + (place % 6));
    fc.pre(enAt > 0 && !/[\d\s]/.test(zh[cut][zhAt]));
    const pages = [
      [...en.slice(0, cut), en[cut].slice(0, enAt)],
      [...zh.slice(0, cut), zh[cut].slice(0, zhAt)],
      [en[cut].slice(enAt + 1), ...en.slice(cut + 1)],
      [zh[cut].slice(zhAt), ...zh.slice(cut + 1)],
    ];
    const found = await align(pages.flat().join('\n\n'));
    expect(pairsOf(found)).toEqual(pairsOf(await align(asInput({ en, zh }))));
  });
  await fc.assert(property, options);
});

const written: [Layout, write: (texts: { en: string[]; zh: string[] }) => string][] = [
  ['pages', (both) => toPages(both, 3).join('\f')],
  ['paragraphs', ({ en, zh }) => en.flatMap((text, index) => [text, zh[index]]).join('\n\n')],
  ['lines', ({ en, zh }) => en.map((text, index) => `${text}\n${zh[index]}`).join('\n')],
  ['halves', ({ en, zh }) => [...en, ...zh].join('\n\n')],
  ['columns', ({ en, zh }) => en.map((text, index) => `${text}\t${zh[index]}`).join('\n')],
  ['inline', ({ en, zh }) => en.map((text, index) => `${text} / ${zh[index]}`).join('\n\n')],
];
const chosen = ['pages', 'paragraphs', 'lines', 'halves', 'columns', 'inline', 'comments'] as const;

test.each(written)(
  '%s read in any layout that is chosen: nothing is lost, twice the same',
  async (_, write) => {
    const property = fc.asyncProperty(documents, fc.constantFrom(...chosen), async (document, layout) => {
      const text = write(texts(document));
      const found = await align(text, { layout });
      expectConservation(found);
      expectOrder(found);
      expect([...toJsonl(await align(text, { layout }))]).toEqual([...toJsonl(found)]);
    });
    await fc.assert(property, { ...options, numRuns: 24 });
  },
);
