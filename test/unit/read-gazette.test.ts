import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { type GazetteClause, type GazetteLayout, gazette } from '../helpers/gazette.js';
import { CHRONICLE } from '../helpers/orchard-town.js';
import { AGREEMENT, DUES } from '../helpers/port-agreement.js';

/** An ordinance of sections, paragraphs and a schedule, of several pages in either language. */
const ORDINANCE: readonly GazetteClause[] = [
  ...AGREEMENT,
  { level: 'heading', en: 'Schedule 1 Dues', zh: '附表1 费用' },
  ...DUES.map(
    ([en, zh], at): GazetteClause => ({
      level: 1,
      en: `(${'abcdefghijkl'[at]}) ${en};`,
      zh: `(${'abcdefghijkl'[at]}) ${zh}；`,
    }),
  ),
  { level: 'heading', en: 'Schedule 2 History', zh: '附表2 沿革' },
  ...Array.from({ length: Math.ceil(CHRONICLE.length / 3) }, (_, at): GazetteClause => {
    const sentences = CHRONICLE.slice(at * 3, at * 3 + 3);
    return {
      level: 0,
      en: `${at + 1}.1 ${sentences.map(([en]) => en).join(' ')}`,
      zh: `${at + 1}.1 ${sentences.map(([, zh]) => zh).join('')}`,
    };
  }),
];

const plain = (text: string): string => text.replace(/\s+/g, '');
const pairsOf = ({ pairs }: Awaited<ReturnType<typeof align>>): string[] =>
  pairs.map(({ en, zh }) => `${plain(en.text)}\t${plain(zh.text)}`);

/** The pairs of the text that the gazette was set from. */
const wanted = await align(
  {
    en: ORDINANCE.map(({ en }) => en).join('\n\n'),
    zh: ORDINANCE.map(({ zh }) => zh).join('\n\n'),
  },
  { names: ['a.txt', 'b.txt'] },
).then(pairsOf);

describe('a gazette whose fonts do not say which characters they hold', () => {
  test.each<GazetteLayout>(['pages', 'spreads', 'halves', 'columns'])('in %s', async (layout) => {
    const alignment = await align(gazette(ORDINANCE, layout), { names: ['a.pdf'] });
    const got = new Set(pairsOf(alignment));
    const missed = wanted.filter((pair) => !got.has(pair));
    expect(missed.length).toBeLessThanOrEqual(0.02 * wanted.length);
    expect([...got].some((pair) => /B13\d\d|条例》/.test(pair))).toBe(false);
  });
});
