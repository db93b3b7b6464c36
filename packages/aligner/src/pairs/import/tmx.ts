import { warning } from '../../common/diagnostic.js';
import type { DiagnosticValues } from '../../common/diagnostic-values.js';
import { languageOfTag } from '../../common/language-tag.js';
import type { XmlElement, XmlHandler } from '../../common/xml.js';
import { inputName, unreadable } from '../../document/read/reading.js';
import { refuseTooLongText } from '../../document/read/size.js';
import type { Language } from '../../types.js';
import { isDoubtNote } from '../export/doubts.js';
import { PARTS, PROPERTIES, STRIPPED } from '../export/tmx.js';
import type { PairRecord } from '../pair-record.js';
import { fieldsOfTexts } from './field-texts.js';
import { PairMaker, type PartialRecord } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';
import { readXml } from './xml-pieces.js';

/**
 * Reads a translation memory, TMX 1.1 to 1.4b (LISA OSCAR), of whatever origin: each English with each Chinese variant of a unit,
 * or those that the caller asks for. Properties that `toTmx` writes become fields again, and its units without clause markers part of their pair.
 *
 * @throws DuiqiError `unreadable` where it is no well-formed XML, or no TMX
 */
export function* readTmx(chunks: Iterable<string>, context: ReadingContext): Iterable<PairRecord> {
  const { name } = context;
  const handler = new TmxHandler(name, context.variants);
  const maker = new PairMaker(name);
  let before: WholeUnit | null = null;
  let whole: WholeUnit | null = null;
  for (const _ of readXml(chunks, handler, name)) {
    for (const unit of handler.take()) {
      if (whole !== null && isPart(unit, whole)) continue;
      if (before === null || !isStripped(unit, before)) {
        whole = unit;
        for (const record of recordsOf(unit)) yield maker.pair(record);
      }
      before = unit;
    }
  }
  handler.tell(context);
}

/** Whether a unit is the one before without its clause marker, which says nothing new. */
function isStripped(unit: WholeUnit, before: WholeUnit): boolean {
  return (
    unit.tuid === before.tuid + STRIPPED &&
    before.texts.en[0].endsWith(unit.texts.en[0]) &&
    before.texts.zh[0].endsWith(unit.texts.zh[0])
  );
}

/** Whether a unit is a part of one before, the last mark of which may be that of the whole. */
function isPart(unit: WholeUnit, whole: WholeUnit): boolean {
  return (
    PARTS.some((part) => unit.tuid === whole.tuid + part) &&
    (['en', 'zh'] as const).every((language) =>
      whole.texts[language][0].includes(unit.texts[language][0].replace(/(?<!\P{L})\P{L}+$/u, '')),
    )
  );
}

/** What a `<tu>` says, as far as it is of use here. */
interface Unit {
  readonly tuid: string;
  readonly texts: Readonly<Record<Language, string[]>>;
  readonly properties: Record<string, string>;
  readonly notes: string[];
}

type WholeUnit = Unit & { readonly texts: Readonly<Record<Language, [first: string, ...others: string[]]>> };

/** Elements of a segment that hold codes of its format, not text; a `<sub>` in one is text again. */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

class TmxHandler implements XmlHandler {
  #units = 0;
  /** Units with a language missing, and texts in other kinds of a language than the one asked for. */
  #passedOver = 0;
  #others = 0;
  #whole: WholeUnit[] = [];
  #unit: Unit | null = null;
  #language: Language | null = null;
  #property = '';
  /** The text of the element that is open, and for each element around it in turn whether what it holds is text. */
  #text = '';
  #isText: boolean[] = [];
  #isRoot = true;

  /** @param variants the kinds of languages that are wanted; all where none of the language is named */
  constructor(
    readonly name: string,
    readonly variants: readonly string[],
  ) {}

  /** The units with both languages that have been read since the last time. */
  take(): readonly WholeUnit[] {
    const whole = this.#whole;
    this.#whole = [];
    return whole;
  }

  tell({ name, tell }: ReadingContext): void {
    const say = (what: string, values: DiagnosticValues['passed-over']) =>
      tell(warning('passed-over', `${inputName(name)}: ${what}.`, { values }));
    const [units, passedOver, others] = [this.#units, this.#passedOver, this.#others];
    if (passedOver > 0) {
      say(`${passedOver} of ${units} units lack English or Chinese text and were passed over`, {
        kind: 'units',
        name,
        count: passedOver,
        all: units,
      });
    }
    if (others > 0) {
      say(
        `${others === 1 ? '1 text was' : `${others} texts were`} passed over that ${others === 1 ? 'is' : 'are'} in another kind of the language than ${this.variants.join(' or ')}`,
        { kind: 'variants', name, count: others, variants: this.variants.join(', ') },
      );
    }
  }

  open({ name, attribute }: XmlElement): void {
    if (this.#isRoot && name !== 'tmx') {
      throw unreadable(this.name, `is no TMX: its outermost element is <${name}>, not <tmx>`, 'not-tmx');
    }
    this.#isRoot = false;
    if (this.#isText.length > 0) {
      this.#isText.push(name === 'sub' || (this.#isText.at(-1)! && !CODES.has(name)));
      return;
    }
    switch (name) {
      case 'tu':
        this.#unit = { tuid: attribute('tuid') ?? '', texts: { en: [], zh: [] }, properties: {}, notes: [] };
        this.#language = null;
        break;
      case 'tuv':
        this.#language = this.#languageOf(attribute('lang') ?? '');
        break;
      case 'prop':
        this.#property = attribute('type') ?? '';
    }
    if (name === 'seg' || name === 'prop' || name === 'note') {
      this.#text = '';
      this.#isText.push(true);
    }
  }

  #languageOf(tag: string): Language | null {
    const language = languageOfTag(tag);
    const wanted = this.variants.filter((variant) => languageOfTag(variant) === language);
    if (language === null || wanted.length === 0) return language;
    if (wanted.some((variant) => isKindOf(tag, variant))) return language;
    this.#others++;
    return null;
  }

  text(text: string): void {
    if (!this.#isText.at(-1)) return;
    this.#text += text;
    refuseTooLongText(this.#text.length, this.name);
  }

  close({ name }: { readonly name: string }): void {
    if (this.#isText.length > 0) {
      this.#isText.pop();
      if (this.#isText.length === 0) this.#keep(name, this.#text);
    } else if (name === 'tu' && this.#unit !== null) {
      this.#units++;
      if (isWhole(this.#unit)) this.#whole.push(this.#unit);
      else this.#passedOver++;
      this.#unit = null;
    }
  }

  #keep(name: string, text: string): void {
    // Those of the header.
    if (this.#unit === null) return;
    const { texts, properties, notes } = this.#unit;
    if (name === 'prop') properties[this.#property] = text;
    else if (name === 'note') notes.push(text);
    else if (this.#language === null || text.trim() === '') return;
    else texts[this.#language].push(text);
  }
}

function isWhole(unit: Unit): unit is WholeUnit {
  return unit.texts.en.length > 0 && unit.texts.zh.length > 0;
}

/** The id of a unit that was written without its clause marker is that of its pair. */
const STRIPPED_ID = new RegExp(`^([0-9a-f]{16})${STRIPPED}$`);

function recordsOf({ tuid, texts, properties, notes }: WholeUnit): PartialRecord[] {
  const note = notes.filter((each) => each.trim() !== '' && !isDoubtNote(each)).join(' | ');
  const pairs = texts.en.flatMap((en) => texts.zh.map((zh) => ({ en, zh })));
  return pairs.map((pair, place) => ({
    ...fieldsOfTexts((field) => properties[PROPERTIES[field]]),
    // The others are given ids of their own.
    ...(tuid !== '' && place === 0 && { id: tuid.replace(STRIPPED_ID, '$1') }),
    ...pair,
    ...(note !== '' && { note }),
  }));
}

/** Whether a tag is the one asked for, or says more: `zh-Hant-TW` is of `zh-Hant`. */
function isKindOf(tag: string, wanted: string): boolean {
  const [own, asked] = [tag, wanted].map((each) => each.trim().toLowerCase().replaceAll('_', '-'));
  return own === asked || own!.startsWith(`${asked}-`);
}
