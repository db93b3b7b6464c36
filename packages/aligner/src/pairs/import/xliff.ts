import { info } from '../../common/diagnostic.js';
import { languageOfTag } from '../../common/language-tag.js';
import { listed } from '../../common/listed.js';
import type { XmlElement, XmlHandler } from '../../common/xml.js';
import { inputName, unreadable } from '../../document/read/reading.js';
import { refuseTooLongText } from '../../document/read/size.js';
import type { Language } from '../../types.js';
import { isDoubtNote } from '../export/doubts.js';
import type { PairRecord } from '../pair-record.js';
import { fieldsOfTexts } from './field-texts.js';
import { PairMaker } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';
import { readXml } from './xml-pieces.js';

/**
 * Reads XLIFF 2.0 and 2.1 (OASIS, 2014 and 2018) and 1.2 (2008): every segment with a source and a target in English and Chinese.
 *
 * @throws DuiqiError `unreadable` where it is no well-formed XML, or no XLIFF
 */
export function* readXliff(chunks: Iterable<string>, context: ReadingContext): Iterable<PairRecord> {
  const handler = new XliffHandler(context);
  for (const _ of readXml(chunks, handler, context.name)) yield* handler.takePairs();
  if (!handler.isXliff) throw unreadable(context.name, 'is no XLIFF file: name its format', 'not-xliff');
  yield* handler.takePairs();
  handler.tellPassedOver();
}

/** Elements whose text stands in that of the segment; that of all others is code or belongs to something else. */
const WITH_TEXT = new Set(['g', 'mrk', 'pc']);

const CORE_SPACE = /^urn:oasis:names:tc:xliff:document:/;
const METADATA_SPACE = 'urn:oasis:names:tc:xliff:metadata:2.0';

interface Side {
  text: string;
  /** Its own language, where it says one. */
  readonly tag: string | undefined;
}

interface Segment {
  source: Side;
  target: Side | null;
  isConfirmed: boolean;
}

/** What was said of a unit, which is as many pairs as it has segments. */
interface Unit {
  readonly id: string;
  readonly fields: Record<string, string>;
  readonly notes: string[];
  readonly segments: Segment[];
}

/** Puts pairs together of what the parser reports. */
class XliffHandler implements XmlHandler {
  readonly #context: ReadingContext;
  readonly #maker: PairMaker;
  /** Names of the elements that are open; a name of another namespace than XLIFF's has its URI before it. */
  readonly #path: string[] = [];
  /** Whether what has been read is in an `<xliff>`. */
  isXliff = false;
  #pairs: PairRecord[] = [];
  #source = '';
  #target = '';
  #doc: string | undefined;
  #unit: Unit = newUnit('');
  #isOurMetadata = false;
  /** Where text goes at present, how many elements were open where it began to, and how many of those since are codes. */
  #put: ((text: string) => void) | null = null;
  #depth = 0;
  #codes = 0;
  /** Characters of the unit. */
  #size = 0;
  #untranslated = 0;
  #foreign = 0;

  constructor(context: ReadingContext) {
    this.#context = context;
    this.#maker = new PairMaker(context.name);
  }

  open({ name: local, space, attributeAsWritten: attribute }: XmlElement): void {
    const parent = this.#path.at(-1);
    const name = CORE_SPACE.test(space) || space === '' ? local : `${space} ${local}`;
    this.#path.push(name);
    if (this.#put !== null && !WITH_TEXT.has(name)) this.#codes++;
    const unit = this.#unit;
    switch (name) {
      case 'xliff':
        this.isXliff = true;
        this.#source = attribute('srcLang') ?? '';
        this.#target = attribute('trgLang') ?? '';
        break;
      case 'file':
        this.#source = attribute('source-language') ?? this.#source;
        this.#target = attribute('target-language') ?? this.#target;
        this.#doc = attribute('original');
        break;
      case 'unit':
        this.#unit = newUnit(attribute('id') ?? '');
        break;
      case 'trans-unit':
        this.#unit = newUnit(attribute('id') ?? '');
        this.#unit.segments.push(newSegment(attribute('approved') === 'yes'));
        break;
      case 'segment':
        unit.segments.push(newSegment(CONFIRMED.test(attribute('state') ?? '')));
        break;
      case 'source':
      case 'target': {
        // Suggestions (`alt-trans`, `mtc:match`) have a source and a target too.
        if (parent !== 'segment' && parent !== 'trans-unit') break;
        const side: Side = { text: '', tag: attribute('xml:lang') };
        const segment = unit.segments.at(-1)!;
        segment[name] = side;
        if (CONFIRMED.test(attribute('state') ?? '')) segment.isConfirmed = true;
        this.#gather((text) => {
          side.text += text;
        });
        break;
      }
      case 'cp':
        // A character that XML cannot hold. Its own element is no code.
        if (this.#codes === 1) this.#put?.(characterOf(attribute('hex')));
        break;
      case 'note': {
        if (parent !== 'notes' && parent !== 'trans-unit') break;
        const at = unit.notes.push('') - 1;
        this.#gather((text) => {
          unit.notes[at] += text;
        });
        break;
      }
      case `${METADATA_SPACE} metaGroup`:
        this.#isOurMetadata = attribute('category') === 'duiqi';
        break;
      case `${METADATA_SPACE} meta`: {
        if (!this.#isOurMetadata) break;
        const type = attribute('type') ?? '';
        unit.fields[type] = '';
        this.#gather((text) => {
          unit.fields[type] += text;
        });
      }
    }
  }

  text(text: string): void {
    if (this.#codes > 0 || this.#put === null) return;
    this.#size += text.length;
    refuseTooLongText(this.#size, this.#context.name);
    this.#put(text);
  }

  close(): void {
    const name = this.#path.pop()!;
    if (this.#path.length < this.#depth) this.#put = null;
    else if (this.#put !== null && !WITH_TEXT.has(name)) this.#codes--;
    if (name === 'unit' || name === 'trans-unit') {
      this.#finish(this.#unit);
      this.#unit = newUnit('');
      this.#size = 0;
    }
  }

  /** Those that are whole since it was asked last. */
  takePairs(): readonly PairRecord[] {
    const pairs = this.#pairs;
    this.#pairs = [];
    return pairs;
  }

  tellPassedOver(): void {
    const reasons = [
      this.#untranslated > 0 ? `${this.#untranslated} without a translation` : '',
      this.#foreign > 0 ? `${this.#foreign} in other languages than English and Chinese` : '',
    ].filter((reason) => reason !== '');
    if (reasons.length === 0) return;
    const { name, tell } = this.#context;
    tell(
      info(
        'left-out',
        `${inputName(name)} has segments that are not pairs and were passed over: ${listed(reasons)}.`,
        { values: { kind: 'segments', name, untranslated: this.#untranslated, foreign: this.#foreign } },
      ),
    );
  }

  #gather(put: (text: string) => void): void {
    this.#put = put;
    this.#depth = this.#path.length;
    this.#codes = 0;
  }

  #finish(unit: Unit): void {
    const notes = unit.notes.filter((each) => !isDoubtNote(each));
    for (const { source, target, isConfirmed } of unit.segments) {
      const sides = this.#sides(source, target);
      if (target === null || target.text === '' || source.text === '') this.#untranslated++;
      else if (sides === null) this.#foreign++;
      else {
        this.#pairs.push(
          this.#maker.pair({
            ...(unit.segments.length === 1 && fieldsOf(unit)),
            ...sides,
            ...(notes.length > 0 && { note: notes.join('\n') }),
            ...(isConfirmed && { confirmed: true }),
            ...(this.#doc !== undefined && { doc: this.#doc }),
          }),
        );
      }
    }
  }

  /** A target that does not say its language is in the other one. */
  #sides(source: Side, target: Side | null): Record<Language, string> | null {
    const from = languageOfTag(source.tag ?? this.#source);
    const to = languageOfTag(target?.tag ?? this.#target);
    if (target === null || from === null || from === to || (to === null && this.#target !== '')) return null;
    return from === 'en' ? { en: source.text, zh: target.text } : { en: target.text, zh: source.text };
  }
}

function characterOf(hex = ''): string {
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}

const CONFIRMED = /^(?:reviewed|final|signed-off)$/;

function newUnit(id: string): Unit {
  return { id, fields: Object.create(null), notes: [], segments: [] };
}

function newSegment(isConfirmed: boolean): Segment {
  return { source: { text: '', tag: undefined }, target: null, isConfirmed };
}

/** What our own files say of a pair in the metadata of its unit. */
function fieldsOf({ id, fields }: Unit): Partial<PairRecord> {
  // Ids of others are numbers, the same in every file.
  const ownId = fields.id ?? (OWN_ID.test(id) ? id : undefined);
  return { ...fieldsOfTexts((field) => fields[field]), ...(ownId !== undefined && { id: ownId }) };
}

const OWN_ID = /^[0-9a-f]{16}$/;
