import { cutSegment } from '../../document/segment/segments.js';
import { findAnchors } from '../../document/structure/anchors.js';
import { trimSpan } from '../../document/writing/lines.js';
import type { Language, Segment, Segmentation, Side, Span } from '../../types.js';
import { isIdOf } from '../export/records.js';
import type { Offsets, PairRecord } from '../pair-record.js';
import { sideOf } from '../pairs.js';
import { keyOf } from '../text.js';
import { LANGUAGES, type PartialPlace, placeOfRanges } from './kept.js';
import type { Range } from './locate.js';

/** A document that is what it was, cut where the pairs of an earlier alignment cut it, and where each of these stands. */
export interface AsItWas {
  readonly segmentation: Segmentation;
  readonly places: readonly PartialPlace[];
  /** Whether a person has worded it in another way than the document does, for each. */
  readonly isWorded: readonly boolean[];
}

/**
 * Takes the places of pairs from their offsets, where the document is what it was: where the text at all of them is that of the
 * pairs, or what their ids were made from. So nothing has to be looked for, however a person has cut, joined or reworded it.
 *
 * @param mayCut whether sentences may be cut, as far as they are segments
 * @returns null where the document has changed, or where the pairs do not say where they stood
 */
export function asItWas(
  segmentation: Segmentation,
  old: readonly PairRecord[],
  mayCut: boolean,
): AsItWas | null {
  if (!old.some(({ en_spans, zh_spans }) => en_spans.length + zh_spans.length > 0)) return null;
  const cut = { en: cutAt(segmentation, 'en', old), zh: cutAt(segmentation, 'zh', old) };
  if (!cut.en || !cut.zh) return null;
  const { en, zh } = cut;
  const places: PartialPlace[] = [];
  const isWorded: boolean[] = [];
  for (const [index, record] of old.entries()) {
    const [enRanges, zhRanges] = [en.ranges[index]!, zh.ranges[index]!];
    const texts = { en: textOf(en.side, enRanges), zh: textOf(zh.side, zhRanges) };
    const isOwn = LANGUAGES.every((language) => keyOf(texts[language]) === keyOf(record[language]));
    if (!isOwn && !isIdOf(record, texts.en, texts.zh)) return null;
    isWorded.push(!isOwn);
    // Where a person has taken a text away, that of the document is to be aligned anew.
    places.push(placeOfRanges(record.en === '' ? [] : enRanges, record.zh === '' ? [] : zhRanges));
  }
  const isCut =
    en.side.segments.length > segmentation.en.segments.length ||
    zh.side.segments.length > segmentation.zh.segments.length;
  if (isCut && !mayCut) return null;
  return {
    segmentation: isCut
      ? { ...segmentation, en: en.side, zh: zh.side, anchors: findAnchors(en.side, zh.side) }
      : segmentation,
    places,
    isWorded,
  };
}

interface CutSide {
  readonly side: Side;
  /** The segments of each pair, as far as they stand together. */
  readonly ranges: readonly (readonly Range[])[];
}

/** A side cut where the texts of pairs begin and end; null where two of them have the same text. */
function cutAt(
  { sources, ...sides }: Segmentation,
  language: Language,
  old: readonly PairRecord[],
): CutSide | null {
  const side = sides[language];
  const source = sources[side.source]!.text;
  const owners = ownersIn(
    source,
    old.map((record) => record[`${language}_spans`]),
  );
  if (owners === null) return null;
  const segments: Segment[] = [];
  const ranges = old.map((): Range[] => []);
  let blank = 0;
  for (const segment of side.segments) {
    const runs = runsOf(segment, source, owners);
    if (runs.length === 0) blank++;
    if (runs.length < 2) segments.push(segment);
    else segments.push(...cutSegment(source, segment, partsOf(segment.text, runs)));
    runs.forEach(({ owner }, at) => {
      const number = segments.length - runs.length + at;
      const own = ranges[owner];
      const last = own?.at(-1);
      // A blank line that stands within a pair is in it.
      if (last && last.end >= number - blank) own![own!.length - 1] = { start: last.start, end: number + 1 };
      else own?.push({ start: number, end: number + 1 });
      blank = 0;
    });
  }
  return { side: { ...side, segments }, ranges };
}

const NOBODY = -1;

/** For each place in a source the pair that has it; null where several do, or where there is no such place. */
function ownersIn(source: string, spans: readonly (readonly Offsets[])[]): Int32Array | null {
  const owners = new Int32Array(source.length).fill(NOBODY);
  for (const [owner, own] of spans.entries()) {
    for (const [start, end] of own) {
      if (end > source.length) return null;
      for (let at = start; at < end; at++) {
        if (owners[at] !== NOBODY) return null;
        owners[at] = owner;
      }
    }
  }
  return owners;
}

/** Letters of a segment that follow one another and are of one pair, or of none. */
interface Run {
  readonly owner: number;
  letters: number;
}

const LETTER = /\S/gu;

function runsOf({ spans }: Segment, source: string, owners: Int32Array): Run[] {
  const runs: Run[] = [];
  for (const { start, end } of spans) {
    for (const { index } of source.slice(start, end).matchAll(LETTER)) {
      const owner = owners[start + index]!;
      const last = runs.at(-1);
      if (last?.owner === owner) last.letters++;
      else runs.push({ owner, letters: 1 });
    }
  }
  return runs;
}

/** The parts of a text that have so many letters each. */
function partsOf(text: string, runs: readonly Run[]): Span[] {
  const places = Array.from(text.matchAll(LETTER), ({ index }) => index);
  let letters = 0;
  return runs.map((run) => {
    const start = places[letters] ?? text.length;
    letters += run.letters;
    return trimSpan(text, { start, end: places[letters] ?? text.length });
  });
}

function textOf(side: Side, ranges: readonly Range[]): string {
  return sideOf(
    side,
    ranges.flatMap(({ start, end }) => side.segments.slice(start, end)),
  ).text;
}
