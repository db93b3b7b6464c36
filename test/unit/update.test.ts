import {
  type Alignment,
  type AlignOptions,
  align,
  alignStream,
  explain,
  type PairRecord,
  records,
  toJsonl,
} from 'duiqi';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { expectConservation } from '../helpers/conservation.js';
import { chineseOf, documents, englishOf, type GeneratedDocument } from '../helpers/documents.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

type Sentences = readonly (readonly [en: string, zh: string])[];
const TEXT: Sentences = CHRONICLE.slice(0, 12);

function twoTexts(en: readonly string[], zh: readonly string[]) {
  return { en: en.join('\n\n'), zh: zh.join('\n\n') };
}
const englishSide = (text: Sentences): string[] => text.map(([en]) => en);
const chineseSide = (text: Sentences): string[] => text.map(([, zh]) => zh);
const textsOf = (text: Sentences) => twoTexts(englishSide(text), chineseSide(text));
const named: AlignOptions = { names: ['town.en.txt', 'town.zh.txt'] };

function all(alignment: Alignment): PairRecord[] {
  return [...records(alignment, { unaligned: true })];
}
const withoutSpans = ({ en_spans, zh_spans, ...rest }: PairRecord) => rest;
const shown = (pairs: readonly PairRecord[]): string[] => pairs.map(({ en, zh }) => `${en} | ${zh}`);

describe('update', () => {
  it('keeps old pairs exactly, however they were cut, and says which they are', async () => {
    const [first, second, third, ...rest] = all(await align(textsOf(TEXT), named));
    // No aligner would make one pair of these two, nor give them such a score.
    const joined: PairRecord = {
      ...first,
      en: `${first.en} ${second.en}`,
      zh: `${first.zh}${second.zh}`,
      score: 0.1234,
      bead: '2-2',
      id: 'from-elsewhere',
      note: 'Two sentences, one thought.',
    };
    const old = [joined, { ...third, confirmed: true as const }, ...rest];
    const updated = await align(textsOf(TEXT), { ...named, update: old });
    expectConservation(updated);
    expect(all(updated).map(withoutSpans)).toEqual(
      [{ ...joined, flags: ['low-score' as const] }, ...old.slice(1)].map(withoutSpans),
    );
    expect(updated.pairs.map(({ kept }) => kept)).toEqual(old);
    expect(updated.anchors).toContainEqual({ en: 2, zh: 2, reason: 'update' });
    expect(updated.diagnostics.filter(({ code }) => code === 'confirmed-lost')).toEqual([]);
  });

  it('aligns anew what has changed, and nothing else', async () => {
    const old = all(await align(textsOf(TEXT), named)).map((pair) => ({ ...pair, score: 0.8765 }));
    const now = TEXT.map(([en, zh], index) =>
      index === 5
        ? (['In winter the school was heated with pear wood.', '冬天学校用梨木取暖。'] as const)
        : ([en, zh] as const),
    );
    const updated = await align(textsOf(now), { ...named, update: old });
    expect(shown(all(updated))).toEqual(now.map(([en, zh]) => `${en} | ${zh}`));
    expect(updated.pairs.flatMap(({ kept }, index) => (kept ? [] : [index]))).toEqual([5]);
    expect(updated.pairs.filter(({ score }) => score === 0.8765)).toHaveLength(11);
  });

  it('aligns doubtful pairs beside a change anew, as it may show what they lacked', async () => {
    const [first, second, third, ...rest] = TEXT;
    const lacking = twoTexts(englishSide(TEXT), [second[0] && first[1], ...chineseSide([third, ...rest])]);
    const old = all(await align(lacking, named)).map((pair) =>
      pair.zh === '' ? { ...pair, zh: third[1], score: 0.3, bead: '1-1' } : pair,
    );
    const wrong = old.filter(({ en, zh }) => !(en === third[0] && zh === third[1]));
    expect(shown(wrong)).toContain(`${second[0]} | ${third[1]}`);
    const updated = all(await align(textsOf(TEXT), { ...named, update: wrong }));
    expect(shown(updated)).toEqual(TEXT.map(([en, zh]) => `${en} | ${zh}`));
  });

  it('keeps the wording of a person while the text is what it was', async () => {
    const old = all(await align(textsOf(TEXT), named)).map((pair, index): PairRecord => {
      if (index === 3) return { ...pair, zh: '直到今天，车站的钟还慢七分钟。', confirmed: true };
      if (index === 4) return { ...pair, en: 'Cherries were sold.', zh: '卖樱桃。', confirmed: true };
      return pair;
    });
    const unchanged = await align(textsOf(TEXT), { ...named, update: old });
    expect(all(unchanged)).toEqual(old);
    expect(unchanged.pairs[3].zh.text).toBe(TEXT[3][1]);
    expectConservation(unchanged);

    const now = TEXT.map(([en, zh], index) => [en, index === 3 ? '车站的时钟已经修好了。' : zh] as const);
    const changed = await align(textsOf(now), { ...named, update: old });
    expect(shown(all(changed))[3]).not.toContain('直到今天');
    expect(all(changed)[3].confirmed).toBeUndefined();
    expect(all(changed)[4]).toMatchObject({ en: 'Cherries were sold.', zh: '卖樱桃。', confirmed: true });
    expect(changed.diagnostics.filter(({ code }) => code === 'confirmed-lost')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        message: expect.stringContaining('直到今天，车站的钟还慢七分钟。'),
      }),
    ]);
  });

  it('proves the wording of a person also after the file was renamed and updated', async () => {
    const old = all(await align(textsOf(TEXT), named));
    const second = all(await align(textsOf(TEXT), { names: ['town-2.txt', 'town-2.zh.txt'], update: old }));
    expect(second[0].doc).toBe('town-2.txt | town-2.zh.txt');
    const edited = second.map((pair, index) =>
      index === 7 ? { ...pair, zh: '1931年春，木桥毁于洪水。', confirmed: true as const } : pair,
    );
    const third = all(await align(textsOf(TEXT), { names: ['town-3.txt', 'town-3.zh.txt'], update: edited }));
    expect(third[7]).toMatchObject({ zh: '1931年春，木桥毁于洪水。', confirmed: true });
  });

  it('names confirmed pairs that are gone and does not invent them', async () => {
    const old = all(await align(textsOf(TEXT), named)).map((pair) => ({ ...pair, confirmed: true as const }));
    const now = TEXT.filter((_, index) => index !== 2);
    const { diagnostics, pairs } = await align(textsOf(now), { ...named, update: old });
    expect(pairs.map(({ kept }) => kept?.en)).toEqual(englishSide(now));
    expect(diagnostics.filter(({ code }) => code === 'confirmed-lost')).toHaveLength(1);
  });

  it('finds pairs that have moved, and pairs out of order', async () => {
    const old = all(await align(textsOf(TEXT), named)).map((pair) => ({ ...pair, confirmed: true as const }));
    const moved = [...TEXT.slice(8), ...TEXT.slice(0, 8)];
    const whole = await align(textsOf(moved), { ...named, update: old });
    expect(whole.pairs.every(({ kept }) => kept?.confirmed)).toBe(true);
    expect(whole.pairs.some(({ flags }) => flags.includes('crossing'))).toBe(false);

    const oneSide = await align(twoTexts(englishSide(TEXT), chineseSide(moved)), { ...named, update: old });
    expectConservation(oneSide);
    expect(all(oneSide).map(({ en, zh }) => `${en} | ${zh}`)).toEqual(shown(old));
    expect(oneSide.pairs.filter(({ flags }) => flags.includes('crossing'))).toHaveLength(4);
  });

  it('gives new pairs no id that an old one keeps', async () => {
    const [pair] = TEXT;
    const old = all(await align(textsOf(TEXT), named));
    const updated = all(
      await align(textsOf([pair, ...TEXT.slice(5), pair]), { ...named, update: old.slice(5) }),
    );
    expect(new Set(updated.map(({ id }) => id)).size).toBe(updated.length);
    const twice = all(await align(textsOf([...TEXT, pair]), { ...named, update: old }));
    expect(new Set(twice.map(({ id }) => id)).size).toBe(TEXT.length + 1);
  });

  it('is no more than align where the old pairs are of another text', async () => {
    const plain = await align(textsOf(TEXT), named);
    const other = all(await align(textsOf(CHRONICLE.slice(12)), named));
    const updated = await align(textsOf(TEXT), { ...named, update: other });
    expect(all(updated)).toEqual(all(plain));
    expect(updated.signature).toMatch(/\|update:[0-9a-f]{16}$/);
    const inOneLanguage = await align(englishSide(TEXT).join('\n'), { update: other });
    expect(inOneLanguage.pairs).toEqual([]);
  });

  it('serves alignStream, and explains nothing', async () => {
    const input = textsOf(TEXT);
    const update = all(await align(input, named));
    const parts: PairRecord[] = [];
    for await (const part of alignStream(input, { ...named, update })) parts.push(...all(part));
    expect(parts).toEqual(update);
    await expect(explain(input, 1, { update })).rejects.toThrow(/leave update out/);
  });

  it.each([7, 'pairs', [{ en: 'no Chinese' }], [null]])('refuses %j', async (update) => {
    await expect(align('Good.\n\n好。', { update: update as never })).rejects.toThrow(/Unexpected update/);
  });
});

describe('laws of update', () => {
  const settings = { seed: 20261122, numRuns: 15 };
  const omissions = fc.array(fc.tuple(fc.nat(40), fc.constantFrom('en', 'zh')), { maxLength: 5 });

  /** A document some of whose paragraphs have no counterpart. */
  function input(document: GeneratedDocument, omitted: readonly (readonly [number, string])[]) {
    const side = (language: string, textOf: (paragraph: GeneratedDocument[number]) => string) =>
      document
        .filter(
          (_, index) => !omitted.some(([at, own]) => own === language && at % document.length === index),
        )
        .map(textOf);
    return twoTexts(side('en', englishOf), side('zh', chineseOf));
  }

  test('the own result changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(documents, omissions, async (document, omitted) => {
        const text = input(document, omitted);
        const first = await align(text, named);
        const again = await align(text, { ...named, update: records(first, { unaligned: true }) });
        expect([...toJsonl(again, { unaligned: true })]).toEqual([...toJsonl(first, { unaligned: true })]);
      }),
      settings,
    );
  });

  test('confirmed pairs survive every change elsewhere, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        omissions,
        fc.array(fc.nat(1000), { maxLength: 4 }),
        async (document, omitted, choices) => {
          const first = all(await align(input(document, []), named));
          const pairs = first.filter(({ en, zh }) => en !== '' && zh !== '');
          const confirmed = new Set(choices.map((choice) => pairs[choice % pairs.length]?.id));
          const old = first.map((pair) =>
            confirmed.has(pair.id) ? { ...pair, confirmed: true as const } : pair,
          );
          const text = input(document, omitted);
          const updated = await align(text, { ...named, update: old });
          expectConservation(updated);
          const count = (whole: string, part: string): number => whole.split(part).length - 1;
          for (const pair of old) {
            // A text that comes again may be the one left out.
            const isThere = (['en', 'zh'] as const).every(
              (language) =>
                count(text[language], pair[language]) === 1 &&
                count(input(document, [])[language], pair[language]) === 1,
            );
            if (!pair.confirmed || pair.bead !== '1-1' || !isThere) continue;
            const { id, en, zh, score, confirmed } = pair;
            expect(all(updated)).toContainEqual(expect.objectContaining({ id, en, zh, score, confirmed }));
          }
        },
      ),
      settings,
    );
  });
});
