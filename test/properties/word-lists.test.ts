import {
  type GlossaryTerm,
  type Lexicon,
  parseGlossary,
  parseLexicon,
  toLexicon,
  withGlossary,
} from 'duiqi/words';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const seed = 20261122;

const lexicon: Lexicon = {
  name: 'small',
  translations: (word) => (word === '港' ? [{ stem: 'port', weight: 0.3 }] : []),
  frequency: (word) => (word.length === 1 ? 5 : 0),
  readings: () => [],
};

const written = fc.string({ unit: fc.constantFrom(...'kiln "-,#\t') });
const english = written.map((text) => `K${text}`.trim());
const chinese = fc
  .array(fc.constantFrom('窑', '港', '口', '塔', '"', '，', '5'), { maxLength: 6 })
  .map((characters) => `塔${characters.join('')}`);
const glossary = fc.array(fc.record({ en: english, zh: chinese }), { maxLength: 8 });

/** A cell as spreadsheets write it: in quotation marks where it needs them, or where the writer likes them. */
const cell = (text: string, quoted: boolean): string =>
  quoted || /["\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const serialised = (terms: readonly GlossaryTerm[], chineseFirst: boolean, quoted: boolean): string =>
  terms
    .map(({ en, zh }) => (chineseFirst ? [zh, en] : [en, zh]).map((text) => cell(text, quoted)).join('\t'))
    .join('\r\n');

test('a glossary is read as it was written, whatever the order of its columns', () => {
  fc.assert(
    fc.property(glossary, fc.boolean(), fc.boolean(), (terms, chineseFirst, quoted) => {
      expect(parseGlossary(serialised(terms, chineseFirst, quoted))).toEqual(terms);
    }),
    { seed, numRuns: 500 },
  );
});

test('the order of the terms changes nothing, nor does a term that comes twice', () => {
  const shuffled = glossary.chain((terms) =>
    fc
      .tuple(fc.shuffledSubarray(terms, { minLength: terms.length }), fc.subarray(terms))
      .map(([order, again]) => ({ terms, others: [...order, ...again] })),
  );
  fc.assert(
    fc.property(shuffled, ({ terms, others }) => {
      const [one, other] = [withGlossary(lexicon, terms), withGlossary(lexicon, others)];
      expect(other.name).toBe(one.name);
      for (const { zh } of terms) {
        for (const word of [zh, ...zh]) expect(other.translations(word)).toEqual(one.translations(word));
      }
    }),
    { seed, numRuns: 300 },
  );
});

test('any text is a glossary or is refused, naming the line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab窑\t\n\r"# 5') }), (text) => {
      try {
        for (const { en, zh } of parseGlossary(text)) expect([en, zh]).not.toContain('');
      } catch (error) {
        expect(error).toMatchObject({ code: 'bad-input', message: expect.stringMatching(/^Line \d+ of /) });
      }
    }),
    { seed, numRuns: 1000 },
  );
});

test('a learnt lexicon is read as it was written', () => {
  const word = fc.stringMatching(/^\S+$/u);
  const translation = fc.record({
    zh: word,
    stem: word,
    count: fc.double({ min: 0, minExcluded: true, max: 1e9, noNaN: true }),
  });
  const learnt = fc.record({
    base: fc.string().filter((base) => !/[\t\r\n]/.test(base)),
    translations: fc.array(translation),
  });
  fc.assert(
    fc.property(learnt, (lexicon) => {
      expect(parseLexicon([...toLexicon(lexicon)].join(''))).toEqual(lexicon);
      expect(parseLexicon(new TextEncoder().encode([...toLexicon(lexicon)].join('')))).toEqual(lexicon);
    }),
    { seed, numRuns: 300 },
  );
});
