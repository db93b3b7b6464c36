import { type AlignOptions, align, type Pair } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { splitAtQuotations, splitChinese } from '../../packages/aligner/src/document/segment/chinese.js';

/** `|` stands where a sentence may have ended before its full stop was forgotten. */
test.each([
  '他称之为“新的开端”|市长没有回答。',
  '他称之为"新的开端"|"市长"|沉默不语。',
  '他说：「走吧」|她留下了。',
  '他叫它“甲”、“乙”和“丙”|船长不同意。',
  '他说“走吧”的时候，她说“好”了，也说过“不”，没说“也许”。',
  '“不知道。”她想了很久才慢慢地这样回答了他的那个问题。',
  '渡船叫“海鸥”并且很旧，“燕子”也很旧。',
  '他（又叫“老船长”）走了，Lin’s 也走了。',
  '“好吧”他说。',
])('%s', (marked) => {
  const text = marked.replaceAll('|', '');
  const parts = splitAtQuotations(text).map(({ start, end }) => text.slice(start, end));
  expect(parts).toEqual(marked.split('|'));
});

const english =
  'The harbour was rebuilt in spring. The mayor called it "a new beginning for the whole city." ' +
  'Her engineer from the shipyard refused to answer any question. The fishermen went home.';
const chinese =
  '港口在春天重建了。市长称之为“整个城市的新开端”造船厂的工程师拒绝回答任何问题。渔民们回家了。';
const joined =
  'The mayor called it "a new beginning for the whole city." Her engineer from the shipyard refused to answer any ' +
  'question. | 市长称之为“整个城市的新开端”造船厂的工程师拒绝回答任何问题。';

async function pairsOf(en: string, zh: string, options?: AlignOptions): Promise<string[]> {
  const { pairs } = await align({ en, zh }, options);
  return pairs.map((pair: Pair) => `${pair.en.text} | ${pair.zh.text}`);
}

describe('a Chinese sentence that ends with a quotation and lacks its full stop', () => {
  test('is cut where the English shows its end', async () => {
    expect(await pairsOf(english, chinese)).toEqual([
      'The harbour was rebuilt in spring. | 港口在春天重建了。',
      'The mayor called it "a new beginning for the whole city." | 市长称之为“整个城市的新开端”',
      'Her engineer from the shipyard refused to answer any question. | 造船厂的工程师拒绝回答任何问题。',
      'The fishermen went home. | 渔民们回家了。',
    ]);
  });

  test('its parts point at their text, over line breaks too', async () => {
    const zh = chinese.replace('新开端”', '新\n开端”\n');
    const { pairs, zh: side, sources } = await align({ en: english, zh });
    expect(pairs).toHaveLength(4);
    for (const { text, spans } of side.segments) {
      const source = spans.map(({ start, end }) => sources[side.source]!.text.slice(start, end)).join('');
      expect(source.replace(/\s/g, '')).toBe(text);
    }
  });

  test('stays whole where the caller says what a sentence is', async () => {
    const own = { name: 'own@1', language: 'zh', sentences: splitChinese } as const;
    expect(await pairsOf(english, chinese, { segmenters: [own] })).toContain(joined);
  });

  test('progress never goes back', async () => {
    const done: number[] = [];
    await align({ en: english, zh: chinese }, { onProgress: ({ fraction }) => done.push(fraction) });
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });
});

test('quoted words are cut by no quotation of the English that is theirs', async () => {
  const en = 'The law calls this a "vessel." It also names the word "cargo" and the word "crew" in one list.';
  const zh = '法律把这叫做“船舶”，同一份清单里还列出了“货物”一词和“船员”一词。';
  expect(await pairsOf(en, zh)).toEqual([`${en} | ${zh}`]);
});
