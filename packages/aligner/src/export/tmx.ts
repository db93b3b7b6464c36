import { DuiqiError } from '../errors.js';
import { hash } from '../hash.js';
import type { PairRecord } from '../pair-record.js';
import type { Flag, Language } from '../types.js';
import { version } from '../version.js';
import { checkOneOf, type Direction, type DirectionOptions, directionOf } from './language-tags.js';
import { withoutMarker } from './marker.js';
import { type Pairs, type RecordOptions, records } from './records.js';
import { cleanSegment, escapeXml } from './text.js';

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
  if (date !== undefined) checkDate(date);
  return {
    ...directionOf(pairs, options),
    markers,
    creationDate: date === undefined ? '' : ` creationdate="${date}"`,
    creationToolVersion,
  };
}

function* chunks(pairs: Iterable<PairRecord>, settings: Settings): Iterable<string> {
  yield head(settings);
  const conflicts = conflictingSources(unitsOf(pairs, settings));
  const written = new Set<string>();
  for (const unit of unitsOf(pairs, settings)) {
    const texts = hash(unit.source, unit.target);
    if (written.has(texts)) continue;
    written.add(texts);
    yield translationUnit(conflicts.has(hash(unit.source)) ? withConflict(unit) : unit, settings);
  }
  yield '</body>\n</tmx>\n';
}

/** What one `<tu>` says, cleaned but not yet escaped. */
interface Unit {
  readonly tuid: string;
  readonly source: string;
  readonly target: string;
  readonly record: PairRecord;
}

/** The units in order, repeats included: gone through twice, so that they need not be kept. */
function* unitsOf(pairs: Iterable<PairRecord>, settings: Settings): Iterable<Unit> {
  for (const record of pairs) {
    for (const { tuid, texts } of wordings(record, settings.markers)) {
      if (texts.en === '' || texts.zh === '') continue;
      yield {
        tuid,
        source: texts[settings.source],
        target: texts[settings.target],
        record,
      };
    }
  }
}

interface Wording {
  readonly tuid: string;
  readonly texts: Readonly<Record<Language, string>>;
}

function wordings(record: PairRecord, markers: Markers): readonly Wording[] {
  const { id } = record;
  const en = cleanSegment(record.en);
  const zh = cleanSegment(record.zh);
  const kept = { tuid: id, texts: { en, zh } };
  if (markers === 'keep') return [kept];
  const stripped = {
    tuid: `${id}-s`,
    texts: { en: cleanSegment(withoutMarker(record, 'en')), zh: cleanSegment(withoutMarker(record, 'zh')) },
  };
  if (stripped.texts.en === en && stripped.texts.zh === zh) return [kept];
  return markers === 'strip' ? [stripped] : [kept, stripped];
}

/** Hashes of the source texts that have more than one target: most tools let the last one win, silently. */
function conflictingSources(units: Iterable<Unit>): ReadonlySet<string> {
  const targets = new Map<string, string>();
  const conflicting = new Set<string>();
  for (const unit of units) {
    const source = hash(unit.source);
    const target = hash(unit.target);
    const known = targets.get(source);
    if (known === undefined) targets.set(source, target);
    else if (known !== target) conflicting.add(source);
  }
  return conflicting;
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
function translationUnit(unit: Unit, { source, target, tags, creationDate }: Settings): string {
  const { score, bead, clause, flags, doc } = unit.record;
  return [
    `<tu tuid="${unit.tuid}"${creationDate}>`,
    note(unit),
    property('x-score', score === null ? '' : String(score)),
    property('x-bead', bead ?? ''),
    property('x-clause', clause ?? ''),
    property('x-document', doc),
    property('x-flags', flags.join(',')),
    variant(tags[source], unit.source),
    variant(tags[target], unit.target),
    '</tu>\n',
  ].join('');
}

const doubts: Partial<Readonly<Record<Flag, string>>> = {
  conflict: 'the same source text has another translation too',
  'length-ratio': 'one side is much too long for the other',
  'low-score': 'the score is low',
  'number-mismatch': 'the numbers differ',
  truncated: 'the text breaks off',
};

/** Some importers drop longer segments. In characters. */
const longestSafeSegment = 2000;

function note({ source, target, record }: Unit): string {
  const reasons = record.flags.flatMap((flag) => doubts[flag] ?? []);
  if (Math.max(source.length, target.length) > longestSafeSegment) {
    reasons.push('it is longer than 2,000 characters, which some tools do not import');
  }
  return reasons.length === 0 ? '' : `<note>Please check: ${reasons.join('; ')}.</note>`;
}

function property(type: string, value: string): string {
  const text = cleanSegment(value);
  return text === '' ? '' : `<prop type="${type}">${escapeXml(text)}</prop>`;
}

function variant(language: string, text: string): string {
  return `<tuv xml:lang="${language}"><seg>${escapeXml(text)}</seg></tuv>`;
}

function checkDate(date: string): void {
  if (/^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])([0-5]\d){2}Z$/.test(date)) return;
  throw new DuiqiError('bad-option', `date must be a UTC time like 20260131T080000Z, not ${date}.`, { date });
}
