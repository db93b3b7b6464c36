import fc from 'fast-check';

/** A sentence in both languages. */
export interface Phrase {
  readonly en: string;
  readonly zh: string;
}

/** A paragraph and its translation, sentence by sentence. Headings and markers begin it. */
export interface GeneratedParagraph {
  readonly marker: Phrase | null;
  readonly sentences: readonly Phrase[];
}

export type GeneratedDocument = readonly GeneratedParagraph[];

const NAMES: readonly Phrase[] = [
  { en: 'Lin Xiaoyu', zh: '林晓雨' },
  { en: 'He Jianzhou', zh: '何建洲' },
  { en: 'Zhang Weimin', zh: '张伟民' },
  { en: 'Chen Guangming', zh: '陈光明' },
];
const ACTIONS: readonly Phrase[] = [
  { en: 'repaired the old bridge', zh: '修理了旧桥' },
  { en: 'visited the new hospital', zh: '访问了新医院' },
  { en: 'planted trees along the river', zh: '在河边种了树' },
  { en: 'wrote a letter to the mayor', zh: '给市长写了一封信' },
  { en: 'opened a school for sailors', zh: '开办了水手学校' },
  { en: 'bought a house near the harbor', zh: '在港口附近买了房子' },
];
const THINGS: readonly Phrase[] = [
  { en: 'boats', zh: '船' },
  { en: 'books', zh: '书' },
  { en: 'apples', zh: '苹果' },
  { en: 'bicycles', zh: '自行车' },
  { en: 'chairs', zh: '椅子' },
];
const PLACES: readonly Phrase[] = [
  { en: 'the market', zh: '市场' },
  { en: 'the library', zh: '图书馆' },
  { en: 'the island', zh: '岛上' },
  { en: 'the railway station', zh: '火车站' },
];
const HEADINGS: readonly Phrase[] = [
  { en: 'Harbor and Ships', zh: '港口和船舶' },
  { en: 'Education', zh: '教育' },
  { en: 'Public Health', zh: '公共卫生' },
  { en: 'Protection of the Environment', zh: '环境保护' },
];

const number = fc.integer({ min: 21, max: 9899 });
const name = fc.constantFrom(...NAMES);

/** Sentences of several kinds, long enough to be cut in the middle, each with something that tells it from others. */
const sentence: fc.Arbitrary<Phrase> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...ACTIONS), number).map(([who, action, n]) => ({
    en: `In the winter ${who.en} ${action.en}, and the work took ${n} hours.`,
    zh: `冬天${who.zh}${action.zh}，工作用了${n}小时。`,
  })),
  fc.tuple(number, fc.constantFrom(...THINGS), fc.constantFrom(...PLACES)).map(([n, thing, place]) => ({
    en: `The city sent ${n} ${thing.en} to ${place.en} before the holiday.`,
    zh: `节日之前，城市把${n}${thing.zh}送到${place.zh}。`,
  })),
  fc.tuple(name, number, fc.constantFrom(...THINGS)).map(([who, n, thing]) => ({
    en: `Why did ${who.en} sell all of the ${n} ${thing.en} so quickly?`,
    zh: `为什么${who.zh}这么快就卖掉了全部${n}${thing.zh}？`,
  })),
);

const CHINESE_DIGITS = ['', ...'一二三四五六七八九'];
/** `二十三` for 23, up to 99. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? CHINESE_DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${CHINESE_DIGITS[ones]}`;
}

const body = fc.array(sentence, { minLength: 1, maxLength: 4 });
const section = fc.record({
  heading: fc.constantFrom(...HEADINGS),
  introduction: fc.array(body, { maxLength: 2 }),
  clauses: fc.array(body, { maxLength: 4 }),
});

/** Sections with a numbered heading, paragraphs, and clauses `(1)` against `（一）`; the pairs are known. */
export const documents: fc.Arbitrary<GeneratedDocument> = fc
  .array(section, { minLength: 1, maxLength: 4 })
  .map((sections) =>
    sections.flatMap(({ heading, introduction, clauses }, index): GeneratedParagraph[] => [
      { marker: { en: `${index + 1}. `, zh: `${chineseNumeral(index + 1)}、` }, sentences: [heading] },
      ...introduction.map((sentences) => ({ marker: null, sentences })),
      ...clauses.map((sentences, clause) => ({
        marker: { en: `(${clause + 1}) `, zh: `（${chineseNumeral(clause + 1)}）` },
        sentences,
      })),
    ]),
  );

export function englishOf({ marker, sentences }: GeneratedParagraph): string {
  return (marker?.en ?? '') + sentences.map(({ en }) => en).join(' ');
}

export function chineseOf({ marker, sentences }: GeneratedParagraph): string {
  return (marker?.zh ?? '') + sentences.map(({ zh }) => zh).join('');
}
