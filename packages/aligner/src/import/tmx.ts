import { warning } from '../diagnostic.js';
import { isDoubtNote } from '../export/doubts.js';
import { PROPERTIES, STRIPPED } from '../export/tmx.js';
import { isFlag } from '../flags/flag.js';
import type { PairRecord } from '../pair-record.js';
import { inputName, unreadable } from '../read/reading.js';
import { type XmlElement, type XmlHandler, XmlReader } from '../read/xml.js';
import type { Language } from '../types.js';
import { PairMaker, type PartialRecord } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';

/**
 * Reads a translation memory, TMX 1.1 to 1.4b (LISA OSCAR), of whatever origin: of each unit the first English and the first
 * Chinese variant. Properties that `toTmx` writes become fields again, and its units without clause markers part of their pair.
 *
 * @throws DuiqiError `unreadable` where it is no well-formed XML, or no TMX
 */
export function* readTmx(chunks: Iterable<string>, context: ReadingContext): Iterable<PairRecord> {
  const { name } = context;
  const handler = new TmxHandler(name);
  const reader = new XmlReader(handler, ({ what, line, column }) => {
    const place = `line ${line}, column ${column}`;
    throw unreadable(
      name,
      `is no well-formed XML at ${place} (${what}): mend it there, or export it anew from where it comes from`,
    );
  });
  const maker = new PairMaker(name);
  let before = '';
  for (const piece of piecesOf(chunks)) {
    reader.write(piece);
    for (const unit of handler.take()) {
      // The pair without its clause marker, which comes after the pair itself.
      if (unit.tuid !== before + STRIPPED) yield maker.pair(recordOf(unit));
      before = unit.tuid;
    }
  }
  reader.close();
  const { units, passedOver } = handler;
  if (passedOver === 0) return;
  const what = `${passedOver} of ${units} units have no text in English or none in Chinese, and were passed over`;
  context.tell(warning('passed-over', `${inputName(name)}: ${what}.`));
}

/** Characters that are parsed at a time, whatever size the chunks have: their units are all in memory at once. */
const PIECE = 2 ** 16;

function* piecesOf(chunks: Iterable<string>): Iterable<string> {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.slice(at, at + PIECE);
  }
}

/** What a `<tu>` says, as far as it is of use here. */
interface Unit {
  readonly tuid: string;
  readonly texts: Partial<Record<Language, string>>;
  readonly properties: Record<string, string>;
  readonly notes: string[];
}

type WholeUnit = Unit & { readonly texts: Readonly<Record<Language, string>> };

/** Elements of a segment that hold codes of its format, not text; a `<sub>` in one is text again. */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

class TmxHandler implements XmlHandler {
  units = 0;
  passedOver = 0;
  #whole: WholeUnit[] = [];
  #unit: Unit | null = null;
  #language: Language | null = null;
  #property = '';
  /** The text of the element that is open, and for each element around it in turn whether what it holds is text. */
  #text = '';
  #isText: boolean[] = [];
  #isRoot = true;

  constructor(readonly name: string) {}

  /** The units with both languages that have been read since the last time. */
  take(): readonly WholeUnit[] {
    const whole = this.#whole;
    this.#whole = [];
    return whole;
  }

  open({ name, attribute }: XmlElement): void {
    if (this.#isRoot && name !== 'tmx') {
      throw unreadable(this.name, `is no TMX: its outermost element is <${name}>, not <tmx>`);
    }
    this.#isRoot = false;
    if (this.#isText.length > 0) {
      this.#isText.push(name === 'sub' || (this.#isText.at(-1)! && !CODES.has(name)));
      return;
    }
    switch (name) {
      case 'tu':
        this.#unit = { tuid: attribute('tuid') ?? '', texts: {}, properties: {}, notes: [] };
        this.#language = null;
        break;
      case 'tuv':
        this.#language = languageOf(attribute('lang') ?? '');
        break;
      case 'prop':
        this.#property = attribute('type') ?? '';
    }
    if (name === 'seg' || name === 'prop' || name === 'note') {
      this.#text = '';
      this.#isText.push(true);
    }
  }

  text(text: string): void {
    if (this.#isText.at(-1)) this.#text += text;
  }

  close({ name }: { readonly name: string }): void {
    if (this.#isText.length > 0) {
      this.#isText.pop();
      if (this.#isText.length === 0) this.#keep(name, this.#text);
    } else if (name === 'tu' && this.#unit !== null) {
      this.units++;
      if (isWhole(this.#unit)) this.#whole.push(this.#unit);
      else this.passedOver++;
      this.#unit = null;
    }
  }

  #keep(name: string, text: string): void {
    // Those of the header.
    if (this.#unit === null) return;
    const { texts, properties, notes } = this.#unit;
    if (name === 'prop') properties[this.#property] = text;
    else if (name === 'note') notes.push(text);
    else if (this.#language !== null && text.trim() !== '') texts[this.#language] ??= text;
  }
}

function isWhole(unit: Unit): unit is WholeUnit {
  return unit.texts.en !== undefined && unit.texts.zh !== undefined;
}

/** The first part of tags in the wild, in lower case: BCP 47, ISO 639-2 and 639-3, and names. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ...['en', 'eng', 'english'].map((tag) => [tag, 'en'] as const),
  ...['zh', 'zho', 'chi', 'chinese', 'cmn', 'yue', 'lzh'].map((tag) => [tag, 'zh'] as const),
]);

/** `EN-US`, `en_GB`, `eng`; `zh-Hans`, `ZH_CN`, `Chinese (PRC)`; `null` for every other language. */
function languageOf(tag: string): Language | null {
  return LANGUAGES.get(tag.trim().split(/[-_ ]/, 1)[0]!.toLowerCase()) ?? null;
}

/** The id of a unit that was written without its clause marker is that of its pair. */
const STRIPPED_ID = new RegExp(`^([0-9a-f]{16})${STRIPPED}$`);

function recordOf({ tuid, texts, properties, notes }: WholeUnit): PartialRecord {
  const property = (field: keyof typeof PROPERTIES): string | null => properties[PROPERTIES[field]] ?? null;
  const clauseZh = property('clause_zh');
  const doc = property('doc');
  const note = notes.filter((each) => each.trim() !== '' && !isDoubtNote(each)).join(' | ');
  return {
    ...(tuid !== '' && { id: tuid.replace(STRIPPED_ID, '$1') }),
    ...texts,
    score: scoreOf(property('score')),
    bead: beadOf(property('bead')),
    clause: property('clause'),
    ...(clauseZh !== null && { clause_zh: clauseZh }),
    flags: (property('flags') ?? '').split(',').filter(isFlag),
    ...(doc !== null && { doc }),
    ...(property('confirmed') === 'true' && { confirmed: true }),
    ...(note !== '' && { note }),
  };
}

/** Other tools have scores of their own under the same name: per cent, for example. */
function scoreOf(text: string | null): number | null {
  const score = Number.parseFloat(text ?? '');
  return score >= 0 && score <= 1 ? score : null;
}

function beadOf(text: string | null): string | null {
  return text !== null && /^\d+-\d+$/.test(text) ? text : null;
}
