import type { Alignment } from 'duiqi';
import { alignmentOfPairs, applyAct, History, type Review, type ReviewRow, startReview } from 'duiqi/review';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubtsAbout } from '../../packages/aligner/src/pairs/export/doubts.js';
import { withRepeatsFlagged } from '../../packages/aligner/src/pairs/repeats.js';
import type { Flag, Pair } from '../../packages/aligner/src/types.js';
import { actOf, type Choice, choices } from '../helpers/acts.js';
import { pairRecord } from '../helpers/review-records.js';

// A review follows its acts by what each changes; what it says must be what a look at all rows says.

const settings = { seed: 20261129, numRuns: 80 };

/** Few texts, so that rows repeat and contradict each other. */
const english = fc.constantFrom('Yes.', 'The ferry sails. It is late.', 'No  .', 'Sold on 5 May.', '');
const chinese = fc.constantFrom('是。', '是', '渡轮开航。晚点了。', '五月五日售出。', '九日售出。', '');
const alignments: fc.Arbitrary<Promise<Alignment>> = fc
  .array(fc.tuple(english, chinese), { minLength: 1, maxLength: 14 })
  .map((pairs) =>
    alignmentOfPairs(
      pairs.map(([en, zh], at) => pairRecord({ id: `p${at}`, en, zh })),
      'a.tmx',
    ),
  );

function reviewsAfter(alignment: Alignment, chosen: readonly Choice[], undone: number): Review[] {
  const history = new History(alignment);
  const reviews = [history.review];
  for (const choice of chosen) {
    const act = actOf(history.review, choice);
    try {
      if (act) reviews.push(history.act(act));
    } catch {
      // What does not apply changes nothing.
    }
  }
  for (let step = 0; step < undone; step++) if (history.undo()) reviews.push(history.review);
  return reviews;
}

/** All that a review says without a look at what is shown of all rows. */
function saidBy(review: Review) {
  return {
    flags: review.stored.map((_, place) => review.flagsAt(place)),
    doubts: review.stored.map((_, place) => review.doubtsAt(place)),
    texts: review.stored.map((_, place) => [review.textAt(place, 'en'), review.textAt(place, 'zh')]),
    clauses: review.stored.map((_, place) => review.clauseAt(place)),
    places: review.stored.map(({ id }) => review.placeOf(id)),
    tally: { ...review.tally, reasons: new Map([...review.tally.reasons].sort()) },
  };
}

/** The same by a look at all rows, and at what a pair of the same texts has in common with all others. */
function lookedUp(review: Review): ReturnType<typeof saidBy> {
  const { rows } = review;
  const isPair = ({ en, zh }: (typeof rows)[number]): boolean => en.text !== '' && zh.text !== '';
  const own = rows.map(({ flags }) => flags.filter((flag) => flag !== 'duplicate' && flag !== 'conflict'));
  const asPairs = rows
    .filter(isPair)
    .map(({ en, zh }) => ({ en, zh, flags: [] as Flag[] }) as unknown as Pair);
  const repeats = [...resultOf(withRepeatsFlagged(asPairs))];
  const flags = rows.map((row, place) =>
    (isPair(row) ? [...own[place]!, ...repeats.shift()!.flags] : [...own[place]!]).sort(),
  );
  const doubts = rows.map(({ en, zh, state }, place) =>
    doubtsAbout({
      en: en.text,
      zh: zh.text,
      flags: flags[place]!,
      ...(state === 'confirmed' && { confirmed: true as const }),
    }).map(({ code }) => code),
  );
  const first = startReview(review.alignment);
  const atFirst = new Set(first.rows.filter(({ notes }) => notes.length > 0).map(({ id }) => id));
  const reasons = new Map<(typeof doubts)[number][number], number>();
  for (const code of doubts.flat()) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  const isOpen = (_: unknown, place: number): boolean => doubts[place]!.length > 0;
  const isEmpty = ({ en, zh }: ReviewRow): boolean => en.text === '' && zh.text === '';
  return {
    flags,
    doubts,
    texts: rows.map(({ en, zh }) => [en.text, zh.text]),
    clauses: rows.map(({ clause }) => clause),
    places: rows.map((_, place) => place),
    tally: {
      pairs: rows.filter(isPair).length,
      fine: rows.filter((row, place) => isPair(row) && !isOpen(row, place)).length,
      confirmed: rows.filter(({ state }) => state === 'confirmed').length,
      doubtful: rows.filter((row, place) => isPair(row) && isOpen(row, place)).length,
      alone: rows.filter((row) => !isPair(row) && !isEmpty(row)).length,
      empty: rows.filter(isEmpty).length,
      open: rows.filter(isOpen).length,
      openAtFirst: atFirst.size,
      openSince: rows.filter((row, place) => isOpen(row, place) && !atFirst.has(row.id)).length,
      reasons: new Map([...reasons].sort()),
    },
  };
}

function resultOf<Result>(steps: Generator<unknown, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a review says of its rows what a look at all of them says', () => {
  test('after each act, undone ones too, and of those before it, in whatever order they are asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        alignments,
        choices(14),
        fc.nat(14),
        fc.array(fc.nat(40), { maxLength: 12 }),
        async (made, chosen, undone, asked) => {
          const reviews = reviewsAfter(await made, chosen, undone);
          for (const number of [reviews.length - 1, ...asked]) {
            const review = reviews[number % reviews.length]!;
            expect(saidBy(review)).toEqual(lookedUp(review));
          }
        },
      ),
      settings,
    );
  });

  test('rows that it does not name as changed are what they were', async () => {
    await fc.assert(
      fc.asyncProperty(alignments, choices(10), fc.nat(3), async (made, chosen, undone) => {
        const reviews = reviewsAfter(await made, chosen, undone);
        for (let at = 1; at < reviews.length; at++) {
          const [before, after] = [reviews[at - 1]!, reviews[at]!];
          const changed = new Set(after.changedSince(before));
          for (const [place, row] of after.rows.entries()) {
            if (!changed.has(place)) expect(before.rows[before.placeOf(row.id)]).toEqual(row);
          }
        }
      }),
      settings,
    );
  });
});

describe('an act looks at what it changes', () => {
  const COUNT = 3000;
  const pairs = Array.from({ length: COUNT }, (_, n) =>
    pairRecord({ id: `p${n}`, en: `House ${n} is old.`, zh: `${n}号房子很旧。` }),
  );

  /** An alignment that notes which of its segments are asked for. */
  async function watched(): Promise<{ alignment: Alignment; seen: Set<string> }> {
    const alignment = await alignmentOfPairs(pairs, 'houses.tmx');
    const seen = new Set<string>();
    const side = (language: 'en' | 'zh'): Alignment['en'] => ({
      ...alignment[language],
      segments: new Proxy(alignment[language].segments, {
        get: (segments, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) seen.add(`${language} ${key}`);
          return Reflect.get(segments, key) as unknown;
        },
      }),
    });
    // As the aligner finds them: nobody has worded them.
    const found = alignment.pairs.map(({ kept: _, ...pair }) => pair);
    return { alignment: { ...alignment, pairs: found, en: side('en'), zh: side('zh') }, seen };
  }

  test('at a handful of segments, however many there are', async () => {
    const { alignment, seen } = await watched();
    const history = new History(alignment);
    const isRow = (row: string) => ({ row });
    const row = (place: number): string => history.review.stored[place]!.id;
    seen.clear();
    const acts = [
      () => history.act({ type: 'confirm', ...isRow(row(1000)) }),
      () => history.act({ type: 'merge', ...isRow(row(1500)) }),
      () => history.act({ type: 'split', ...isRow(row(1500)), en: 6, zh: 3 }),
      () => history.act({ type: 'move', ...isRow(row(2000)), side: 'zh', which: 'last' }),
      () => history.act({ type: 'edit', ...isRow(row(2500)), side: 'en', text: 'House 7 is old.' }),
      () => history.act({ type: 'pair', rows: [row(10), row(2900)] }),
      () => history.act({ type: 'delete', ...isRow(row(5)) }),
      () => history.act({ type: 'insert', after: row(8), en: 'New.', zh: '新。' }),
    ];
    const look = (before: Review): void => {
      const { review } = history;
      for (const place of review.changedSince(before)) review.rowAt(place);
      expect(review.tally.pairs).toBeGreaterThan(COUNT - 5);
      expect(seen.size).toBeLessThanOrEqual(20);
      seen.clear();
      // What stands beside the rows asks for it again.
      review.changedSince(before);
      expect(seen.size).toBe(0);
    };
    for (const act of acts) {
      const before = history.review;
      act();
      look(before);
    }
    for (const step of ['undo', 'redo'] as const) {
      for (let at = 0; at < acts.length; at++) {
        const before = history.review;
        history[step]();
        look(before);
      }
    }
  });

  test('what is asked of all rows, such as which of them are doubtful, asks nothing of the document', async () => {
    const { alignment, seen } = await watched();
    const review = startReview(alignment);
    seen.clear();
    review.stored.forEach((_, place) => {
      review.doubtsAt(place);
      review.textAt(place, 'zh');
    });
    expect(review.tally.pairs).toBe(COUNT);
    expect(seen.size).toBe(0);
    expect(review.rowAt(2999)?.en.text).toBe('House 2999 is old.');
    expect(seen.size).toBe(2);
  });

  test('an act that is refused changes nothing of what is known', async () => {
    const { alignment } = await watched();
    const review = startReview(alignment);
    const said = saidBy(review);
    expect(() => applyAct(review, { type: 'merge', row: 'none' })).toThrow('There is no row');
    expect(saidBy(review)).toEqual(said);
  });
});
