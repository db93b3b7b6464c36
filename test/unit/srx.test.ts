import { align, DuiqiError, readSrx, segment } from 'duiqi';
import { describe, expect, test } from 'vitest';

type RuleOf = readonly [isBreak: 'yes' | 'no', before: string, after: string];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A file of rules as a translation tool writes it. */
function srx(
  groups: Readonly<Record<string, readonly RuleOf[]>>,
  maps: readonly (readonly [pattern: string, name: string])[],
  cascade = 'yes',
): string {
  const rules = Object.entries(groups).map(
    ([name, list]) =>
      `<languagerule languagerulename="${name}">${list
        .map(
          ([isBreak, before, after]) =>
            `<rule break="${isBreak}"><beforebreak>${escaped(before)}</beforebreak><afterbreak>${escaped(after)}</afterbreak></rule>`,
        )
        .join('')}</languagerule>`,
  );
  const map = maps.map(
    ([pattern, name]) => `<languagemap languagepattern="${pattern}" languagerulename="${name}"/>`,
  );
  return `<?xml version="1.0"?>\n<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="${cascade}"/><body><languagerules>${rules.join('')}</languagerules><maprules>${map.join('')}</maprules></body></srx>`;
}

/** What the rules make of a text in English. */
async function cut(file: string, text: string, language: 'en' | 'zh' = 'en'): Promise<string[]> {
  const [segmenter] = (await readSrx(file, 'my.srx')).filter((each) => each.language === language);
  return segmenter!.sentences!(text).map(({ start, end }) => text.slice(start, end));
}

const MAPS = [
  ['(EN|en).*', 'English'],
  ['(ZH|zh).*', 'Chinese'],
  ['.*', 'Default'],
] as const;
const RULES = {
  English: [
    ['no', String.raw`\b(?:Mr|Dr)\.`, String.raw`\s`],
    ['yes', ';', String.raw`\s`],
  ],
  Chinese: [['yes', '[。；]', '']],
  Default: [['yes', String.raw`[\.\?!]+[\"”]?`, String.raw`\s+`]],
} as const;

describe('rules of a translation tool', () => {
  test('cut a text: the first rule that fits a place decides', async () => {
    const text = 'Dr. Weir came home; it rained. “Who is there?” He was not alone.';
    expect(await cut(srx(RULES, MAPS), text)).toEqual([
      'Dr. Weir came home;',
      'it rained.',
      '“Who is there?”',
      'He was not alone.',
    ]);
    expect(await cut(srx(RULES, MAPS), '下雨了；风也大。灯亮了', 'zh')).toEqual([
      '下雨了；',
      '风也大。',
      '灯亮了',
    ]);
  });

  test('without cascading only the first map counts', async () => {
    expect(await cut(srx(RULES, MAPS, 'no'), 'It rained; it snowed. Dr. Weir slept.')).toEqual([
      'It rained;',
      'it snowed. Dr. Weir slept.',
    ]);
  });

  test.each<[string, string, string, string, string[]]>([
    ['case aside', '(?i)ENDE', String.raw`\s`, 'a ende b', ['a ende', 'b']],
    ['code points', String.raw`\x{2026}`, '', 'a… b', ['a…', 'b']],
    ['blanks', 'a', String.raw`\h+b`, 'a\u00A0b', ['a', 'b']],
    ['letters', String.raw`[[:upper:]]\.`, String.raw`\s`, 'x. Y. z', ['x. Y.', 'z']],
    ['no way back', String.raw`(?>\.)++`, String.raw`\s++`, 'a.. b', ['a..', 'b']],
    ['literal text', String.raw`\Q.)\E`, String.raw`\s`, '(a.) b', ['(a.)', 'b']],
    ['escapes of what needs none', String.raw`\,\"`, String.raw`\s`, '"a," b', ['"a,"', 'b']],
  ])('may be written as ICU and Java have them: %s', async (_, before, after, text, expected) => {
    expect(await cut(srx({ e: [['yes', before, after]] }, [['en', 'e']]), text)).toEqual(expected);
  });

  test('a file that is for one language leaves the other to the built-in rules', async () => {
    const file = srx({ e: RULES.English }, [['EN.*', 'e']]);
    const segmenters = await readSrx(new TextEncoder().encode(file), 'my.srx');
    expect(segmenters.map(({ language }) => language)).toEqual(['en']);
    const { en, zh } = await segment({ en: 'It rained; it snowed.', zh: '下雨了。下雪了。' }, { segmenters });
    expect(en.segments.map(({ text }) => text)).toEqual(['It rained;', 'it snowed.']);
    expect(zh.segments).toHaveLength(2);
    const { signature } = await align(
      { en: 'It rained; it snowed.', zh: '下雨了。下雪了。' },
      { segmenters },
    );
    expect(signature).toMatch(/segmenter-en:srx-[\da-f]{16}/);
  });

  test.each<[string, string, string]>([
    ['no XML', 'no rules', '"my.srx" is no well-formed XML at line 1'],
    ['another document', '<tmx/>', '"my.srx" is no SRX: its outermost element is <tmx>.'],
    [
      'rules of others',
      srx({ f: [['yes', '!', ' ']] }, [
        ['FR.*', 'f'],
        ['.*', 'f'],
      ]),
      '"my.srx" has rules for neither English nor Chinese',
    ],
    [
      'a bad rule',
      srx({ e: [['yes', '(', ' ']] }, [['EN.*', 'e']]),
      '"my.srx" has a rule that cannot be read as a regular expression, with "(" and " " before and after the break.',
    ],
  ])('%s is refused in one sentence', async (_, file, message) => {
    const read = readSrx(file, 'my.srx');
    await expect(read).rejects.toThrow(DuiqiError);
    await expect(read).rejects.toThrow(message);
  });
});
