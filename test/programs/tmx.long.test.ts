import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { align, type Segment } from 'duiqi';
import { type PairRecord, records, type TmxOptions, toTmx } from 'duiqi/pairs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutMarker } from '../../packages/aligner/src/pairs/export/marker.js';
import { cleanSegment } from '../../packages/aligner/src/pairs/text.js';
import { type OmegatResult, omegatDtd, translateWithOmegat } from '../helpers/omegat.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const SEEDS = path('../../../shared/seeds');

const [hasOmegat, hasXmllint, hasToolkit] = [
  hasProgram('omegat'),
  hasProgram('xmllint'),
  hasPythonModule('translate'),
];
const hasSeeds = existsSync(SEEDS);
if (!hasOmegat) console.warn('Skipped: omegat is not installed.');
if (!hasXmllint) console.warn('Skipped: xmllint is not installed.');
if (!hasToolkit) console.warn(`Skipped: ${PYTHON} has no translate-toolkit.`);
if (!hasSeeds) console.warn('Skipped: ../shared/seeds, one of the documents, is not there.');

const pair = (en: string, zh: string, parts: Partial<PairRecord> = {}): PairRecord => ({
  id: en.toLowerCase().replace(/[^a-z]/g, ''),
  en,
  zh,
  score: 0.9,
  bead: '1-1',
  clause: null,
  flags: [],
  en_spans: [],
  zh_spans: [],
  doc: 'list.txt',
  ...parts,
});

/** Clauses in all the ways of counting them, and what else tools stumble over. */
const list: readonly PairRecord[] = [
  pair('1. The council met every week.', '1. 理事会每周开会。', { clause: '1' }),
  pair('(1) The hall was always full.', '（一）大厅总是坐满了人。', { clause: '(1)', clause_zh: '（一）' }),
  pair('I. The boats came home', '一、船队回家', { clause: 'I', clause_zh: '一' }),
  pair('Article 3 The gate is closed at night.', '第三条　大门夜间关闭。', {
    clause: 'Article 3',
    clause_zh: '第三条',
  }),
  pair('Chapter II Lights and Bells', '第二章 灯与钟', { clause: 'Chapter II', clause_zh: '第二章' }),
  pair('a) The bell is rung at noon.', '1）中午敲钟。', { clause: '4/a)', clause_zh: '四/1）' }),
  pair('(ii) The lamp is lit at dusk.', '（2）黄昏点灯。'),
  pair('3. The keeper & his <dog> stay.', '三、看守人与他的<狗>留下。'),
  pair('“Who is there?” asked the keeper.', '“谁在那儿？”看守人问道。'),
  pair('\u3000\u3000The tide turned early.\u00A0', '\u3000\u3000潮水早早地退了。\u200B'),
  pair('It cost 5.2 million yuan in 2024.', '2024年花了520万元。'),
];

interface Document {
  readonly pairs: readonly PairRecord[];
  /** The paragraphs as they were, where they are known, by language: sentences stand among others there. */
  readonly paragraphs: Readonly<Record<'en' | 'zh', readonly string[]>>;
}

async function documentOf(file: string): Promise<Document> {
  const alignment = await align(readFileSync(file, 'utf8'));
  const paragraphs = (segments: readonly Segment[], separator: string): string[] => {
    const texts: string[][] = [];
    for (const { paragraph, text } of segments) {
      texts[paragraph] ??= [];
      texts[paragraph].push(text);
    }
    return texts.map((sentences) => sentences.join(separator));
  };
  return {
    pairs: [...records(alignment, { document: file })],
    paragraphs: {
      en: paragraphs(alignment.en.segments, ' '),
      zh: paragraphs(alignment.zh.segments, ''),
    },
  };
}

let documents: Readonly<Record<string, Document>>;
let all: readonly PairRecord[];

beforeAll(async () => {
  const seed = hasSeeds && readdirSync(SEEDS).find((name) => name.startsWith('002_'));
  documents = {
    list: { pairs: list, paragraphs: { en: list.map(({ en }) => en), zh: list.map(({ zh }) => zh) } },
    report: await documentOf(path('../../examples/work-report.md')),
    ...(seed && { seed: await documentOf(join(SEEDS, seed)) }),
  };
  all = Object.values(documents).flatMap(({ pairs }) => pairs);
});

type Direction = 'en-zh' | 'zh-en';
const directions: readonly Direction[] = ['en-zh', 'zh-en'];
const sides = (direction: Direction) => direction.split('-') as ['en', 'zh'] | ['zh', 'en'];
const memory = (options: TmxOptions) => [...toTmx(all, options)].join('');

/** A text in which paragraphs stand apart, as OmegaT tells them. */
const textOf = (paragraphs: readonly string[]) => paragraphs.map((each) => `${each}\n\n`).join('');

/** Pairs whose source side is one sentence: a tool cuts the others up, and looks for the pieces. */
const isOneSentence = ({ bead }: PairRecord, source: 'en' | 'zh') =>
  bead!.split('-')[source === 'en' ? 0 : 1] === '1';

/** The standard rules for Chinese do not end a sentence here: it and the next one are looked up as one. */
const isOpenEnded = (text: string) => /[。！？]”$/.test(text);

/** The standard rules for English make a sentence of their own of these. */
const isCutOff = (text: string) => /^(?:\d+|[A-Z])\. /.test(text);

describe.skipIf(!hasOmegat)('OmegaT translates with the memory alone', () => {
  const tags = { en: 'en-US', zh: 'zh-CN' };

  function omegat(direction: Direction, markers: 'keep' | 'strip' | 'both'): OmegatResult {
    const [source, target] = sides(direction);
    const texts = Object.entries(documents).flatMap(([name, { pairs, paragraphs }]) => [
      [`${name}.txt`, textOf(pairs.map((each) => each[source]))],
      [`${name}-stripped.txt`, textOf(pairs.map((each) => withoutMarker(each, source)))],
      [`${name}-running.txt`, textOf(paragraphs[source])],
    ]);
    const result = translateWithOmegat({
      languages: [tags[source], tags[target]],
      documents: Object.fromEntries(texts),
      tmx: memory({ direction, markers }),
    });
    expect(result.log).toMatch(/memory\.tmx/);
    expect(result.log).not.toMatch(TROUBLE);
    return result;
  }

  /** What became of the pairs with one source sentence, each in a paragraph of its own; and what is hoped for. */
  function translations(result: OmegatResult, direction: Direction, suffix: '' | '-stripped') {
    const [source, target] = sides(direction);
    return Object.entries(documents).flatMap(([name, { pairs }]) => {
      const got = result.targets[`${name}${suffix}.txt`]!.split('\n\n');
      expect(got).toHaveLength(pairs.length + 1);
      return pairs.flatMap((each, index) => {
        if (!isOneSentence(each, source)) return [];
        const stripped = cleanSegment(withoutMarker(each, target));
        const cutOff = source === 'en' && isCutOff(each.en) ? `${each.en.split(' ')[0]} ${stripped}` : null;
        return [{ got: cleanSegment(got[index]!), whole: cleanSegment(each[target]), stripped, cutOff }];
      });
    });
  }

  describe.each(directions)('%s', (direction) => {
    const [source, target] = sides(direction);

    it('with `both`: every sentence, with its marker, without it, and among other sentences', () => {
      const result = omegat(direction, 'both');
      const marked = translations(result, direction, '');
      expect(marked.map(({ got }) => got)).toEqual(marked.map(({ whole, cutOff }) => cutOff ?? whole));
      const unmarked = translations(result, direction, '-stripped');
      expect(unmarked.map(({ got }) => got)).toEqual(unmarked.map(({ stripped }) => stripped));

      for (const [name, { pairs }] of Object.entries(documents)) {
        const running = cleanSegment(result.targets[`${name}-running.txt`]!);
        const missing = pairs.filter(
          (each, index) =>
            isOneSentence(each, source) &&
            !(isOpenEnded(each.zh) || isOpenEnded(pairs[index - 1]?.zh ?? '')) &&
            !running.includes(cleanSegment(withoutMarker(each, target))),
        );
        expect(missing.map((each) => each[source])).toEqual([]);
      }
    });

    it('with `keep`: every sentence with its marker, save where OmegaT cuts it off', () => {
      const marked = translations(omegat(direction, 'keep'), direction, '').filter(
        ({ cutOff }) => cutOff === null,
      );
      expect(marked.map(({ got }) => got)).toEqual(marked.map(({ whole }) => whole));
    });

    it('with `strip`: every sentence without its marker', () => {
      const unmarked = translations(omegat(direction, 'strip'), direction, '-stripped');
      expect(unmarked.map(({ got }) => got)).toEqual(unmarked.map(({ stripped }) => stripped));
    });
  });

  it('says so in its log where it does not like a memory', () => {
    const { log, targets } = translateWithOmegat({
      languages: ['en-US', 'zh-CN'],
      documents: { 'list.txt': textOf(list.map(({ en }) => en)) },
      tmx: memory({}).replace('every week', 'every\u0001 week'),
    });
    expect(log).toMatch(TROUBLE);
    expect(targets['list.txt']).not.toMatch(/\p{Script=Han}/u);
  });
});

/** What OmegaT writes about memories that it cannot load. */
const TROUBLE = /\b(?:error|exception|invalid|cannot)\b/i;

describe('programs that know the format', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'duiqi-tmx-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  function file(name: string, content: string): string {
    const whole = join(directory, name);
    writeFileSync(whole, content);
    return whole;
  }

  function run(program: string, ...args: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: directory, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  describe.skipIf(!hasXmllint)('xmllint', () => {
    const dtds: Readonly<Record<string, string | null>> = {
      'the DTD of this repository': readFileSync(path('../fixtures/tmx14.dtd'), 'utf8'),
      'the official DTD, as OmegaT has it': omegatDtd(),
    };

    it.each(Object.entries(dtds))('finds the memory valid by %s', (_, dtd) => {
      // Not installed together with OmegaT.
      if (dtd === null) return;
      for (const direction of directions) {
        const tmx = file('memory.tmx', memory({ direction, date: '20260131T080000Z' }));
        const { status, stderr } = run(
          'xmllint',
          '--noout',
          '--nonet',
          '--dtdvalid',
          file('tmx14.dtd', dtd),
          tmx,
        );
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      }
    });
  });

  describe.skipIf(!hasToolkit)('translate-toolkit', () => {
    it.each(directions)('pocount counts every unit, %s', (direction) => {
      const tmx = memory({ direction });
      const units = tmx.match(/<tu /g)!.length;
      expect(units).toBeGreaterThan(list.length);
      const { stdout, stderr } = run(
        PYTHON,
        '-m',
        'translate.tools.pocount',
        '--csv',
        file('memory.tmx', tmx),
      );
      const [names, values] = stdout
        .trim()
        .split('\n')
        .slice(-2)
        .map((line) => line.split(/, */));
      const counts = Object.fromEntries(names.map((name, place) => [name, values[place]]));
      expect(counts, stderr).toMatchObject({
        'Translated Messages': `${units}`,
        'Untranslated Messages': '0',
      });
    });

    it.each(directions)('pretranslate fills in what the memory has, %s', (direction) => {
      const [source, target] = sides(direction);
      const quote = (text: string) => JSON.stringify(text);
      const texts = list.flatMap((each) => {
        const wholes = [cleanSegment(each[source]), cleanSegment(each[target])];
        const stripped = [source, target].map((side) => cleanSegment(withoutMarker(each, side)));
        return wholes[0] === stripped[0] ? [wholes] : [wholes, stripped];
      });
      const header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n';
      const entries = (translated: boolean) =>
        texts.map(([from, to]) => `\nmsgid ${quote(from!)}\nmsgstr ${quote(translated ? to! : '')}\n`);
      const empty = file('empty.po', [header, ...entries(false)].join(''));
      const tmx = file('memory.tmx', memory({ direction }));
      // It wants a file that was translated before, too.
      const args = ['--progress=none', '--similarity=100', `--tm=${tmx}`, '-t', empty, empty, 'full.po'];
      const { stderr } = run(PYTHON, '-m', 'translate.tools.pretranslate', ...args);
      expect(readFileSync(join(directory, 'full.po'), 'utf8'), stderr).toBe(
        [header, ...entries(true)].join(''),
      );
    });
  });
});
