import { version } from '../../common/version.js';
import type { Flag, Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { Repeats } from '../repeats.js';
import { cleanSegment, escapeXml } from '../text.js';
import { doubtNote } from './doubts.js';
import { type Direction, type DirectionOptions, directionOf } from './language-tags.js';
import { withoutMarker } from './marker.js';
import { checkDate, checkOneOf } from './option-checks.js';
import { type Pairs, type RecordOptions, records } from './records.js';

export interface TmxOptions extends Omit<RecordOptions, 'unaligned'>, DirectionOptions {
  /**
   * What becomes of clause markers, `（一）` or `1.`: translation tools differ in whether they cut them off
   * before they look a sentence up. `both`, the default, writes a second unit without them.
   */
  readonly markers?: Markers;
  /** `YYYYMMDDThhmmssZ`, in UTC; without it the file bears no date. */
  readonly date?: string;
  readonly creationToolVersion?: string;
}

/** Types of the properties that hold the fields of a record which TMX has no place for. */
export const PROPERTIES = {
  score: 'x-score',
  bead: 'x-bead',
  clause: 'x-clause',
  clause_zh: 'x-clause-zh',
  doc: 'x-document',
  flags: 'x-flags',
  confirmed: 'x-confirmed',
} as const satisfies Partial<Record<keyof PairRecord, string>>;

/** What the name of a unit without clause markers has behind the name of the whole one, which it follows. */
export const STRIPPED = '-s';

/**
 * Pairs as a translation memory, TMX 1.4b (LISA OSCAR, 2005), that imports without surprises: no
 * character that XML forbids, no empty segment, no pair twice, and doubtful pairs with a note. Chunks are the
 * head, one `<tu>` line each, and the foot.
 */
export function toTmx(pairs: Pairs, options: TmxOptions = {}): Iterable<string> {
  const kept = records(pairs, { ...options, unaligned: false });
  return chunks(kept, settingsFrom(kept, options));
}

type Markers = 'keep' | 'strip' | 'both';

interface Settings extends Direction {
  readonly markers: Markers;
  /** The attribute, with a space before it, or nothing. */
  readonly creationDate: string;
  readonly creationToolVersion: string;
}

/** Checks the options at once, not when the first chunk is asked for. */
function settingsFrom(pairs: Iterable<PairRecord>, options: TmxOptions): Settings {
  const { markers = 'both', date, creationToolVersion = version } = options;
  checkOneOf('markers', markers, ['keep', 'strip', 'both']);
  checkDate(date);
  return {
    ...directionOf(pairs, options),
    markers,
    creationDate: date === undefined ? '' : ` creationdate="${date}"`,
    creationToolVersion,
  };
}

function* chunks(pairs: Iterable<PairRecord>, settings: Settings): Iterable<string> {
  yield head(settings);
  // All units are seen before the first is written, since most tools let the last of several targets win, silently.
  const repeats = new Repeats();
  /** By the number of a pair: what a person has said of one that comes after the first. */
  const said = new Map<number, Said>();
  for (const { texts, record } of unitsOf(pairs, settings)) {
    const { pair, isDuplicate } = repeats.add(texts.en, texts.zh);
    if (isDuplicate && (record.confirmed || record.note !== undefined)) {
      said.set(pair, { ...saidOf(record), ...said.get(pair) });
    }
  }
  let written = 0;
  // What a person has confirmed comes behind the other translations of the same source, since the last one wins.
  const last: string[] = [];
  for (const unit of unitsOf(pairs, settings)) {
    const noted = repeats.add(unit.texts.en, unit.texts.zh);
    // What is new has the next number.
    if (noted.pair !== written) continue;
    written++;
    const record = { ...unit.record, ...said.get(noted.pair), ...saidOf(unit.record) };
    const whole = { ...unit, record };
    const isAmbiguous = repeats.isAmbiguous(noted, settings.source);
    const element = translationUnit(isAmbiguous ? withConflict(whole) : whole, settings);
    if (isAmbiguous && record.confirmed) last.push(element);
    else yield element;
  }
  yield* last;
  yield '</body>\n</tmx>\n';
}

/** What a person has said of a pair. */
type Said = Pick<PairRecord, 'confirmed' | 'note'>;

function saidOf({ confirmed, note }: PairRecord): Said {
  return { ...(confirmed && { confirmed }), ...(note !== undefined && { note }) };
}

/** What one `<tu>` says, cleaned but not yet escaped. */
interface Unit {
  readonly tuid: string;
  readonly texts: Readonly<Record<Language, string>>;
  readonly record: PairRecord;
}

/** The units in order, repeats included: gone through twice, so that they need not be kept. */
function* unitsOf(pairs: Iterable<PairRecord>, settings: Settings): Iterable<Unit> {
  for (const record of pairs) {
    for (const wording of wordings(record, settings)) {
      if (wording.texts.en !== '' && wording.texts.zh !== '') yield { ...wording, record };
    }
  }
}

type Wording = Omit<Unit, 'record'>;

function wordings(record: PairRecord, { markers, source }: Settings): readonly Wording[] {
  const { id } = record;
  const en = cleanSegment(record.en);
  const zh = cleanSegment(record.zh);
  const kept = { tuid: id, texts: { en, zh } };
  if (markers === 'keep') return [kept];
  const stripped = {
    tuid: `${id}${STRIPPED}`,
    texts: { en: cleanSegment(withoutMarker(record, 'en')), zh: cleanSegment(withoutMarker(record, 'zh')) },
  };
  if (stripped.texts.en === en && stripped.texts.zh === zh) return [kept];
  if (markers === 'strip') return [stripped];
  // Of two targets for one source, a tool would take the one without its marker.
  return stripped.texts[source] === kept.texts[source] ? [kept] : [kept, stripped];
}

function withConflict(unit: Unit): Unit {
  const flags = [...new Set<Flag>(['conflict', ...unit.record.flags])].sort();
  return { ...unit, record: { ...unit.record, flags } };
}

function head({ source, tags, creationDate, creationToolVersion }: Settings): string {
  const attributes = [
    'creationtool="duiqi"',
    `creationtoolversion="${escapeXml(cleanSegment(creationToolVersion))}"`,
    'segtype="sentence"',
    'o-tmf="duiqi"',
    'adminlang="en-US"',
    `srclang="${tags[source]}"`,
    'datatype="plaintext"',
  ].join(' ');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header ${attributes}${creationDate}/>
<body>
`;
}

/** The DTD wants notes and properties before the variants. */
function translationUnit({ tuid, texts, record }: Unit, settings: Settings): string {
  const { score, bead, clause, clause_zh, flags, doc, confirmed } = record;
  const { source, target, tags, creationDate } = settings;
  return [
    `<tu tuid="${escapeXml(cleanSegment(tuid))}"${creationDate}>`,
    note(doubtNote(record)),
    note(record.note),
    property(PROPERTIES.score, score?.toString()),
    property(PROPERTIES.bead, bead),
    property(PROPERTIES.clause, clause),
    property(PROPERTIES.clause_zh, clause_zh),
    property(PROPERTIES.doc, doc),
    property(PROPERTIES.flags, flags.join(',')),
    property(PROPERTIES.confirmed, confirmed?.toString()),
    variant(tags[source], texts[source]),
    variant(tags[target], texts[target]),
    '</tu>\n',
  ].join('');
}

function note(text: string | null | undefined): string {
  return element('<note>', text, '</note>');
}

function property(type: string, value: string | null | undefined): string {
  return element(`<prop type="${type}">`, value, '</prop>');
}

/** An element on one line, or nothing where there is nothing to say. */
function element(opening: string, content: string | null | undefined, closing: string): string {
  const text = cleanSegment(content ?? '');
  return text === '' ? '' : `${opening}${escapeXml(text)}${closing}`;
}

function variant(language: string, text: string): string {
  return `<tuv xml:lang="${language}"><seg>${escapeXml(text)}</seg></tuv>`;
}
