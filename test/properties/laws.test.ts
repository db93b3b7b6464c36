import { type AlignInput, type Alignment, type AlignOptions, align } from 'duiqi';
import { toJsonl } from 'duiqi/pairs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectConservation } from '../helpers/conservation.js';
import { chineseOf, documents, englishOf, type GeneratedDocument } from '../helpers/documents.js';

const options = { seed: 20261122 };

/** The beads stand in order and hold every segment of both sides once, and so do the pairs made of them. */
function expectLadder({ en, zh, pairs, unaligned, ladder }: Alignment): void {
  let [i, j] = [0, 0];
  for (const bead of ladder) {
    expect([bead.en.start, bead.zh.start]).toEqual([i, j]);
    expect(bead.en.end - i + (bead.zh.end - j)).toBeGreaterThan(0);
    [i, j] = [bead.en.end, bead.zh.end];
  }
  expect([i, j]).toEqual([en.segments.length, zh.segments.length]);
  for (const pair of pairs) {
    const bead = ladder[pair.index];
    expect(pair.en.segments).toEqual(en.segments.slice(bead.en.start, bead.en.end));
    expect(pair.zh.segments).toEqual(zh.segments.slice(bead.zh.start, bead.zh.end));
    expect(pair.bead).toBe(`${pair.en.segments.length}-${pair.zh.segments.length}`);
  }
  for (const { index, language, side } of unaligned) {
    const range = ladder[index][language];
    expect(side.segments).toEqual((language === 'en' ? en : zh).segments.slice(range.start, range.end));
  }
  const places = [...pairs, ...unaligned].map(({ index }) => index).sort((a, b) => a - b);
  // Blank lines, where lines are segments, are beads and no text.
  const isText = (bead: (typeof ladder)[number]): boolean =>
    [...en.segments.slice(bead.en.start, bead.en.end), ...zh.segments.slice(bead.zh.start, bead.zh.end)].some(
      ({ text }) => text !== '',
    );
  expect(places).toEqual(ladder.flatMap((bead, index) => (isText(bead) ? [index] : [])));
}

async function expectLaws(input: AlignInput, settings?: AlignOptions): Promise<Alignment> {
  const alignment = await align(input, settings);
  expectConservation(alignment);
  expectLadder(alignment);
  return alignment;
}

const twoTexts = (document: GeneratedDocument) => ({
  en: document.map(englishOf).join('\n\n'),
  zh: document.map(chineseOf).join('\n\n'),
});
const pairsOf = ({ pairs }: Alignment): string[] => pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);

/** The offsets at which a text may be cut. */
type CutRule = (text: string) => number[];
const offsetsOf =
  (pattern: RegExp): CutRule =>
  (text) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);

interface Page {
  readonly en: string;
  readonly zh: string;
}

/**
 * Cuts both texts into the same number of pages. A page ends in the chosen paragraph on both sides, each at a place of
 * its own that the rule allows, or before the paragraph where there is none.
 */
function toPages(
  document: GeneratedDocument,
  ends: readonly PageEnd[],
  rules: { readonly en: CutRule; readonly zh: CutRule },
): Page[] {
  const pages: { en: string[]; zh: string[] }[] = [{ en: [], zh: [] }];
  document.forEach((paragraph, index) => {
    const end = ends.find((candidate) => candidate.paragraph % document.length === index);
    const [en, zh] = [englishOf(paragraph), chineseOf(paragraph)];
    if (!end || paragraph.marker?.zh.endsWith('、')) {
      pages.at(-1)?.en.push(en);
      pages.at(-1)?.zh.push(zh);
      return;
    }
    const halves = (text: string, rule: CutRule, choice: number): [string, string] => {
      const offsets = rule(text);
      const at = offsets.length === 0 ? text.length : offsets[choice % offsets.length];
      return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
    };
    const [enHead, enTail] = halves(en, rules.en, end.en);
    const [zhHead, zhTail] = halves(zh, rules.zh, end.zh);
    pages.at(-1)?.en.push(enHead);
    pages.at(-1)?.zh.push(zhHead);
    pages.push({ en: enTail === '' ? [] : [enTail], zh: zhTail === '' ? [] : [zhTail] });
  });
  return pages.map(({ en, zh }) => ({ en: en.join('\n\n'), zh: zh.join('\n\n') }));
}

interface PageEnd {
  readonly paragraph: number;
  readonly en: number;
  readonly zh: number;
}

const pageEnd: fc.Arbitrary<PageEnd> = fc.record({ paragraph: fc.nat(), en: fc.nat(), zh: fc.nat() });
const pageEnds = fc.array(pageEnd, {
  minLength: 1,
  maxLength: 5,
});
const interleaved = (pages: readonly Page[]): string =>
  pages
    .flatMap(({ en, zh }) => [en, zh])
    .filter((page) => page !== '')
    .join('\n\n');

const inEnglish = {
  'before a lower-case word': offsetsOf(/\s(?=\p{Ll})/gu),
  'after a comma': offsetsOf(/,\s/g),
  'before a capital or a number': offsetsOf(/(?<![.?])\s(?=[\p{Lu}\d])/gu),
  'between sentences': offsetsOf(/[.?]\s(?=\p{Lu})/gu),
} satisfies Record<string, CutRule>;

const inChinese = {
  'inside the second sentence or a later one': (text) => {
    const from = text.search(/[。？]./) + 2;
    return from < 2 ? [] : offsetsOf(/\p{Script=Han}(?=\p{Script=Han})/gu)(text).filter((at) => at > from);
  },
  'after a comma': offsetsOf(/，/g),
  'inside the first sentence': (text) => {
    const end = text.search(/[。？]/);
    return offsetsOf(/\p{Script=Han}(?=\p{Script=Han})/gu)(text).filter((at) => at < end && at > 6);
  },
  'between sentences': offsetsOf(/[。？](?=.)/g),
} satisfies Record<string, CutRule>;

test('two texts: the laws hold, and the pairs are those that were put in', async () => {
  const property = fc.asyncProperty(documents, async (document) => {
    const alignment = await expectLaws(twoTexts(document));
    const known = document.flatMap(({ marker, sentences }) =>
      sentences.map(({ en, zh }, index) =>
        index === 0 && marker ? `${marker.en}${en} | ${marker.zh}${zh}` : `${en} | ${zh}`,
      ),
    );
    expect(pairsOf(alignment)).toEqual(known);
  });
  await fc.assert(property, { ...options, numRuns: 40 });
});

const layouts = {
  'paragraph by paragraph': (document) => document.flatMap((p) => [englishOf(p), chineseOf(p)]).join('\n\n'),
  'line by line': (document) => document.flatMap((p) => [chineseOf(p), englishOf(p)]).join('\n'),
  halves: (document) => `${twoTexts(document).en}\n\n${twoTexts(document).zh}`,
  'a line for both': (document) => document.map((p) => `${englishOf(p)}\t${chineseOf(p)}`).join('\n'),
} satisfies Record<string, (document: GeneratedDocument) => string>;

test.each(Object.entries(layouts))(
  '%s: the laws hold, and the pairs are those of two texts',
  async (_, lay) => {
    const property = fc.asyncProperty(documents, async (document) => {
      const alignment = await expectLaws(lay(document));
      expect(pairsOf(alignment)).toEqual(pairsOf(await align(twoTexts(document))));
    });
    await fc.assert(property, { ...options, numRuns: 14 });
  },
);

type Cuts = readonly [en: keyof typeof inEnglish, zh: keyof typeof inChinese];

const cutsThatMend: readonly Cuts[] = [
  ['before a lower-case word', 'inside the second sentence or a later one'],
  ['before a lower-case word', 'after a comma'],
  ['before a lower-case word', 'between sentences'],
  ['after a comma', 'inside the second sentence or a later one'],
  ['after a comma', 'after a comma'],
  ['between sentences', 'between sentences'],
];

/**
 * Cuts before a capital: where paragraphs are hardly ever cut, what begins with one begins a paragraph, so that one without
 * its last mark is not glued to the next. Cuts that leave a piece which reads as a heading in Chinese, and now and then one that reads as the entry of a list
 * in English, `(1) Why`: then neither language tells of the other that it was cut.
 */
const cutsThatDoNot: readonly Cuts[] = [
  ['before a lower-case word', 'inside the first sentence'],
  ['before a capital or a number', 'between sentences'],
];

async function expectMended(
  document: GeneratedDocument,
  ends: readonly PageEnd[],
  [en, zh]: Cuts,
): Promise<void> {
  const pages = toPages(document, ends, { en: inEnglish[en], zh: inChinese[zh] });
  const alignment = await expectLaws(interleaved(pages));
  expect(pairsOf(alignment)).toEqual(pairsOf(await align(twoTexts(document))));
}

test.each(cutsThatMend)('pages cut %s and %s give the pairs of the uncut texts', async (...cuts) => {
  const property = fc.asyncProperty(documents, pageEnds, (document, ends) =>
    expectMended(document, ends, cuts),
  );
  await fc.assert(property, { ...options, numRuns: 14 });
});

test.fails.each(cutsThatDoNot)('pages cut %s and %s do not always', async (...cuts) => {
  const property = fc.asyncProperty(documents, pageEnds, (document, ends) =>
    expectMended(document, ends, cuts),
  );
  await fc.assert(property, { ...options, numRuns: 60, endOnFailure: true });
});

test('pages cut anywhere lose nothing', async () => {
  const anywhere = offsetsOf(/./gsu);
  const property = fc.asyncProperty(documents, pageEnds, async (document, ends) => {
    await expectLaws(interleaved(toPages(document, ends, { en: anywhere, zh: anywhere })));
  });
  await fc.assert(property, { ...options, numRuns: 40 });
});

test('the same input gives the same bytes', async () => {
  const property = fc.asyncProperty(documents, async (document) => {
    const write = async (): Promise<string> => {
      const alignment = await align(layouts['paragraph by paragraph'](document));
      return JSON.stringify(alignment) + [...toJsonl(alignment)].join('');
    };
    expect(await write()).toBe(await write());
  });
  await fc.assert(property, { ...options, numRuns: 15 });
});

// Parted by `¦`.
const scraps = fc.constantFrom(
  ...'The boat¦ sank. ¦We ¦and¦, ¦He Jianzhou¦3.5 million¦24¦%¦“¦”¦(¦)¦: ¦…'.split('¦'),
  ...'船¦沉了。¦我们¦，¦何建洲¦三百五十万¦（¦）¦《¦》¦；¦——¦？¦〇¦地 方'.split('¦'),
  ...'(1) ¦1. ¦1.¦（一）¦一、¦第三条 ¦Article 3 ¦① ¦a) ¦2.1 ¦\\1. ¦（一）（二）¦II. '.split('¦'),
  ...'\n¦\n\n¦\n\n¦\r\n¦\t¦\u3000¦\u00a0¦\u2028¦\f¦\ufeff¦\u200b'.split('¦'),
  ...' / ¦ | ¦‖¦<br/>¦# ¦> ¦- ¦|---|¦**¦```¦---¦<!--¦<b>¦[a](b)¦&amp;'.split('¦'),
  ...'é¦ñ¦лодка¦ボート¦배¦😀¦\ud800¦\udc00¦\0¦\u0301¦𠀀¦constructor¦__proto__'.split('¦'),
);
const garbage = fc.oneof(
  fc.array(scraps, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

test.each<AlignOptions>([{ format: 'text' }, { format: 'markdown' }])(
  'garbage, %j: nothing is lost',
  async (settings) => {
    const property = fc.asyncProperty(garbage, async (text) => {
      await expectLaws(text, settings);
    });
    await fc.assert(property, { ...options, numRuns: 200 });
  },
);

test.each([' / ', '‖', '<br/>'])('a mark between two languages is markup: %j', async (mark) => {
  await expectLaws(`The boat sank.${mark}船沉了下去。`);
});

test('garbage on both sides: nothing is lost', async () => {
  const property = fc.asyncProperty(garbage, garbage, async (en, zh) => {
    await expectLaws({ en, zh });
  });
  await fc.assert(property, { ...options, numRuns: 100 });
});

test('garbage, line by line: nothing is lost', async () => {
  const property = fc.asyncProperty(garbage, garbage, async (en, zh) => {
    await expectLaws({ en, zh }, { segments: 'lines' });
  });
  await fc.assert(property, { ...options, numRuns: 100 });
});
