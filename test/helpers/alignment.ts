import { segmentIndex } from '../../packages/aligner/src/common/segment-index.js';
import type {
  Alignment,
  Bead,
  Flag,
  Label,
  Language,
  Pair,
  PairSide,
  Segment,
  Side,
  Source,
  Unaligned,
} from '../../packages/aligner/src/types.js';

export interface SampleOptions {
  /** The text for a name of the notation; without one the name itself is the text. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The clause marker with which the text for a name begins. */
  readonly markers?: Readonly<Record<string, string>>;
  readonly clauses?: Readonly<Record<string, string>>;
  readonly scheme?: Label['scheme'];
  /** For each bead; default 0.95. */
  readonly scores?: readonly number[];
  /** For each bead. */
  readonly flags?: readonly (readonly Flag[])[];
  /** One name for a mixed source, two for an English and a Chinese one. */
  readonly sources?: readonly string[];
}

/** A small alignment in one line: `"a1 a2 | b1 ; a3 | -"` is a 2-1 and a 1-0 bead, English first. */
export function alignmentOf(notation: string, options: SampleOptions = {}): Alignment {
  const { scores = [], flags = [], sources = ['sample.txt'] } = options;
  const segments: Record<Language, Segment[]> = { en: [], zh: [] };
  const pairs: Pair[] = [];
  const unaligned: Unaligned[] = [];
  const ladder: Bead[] = [];

  const take = (names: string, language: Language) => {
    const list = segments[language];
    const start = segmentIndex(list.length);
    for (const name of names.split(' '))
      if (name !== '-') list.push(segmentOf(name, language, list, options));
    return { start, end: segmentIndex(list.length) };
  };

  notation.split(' ; ').forEach((bead, index) => {
    const [enNames, zhNames] = bead.split(' | ');
    const range = { en: take(enNames, 'en'), zh: take(zhNames, 'zh') };
    ladder.push(range);
    const en = sideOf(segments.en.slice(range.en.start), ' ');
    const zh = sideOf(segments.zh.slice(range.zh.start), '');
    const beadFlags = flags[index] ?? [];
    if (zh.segments.length === 0) unaligned.push({ language: 'en', side: en, flags: beadFlags, index });
    else if (en.segments.length === 0) unaligned.push({ language: 'zh', side: zh, flags: beadFlags, index });
    else {
      const counts = `${en.segments.length}-${zh.segments.length}`;
      pairs.push({ en, zh, score: scores[index] ?? 0.95, bead: counts, flags: beadFlags, index });
    }
  });

  return {
    sources: sources.map((name): Source => ({ name, text: '', format: 'text', encoding: null })),
    en: languageSide('en', 0, segments.en),
    zh: languageSide('zh', sources.length - 1, segments.zh),
    anchors: [],
    markup: sources.map(() => []),
    layout: sources.length === 1 ? 'paragraphs' : 'two-texts',
    layoutConfidence: 1,
    languages: [],
    diagnostics: [],
    pairs,
    unaligned,
    ladder,
    quality: 1,
    signature: 'sample',
  };
}

function segmentOf(
  name: string,
  language: Language,
  before: readonly Segment[],
  options: SampleOptions,
): Segment {
  const text = options.texts?.[name] ?? name;
  const start = before.at(-1)?.spans[0].end ?? 0;
  const marker = options.markers?.[name];
  return {
    language,
    text,
    spans: [{ start, end: start + text.length }],
    paragraph: before.length,
    // A marker opens a clause, whose path ends with it.
    clause: options.clauses?.[name] ?? marker ?? null,
    label: marker === undefined ? null : labelOf(marker, text, options.scheme ?? 'arabic-parenthesis'),
    stitched: false,
    truncated: false,
  };
}

function labelOf(raw: string, text: string, scheme: Label['scheme']): Label {
  const rest = text.slice(raw.length);
  const length = raw.length + rest.length - rest.trimStart().length;
  return { raw, scheme, ordinals: [1], letterCase: 'none', length };
}

function sideOf(segments: readonly Segment[], separator: string): PairSide {
  return {
    text: segments.map((segment) => segment.text).join(separator),
    spans: segments.flatMap((segment) => segment.spans),
    segments,
    clause: segments[0]?.clause ?? null,
  };
}

function languageSide(language: Language, source: number, segments: readonly Segment[]): Side {
  return { language, source, paragraphs: [], segments, clauses: [] };
}
