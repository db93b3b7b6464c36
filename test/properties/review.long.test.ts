import { type Alignment, align, DuiqiError, realignAct } from 'duiqi';
import { type PairRecord, records, toJsonl } from 'duiqi/pairs';
import {
  type Act,
  applyAct,
  History,
  type Review,
  type ReviewRow,
  replay,
  reviewedAlignment,
  startReview,
} from 'duiqi/review';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actOf, type Choice, choices } from '../helpers/acts.js';
import { expectConservation } from '../helpers/conservation.js';
import { chineseOf, documents, englishOf, type GeneratedDocument } from '../helpers/documents.js';

/** Sequences of acts for each law. */
const numRuns = Number(process.env['REVIEW_RUNS'] ?? 60);
const settings = { seed: 20261128, numRuns };

const named = { names: ['a.en.txt', 'a.zh.txt'] };
const omissions = fc.array(fc.tuple(fc.nat(40), fc.constantFrom('en', 'zh')), { maxLength: 5 });

function input(document: GeneratedDocument, omitted: readonly (readonly [number, string])[]) {
  const side = (language: string, textOf: (paragraph: GeneratedDocument[number]) => string) =>
    document
      .filter((_, index) => !omitted.some(([at, own]) => own === language && at % document.length === index))
      .map(textOf)
      .join('\n\n');
  return { en: side('en', englishOf), zh: side('zh', chineseOf) };
}

/** Alignments are made once: what is looked at is what people do to them. */
const samples = await Promise.all(
  fc
    .sample(fc.tuple(documents, omissions), { seed: settings.seed, numRuns: 12 })
    .map(([document, omitted]) => align(input(document, omitted), named)),
);
const alignments = fc.nat(samples.length - 1);

/** The acts that could be done of those chosen; what cannot says so in a sentence and changes nothing. */
function afterActs(alignment: Alignment, chosen: readonly Choice[]): { history: History; reviews: Review[] } {
  const history = new History(alignment);
  const reviews = [history.review];
  for (const choice of chosen) {
    const act = actOf(history.review, choice);
    if (act === null) continue;
    const before = history.review;
    try {
      reviews.push(history.act(act));
    } catch (error) {
      expect(error).toBeInstanceOf(DuiqiError);
      expect((error as Error).message).toMatch(/^[A-Z][^\n]+\.$/);
      expect(history.review).toBe(before);
    }
  }
  return { history, reviews };
}

/** All that is seen and written out. */
function bytesOf(review: Review): string {
  const lines = toJsonl(reviewedAlignment(review), { unaligned: true });
  return [...lines, JSON.stringify([review.rows, review.deleted])].join('');
}

describe('laws of reviewing', () => {
  test('nothing of the document is lost or doubled, and what was deleted is said', () => {
    fc.assert(
      fc.property(alignments, choices(20), (sample, chosen) => {
        const alignment = samples[sample]!;
        const { history } = afterActs(alignment, chosen);
        const { review } = history;
        const after = reviewedAlignment(review);
        expectConservation(after);
        expect(after.pairs.length + after.unaligned.length).toBe(review.rows.length);
        expect(after.diagnostics.filter(({ code }) => code === 'deleted')).toHaveLength(
          review.deleted.length,
        );
        expect(new Set(review.rows.map(({ id }) => id)).size).toBe(review.rows.length);
        const items = [...after.pairs, ...after.unaligned].sort((a, b) => a.index - b.index);
        expect(items.map(({ flags }) => flags)).toEqual(review.rows.map(({ flags }) => flags));
      }),
      settings,
    );
  });

  test('undoing all gives the same bytes, step by step, and doing it again too', () => {
    fc.assert(
      fc.property(alignments, choices(12), (sample, chosen) => {
        const alignment = samples[sample]!;
        const { history, reviews } = afterActs(alignment, chosen);
        const all = reviews.map(bytesOf);
        for (let step = reviews.length - 2; step >= 0; step--) {
          history.undo();
          expect(bytesOf(history.review)).toBe(all[step]);
        }
        expect(history.canUndo).toBe(false);
        expect(reviewedAlignment(history.review)).toBe(alignment);
        while (history.redo() !== null);
        expect(bytesOf(history.review)).toBe(all.at(-1));
      }),
      settings,
    );
  });

  test('acts and their inverses are data: stored and replayed they give the same', () => {
    fc.assert(
      fc.property(alignments, choices(12), (sample, chosen) => {
        const alignment = samples[sample]!;
        const { history } = afterActs(alignment, chosen);
        const stored = JSON.parse(JSON.stringify(history.acts)) as Act[];
        expect(bytesOf(replay(alignment, stored))).toBe(bytesOf(history.review));
        let review = startReview(alignment);
        const inverses: Act[] = [];
        for (const act of stored) {
          const done = applyAct(review, act);
          review = done.review;
          inverses.unshift(JSON.parse(JSON.stringify(done.inverse)));
        }
        const back = applyAct(review, { type: 'several', acts: inverses });
        expect(bytesOf(back.review)).toBe(bytesOf(startReview(alignment)));
        expect(bytesOf(applyAct(back.review, back.inverse).review)).toBe(bytesOf(review));
      }),
      settings,
    );
  });
});

describe('laws of aligning again', () => {
  test('the unchanged document, with all rows: the same', async () => {
    await fc.assert(
      fc.asyncProperty(documents, omissions, choices(8), async (document, omitted, chosen) => {
        const text = input(document, omitted);
        const { history } = afterActs(
          await align(text, named),
          chosen.filter(([kind]) => kind !== 'delete'),
        );
        const reviewed = [...records(reviewedAlignment(history.review), { unaligned: true })];
        const again = await align(text, { ...named, update: reviewed });
        expectConservation(again);
        const byId = (one: PairRecord, other: PairRecord) => (one.id < other.id ? -1 : 1);
        expect([...records(again, { unaligned: true })].sort(byId)).toEqual(reviewed.sort(byId));
      }),
      { ...settings, numRuns: numRuns / 4 },
    );
  });

  test('the rest: what a person has confirmed, worded or put in is there exactly, and nothing else of hers', async () => {
    await fc.assert(
      fc.asyncProperty(alignments, choices(10), async (sample, chosen) => {
        const alignment = samples[sample]!;
        const { history } = afterActs(alignment, chosen);
        const before = history.review;
        const act = await realignAct(before);
        const after = history.act(act);
        expectConservation(reviewedAlignment(after));
        const isHeld = ({ state, edited }: ReviewRow) => state === 'confirmed' || edited;
        const shown = ({ rows }: Review) =>
          rows
            .filter(isHeld)
            .map(({ flags, notes, ...row }) => row)
            .sort((one, other) => (one.id < other.id ? -1 : 1));
        expect(shown(after)).toEqual(shown(before));
        expect(after.deleted).toEqual(before.deleted);
        const remarks = ({ rows }: Review) =>
          rows.flatMap(({ comment }) => comment?.split('\n') ?? []).sort();
        expect(new Set(remarks(after))).toEqual(new Set(remarks(before)));
        expect(new Set(after.rows.map(({ id }) => id)).size).toBe(after.rows.length);
        expect((await realignAct(after)).edits).toEqual([]);
        expect(bytesOf(replay(alignment, JSON.parse(JSON.stringify(history.acts))))).toBe(bytesOf(after));
        history.undo();
        expect(bytesOf(history.review)).toBe(bytesOf(before));
      }),
      { ...settings, numRuns: numRuns / 4 },
    );
  });

  test('the unchanged document, from a sheet: what was confirmed is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        omissions,
        choices(6, ['merge', 'move', 'part', 'pair', 'place', 'insert', 'edit']),
        async (document, omitted, chosen) => {
          const text = input(document, omitted);
          const { history } = afterActs(await align(text, named), chosen);
          for (const { id, score, edited } of history.review.rows) {
            if (score === null || edited) history.act({ type: 'confirm', row: id });
          }
          const reviewed = Array.from(
            records(reviewedAlignment(history.review), { unaligned: true }),
            (record): PairRecord => ({ ...record, en_spans: [], zh_spans: [] }),
          );
          const again = await align(text, { ...named, update: reviewed });
          expectConservation(again);
          expect(again.diagnostics.filter(({ code }) => code === 'confirmed-lost')).toEqual([]);
          const confirmed = (pairs: Iterable<PairRecord>) =>
            Array.from(pairs, ({ en, zh, confirmed }) => (confirmed ? `${en} | ${zh}` : '')).sort();
          const now = confirmed(records(again, { unaligned: true })).filter((row) => row !== '');
          expect(now).toEqual(confirmed(reviewed).filter((row) => row !== ''));
        },
      ),
      { ...settings, numRuns: numRuns / 4 },
    );
  });

  test('nothing done: nothing changes', async () => {
    for (const alignment of samples) expect((await realignAct(startReview(alignment))).edits).toEqual([]);
  });
});
