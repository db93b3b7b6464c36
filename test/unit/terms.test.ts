import type { PairRecord } from 'duiqi/pairs';
import { proposeTerms, readGlossary, type TermProposal, writeTerms } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { pairRecord } from '../helpers/review-records.js';

/** Rules of a harbour, in which terms come again and again. */
const RULES: readonly (readonly [string, string])[] = [
  ['The Harbour Committee shall keep a register of ferry boats.', '港口委员会应当保存渡轮登记册。'],
  ['Each ferry boat shall have a safety certificate.', '每艘渡轮应当持有安全证书。'],
  ['The Harbour Committee may revoke the safety certificate.', '港口委员会可以吊销安全证书。'],
  ['A safety certificate is valid for two years.', '安全证书有效期为两年。'],
  ['Ferry boats without a certificate shall not leave the port.', '没有证书的渡轮不得离开港口。'],
  ['The Harbour Committee shall meet every month.', '港口委员会每月开会。'],
  ['Linjiang has 3 ferry boats.', '临江有三艘渡轮。'],
  ['Passengers shall show a ticket in Linjiang.', '乘客在临江应当出示船票。'],
];
const pairs: readonly PairRecord[] = RULES.map(([en, zh]) => pairRecord({ en, zh }));

const shown = (terms: readonly TermProposal[]): string[] =>
  terms.map(({ en, zh, count }) => `${en} | ${zh} | ${count}`);

describe('terms of documents', () => {
  test('of several words and of one, with how often they are together', async () => {
    const terms = shown(await proposeTerms(pairs));
    expect(terms).toContain('safety certificate | 安全证书 | 3');
    expect(terms).toContain('Harbour Committee | 港口委员会 | 3');
    // Nothing that is only a part of these.
    expect(terms.filter((term) => /^(?:safety|Committee|Harbour) \|/.test(term))).toEqual([]);
    // No words of grammar, and nothing that comes once.
    expect(terms.filter((term) => /shall|^the | 应当|月/i.test(term))).toEqual([]);
  });

  test('the example is the shortest pair that has both', async () => {
    const [found] = (await proposeTerms(pairs)).filter(({ zh }) => zh === '安全证书');
    expect(found).toMatchObject({
      enCount: 3,
      zhCount: 3,
      example: { en: RULES[3]![0], zh: RULES[3]![1] },
    });
    expect(found!.score).toBeGreaterThan(0.8);
    expect(found!.score).toBeLessThanOrEqual(1);
  });

  test('in traditional characters too, as they are written', async () => {
    const traditional = [
      pairRecord({ en: 'A safety certificate is valid for two years.', zh: '安全證書有效期為兩年。' }),
      pairRecord({ en: 'Show the safety certificate when you leave.', zh: '離開時請出示安全證書。' }),
    ];
    expect(shown(await proposeTerms(traditional))).toContain('safety certificate | 安全證書 | 2');
  });

  test('what comes twice teaches as much as once, and what is doubtful nothing', async () => {
    const [pair] = pairs.slice(1);
    expect(await proposeTerms([pair!, { ...pair!, id: 'b' }])).toEqual([]);
    expect(await proposeTerms(pairs.map((each) => ({ ...each, flags: ['low-score'] })))).toEqual([]);
    expect(await proposeTerms([])).toEqual([]);
  });

  test('minCount asks for more', async () => {
    const terms = await proposeTerms(pairs, { minCount: 3 });
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.every(({ count }) => count >= 3)).toBe(true);
  });

  test('the same pairs give the same terms', async () => {
    expect(await proposeTerms(pairs)).toEqual(await proposeTerms([...pairs]));
  });
});

describe('terms are written', () => {
  test.each(['tsv', 'xlsx', 'tbx'] as const)('as %s, which is a glossary then', async (format) => {
    const terms = [
      ...(await proposeTerms(pairs)),
      {
        ...{ en: '=R&D <unit>', zh: '研发部门', count: 2, enCount: 2, zhCount: 2, score: 1 },
        example: { en: 'x\ny', zh: '一' },
      },
    ];
    const chunks = [...(await writeTerms(terms, format))];
    const file = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
    const told: string[] = [];
    const glossary = await readGlossary(file, { onDiagnostic: ({ message }) => told.push(message) });
    expect(glossary).toEqual(terms.map(({ en, zh }) => ({ en, zh })));
    expect(told).toEqual([]);
  });

  test('another format is refused', async () => {
    await expect(writeTerms([], 'pdf' as 'tsv')).rejects.toMatchObject({ code: 'bad-option' });
  });
});
