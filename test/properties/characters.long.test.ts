import { type Alignment, align } from 'duiqi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENCODINGS } from '../../packages/aligner/src/document/read/encodings.js';
import { expectConservation } from '../helpers/conservation.js';
import { chineseOf, documents, englishOf } from '../helpers/documents.js';
import { encoder } from '../helpers/encodings.js';
import { toHongKong, toTaiwan } from '../helpers/traditional.js';

const options = { seed: 20261122, numRuns: 25 };

/** The two texts one after the other, a paragraph each in turn. */
const bilingual = documents.map((document) =>
  document.map((paragraph) => `${englishOf(paragraph)}\n\n${chineseOf(paragraph)}\n\n`).join(''),
);
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const textsOf = ({ en, zh }: Alignment): string[] => [...en.segments, ...zh.segments].map(({ text }) => text);

/** Each segment is what its source has at its spans. */
function expectSourceCharacters(alignment: Alignment): void {
  for (const side of [alignment.en, alignment.zh]) {
    const { text } = alignment.sources[side.source]!;
    for (const segment of side.segments) {
      expect(segment.text).toBe(segment.spans.map(({ start, end }) => text.slice(start, end)).join(''));
    }
  }
}

/** The same beads, whatever became of the characters. */
async function expectSameLadder(text: string, other: string): Promise<Alignment> {
  const [alignment, changed] = [await align(text), await align(other)];
  expect(changed.ladder).toEqual(alignment.ladder);
  expect(changed.pairs.map(({ en, zh }) => [en.clause === null, zh.clause === null])).toEqual(
    alignment.pairs.map(({ en, zh }) => [en.clause === null, zh.clause === null]),
  );
  expectConservation(changed);
  expectSourceCharacters(changed);
  return changed;
}

const encoders = ENCODINGS.map((encoding) => ({ encoding, encode: encoder(encoding) }));

test('another encoding gives the same alignment', async () => {
  await fc.assert(
    fc.asyncProperty(bilingual, async (simplified) => {
      for (const { encoding, encode } of encoders) {
        const text = encoding === 'big5' ? toTaiwan(simplified) : simplified;
        const { diagnostics, sources, ...fromBytes } = await align(encode(text));
        const { diagnostics: own, sources: _, ...fromText } = await align(text);
        expect(fromBytes).toEqual(fromText);
        expect(sources[0]).toMatchObject({ text, encoding });
        expect(diagnostics.filter(({ code }) => code !== 'encoding')).toEqual(own);
      }
    }),
    { ...options, numRuns: 10 },
  );
});

test.each([
  ['Taiwan', toTaiwan],
  ['Hong Kong', toHongKong],
])('characters and words of %s give the same ladder', async (_, convert) => {
  await fc.assert(
    fc.asyncProperty(bilingual, async (text) => {
      const { zh } = await expectSameLadder(text, convert(text));
      expect(zh.segments.map((segment) => segment.text).join('')).not.toMatch(/[书旧桥节]/);
    }),
    options,
  );
});

test('half-width punctuation gives the same ladder', async () => {
  const toHalf = (text: string): string =>
    text.replace(/[，；：？！（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  await fc.assert(
    fc.asyncProperty(bilingual, async (text) => {
      await expectSameLadder(text, toHalf(text));
    }),
    options,
  );
});

test('full-width letters and digits give the same ladder', async () => {
  const toFull = (text: string): string =>
    text.replace(/[0-9]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  await fc.assert(
    fc.asyncProperty(bilingual, async (text) => {
      await expectSameLadder(text, toFull(text));
    }),
    options,
  );
});

/** Where between two characters something is put: as a share of the text. */
const places = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(...'\u200b\u200c\u200d\u2060\ufeff\u00ad'),
  ),
  {
    minLength: 1,
    maxLength: 30,
  },
);

test('invisible characters give the same ladder', async () => {
  await fc.assert(
    fc.asyncProperty(bilingual, places, async (text, invisible) => {
      const strewn = invisible.reduce((before, [share, character]) => {
        const at = Math.floor(share * before.length);
        return before.slice(0, at) + character + before.slice(at);
      }, text);
      const changed = await expectSameLadder(text, strewn);
      expect(textsOf(changed).map((own) => own.replace(INVISIBLE, ''))).toEqual(textsOf(await align(text)));
    }),
    options,
  );
});

test('no-break spaces give the same ladder', async () => {
  await fc.assert(
    fc.asyncProperty(
      bilingual,
      fc.constantFrom('\u00a0', '\u2009', '\u202f', '\u3000'),
      async (text, space) => {
        await expectSameLadder(text, text.replaceAll(' ', space));
      },
    ),
    options,
  );
});
