import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PairRecord, toJsonl } from 'duiqi/pairs';
import { afterAll, describe, expect, it } from 'vitest';
import { PairMaker, type PartialRecord } from '../../packages/aligner/src/pairs/import/pair-maker.js';
import { main } from '../../packages/cli/src/main.js';
import { folded } from '../helpers/pair-records.js';

// Through the command, from every format to every other and back: not a character changes that both can hold.

const directory = mkdtempSync(join(tmpdir(), 'duiqi-round-trips-'));
afterAll(() => rmSync(directory, { recursive: true }));

const AWKWARD: readonly PartialRecord[] = [
  {
    ...{ en: '(1) The quay is closed.', zh: '（一）码头关闭。', clause: '2/(1)', clause_zh: '二/（一）' },
    ...{ score: 0.9312, bead: '1-1', en_spans: [[0, 23]], zh_spans: [[25, 33]], file: [0, 1] },
  },
  { en: '"Stop," she said, 5\'7" tall; twice.', zh: '她说了“停”，"两次"。', score: 1, bead: '2-1' },
  { en: '=1+1', zh: '+2', score: 0.5, bead: '1-1', flags: ['low-score', 'number-mismatch'] },
  { en: "'tis @harbour", zh: '@港口' },
  { en: '-3 boats', zh: "'=1" },
  { en: '007', zh: '3.50' },
  { en: 'TRUE', zh: '_x0041_ 是' },
  { en: '3/4', zh: '1-1' },
  { en: '<b>Fish</b> &amp; chips & more ]]>', zh: '<b>鱼</b>&#38;薯条' },
  { en: '⚓️ harbour 😀', zh: '港口 👩‍🚀' },
  { en: 'The fishing boats return.', zh: '臺灣漁船歸來，𠮷田先生說。' },
  { en: '  Tide table ', zh: '\u3000潮汐表 ' },
  { en: 'Depth\tin\nmetres', zh: '深度\r\n（米）' },
  { en: 'Pier\u00A0No.\u202F4', zh: '四号\u00A0码头' },
  { en: 'Two\u2028lines', zh: '两\u2029行' },
  { en: 'har\u00ADbour\u200B wall', zh: '港\uFEFF墙' },
  { en: 'The bell\u0001 rings', zh: '钟\u001F响\uFFFE了' },
  {
    ...{ en: 'The warden keeps the keys.', zh: '钥匙由看守人保管。', score: 0.7, bead: '1-1' },
    ...{ flags: ['conflict'], confirmed: true, note: 'Ask him: "why?"\n=SUM(A1) | 再问' },
  },
  { en: 'The warden keeps the keys.', zh: '看守人有钥匙。', score: 0.2, flags: ['conflict'] },
  { en: 'The quay is dry.', zh: '码头是干的。', score: 0.9 },
  { en: 'The quay is dry.', zh: '码头是干的。', score: 0.9, flags: ['duplicate'] },
  { en: 'Nobody translated this.', zh: '', score: 0, bead: '1-0' },
  { en: '', zh: '无人翻译此句。', score: 0, bead: '0-1' },
];

/** What a format makes of pairs; what it keeps, it keeps as it is. */
interface Held {
  readonly name: string;
  readonly lost: readonly (keyof PairRecord)[];
  readonly text?: (text: string) => string;
  readonly note?: (note: string) => string;
  readonly leavesOut?: (pair: PairRecord) => boolean;
  /** What comes behind all others. */
  readonly isLast?: (pair: Partial<PairRecord>) => boolean;
}

const POSITIONS = ['en_spans', 'zh_spans', 'file'] as const;
const isOneSided = ({ en, zh }: PairRecord): boolean => en === '' || zh === '';
/** XML 1.0 has no place for these, not even escaped. */
const inXml = (text: string): string => text.replace(/(?![\t\n\r])[\p{Cc}\uFFFE]/gu, '');
/** What a memory is searched for has neither invisible characters nor white space of other kinds. */
const inMemory = (text: string): string =>
  inXml(text)
    .replace(/[\u00AD\u200B\uFEFF]/g, '')
    .replace(/\s+/g, (space) => (space === '\u3000' ? space : ' '))
    .trim();

const FORMATS: readonly Held[] = [
  { name: 'pairs.jsonl', lost: [] },
  { name: 'pairs.csv', lost: POSITIONS },
  { name: 'pairs.xlsx', lost: POSITIONS },
  // What has no translation yet is written, and read back it is no pair.
  { name: 'pairs.xlf', lost: POSITIONS, text: inXml, leavesOut: isOneSided },
  {
    ...{ name: 'pairs.tmx', lost: POSITIONS, text: inMemory, note: folded },
    leavesOut: (pair) => isOneSided(pair) || pair.flags.includes('duplicate'),
    // Of several translations of a text most tools take the last one.
    isLast: ({ flags, confirmed }) => confirmed === true && flags?.includes('conflict') === true,
  },
  {
    ...{ name: 'pairs.tsv', text: folded },
    lost: [...POSITIONS, 'id', 'clause_zh', 'doc', 'confirmed', 'note'],
  },
  {
    ...{ name: 'pairs.moses', text: (text) => folded(text).trim(), leavesOut: isOneSided },
    lost: [...POSITIONS, 'id', 'score', 'bead', 'clause', 'clause_zh', 'flags', 'doc', 'confirmed', 'note'],
  },
];

const maker = new PairMaker('log "A"; 港.md');
const PAIRS = AWKWARD.map((pair) => maker.pair(pair));

/** The pairs after formats in turn, without the fields that one of them loses. */
function heldBy(formats: readonly Held[]): object[] {
  let pairs: readonly PairRecord[] = PAIRS;
  for (const [at, { text = same, note = same, leavesOut = () => false, isLast }] of formats.entries()) {
    const before = formats.slice(0, at);
    const comesLast = (pair: PairRecord): number => Number(isLast?.(without(pair, before)) ?? false);
    pairs = pairs
      .filter((pair) => !leavesOut(pair))
      .map((pair) => ({
        ...{ ...pair, en: text(pair.en), zh: text(pair.zh) },
        ...(pair.note !== undefined && { note: note(pair.note) }),
      }))
      .sort((a, b) => comesLast(a) - comesLast(b));
  }
  return pairs.map((pair) => without(pair, formats));
}

function without(pair: PairRecord, formats: readonly Held[]): Partial<PairRecord> {
  // Which numbers differ is found anew from the texts wherever pairs are written.
  const lost = new Set<string>(['numbers', ...formats.flatMap((format) => format.lost)]);
  return Object.fromEntries(Object.entries(pair).filter(([field]) => !lost.has(field)));
}

function same(text: string): string {
  return text;
}

const path = (...parts: readonly string[]): string => join(directory, ...parts);
/** All pairs in one memory. */
const inOne = (to: string): string[] => (to.endsWith('.tmx') ? ['--doubtful', 'mark', '--numbers'] : []);
const exported = (from: string, to: string): Promise<number> =>
  main(['export', from, '-o', to, '-q', ...inOne(to)]);
// Each run listens for errors of its own: so many runs in one process are no leak.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

async function pairsIn(name: string): Promise<PairRecord[]> {
  const jsonl = path('read', 'back.jsonl');
  expect(await exported(name, jsonl)).toBe(0);
  const lines = readFileSync(jsonl, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

describe.each(FORMATS)('JSON lines to $name', (format) => {
  const file = path(format.name, format.name);

  it('and back', async () => {
    writeFileSync(path('all.jsonl'), [...toJsonl(PAIRS, { unaligned: true })].join(''));
    expect(await exported(path('all.jsonl'), file)).toBe(0);
    const found = await pairsIn(file);
    expect(found.map((pair) => without(pair, [format]))).toEqual(heldBy([format]));
  });

  it.each(FORMATS)('to $name and back to that', async (other) => {
    const [there, back] = [path(format.name, 'there', other.name), path(format.name, 'back', format.name)];
    expect(await exported(file, there)).toBe(0);
    expect(await exported(there, back)).toBe(0);
    const found = await pairsIn(back);
    const formats = [format, other, format];
    expect(found.map((pair) => without(pair, formats))).toEqual(heldBy(formats));
  });
});
