import type { FoundBead } from '../../alignment/lattice/found-bead.js';
import { checkIterable, checkText } from '../../common/arguments.js';
import { Pacer } from '../../common/pacer.js';
import { finish } from '../../common/steps.js';
import { languagesOf } from '../../document/language/identify.js';
import { readLabels } from '../../document/writing/label.js';
import type { Alignment, Language, Paragraph, Segment, Side } from '../../types.js';
import { checkRecord } from '../checked.js';
import { type Pairs, records } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import { toPairs } from '../pairs.js';
import { qualityOf } from '../quality.js';
import { withRepeatsFlagged } from '../repeats.js';
import { checkReview, type Review } from './review.js';
import { reviewedAlignment } from './reviewed.js';

/** What is not read from a document has no settings. */
const SIGNATURE = 'pairs';

/**
 * Pairs of a file, such as a memory of any origin, as an alignment that can be reviewed: each pair is a row, its texts are
 * segments, and nothing is aligned. Pairs that say nothing of their score count as certain.
 *
 * @param pairs as `readPairs` gives them
 * @param name of the file
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export async function alignmentOfPairs(pairs: Iterable<PairRecord>, name: string): Promise<Alignment> {
  checkIterable('pairs', pairs, 'pairs such as readPairs gives');
  checkText('name', name);
  const sides = { en: new Lines('en'), zh: new Lines('zh') };
  const texts: string[] = [];
  let length = 0;
  const beads: FoundBead[] = [];
  const documents = new Set<string>();
  for (const pair of pairs) {
    checkRecord(pair);
    const [enStart, zhStart] = [sides.en.count, sides.zh.count];
    for (const [language, text, clause] of [
      ['en', pair.en, pair.clause],
      ['zh', pair.zh, pair.clause_zh ?? pair.clause],
    ] as const) {
      if (text === '') continue;
      sides[language].add(text, clause, length);
      texts.push(text);
      length += text.length + 1;
    }
    documents.add(pair.doc);
    beads.push({
      enStart,
      enEnd: sides.en.count,
      zhStart,
      zhEnd: sides.zh.count,
      posterior: 1,
      // As sure as can be, where the file says nothing of it.
      support: 1.5,
      words: 0,
      belongs: 1,
      crossing: pair.flags.includes('crossing'),
      kept: pair,
    });
  }
  // Where all pairs are of one document, they keep their ids.
  const [document = ''] = documents;
  const [en, zh] = [sides.en.side(), sides.zh.side()];
  const segmentation = {
    sources: [
      {
        name: documents.size === 1 && document !== '' ? document : name,
        text: texts.map((text) => `${text}\n`).join(''),
        format: 'text' as const,
        encoding: null,
      },
    ],
    en,
    zh,
    anchors: [],
    markup: [[]],
    layout: 'lines' as const,
    layoutConfidence: 1,
    languages: await languagesOf(en, zh, new Pacer()),
    diagnostics: [],
  };
  const found = finish(toPairs(segmentation, beads));
  return {
    ...segmentation,
    ...found,
    pairs: finish(withRepeatsFlagged(found.pairs)),
    quality: qualityOf(segmentation, found.pairs),
    signature: SIGNATURE,
  };
}

/**
 * What a review gives to be written: the alignment as a person has left it; or, where the review began with the pairs of a file,
 * these pairs, of which those that she has left alone are as the file has them.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function reviewedPairs(review: Review): Pairs {
  checkReview(review);
  const { alignment } = review;
  const reviewed = reviewedAlignment(review);
  if (alignment.signature !== SIGNATURE) return reviewed;
  const known = new Map<string, PairRecord>(
    [...alignment.pairs, ...alignment.unaligned].flatMap(({ kept }) =>
      kept ? [[kept.id, kept] as const] : [],
    ),
  );
  return {
    *[Symbol.iterator]() {
      for (const record of records(reviewed, { unaligned: true })) {
        const own = known.get(record.id);
        if (own?.en !== record.en || own.zh !== record.zh) {
          // The places of its texts are none of any document.
          yield { ...record, en_spans: [], zh_spans: [] };
          continue;
        }
        const { confirmed: _, note: __, ...rest } = own;
        yield {
          ...rest,
          flags: record.flags.includes('doubted')
            ? [...new Set([...own.flags, 'doubted' as const])].sort()
            : own.flags,
          ...(record.confirmed && { confirmed: record.confirmed }),
          ...(record.note !== undefined && { note: record.note }),
        };
      }
    },
  };
}

/** The texts of one language, each a paragraph and a segment. */
class Lines {
  readonly #language: Language;
  readonly #paragraphs: Paragraph[] = [];
  readonly #segments: Segment[] = [];

  constructor(language: Language) {
    this.#language = language;
  }

  get count(): number {
    return this.#segments.length;
  }

  add(text: string, clause: string | null, start: number): void {
    const spans = [{ start, end: start + text.length }];
    const language = this.#language;
    this.#segments.push({
      language,
      text,
      spans,
      paragraph: this.#paragraphs.length,
      clause,
      label: readLabels(text, language)[0] ?? null,
      stitched: false,
      truncated: false,
    });
    this.#paragraphs.push({
      language,
      kind: 'paragraph',
      pieces: spans,
      numbering: null,
      position: null,
      stitched: false,
      truncated: false,
    });
  }

  side(): Side {
    return {
      language: this.#language,
      source: 0,
      paragraphs: this.#paragraphs,
      segments: this.#segments,
      clauses: [],
    };
  }
}
