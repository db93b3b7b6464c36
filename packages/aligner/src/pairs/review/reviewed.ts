import type { FoundBead } from '../../alignment/lattice/found-bead.js';
import { info } from '../../common/diagnostic.js';
import { hash } from '../../common/hash.js';
import { finish } from '../../common/steps.js';
import type { Alignment, Diagnostic, Language, Span } from '../../types.js';
import { documentName, Identifier, newId } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import { range, toPairs } from '../pairs.js';
import { qualityOf } from '../quality.js';
import { withRepeatsFlagged } from '../repeats.js';
import { CutSide } from './cut-side.js';
import { checkReview, type Review, type ReviewRow } from './review.js';
import { haveSamePieces, LANGUAGES, type Piece, type StoredRow } from './stored.js';
import { keptOf } from './view.js';

/**
 * The alignment as a person has left it, for every export: its pairs are the rows, in their order, with her wording, marks and
 * comments; sentences that she has split are cut. What she has deleted is listed as markup and said in a diagnostic, row by row.
 * Rows that hold what they held keep their id. A review in which nothing is done gives the alignment that it began with.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function reviewedAlignment(review: Review): Alignment {
  checkReview(review);
  const { alignment, stored, storedDeleted, sides } = review;
  if (review.isUntouched) return alignment;
  const cutSide = (language: Language): CutSide =>
    new CutSide(
      alignment[language],
      language,
      sides,
      stored.flatMap((row) => row[language].pieces),
      storedDeleted.flatMap((row) => row[language].pieces),
    );
  const cut = { en: cutSide('en'), zh: cutSide('zh') };
  const document = {
    ...alignment,
    en: cut.en.side,
    zh: cut.zh.side,
    anchors: alignment.anchors.map(({ en, zh, reason }) => ({
      en: cut.en.placeOf(en),
      zh: cut.zh.placeOf(zh),
      reason,
    })),
    markup: markupWithDeleted(review),
    diagnostics: [...alignment.diagnostics, ...review.deleted.map(deleted)],
  };
  const kept = keptRecords(review);
  const beads = review.rows.map((row, at) =>
    beadOf(stored[at]!, cut, row.flags.includes('crossing'), kept[at]!),
  );
  const { pairs, unaligned, ladder } = finish(toPairs(document, withLoose(beads, cut)));
  return {
    ...document,
    pairs: finish(withRepeatsFlagged(pairs)),
    unaligned,
    ladder,
    quality: qualityOf(document, pairs),
    signature: `${alignment.signature}|review:${hash(JSON.stringify([stored, storedDeleted]))}`,
  };
}

type Cut = Readonly<Record<Language, CutSide>>;

/** A bead of which the sides without segments have no place yet. */
type Bead = Omit<FoundBead, 'enStart' | 'enEnd' | 'zhStart' | 'zhEnd' | 'apart'> &
  Readonly<Record<Language, readonly Span[]>>;

const BY_HAND = { posterior: 0, support: 0, words: 0, belongs: 1 };

function beadOf(row: StoredRow, cut: Cut, crossing: boolean, kept: PairRecord): Bead {
  return {
    ...BY_HAND,
    en: cut.en.rangesOf(row.en.pieces),
    zh: cut.zh.rangesOf(row.zh.pieces),
    crossing,
    kept,
  };
}

/** All beads in order, with those of segments that no row has: blank lines. */
function withLoose(beads: readonly Bead[], cut: Cut): FoundBead[] {
  const all: FoundBead[] = [];
  const next = { en: 0, zh: 0 };
  const loose = { en: looseSegments(beads, 'en', cut.en), zh: looseSegments(beads, 'zh', cut.zh) };
  const put = ({ en, zh, ...rest }: Bead): void => {
    const first = (language: Language, [own]: readonly Span[]): Span =>
      own ?? { start: next[language], end: next[language] };
    const [enFirst, zhFirst] = [first('en', en), first('zh', zh)];
    const isApart = en.length > 1 || zh.length > 1;
    const asRanges = (runs: readonly Span[]) => runs.slice(1).map(({ start, end }) => range(start, end));
    all.push({
      ...rest,
      enStart: enFirst.start,
      enEnd: enFirst.end,
      zhStart: zhFirst.start,
      zhEnd: zhFirst.end,
      ...(isApart && { apart: { en: asRanges(en), zh: asRanges(zh) } }),
    });
    next.en = en.at(-1)?.end ?? next.en;
    next.zh = zh.at(-1)?.end ?? next.zh;
  };
  const putLoose = (language: Language, before: number): void => {
    while (loose[language][0] !== undefined && loose[language][0] < before) {
      const start = loose[language].shift()!;
      const own = { en: [], zh: [], [language]: [{ start, end: start + 1 }] };
      put({ ...BY_HAND, ...own, posterior: 1, crossing: false });
    }
  };
  for (const bead of beads) {
    for (const language of LANGUAGES) putLoose(language, bead[language][0]?.start ?? 0);
    put(bead);
  }
  for (const language of LANGUAGES) putLoose(language, cut[language].pieces.length);
  return all;
}

function looseSegments(beads: readonly Bead[], language: Language, { pieces }: CutSide): number[] {
  const isHeld = new Uint8Array(pieces.length);
  for (const bead of beads) for (const { start, end } of bead[language]) isHeld.fill(1, start, end);
  return pieces.flatMap((_, number) => (isHeld[number] === 1 ? [] : [number]));
}

/** What a person has made of each row. Rows that hold what they held keep their id, others get one by their own texts. */
function keptRecords({ alignment, stored, first, sides }: Review): PairRecord[] {
  const doc = documentName(alignment);
  const firstOf = new Map(first.map((row) => [row.id, row]));
  const isSame = (row: StoredRow): boolean => {
    const before = firstOf.get(row.id);
    return LANGUAGES.every((language) =>
      haveSamePieces(row[language].pieces, before?.[language].pieces ?? [NONE]),
    );
  };
  const taken = new Set(first.map(({ id }) => id));
  const identifier = new Identifier();
  return stored.map((row) => {
    const text = (language: Language) => sides.of(language, row[language].pieces);
    const id = isSame(row) ? row.id : newId(identifier, taken, doc, { en: text('en'), zh: text('zh') });
    return keptOf(row, sides, id, doc);
  });
}

const NONE: Piece = [-1, 0, 0];

/** What was left out when the document was read, and what a person has deleted. */
function markupWithDeleted({ alignment, storedDeleted, sides }: Review): readonly (readonly Span[])[] {
  return alignment.markup.map((spans, source) => {
    const gone = LANGUAGES.filter((language) => alignment[language].source === source).flatMap((language) =>
      storedDeleted.flatMap((row) => sides.of(language, row[language].pieces).spans),
    );
    return gone.length === 0 ? spans : [...spans, ...gone].sort((a, b) => a.start - b.start);
  });
}

/** Characters of a text that a message quotes. */
const QUOTED = 60;

function deleted({ en, zh }: ReviewRow): Diagnostic {
  const [english, chinese] = [en, zh].map(({ text }) =>
    text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text,
  );
  const [language, side] = en.spans.length > 0 ? (['en', en] as const) : (['zh', zh] as const);
  return info('deleted', `Deleted by hand: “${english}” – “${chinese}”.`, {
    side: language,
    span: side.spans[0] ?? null,
    values: { en: english!, zh: chinese! },
  });
}
