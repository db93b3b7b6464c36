import { align } from 'duiqi';
import { isDoubtful, records } from 'duiqi/pairs';
import { type Act, alignmentOfPairs, applyAct, History, type Review, startReview } from 'duiqi/review';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { clauseBeside } from '../../packages/workbench/src/view/clause-beside.js';
import { foundAs } from '../../packages/workbench/src/view/found-as.js';
import { commandFor, keyLines, type Pressed } from '../../packages/workbench/src/view/keys.js';
import { type Mapped, mapOf, middleOf, rowNear, strokesOf } from '../../packages/workbench/src/view/map.js';
import { clausesOf, entryAt, outlineOf, unfolded } from '../../packages/workbench/src/view/outline.js';
import { pairNames } from '../../packages/workbench/src/view/pair-names.js';
import { pathsOf } from '../../packages/workbench/src/view/paths.js';
import { replacedIn, replacements } from '../../packages/workbench/src/view/replace.js';
import { RowKeys } from '../../packages/workbench/src/view/row-keys.js';
import {
  atPlace,
  type Filter,
  judge,
  marksIn,
  nextOpen,
  progressOf,
  reasonCounts,
  shownRows,
} from '../../packages/workbench/src/view/rows.js';
import { caretBeside, caretNear, marksOf, runsOf } from '../../packages/workbench/src/view/runs.js';
import { ALL_WORDS, interfaceFor, wordsIn } from '../../packages/workbench/src/words.js';
import { pairRecord } from '../helpers/review-records.js';

// What the workbench shows, without a browser.

describe('the clause beside the number of a row', () => {
  const beside = (clause: string | null, en: string, zh: string) =>
    clauseBeside({ clause, en: { text: en }, zh: { text: zh } } as Parameters<typeof clauseBeside>[0]);

  it.each([
    ['Chapter I/Article 3', '3'],
    ['CHAPTER IV', 'IV'],
    ['5/(2)', '(2)'],
    ['第三条', '第三条'],
    ['2.1', '2.1'],
  ])('of %s is %s', (clause, number) => {
    expect(beside(clause, 'The fee is due.', '费用到期。')).toEqual({
      marker: clause.split('/').at(-1),
      number,
    });
  });

  it('is not said where there is none, or where the row begins with it', () => {
    expect(beside(null, 'The fee is due.', '费用到期。')).toBeNull();
    expect(beside('Article 3', 'Article 3 Fees', '第三条 费用')).toBeNull();
  });
});

const EN = `1. General

1.1 The mill grinds rye. It stands by the river.

1.2 The miller pays 30 crowns.

2. Opening

2.1 The mill opens at nine.

2.2 Whoever loses an umbrella asks at the kiosk on the pier.
`;
const ZH = `1. 总则

1.1 磨坊磨黑麦。它位于河边。

1.2 磨坊主支付20克朗。

2. 开放

2.1 磨坊九点开门。
`;
const alignment = await align({ en: EN, zh: ZH });
const review: Review = startReview(alignment);
const placeOf = (text: string): number => review.rows.findIndex(({ en }) => en.text.includes(text));

describe('the rows', () => {
  it('are judged by what speaks against them, and not once they are confirmed', () => {
    const differs = review.rows[placeOf('30 crowns')]!;
    expect(judge(differs)).toEqual({
      look: 'doubtful',
      doubts: [{ code: 'number-mismatch', numbers: { en: ['30'], zh: ['20'] } }],
    });
    expect(judge(review.rows[placeOf('Whoever')]!).look).toBe('alone');
    const { review: after } = applyAct(review, { type: 'confirm', row: differs.id });
    expect(judge(after.rows[placeOf('30 crowns')]!)).toEqual({ look: 'confirmed', doubts: [] });
  });

  it('are counted, with what is done of what wanted a look', () => {
    expect(review.tally).toMatchObject({ pairs: 6, fine: 5, doubtful: 1, alone: 1, open: 2 });
    expect(progressOf(review)).toEqual({ all: 2, looked: 0 });
    // As the command says of the same alignment.
    expect([...records(alignment)].filter(isDoubtful)).toHaveLength(1);
    expect(alignment.unaligned).toHaveLength(1);
    const history = new History(alignment);
    history.act({
      type: 'edit',
      row: review.rows[placeOf('30 crowns')]!.id,
      side: 'zh',
      text: '1.2 磨坊主支付30克朗。',
    });
    expect(progressOf(history.review)).toEqual({ all: 2, looked: 1 });
    expect(history.review.tally).toMatchObject({ pairs: 6, fine: 6, doubtful: 0, alone: 1 });
    history.act({ type: 'part', row: review.rows[0]!.id });
    expect(progressOf(history.review)).toEqual({ all: 3 + 1, looked: 1 });
    expect(history.review.tally).toMatchObject({ pairs: 5, fine: 5, doubtful: 0, alone: 3 });
    expect(reasonCounts(history.review)).toEqual([]);
    expect(reasonCounts(review)).toEqual([['number-mismatch', 1]]);
  });

  it('are each one thing, so that their numbers add up, in the foot, the filter and the map', () => {
    const alone = review.rows[placeOf('Whoever')]!.id;
    const differs = review.rows[placeOf('30 crowns')]!.id;
    const acts: readonly Act[] = [
      { type: 'confirm', row: differs },
      { type: 'reset', row: differs },
      { type: 'doubt', row: alone },
      { type: 'confirm', row: alone },
      { type: 'insert', after: null, en: 'The mill.' },
      { type: 'part', row: review.rows[0]!.id },
    ];
    const history = new History(alignment);
    for (const act of [null, ...acts]) {
      if (act) history.act(act);
      const { tally, stored } = history.review;
      const said = act ? act.type : 'at first';
      expect(tally.fine + tally.doubtful, said).toBe(tally.pairs);
      expect(tally.pairs + tally.alone + tally.empty, said).toBe(stored.length);
      const counted = (filter: Filter): number => shownRows(history.review, filter, '').length;
      for (const filter of ['open', 'doubtful', 'alone', 'confirmed'] as const) {
        expect(counted(filter), `${said}: ${filter}`).toBe(tally[filter]);
      }
      const { looks } = mapOf(history.review);
      for (const look of ['doubtful', 'empty'] as const) {
        expect(looks.filter((each) => each === look).length, `${said}: ${look}`).toBe(tally[look]);
      }
      const outlined = outlineOf(clausesOf(history.review)).reduce((sum, { open }) => sum + open, 0);
      expect(outlined, said).toBeLessThanOrEqual(tally.open);
      history.review.rows.forEach((row, place) => {
        expect(judge(row).look, said).toBe(looks[place]);
      });
    }
  });

  it('are told as what they were found: a pair, text alone, or what a person has made', () => {
    const history = new History(alignment);
    const alone = history.review.stored[placeOf('Whoever')]!.id;
    const pair = history.review.stored[placeOf('30 crowns')]!.id;
    expect(foundAs(history.review, alone)).toBe('alone');
    const number = foundAs(history.review, pair);
    expect(alignment.pairs[Number(number) - 1]!.en.text).toContain('30 crowns');
    history.act({ type: 'pair', rows: [pair, alone] });
    expect(foundAs(history.review, history.review.stored[placeOf('30 crowns')]!.id)).toBe('by-hand');
    history.undo();
    expect([foundAs(history.review, alone), foundAs(history.review, pair)]).toEqual(['alone', number]);
  });

  it('are found among those that are shown', () => {
    const shown = [2, 3, 7, 11];
    const all = [0, 1, 2, 3];
    expect([-1, 0, 2, 3, 4, 7, 11, 12].map((place) => atPlace(shown, place))).toEqual([
      -1, -1, 0, 1, -1, 2, 3, -1,
    ]);
    expect([-1, 0, 3, 4].map((place) => atPlace(all, place))).toEqual([-1, 0, 3, -1]);
    expect(atPlace([], 0)).toBe(-1);
  });

  it('are searched for what is written, whatever its letters mean elsewhere', () => {
    const found = (query: string): number => shownRows(review, 'all', query).length;
    expect([found('MILL'), found('mill'), found('磨坊')].every((count) => count > 0)).toBe(true);
    for (const query of ['m.ll', '(', '[', '\\', '30|20', '^', 'crowns$', 'a{1}', '\\d', '/', '-'])
      expect([query, found(query)]).toEqual([query, 0]);
    expect(found('30 crowns.')).toBe(1);
  });

  it('are shown by filter and search', () => {
    expect(shownRows(review, 'all', '')).toEqual(review.rows.map((_, place) => place));
    expect(shownRows(review, 'doubtful', '')).toEqual([placeOf('30 crowns')]);
    expect(shownRows(review, 'open', '')).toEqual([placeOf('30 crowns'), placeOf('Whoever')]);
    expect(shownRows(review, 'alone', '')).toEqual([placeOf('Whoever')]);
    expect(shownRows(review, 'number-mismatch', '')).toEqual([placeOf('30 crowns')]);
    expect(shownRows(review, 'all', ' MILLER ')).toEqual([placeOf('miller')]);
    expect(shownRows(review, 'all', '河边')).toEqual([placeOf('river')]);
  });

  it('are gone through round the end', () => {
    const [first, second] = [placeOf('30 crowns'), placeOf('Whoever')];
    expect(nextOpen(review, 0, 1)).toBe(first);
    expect(nextOpen(review, first, 1)).toBe(second);
    expect(nextOpen(review, second, 1)).toBe(first);
    expect(nextOpen(review, first, -1)).toBe(second);
  });

  it('have the differing numbers, what was searched and what is pointed at marked', () => {
    const row = review.rows[placeOf('30 crowns')]!;
    const { en, zh } = marksIn(row, 'pays', { en: 'crowns', zh: '克朗' });
    expect(en.map(({ start, end, kind }) => [row.en.text.slice(start, end), kind])).toEqual([
      ['30', 'number'],
      ['pays', 'found'],
      ['crowns', 'evidence'],
    ]);
    expect(zh.map(({ start, end }) => row.zh.text.slice(start, end))).toEqual(['20', '克朗']);
  });
});

describe('the outline', () => {
  const entries = outlineOf(clausesOf(review));

  it('has the clauses in their order, and where one is', () => {
    expect(entries.map(({ path, depth, open }) => [path, depth, open])).toEqual([
      ['1', 0, 0],
      ['1/1.1', 1, 0],
      ['1/1.2', 1, 1],
      ['2', 0, 0],
      ['2/2.1', 1, 0],
      ['2/2.2', 1, 1],
    ]);
    expect(entryAt(entries, placeOf('river'))?.path).toBe('1/1.1');
    expect(entryAt(entries, -1)).toBe(null);
  });

  it('folds, and counts what is hidden', () => {
    const shown = unfolded(entries, (path) => path === '1');
    expect(shown.map(({ path, folded, open }) => [path, folded, open])).toEqual([
      ['1', true, 1],
      ['2', false, 0],
      ['2/2.1', false, 0],
      ['2/2.2', false, 1],
    ]);
  });
});

describe('the map', () => {
  const map = mapOf(review);

  it('goes from corner to corner, and finds rows by their place', () => {
    expect([map.extents[0], map.extents[2]]).toEqual([0, 0]);
    expect([map.extents.at(-3), map.extents.at(-1)]).toEqual([1, 1]);
    for (let place = 0; place < map.count; place++) {
      expect(rowNear(map, ...middleOf(map, place))).toBe(place);
    }
  });

  it('and the outline ask, after an act, for the rows that it has changed, however many there are', async () => {
    const rows = Array.from({ length: 400 }, (_, n) =>
      pairRecord({ id: `p${n}`, en: `House ${n} is old.`, zh: `${n}号房子很旧。` }),
    );
    const history = new History(await alignmentOfPairs(rows, 'houses.tmx'));
    const acts: readonly Act[] = [
      { type: 'merge', row: 'p100' },
      { type: 'confirm', row: 'p200' },
      { type: 'move', row: 'p250', side: 'zh', which: 'last' },
      { type: 'part', row: 'p300' },
      { type: 'delete', row: 'p399' },
    ];
    for (const act of [...acts, null]) {
      const before = history.review;
      const [mapped, clauses] = [{ review: before, map: mapOf(before) }, clausesOf(before)];
      if (act) history.act(act);
      else history.undo();
      const { review: now } = history;
      const asked = (['standingAt', 'doubtsAt', 'clauseAt', 'flagsAt'] as const).map((each) =>
        vi.spyOn(now, each),
      );
      mapOf(now, mapped);
      outlineOf(clausesOf(now, clauses));
      for (const each of asked) expect(each.mock.calls.length, act?.type).toBeLessThanOrEqual(8);
    }
  });

  it('and the outline and the keys of rows are the same, made anew and out of those before an act, whatever is done and undone', () => {
    const act = fc.record({
      type: fc.constantFrom('merge', 'part', 'delete', 'confirm', 'pair', 'first', 'last', 'undo', 'redo'),
      place: fc.nat(20),
      other: fc.nat(20),
      side: fc.constantFrom('en' as const, 'zh' as const),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const history = new History(alignment);
        let mapped: Mapped = { review: history.review, map: mapOf(history.review) };
        let clauses = clausesOf(history.review);
        const [rowKeys, keyOf] = [new RowKeys(), new Map<string, number>()];
        for (const { type, place, other, side } of acts) {
          const { stored } = history.review;
          const row = stored[place % stored.length]?.id ?? '';
          const second = stored[other % stored.length]?.id ?? '';
          if (type === 'undo') history.undo();
          else if (type === 'redo') history.redo();
          else {
            try {
              const isMove = type === 'first' || type === 'last';
              if (type === 'pair') history.act({ type, rows: [row, second] });
              else history.act(isMove ? { type: 'move', row, side, which: type } : { type, row });
            } catch {
              // What cannot be done there changes nothing.
            }
          }
          const { review: now } = history;
          mapped = { review: now, map: mapOf(now, mapped) };
          clauses = clausesOf(now, clauses);
          expect(mapped.map).toEqual(mapOf(now));
          expect(clauses).toEqual(clausesOf(now));
          const keys = rowKeys.of(now.stored);
          expect(new Set(keys).size).toBe(now.stored.length);
          for (const [at, { id }] of now.stored.entries()) {
            expect(keys[at], id).toBe(keyOf.get(id) ?? keys[at]);
            keyOf.set(id, keys[at]!);
          }
        }
      }),
      { seed: 20261129, numRuns: 200 },
    );
  });

  it('leaves the keys of rows the same list where an act takes none of them away', async () => {
    const history = new History(alignment);
    const rowKeys = new RowKeys();
    const before = rowKeys.of(history.review.stored);
    history.act({ type: 'confirm', row: history.review.stored[1]!.id });
    expect(rowKeys.of(history.review.stored)).toBe(before);
    history.act({ type: 'merge', row: history.review.stored[1]!.id });
    expect(rowKeys.of(history.review.stored)).toHaveLength(before.length - 1);
    history.undo();
    expect(rowKeys.of(history.review.stored)).toEqual(before);
  });

  it('draws no more strokes than it has pixels', () => {
    const count = 20_000;
    const extents = Float32Array.from({ length: 4 * count }, (_, at) => ((at >> 2) + (at % 2)) / count);
    const looks = Array.from({ length: count }, () => 'fine' as const);
    const { fine: strokes } = strokesOf({ count, extents, looks }, 400);
    expect(strokes.length).toBeLessThanOrEqual(400);
    expect([strokes[0]![0], strokes.at(-1)![2]]).toEqual([0, 1]);
  });
});

describe('paths of files', () => {
  const paths = (...all: readonly string[]): readonly string[] =>
    pathsOf(
      all.map((path) => {
        const parts = path.split('/');
        const name = parts.pop()!;
        return { name, ...(parts.length > 0 && { folder: parts.join('/') }) };
      }),
    );

  it('tell what tells the files apart, and no more', () => {
    expect(paths('a.txt', 'b.txt')).toEqual(['a.txt', 'b.txt']);
    expect(paths('deal EN-ZH/a.en.txt', 'deal EN-ZH/a.zh.txt')).toEqual(['a.en.txt', 'a.zh.txt']);
    expect(paths('deal/en/a.txt', 'deal/zh/a.txt', 'b.txt')).toEqual(['en/a.txt', 'zh/a.txt', 'b.txt']);
    // Folders that were dropped side by side; and one inside another.
    expect(paths('en/a.txt', 'zh/a.txt')).toEqual(['en/a.txt', 'zh/a.txt']);
    expect(paths('deal/a.txt', 'deal/annex/a.txt')).toEqual(['a.txt', 'annex/a.txt']);
    expect(paths('deal/annex/a.txt', 'deal/a.txt')).toEqual(['annex/a.txt', 'a.txt']);
  });

  it('pair files of one name by their folders', () => {
    const files = paths('deal EN-ZH/English/a.txt', 'deal EN-ZH/Chinese/a.txt', 'deal EN-ZH/English/b.txt');
    expect(pairNames(files)).toEqual([
      [0, 1],
      [2, null],
    ]);
  });
});

describe('a text in runs', () => {
  it('holds all of it, whatever is marked and wherever the caret is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.tuple(fc.nat(30), fc.nat(30))),
        fc.option(fc.nat(30)),
        (text, places, caret) => {
          const marks = places.map(([a, b]) => ({
            start: Math.min(a, b),
            end: Math.max(a, b),
            kind: 'found' as const,
          }));
          const at = caret === null ? null : Math.min(caret, text.length);
          const runs = runsOf(text, marks, at);
          expect(runs.map((run) => run.text).join('')).toBe(text);
          expect(runs.filter((run) => run.caret)).toHaveLength(at === null ? 0 : 1);
        },
      ),
      { seed: 18 },
    );
  });

  it('marks words whole, and Chinese anywhere', () => {
    const found = (text: string, word: string) => marksOf(text, [word], 'evidence').map(({ start }) => start);
    expect(found('The mill and the miller', 'mill')).toEqual([4]);
    expect(found('3 of 30', '3')).toEqual([0]);
    expect(found('磨坊磨黑麦', '磨')).toEqual([0, 2]);
  });

  it('has carets between whole characters, and beside words', () => {
    expect(caretBeside('a👩‍🌾b', 1, 1)).toBe(6);
    expect(caretBeside('a👩‍🌾b', 6, -1)).toBe(1);
    expect(caretBeside('ab', 2, 1)).toBe(2);
    expect(caretNear('need the written', 6)).toBe(5);
    expect(caretNear('大门五点', 2)).toBe(2);
  });
});

describe('files by their names', () => {
  it('belong together where only the language differs', () => {
    const names = ['report.en.docx', '合同_中文.docx', 'report.zh-CN.docx', '合同_英文.docx', 'both.pdf'];
    expect(pairNames(names)).toEqual([
      [0, 2],
      [1, 3],
      [4, null],
    ]);
    expect(pairNames(['a.txt', 'b.txt'])).toEqual([[0, 1]]);
    expect(pairNames(['taken.txt', 'len.txt', 'zhou.txt'])).toEqual([
      [0, null],
      [1, null],
      [2, null],
    ]);
  });

  it.each([
    ['endings of languages', 'contract.en.docx', 'contract.zh.docx', 'annex.en.docx', 'annex.zh.docx'],
    ['regions', 'contract_en-US.docx', 'contract_zh-CN.docx', 'annex_en-GB.docx', 'annex_zh-Hant.docx'],
    ['capitals', 'ContractEN.docx', 'ContractCN.docx', 'AnnexENG.docx', 'AnnexCHS.docx'],
    [
      'words',
      'Contract (English).docx',
      'Contract (Chinese).docx',
      'Chinese Law - EN.docx',
      'Chinese Law - ZH.docx',
    ],
    ['words before', 'EN_Contract.docx', 'CN_Contract.docx', 'en Chinese law.pdf', 'zh Chinese law.pdf'],
    [
      'versions',
      'Contract English version.docx',
      'Contract Chinese version.docx',
      'a EN ver.doc',
      'a CN ver.doc',
    ],
    ['Chinese words', '合同英文版.docx', '合同中文版.docx', '附件（英）.docx', '附件（中）.docx'],
    ['Chinese words before', '英文合同.docx', '中文合同.docx', '【英文】附件.docx', '【中文】附件.docx'],
    ['original and translation', '合同.docx', '合同译文.docx', '附件 原文.docx', '附件 翻译.docx'],
    ['only one of them', 'contract.docx', 'contract_zh.docx', 'annex.docx', 'annex - 中文.docx'],
    [
      'copies',
      'contract_en (1).docx',
      'contract_zh.docx',
      'annex en - Copy.docx',
      'annex zh - 副本 (2).docx',
    ],
    ['numbers', '01 Contract.docx', '1 合同.docx', 'Chapter 12.docx', '第十二章.docx'],
    ['years', 'Annual Report 2023.pdf', '2023年年度报告.pdf', 'Annual Report 2024.pdf', '2024年年度报告.pdf'],
    ['the one that is left', 'Contract.docx', '合同.docx', 'Annex 3.docx', '附件3.docx'],
    ['nothing but the language', 'en.txt', 'zh.txt', 'annex_us.txt', 'annex_tw.txt'],
  ])('of files are guessed by %s', (_, ...names) => {
    const guessed = [
      [0, 1],
      [2, 3],
    ];
    expect(pairNames(names)).toEqual(guessed);
    // In any order.
    expect(pairNames([names[2]!, names[0]!, names[1]!, names[3]!])).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it.each([
    ['two of one language', 'contract_en.docx', 'contract_en (1).docx'],
    ['both languages in each', '合同中英对照.docx', '附件中英对照.docx'],
    ['both languages in one', 'contract en-zh.docx', 'contract.docx'],
  ])('of two files are none with %s', (_, ...names) => {
    expect(pairNames(names)).toEqual([
      [0, null],
      [1, null],
    ]);
  });

  it('of files leave alone what could be one of several, and copies where their originals are there', () => {
    expect(pairNames(['report.docx', 'report.pdf', 'report.txt'])).toHaveLength(3);
    expect(pairNames(['a.docx', 'b.docx', '甲.docx', '乙.docx'])).toHaveLength(4);
    expect(pairNames(['c_en.docx', 'c_zh.docx', 'c_zh (1).docx'])).toEqual([
      [0, 1],
      [2, null],
    ]);
  });
});

describe('what is found', () => {
  it('is replaced as the search finds it, and nothing else', () => {
    expect(replacedIn('The mill. A MILL, milled', ' mill ', 'kiln')).toBe('The kiln. A kiln, kilned');
    expect(replacedIn('磨坊磨黑麦', '磨坊', '')).toBe('磨黑麦');
    expect(replacedIn('$1 (x)', '(x)', '$&')).toBe('$1 $&');
    expect(replacements(review, [0, placeOf('30 crowns')], '30', '20')).toEqual([
      {
        type: 'edit',
        row: review.rows[placeOf('30 crowns')]!.id,
        side: 'en',
        text: '1.2 The miller pays 20 crowns.',
      },
    ]);
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  });

  it('stand for commands, some of them everywhere', () => {
    expect(commandFor(press('n'), true)).toBe('next');
    expect(commandFor(press('N', { shiftKey: true }), true)).toBe('previous');
    expect(commandFor(press('ArrowUp', { altKey: true }), true)).toBe('sentenceUp');
    expect(commandFor(press('z', { metaKey: true }), false)).toBe('undo');
    expect(commandFor(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo');
    expect(commandFor(press('?', { shiftKey: true }), true)).toBe('keys');
    expect(commandFor(press('n'), false)).toBe(null);
    expect(commandFor(press('c', { ctrlKey: true }), true)).toBe(null);
  });

  it('are listed, each once', () => {
    const keys = keyLines().flatMap((line) => line.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('words', () => {
  it('have the same places in all languages', () => {
    const placesIn = (text: string) => [...new Set(text.match(/(?<=\{)\w+/g))].sort();
    for (const [word, texts] of Object.entries(ALL_WORDS)) {
      const [english, simplified, traditional] = texts.map(placesIn);
      expect([word, simplified]).toEqual([word, traditional]);
      expect([word, english]).toEqual([word, simplified]);
    }
  });

  it('are Chinese in Chinese, each in its own characters', () => {
    for (const [, simplified, traditional] of Object.values(ALL_WORDS)) {
      expect(simplified).not.toMatch(/[這個們來時會國對學後說過發進實經還見書長門問間關開點無給與員]/);
      expect(traditional).not.toMatch(/[这个们来时会国对学说过发进实经还见书长门问间关开点无给与员]/);
    }
  });

  it('count in English', () => {
    const words = wordsIn('en');
    expect(words('searchCount', { n: 1 })).toBe('1 row');
    expect(words('searchCount', { n: 1200 })).toBe('1,200 rows');
    expect(words('saidCannot', { why: 'see {n|a|b} {why}' })).toBe(
      'That does not work here: see {n|a|b} {why}',
    );
  });

  it('are in the language that the browser prefers', () => {
    expect(interfaceFor(['zh-TW', 'en'])).toBe('zh-Hant');
    expect(interfaceFor(['zh-Hant-HK'])).toBe('zh-Hant');
    expect(interfaceFor(['zh-CN'])).toBe('zh-Hans');
    expect(interfaceFor(['de-DE', 'zh'])).toBe('zh-Hans');
    expect(interfaceFor(['de-DE'])).toBe('en');
  });
});
