import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Alignment, align, type Pair, type PairSide, type Span } from 'duiqi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SEEDS = fileURLToPath(new URL('../../shared/seeds', import.meta.url));
const BIN = fileURLToPath(new URL('../packages/cli/bin.mjs', import.meta.url));

// The documents belong to others and lie beside the checkout, not in it. What is expected of them is computed
// from the files, so that none of their text stands here.
const absent = !existsSync(SEEDS);
if (absent) console.warn('Skipped: ../shared/seeds, the documents of these tests, is not there.');

/** The path of the document whose name begins with this number. */
function seed(number: string): string {
  return join(SEEDS, readdirSync(SEEDS).find((name) => name.startsWith(`${number}_`))!);
}

function read(number: string): string {
  return readFileSync(seed(number), 'utf8');
}

const NUMERALS = '一二三四五六';

/** A Chinese clause path as the English side writes it: `五/(一)` is `5/(1)`. */
function inDigits(path: string | null): string | null {
  return path?.replace(/[一二三四五六]/g, (numeral) => `${NUMERALS.indexOf(numeral) + 1}`) ?? null;
}

/** What a marker at the start of a line heads, by clause path: the matches of `clause` below those of `section`. */
function headings(text: string, section: RegExp, clause: RegExp): Map<string, string> {
  const found = new Map<string, string>();
  let above = '';
  for (const line of text.split('\n')) {
    const [heading, number] = section.exec(line) ?? clause.exec(line) ?? [];
    if (heading === undefined || number === undefined) continue;
    if (heading.startsWith('#')) above = inDigits(number)!;
    const path = heading.startsWith('#') ? above : `${above}/(${inDigits(number)})`;
    found.set(path, heading.replace(/^#+ /, ''));
  }
  return found;
}

const isChinese = (line: string): boolean => /\p{Script=Han}/u.test(line);

/** The text with its Chinese lines changed. */
function withChinese(text: string, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => (isChinese(line) ? change(line) : line))
    .join('\n');
}

const bare = (text: string): string => text.replace(/\s+/g, '');

describe.skipIf(absent)('the bilingual report of ../shared/seeds', () => {
  let text: string;
  let alignment: Alignment;

  beforeAll(async () => {
    text = read('002');
    alignment = await align(text);
  });

  /** The only pair that holds the words on one of its sides. */
  function pairWith(words: string | RegExp): Pair {
    const found = alignment.pairs.filter(({ en, zh }) =>
      [en, zh].some((side) =>
        typeof words === 'string' ? side.text.includes(words) : words.test(side.text),
      ),
    );
    expect(found, `pairs with ${words}`).toHaveLength(1);
    return found[0]!;
  }

  test('the titles pair', () => {
    const [english, chinese] = text.split('\n').filter((line) => line.startsWith('#'));
    const { en, zh, bead } = alignment.pairs[0]!;
    expect([`# ${en.text}`, `## ${zh.text}`, bead]).toEqual([english, chinese, '1-1']);
  });

  test('every heading, of its own or run in, pairs with its counterpart and with nothing else', () => {
    const english = headings(text, /^#+ (\d)\. .*/, /^\((\d)\) .*/);
    const chinese = headings(text, /^#+ ([一二三四五六])、.*/, /^\(([一二三四五六])\) [^。]*。/);
    const clauses = ['5', '5/(1)', '5/(2)', '5/(3)', '5/(4)', '5/(5)', '6', '6/(1)', '6/(2)'];
    expect([...english.keys()]).toEqual(clauses);
    expect([...chinese.keys()]).toEqual(clauses);
    for (const clause of clauses) {
      const { en, zh, bead } = pairWith(english.get(clause)!);
      expect([bead, en.text, zh.text]).toEqual(['1-1', english.get(clause), chinese.get(clause)]);
      expect([en.clause, inDigits(zh.clause)]).toEqual([clause, clause]);
    }
  });

  test('no pair crosses the wall between two clauses', () => {
    for (const { en, zh } of alignment.pairs) {
      const clauses = [...en.segments, ...zh.segments].map(({ clause }) => inDigits(clause));
      expect(new Set(clauses), en.text).toEqual(new Set([en.clause]));
    }
  });

  test.each([
    ['en', "Speakers of Eurasian Countries' Parliaments, and the six-nation Conference"],
    ['zh', '六国议长会议等多边机制'],
    ['zh', '建好用好中国人大网英文版'],
  ] as const)('the page cut in %s "%s" is stitched', (language, words) => {
    const pair = pairWith(words);
    const segment = pair[language].segments.find((each) => each.text.includes(words))!;
    expect([segment.stitched, segment.spans.length, pair.flags.includes('stitched')]).toEqual([
      true,
      2,
      true,
    ]);
    expect(segment.text).toMatch(language === 'en' ? /^[A-Z].*\.$/ : /[^。]。$/);
  });

  test('only what page ends cut is stitched', () => {
    const stitched = [...alignment.en.segments, ...alignment.zh.segments].filter((each) => each.stitched);
    expect(stitched.map(({ language }) => language)).toEqual(['en', 'zh', 'zh']);
  });

  test('the paragraph that enumerates in its text is one pair', () => {
    const { en, zh, bead } = pairWith(/: \(1\) .*; \(2\) .*; \(3\) /);
    const lines = text.split('\n');
    const english = lines.filter((line) => line.includes('; (2) '));
    const chinese = lines.filter((line) => /就是.*; ?就是.*; ?就是/.test(line));
    expect([bead, [en.text], [zh.text]]).toEqual(['1-1', english, chinese]);
  });

  test('the two pieces cut off at the end are flagged, and nothing else is unaligned', () => {
    const { en, zh, pairs, unaligned } = alignment;
    for (const { segments } of [en, zh]) {
      expect(segments.filter((each) => each.truncated)).toEqual(segments.slice(-1));
    }
    const flagged = [...pairs, ...unaligned]
      .filter(({ flags }) => flags.includes('truncated'))
      .flatMap((each) => ('side' in each ? each.side.segments : [...each.en.segments, ...each.zh.segments]));
    expect(flagged).toContain(en.segments.at(-1));
    expect(flagged).toContain(zh.segments.at(-1));
    expect(unaligned.filter(({ flags }) => !flags.includes('truncated'))).toEqual([]);
  });

  test('every character stands in one place, and sides say what their spans hold', () => {
    const { pairs, unaligned, markup } = alignment;
    const sides: PairSide[] = [
      ...pairs.flatMap(({ en, zh }) => [en, zh]),
      ...unaligned.map(({ side }) => side),
    ];
    const slice = ({ start, end }: Span): string => text.slice(start, end);
    for (const side of sides) expect(bare(side.spans.map(slice).join(''))).toBe(bare(side.text));
    let last = 0;
    const spans = [...sides.flatMap((side) => side.spans), ...markup.flat()];
    for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(last, start).trim()).toBe('');
      last = end;
    }
    expect(text.slice(last).trim()).toBe('');
  });

  test.each<[string, (line: string) => string]>([
    ['full-width', (line) => line.replace(/, ?/g, '，').replace(/; ?/g, '；')],
    ['ASCII with a space', (line) => line.replaceAll('，', ', ').replaceAll('；', '; ')],
    ['ASCII without a space', (line) => line.replace(/，|, /g, ',').replace(/；|; /g, ';')],
  ])('with all Chinese commas and semicolons %s it gives the same ladder', async (_, change) => {
    const changed = withChinese(text, change);
    expect(changed).not.toBe(text);
    expect((await align(changed)).ladder).toEqual(alignment.ladder);
  });
});

describe.skipIf(absent)('the English articles of ../shared/seeds, by the command', () => {
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'duiqi-seeds-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  function duiqi(...args: string[]) {
    return spawnSync(process.execPath, [BIN, ...args], { cwd: directory, encoding: 'utf8' });
  }

  test.each(['000', '001', '003', '004'])('%s has nothing to align, and no file is written', (number) => {
    const { status, stdout, stderr } = duiqi('align', seed(number), '-o', 'a.tmx', '-o', 'a.jsonl');
    expect([status, stdout, readdirSync(directory)]).toEqual([3, '', []]);
    expect(stderr).toMatch(/English \([\d,]+ letters\) and no Chinese/);
  });

  test.each(['000', '001', '003', '004'])(
    '%s is cut into English sentences that hold all of it',
    (number) => {
      const { status, stdout } = duiqi('segment', seed(number));
      const segments = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { language: string; text: string });
      expect(status).toBe(0);
      expect(new Set(segments.map(({ language }) => language))).toEqual(new Set(['en']));
      expect(bare(segments.map((each) => each.text).join(''))).toBe(bare(read(number)));
    },
  );

  test('000 is reported to hold three copies, with where each starts', () => {
    const text = read('000');
    const opening = text.slice(0, 80);
    const starts: number[] = [];
    for (let at = 0; at >= 0; at = text.indexOf(opening, at + 1)) starts.push(at);
    expect(starts).toHaveLength(3);
    const { stderr } = duiqi('align', seed('000'));
    expect(stderr).toMatch(/3 times, glued together without a break/);
    expect([...stderr.matchAll(/character (\d+)/g)].map(([, at]) => Number(at))).toEqual(starts);
  });
});
