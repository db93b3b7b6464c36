import { Fingerprints } from '../../common/fingerprints.js';
import type { PairRecord } from '../pair-record.js';
import { doubtNote } from './doubts.js';
import { type Direction, type DirectionOptions, directionOf } from './language-tags.js';
import { checkOneOf } from './option-checks.js';
import { type Pairs, type RecordOptions, records } from './records.js';
import { UI_LANGUAGES, type UiLanguage } from './review-words.js';
import { xmlText } from './xml-text.js';

/** How pairs are written as XLIFF. */
export interface XliffOptions extends RecordOptions, DirectionOptions {
  /** The language of the notes on doubtful pairs; default `en`. */
  readonly ui?: UiLanguage;
}

/**
 * Pairs as a file for translation tools, XLIFF 2.1 (OASIS, 2018): a `<file>` for each run of pairs of one document, a `<unit>` of
 * one segment for each pair, `reviewed` where it is confirmed and `translated` elsewhere, with what else is known of it in the
 * metadata module. Source text without a counterpart is a segment still to be translated; target text without one has no place.
 * Chunks are the head, one line for each unit or border of a file, and the foot.
 *
 * @throws DuiqiError `bad-option`, at once
 */
export function toXliff(pairs: Pairs, options: XliffOptions = {}): Iterable<string> {
  const kept = records(pairs, options);
  const { ui = 'en' } = options;
  checkOneOf('ui', ui, UI_LANGUAGES);
  return chunks(kept, directionOf(kept, options), ui);
}

function* chunks(pairs: Iterable<PairRecord>, direction: Direction, ui: UiLanguage): Iterable<string> {
  const { source, target, tags } = direction;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="${tags[source]}" trgLang="${tags[target]}" xml:space="preserve">
`;
  const ids = new UnitIds();
  let files = 0;
  let doc: string | null = null;
  for (const record of pairs) {
    const texts = { source: xmlText(record[source]), target: xmlText(record[target]) };
    if (texts.source === '') continue;
    if (record.doc !== doc) {
      if (files > 0) yield '</file>\n';
      doc = record.doc;
      yield fileStart(++files, doc);
    }
    yield unit(record, ids.idFor(record.id, files), texts, ui);
  }
  // A file has at least one unit, and an XLIFF document one file.
  yield files > 0 ? '</file>\n</xliff>\n' : `${fileStart(1, '')}${NO_UNIT}</file>\n</xliff>\n`;
}

const NO_UNIT = '<group id="empty"/>\n';

function fileStart(number: number, document: string): string {
  const name = xmlText(document);
  return `<file id="f${number}"${name && ` original="${name}"`}>\n`;
}

/** Gives units the ids of their pairs where these can be ids of XML and have not come in the same file before. */
class UnitIds {
  readonly #given = new Fingerprints();
  #made = 0;

  idFor(id: string, file: number): string {
    if (NAME_TOKEN.test(id) && this.#isNew(id, file)) return id;
    for (;;) {
      const made = `u${++this.#made}`;
      if (this.#isNew(made, file)) return made;
    }
  }

  #isNew(id: string, file: number): boolean {
    const { size } = this.#given;
    return this.#given.add(String(file), id) === size;
  }
}

/** Of the characters that XML allows, those that every tool does. */
const NAME_TOKEN = /^[\w.-]+$/;

/** What a segment says, as XML. */
interface Texts {
  readonly source: string;
  readonly target: string;
}

/** The schema wants metadata and notes before the segment. */
function unit(record: PairRecord, unitId: string, { source, target }: Texts, ui: UiLanguage): string {
  const { id, score, bead, clause, clause_zh, flags, note, confirmed } = record;
  const metadata = [
    meta('id', id === unitId ? '' : id),
    meta('score', score === null ? '' : String(score)),
    meta('bead', bead ?? ''),
    meta('clause', clause ?? ''),
    meta('clause_zh', clause_zh ?? ''),
    meta('flags', flags.join(',')),
  ].join('');
  const doubt = doubtNote(record, ui);
  const notes = [
    doubt === null ? '' : `<note category="duiqi">${xmlText(doubt)}</note>`,
    note === undefined ? '' : `<note category="reviewer">${xmlText(note)}</note>`,
  ].join('');
  return [
    `<unit id="${unitId}">`,
    metadata && `<mda:metadata><mda:metaGroup category="duiqi">${metadata}</mda:metaGroup></mda:metadata>`,
    notes && `<notes>${notes}</notes>`,
    target === ''
      ? `<segment><source>${source}</source></segment>`
      : `<segment state="${confirmed ? 'reviewed' : 'translated'}"><source>${source}</source><target>${target}</target></segment>`,
    '</unit>\n',
  ].join('');
}

function meta(type: string, value: string): string {
  return value === '' ? '' : `<mda:meta type="${type}">${xmlText(value)}</mda:meta>`;
}
