import { checkOptionsAreOne, checkSwitch, checkTextOption } from '../../common/arguments.js';
import { version } from '../../common/version.js';
import type { Flag, Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { Repeats } from '../repeats.js';
import { cleanSegment, escapeXml } from '../text.js';
import { doubtNote, isDoubtful } from './doubts.js';
import { type Direction, type DirectionOptions, directionOf } from './language-tags.js';
import { withoutMarker } from './marker.js';
import { isNumbersAlone } from './numbers-alone.js';
import { checkDate, checkOneOf } from './option-checks.js';
import { partsOf } from './parts.js';
import { type Pairs, type RecordOptions, records } from './records.js';
import { UI_LANGUAGES, type UiLanguage } from './review-words.js';

/** How `toTmx` writes; everything has a default. */
export interface TmxOptions extends Omit<RecordOptions, 'unaligned'>, DirectionOptions {
  /**
   * What becomes of clause markers, `（一）` or `1.`: translation tools differ in whether they cut them off
   * before they look a sentence up. `both`, the default, writes a second unit without them.
   */
  readonly markers?: Markers;
  /**
   * What becomes of pairs that want a look (`doubts`): a tool inserts them as if they were certain. `mark`, the default, writes
   * them with a note that says why; `keep` without one; `leave-out` does not write them, and `only` writes nothing else, marked,
   * for a memory of their own with a penalty.
   */
  readonly doubtful?: Doubtful;
  /** Whether pairs that `isNumbersAlone` are written too; default `false`. */
  readonly numbers?: boolean;
  /**
   * Whether a pair of two sentences with one is written as its two parts too, where the one divides clearly at its own clause:
   * a tool looks sentences up one by one. Default `false`.
   */
  readonly parts?: boolean;
  /** `YYYYMMDDThhmmssZ`, in UTC; without it the file bears no date. */
  readonly date?: string;
  readonly creationToolVersion?: string;
  /** The language of the notes on doubtful pairs; default `en`. */
  readonly ui?: UiLanguage;
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
/** The same of the two parts of a pair. */
export const PARTS = ['-p1', '-p2'] as const;

/**
 * Pairs as a translation memory, TMX 1.4b (LISA OSCAR, 2005), that imports without surprises: no
 * character that XML forbids, no empty segment, no pair twice, and doubtful pairs with a note. Chunks are the
 * head, one `<tu>` line each, and the foot.
 *
 * @throws DuiqiError `bad-option`, at once
 */
export function toTmx(pairs: Pairs, options: TmxOptions = {}): Iterable<string> {
  checkOptionsAreOne(options);
  const kept = records(pairs, { ...options, unaligned: false });
  return chunks(kept, settingsFrom(kept, options));
}

/** What becomes of clause markers; see `TmxOptions`. */
export type Markers = 'keep' | 'strip' | 'both';
/** What becomes of pairs that want a look; see `TmxOptions`. */
export type Doubtful = 'mark' | 'keep' | 'leave-out' | 'only';

interface Settings extends Direction {
  readonly markers: Markers;
  readonly doubtful: Doubtful;
  readonly numbers: boolean;
  readonly parts: boolean;
  /** The attribute, with a space before it, or nothing. */
  readonly creationDate: string;
  readonly creationToolVersion: string;
  readonly ui: UiLanguage;
}

/** Checks the options at once, not when the first chunk is asked for. */
function settingsFrom(pairs: Iterable<PairRecord>, options: TmxOptions): Settings {
  const { markers = 'both', doubtful = 'mark', numbers = false, parts = false, ui = 'en' } = options;
  const { date, creationToolVersion = version } = options;
  checkOneOf('markers', markers, ['keep', 'strip', 'both']);
  checkOneOf('doubtful', doubtful, ['mark', 'keep', 'leave-out', 'only']);
  checkSwitch('numbers', numbers);
  checkSwitch('parts', parts);
  checkTextOption('creationToolVersion', creationToolVersion);
  checkDate(date);
  checkOneOf('ui', ui, UI_LANGUAGES);
  return {
    ...directionOf(pairs, options),
    markers,
    doubtful,
    numbers,
    parts,
    creationDate: date === undefined ? '' : ` creationdate="${date}"`,
    creationToolVersion,
    ui,
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
    const plain = { ...unit, record };
    const isAmbiguous = repeats.isAmbiguous(noted, settings.source);
    const whole = isAmbiguous ? withConflict(plain) : plain;
    if (!isWanted(whole.record, settings)) continue;
    const element = translationUnit(whole, settings);
    if (isAmbiguous && record.confirmed) last.push(element);
    else yield element;
  }
  yield* last;
  yield '</body>\n</tmx>\n';
}

function isWanted(record: PairRecord, { doubtful }: Settings): boolean {
  if (doubtful === 'keep' || doubtful === 'mark') return true;
  return isDoubtful(record) === (doubtful === 'only');
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
    if (!settings.numbers && isNumbersAlone(record)) continue;
    for (const wording of wordings(record, settings)) {
      if (wording.texts.en !== '' && wording.texts.zh !== '') yield { ...wording, record };
    }
    if (settings.parts) yield* partUnits(record);
  }
}

/** The parts of a pair as units. What a person has said is said of the whole. */
function partUnits(record: PairRecord): Unit[] {
  const { confirmed, note, ...rest } = record;
  return (partsOf(record) ?? []).map(({ en, zh }, place) => ({
    tuid: `${record.id}${PARTS[place]}`,
    texts: { en: cleanSegment(en), zh: cleanSegment(zh) },
    record: { ...rest, en, zh, bead: '1-1' },
  }));
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
  const { source, target, tags, creationDate, doubtful, ui } = settings;
  return [
    `<tu tuid="${escapeXml(cleanSegment(tuid))}"${creationDate}>`,
    note(doubtful === 'keep' ? null : doubtNote(record, ui)),
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
