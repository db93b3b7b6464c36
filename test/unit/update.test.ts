import { type Alignment, type AlignOptions, align, alignStream, explain } from 'duiqi';
import { type PairRecord, records, toJsonl } from 'duiqi/pairs';
import { History, reviewedAlignment } from 'duiqi/review';
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

  it('finds again what a person has put together of several places and reworded, without offsets', async () => {
    const history = new History(await align(textsOf(TEXT), named));
    const [first, , , fourth, , , seventh, , ninth] = history.review.rows.map(({ id }) => id);
    history.act({ type: 'pair', rows: [first!, fourth!] });
    history.act({ type: 'pair', rows: [seventh!, ninth!] });
    const [joined, other] = history.review.rows.filter(({ en }) => en.segments.length === 2);
    // One with a part of its wording left, one with nothing of it on either side.
    history.act({ type: 'edit', row: joined!.id, side: 'en', text: `${joined!.en.text} So they said.` });
    history.act({ type: 'edit', row: other!.id, side: 'en', text: 'In quite other words.' });
    history.act({ type: 'edit', row: other!.id, side: 'zh', text: '换了一种说法。' });
    for (const { id } of [joined!, other!]) history.act({ type: 'confirm', row: id });
    const old = all(reviewedAlignment(history.review)).map(
      (record): PairRecord => ({ ...record, en_spans: [], zh_spans: [] }),
    );
    const updated = await align(textsOf(TEXT), { ...named, update: old });
    expectConservation(updated);
    expect(updated.diagnostics.filter(({ code }) => code === 'confirmed-lost')).toEqual([]);
    const hers = (records: readonly PairRecord[]) =>
      records.flatMap(({ id, en, zh, bead, confirmed }) => (confirmed ? [{ id, en, zh, bead }] : []));
    expect(hers(all(updated))).toEqual(hers(old));
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

describe('rows that a person has made anew', () => {
  const EN = ['The station opened in 1901.', 'It was built of brick.', 'The clock has never been right.'];
  const ZH = ['车站于1901年开放，由砖砌成。', '大钟从来没有准过。', '候车室里养了一只猫。'];
  const text = twoTexts(EN, ZH);
  const bare = { score: null, flags: [], en_spans: [], zh_spans: [], clause: null } as const;
  type Row = readonly [en: string, zh: string, given?: Partial<PairRecord>];
  const rows = (...pairs: Row[]) =>
    pairs.map(
      ([en, zh, given], index): PairRecord => ({
        ...bare,
        id: `row-${index}`,
        bead: `${en === '' ? 0 : 1}-${zh === '' ? 0 : 1}`,
        doc: 'town.en.txt | town.zh.txt',
        en,
        zh,
        ...given,
      }),
    );
  const confirmed = { confirmed: true as const };
  const lost = ({ diagnostics }: Alignment) => diagnostics.filter(({ code }) => code === 'confirmed-lost');
  const joined = [EN.slice(0, 2).join(' '), ZH[0]] as const;
  /** Records with ids of their own that prove where they stand. */
  const aligned = async (...pairs: Row[]) =>
    all(await align(text, { ...named, update: rows(...pairs).map((row) => ({ ...row, doc: 'first.txt' })) }));

  it('a gap that was filled is a pair, beside all text of the document', async () => {
    const old = await aligned(joined, [EN[2], ZH[1]], ['', ZH[2]]);
    expect(old.map(({ bead }) => bead)).toEqual(['2-1', '1-1', '0-1']);
    const filled = old.map((row) =>
      row.bead === '0-1' ? { ...row, en: 'A cat was kept in the waiting room.', ...confirmed } : row,
    );
    const updated = await align(text, { ...named, update: filled });
    expectConservation(updated);
    expect(lost(updated)).toEqual([]);
    expect(updated.unaligned).toEqual([]);
    expect(all(updated)).toEqual(filled);
    expect(updated.pairs.at(-1)).toMatchObject({ bead: '0-1', en: { text: '', segments: [] } });
    // Its number of segments alone says so where a file has no ids, and what was updated can be updated again.
    const withoutIds = filled.map((row, index) => ({ ...row, id: `${index}` }));
    expect(shown(all(await align(text, { ...named, update: withoutIds })))).toEqual(shown(filled));
    expect(all(await align(text, { ...named, update: all(updated) }))).toEqual(filled);
  });

  it('a gap on the other side, too, and one that was filled from a row that was left where it was', async () => {
    const old = rows([...joined], [EN[2], ZH[1], confirmed], ['', ZH[1]], ['', ZH[2]]);
    old[1] = { ...old[1], bead: '1-0' };
    const updated = await align(text, { ...named, update: old });
    expectConservation(updated);
    expect(shown(all(updated))).toEqual([joined.join(' | '), `${EN[2]} | ${ZH[1]}`, ` | ${ZH[2]}`]);
    expect(all(updated)[1]).toMatchObject({ ...confirmed, bead: '1-1' });
    const added = rows(joined, [EN[2], '新写的中文。', { ...confirmed, bead: '1-0' }]);
    const one = await align(twoTexts(EN, ZH.slice(0, 1)), { ...named, update: added });
    expect(shown(all(one))).toEqual([joined.join(' | '), `${EN[2]} | 新写的中文。`]);
    expect(lost(one)).toEqual([]);
  });

  it('text that was confirmed to have no counterpart keeps its mark, its note and its wording', async () => {
    const old = await aligned(joined, [EN[2], ZH[1]], ['', ZH[2]]);
    const reviewed = old.map((row) =>
      row.bead === '0-1'
        ? { ...row, zh: '候车室里有一只猫。', ...confirmed, note: 'Not in the English.' }
        : row,
    );
    const updated = await align(text, { ...named, update: reviewed });
    expectConservation(updated);
    expect(all(updated)).toEqual(reviewed);
    // A pair that was parted: what is left of it has no counterpart, and the other side is the document's again.
    const parted = old.map((row) => (row.en === EN[2] ? { ...row, zh: '', ...confirmed } : row));
    const apart = await align(text, { ...named, update: parted });
    expectConservation(apart);
    expect(all(apart)).toContainEqual(
      expect.objectContaining({ en: EN[2], zh: '', bead: '1-0', ...confirmed }),
    );
    expect(all(apart).some(({ zh }) => zh.includes(ZH[1]))).toBe(true);
  });

  it.each<[string, readonly Row[]]>([
    [
      'at a comma of one side',
      [
        [EN[0], '车站于1901年开放，', confirmed],
        [EN[1], '由砖砌成。', confirmed],
      ],
    ],
    [
      'behind a number',
      [
        [EN[0], '车站于1901', confirmed],
        [EN[1], '年开放，由砖砌成。', confirmed],
      ],
    ],
    [
      'with only the first half confirmed',
      [
        [EN[0], '车站于1901年开放，', confirmed],
        [EN[1], '由砖砌成。'],
      ],
    ],
    ['with the other half deleted', [[EN[1], '由砖砌成。', confirmed]]],
    [
      'of both sides',
      [
        ['The station', '车站', confirmed],
        ['opened in 1901. It was built of brick.', '于1901年开放，由砖砌成。', confirmed],
      ],
    ],
    [
      'with a part of the sentence given to the next pair',
      [
        [EN[0], '车站于1901年开放，', confirmed],
        [`${EN[1]} ${EN[2]}`, `由砖砌成。 ${ZH[1]}`, { ...confirmed, bead: '2-2' }],
      ],
    ],
    [
      'with a part that has no counterpart',
      [
        ['The station opened', '车站于1901年开放，由砖砌成。', confirmed],
        ['in 1901.', '', confirmed],
      ],
    ],
  ])('a sentence that was split %s stays split', async (_, halves) => {
    const rest = rows(...halves, [EN[2], ZH[1]], ['', ZH[2]]).map((row) => ({ ...row, id: 'the same' }));
    const old = rest.filter(({ en }) => en !== EN[2] || !halves.at(-1)![0].includes(EN[2]));
    const updated = await align(text, { ...named, update: old });
    expectConservation(updated);
    expect(lost(updated)).toEqual([]);
    const now = all(updated);
    for (const { en, zh } of old.filter((row) => row.confirmed)) {
      expect(now).toContainEqual(expect.objectContaining({ en, zh, ...confirmed }));
    }
    expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
  });

  it('a sentence stays split behind a pair that stands out of order', async () => {
    const mixed = twoTexts([EN[2], EN[0], EN[1]], [ZH[0], ZH[2], ZH[1]]);
    const halves = rows(
      [EN[2], ZH[1], confirmed],
      [EN[0], '车站于1901年开放，', confirmed],
      [EN[1], '由砖砌成。', confirmed],
    );
    const updated = await align(mixed, { ...named, update: halves });
    expectConservation(updated);
    expect(lost(updated)).toEqual([]);
    expect(all(updated).filter((row) => row.confirmed)).toHaveLength(3);
  });

  it('nothing is split where only a part of a pair is still there, nor within a word or a line', async () => {
    const gone = rows(['Nothing of the kind.', '由砖砌成。', confirmed], [EN[2], ZH[1]]);
    const updated = await align(text, { ...named, update: gone });
    expect(updated.zh.segments).toHaveLength(ZH.length);
    expect(lost(updated)).toHaveLength(1);
    const word = rows(['The sta', '车站于1901年开放，由砖砌成。', confirmed]);
    expect((await align(text, { ...named, update: word })).en.segments).toHaveLength(EN.length);
    const lines = { en: EN.join('\n'), zh: ZH.join('\n') };
    const halves = rows([EN[0], '车站于1901年开放，', confirmed], [EN[1], '由砖砌成。', confirmed]);
    const ofLines = await align(lines, { ...named, segments: 'lines', update: halves });
    expect(ofLines.zh.segments).toHaveLength(ZH.length);
    expect(lost(ofLines)).toHaveLength(2);
  });

  it('a pair of more sentences than the aligner joins stays, and has the flags of its own texts', async () => {
    const old: PairRecord[] = rows([englishSide(TEXT).join(' '), chineseSide(TEXT).join(''), confirmed]);
    const updated = await align(textsOf(TEXT), { ...named, update: old });
    expect(updated.pairs).toHaveLength(1);
    expectConservation(updated);
    const own = await aligned(joined, [EN[2], ZH[1]], ['', ZH[2]]);
    const mended = own.map((row) =>
      row.en === EN[2] ? { ...row, en: 'In 1955 it stood still.', ...confirmed } : row,
    );
    const flags = all(await align(text, { ...named, update: mended })).map((row) => row.flags);
    expect(flags.flat()).toContain('number-mismatch');
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

  type Act = readonly [kind: ActKind, row: number, place: number];
  type ActKind = 'confirm' | 'fill' | 'split' | 'join' | 'reword' | 'empty' | 'copy' | 'delete';
  const acts = (...kinds: ActKind[]): fc.Arbitrary<Act[]> =>
    fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(1000), fc.nat(1000)), { maxLength: 6 });

  /** What a person may do to the rows of a sheet. */
  function afterActs(records: readonly PairRecord[], chosen: readonly Act[]): PairRecord[] {
    const rows = [...records];
    for (const [kind, choice, place] of chosen) {
      const at = choice % Math.max(1, rows.length);
      const row = rows[at];
      const next = rows[at + 1];
      if (row === undefined) continue;
      const done = { ...row, confirmed: true as const };
      const side = place % 2 === 0 ? 'en' : 'zh';
      if (kind === 'confirm') rows[at] = done;
      if (kind === 'delete') rows.splice(at, 1);
      if (kind === 'reword') rows[at] = { ...done, [side]: `${row[side]} 1` };
      if (kind === 'empty' && row.en !== '' && row.zh !== '') rows[at] = { ...done, [side]: '' };
      if (kind === 'copy' && next !== undefined && !next.confirmed)
        rows[at] = { ...done, [side]: next[side] };
      // A gap is what the aligner has left: of a side that she has emptied herself the document still has the text.
      if (kind === 'fill' && row.bead === '0-1' && row.en === '')
        rows[at] = { ...done, en: 'A new sentence.' };
      if (kind === 'fill' && row.bead === '1-0' && row.zh === '') rows[at] = { ...done, zh: '新的句子。' };
      // What stands out of order has no neighbours in the document to be joined with.
      const isOutOfOrder = [row, next].some((each) => each?.flags.includes('crossing'));
      if (kind === 'join' && next && !row.confirmed && !next.confirmed && !isOutOfOrder) {
        const joined = { ...done, en: `${row.en} ${next.en}`.trim(), zh: `${row.zh}${next.zh}` };
        rows.splice(at, 2, joined);
      }
      if (kind === 'split') {
        const [en, zh] = [halves(row.en, ' ', place), halves(row.zh, '，', place)];
        if (en === null || zh === null) continue;
        const { confirmed, ...open } = done;
        rows.splice(
          at,
          1,
          { ...done, en: en[0], zh: zh[0] },
          { ...open, ...(place % 3 > 0 && { confirmed }), en: en[1], zh: zh[1] },
        );
      }
    }
    return rows;
  }

  /** A text in two, at one of the places behind a mark. */
  function halves(text: string, mark: string, choice: number): [string, string] | null {
    const places = [...text].flatMap((character, at) => (character === mark ? [at + 1] : []));
    const at = places[choice % Math.max(1, places.length)];
    return at === undefined ? null : [text.slice(0, at).trim(), text.slice(at).trim()];
  }

  const lostOf = ({ diagnostics }: Alignment) => diagnostics.filter(({ code }) => code === 'confirmed-lost');

  test('what a person has done to the rows is there, or named, beside all text of the document', async () => {
    const any = acts('confirm', 'fill', 'split', 'join', 'reword', 'empty', 'copy', 'delete');
    await fc.assert(
      fc.asyncProperty(documents, omissions, omissions, any, async (document, first, second, chosen) => {
        const old = afterActs(all(await align(input(document, first), named)), chosen);
        const updated = await align(input(document, second), { ...named, update: old });
        expectConservation(updated);
        const now = all(updated).filter(({ confirmed }) => confirmed);
        const left = [...now];
        const gone = old.filter(({ confirmed, en, zh }) => {
          const at = left.findIndex((record) => confirmed && record.en === en && record.zh === zh);
          if (at >= 0) left.splice(at, 1);
          return confirmed && at < 0;
        });
        expect(left).toEqual([]);
        expect(lostOf(updated).map(({ message }) => message)).toEqual(
          gone.map(({ en }) => expect.stringContaining(en.slice(0, 60))),
        );
        expect(new Set(all(updated).map(({ id }) => id)).size).toBe(all(updated).length);
      }),
      settings,
    );
  });

  test('where the document is what it was, confirmed rows are all there, joined, filled or split', async () => {
    const kinds = acts('confirm', 'fill', 'split', 'join');
    await fc.assert(
      fc.asyncProperty(documents, omissions, kinds, async (document, omitted, chosen) => {
        const text = input(document, omitted);
        const old = afterActs(all(await align(text, named)), chosen);
        const updated = await align(text, { ...named, update: old });
        expectConservation(updated);
        expect(lostOf(updated)).toEqual([]);
        const confirmed = (records: readonly PairRecord[]) =>
          shown(records.filter((record) => record.confirmed)).sort();
        expect(confirmed(all(updated))).toEqual(confirmed(old));
      }),
      settings,
    );
  });
});
