import { tmxDate } from '../export/tmx-date.js';
import { Attributes, languageRemark } from './attributes.js';
import { error, quoted, type Remark, warning } from './finding.js';
import type { XmlContext, XmlInspector } from './inspect-xml.js';
import { primaryLanguage, readableTag } from './lang-tag.js';
import type { Tag } from './markup.js';
import { lengthRemark, quality } from './quality.js';
import { SeenUnits } from './seen-units.js';
import { CHILDREN, DATES, HEADER_VALUES, REQUIRED, SEGMENT_TYPES } from './tmx-model.js';
import { Segment } from './tmx-segment.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A `<tu>` while it is read. */
interface Unit {
  readonly tag: Tag;
  /** The editor's when it began. */
  readonly mark: number;
  readonly variants: Variant[];
  /** Notes and properties as they are written, those of the variants too. */
  readonly properties: string[];
  /** Those that stand behind what they should stand before. */
  readonly misplaced: Stretch[];
}

/** A `<tuv>` while it is read. */
interface Variant {
  readonly tag: Tag;
  readonly mark: number;
  /** As repaired. */
  readonly language: string;
  readonly misplaced: Stretch[];
  segment: Segment | null;
}

/** A variant with a text. */
interface Version {
  readonly language: string;
  readonly segment: Segment;
  readonly content: string;
}

/** Looks at a translation memory: against TMX 1.4b (LISA OSCAR, 2005), and against what importers make of one. */
export class TmxInspector implements XmlInspector {
  readonly #context: XmlContext;
  readonly #attributes: Attributes;
  readonly #seen = new SeenUnits();
  /** The elements that are open. */
  readonly #open: Tag[] = [];
  #hasHeader = false;
  /** The header, until it is known which languages the units have. */
  #header: Tag | null = null;
  /** As repaired. */
  #sourceLanguage: string | null = null;
  #unit: Unit | null = null;
  #segment: Segment | null = null;

  constructor(context: XmlContext) {
    this.#context = context;
    this.#attributes = new Attributes(context);
  }

  get undecided(): number | null {
    return (this.#header ?? this.#unit?.tag)?.start ?? null;
  }

  open(tag: Tag): void {
    const parent = this.#open.at(-1)?.name;
    this.#open.push(tag);
    if (parent === undefined) this.#openRoot(tag);
    if (parent === undefined || this.#open[0]!.name !== 'tmx') return;
    if (!CHILDREN.get(parent)?.includes(tag.name)) {
      this.#report(
        tag,
        error(
          'structure',
          `<${tag.name}> has no place in <${parent}>, so that strict tools reject the file: take it out.`,
        ),
      );
    }
    this.#attributes.require(tag, REQUIRED.get(tag.name) ?? []);
    if (this.#segment !== null) this.#segment.open(tag);
    else if (tag.name === 'header' && parent === 'tmx') this.#openHeader(tag);
    else if (tag.name === 'body' && parent === 'tmx') this.#openBody(tag);
    else if (tag.name === 'tu' && parent === 'body') this.#openUnit(tag);
    else if (tag.name === 'tuv' && parent === 'tu') this.#openVariant(tag);
    else if (tag.name === 'seg' && parent === 'tuv') this.#segment = new Segment(tag, this.#context.editor);
  }

  text(text: string): void {
    this.#segment?.addText(text);
  }

  close(name: string, start: number, end: number): void {
    const tag = this.#open.pop()!;
    const parent = this.#open.at(-1)?.name;
    if (this.#segment !== null) {
      if (this.#segment.tag === tag) this.#closeSegment(this.#segment, start);
      else this.#segment.close(name, start, end);
    } else if (this.#unit === null) return;
    else if (this.#unit.tag === tag) this.#closeUnit(this.#unit, end);
    else if (name === 'tuv' && parent === 'tu') this.#closeVariant(this.#unit.variants.at(-1)!, end);
    else if (name === 'prop' || name === 'note') this.#closeProperty(this.#unit, { start: tag.start, end });
  }

  end(): void {
    this.#decideHeader([]);
  }

  #openRoot(tag: Tag): void {
    if (tag.name !== 'tmx') {
      this.#report(
        tag,
        error('structure', `The file is no TMX: it begins with <${tag.name}>, not with <tmx>.`),
      );
      return;
    }
    const version = tag.attribute('version');
    const remedy = 'write version="1.4"';
    if (version === undefined) {
      this.#attributes.report(tag, 'version', error('attribute', `<tmx> has no version: ${remedy}.`, '1.4'));
    } else if (!/^1\.[1-4]$/.test(version)) {
      const message = `There is no TMX of the version ${quoted(version)}: ${remedy}.`;
      this.#attributes.report(tag, 'version', warning('attribute', message, '1.4'));
    }
  }

  #openHeader(tag: Tag): void {
    for (const [name, value] of HEADER_VALUES) {
      if (tag.attribute(name) !== undefined) continue;
      const message = `The header has no ${name}, without which strict tools reject the file: write ${name}="${value}".`;
      this.#attributes.report(tag, name, error('attribute', message, value));
    }
    this.#segmentType(tag);
    this.#dates(tag);
    this.#attributes.language(tag, 'adminlang');
    if (!this.#hasHeader) this.#header = tag;
    this.#hasHeader = true;
  }

  #openBody(tag: Tag): void {
    if (this.#hasHeader) return;
    this.#report(
      tag,
      error(
        'structure',
        'There is no <header> before the <body>, without which the file is rejected: add one.',
      ),
    );
  }

  #openUnit(tag: Tag): void {
    const { mark } = this.#context.editor;
    this.#unit = { tag, mark, variants: [], properties: [], misplaced: [] };
    this.#segmentType(tag);
    this.#dates(tag);
  }

  #openVariant(tag: Tag): void {
    const { mark } = this.#context.editor;
    this.#dates(tag);
    const language = this.#variantLanguage(tag);
    this.#unit?.variants.push({ tag, mark, language, misplaced: [], segment: null });
  }

  #variantLanguage(tag: Tag): string {
    const old = tag.attribute('lang');
    if (old === undefined || tag.attribute('xml:lang') !== undefined) {
      this.#attributes.require(tag, ['xml:lang']);
      return this.#attributes.language(tag, 'xml:lang') ?? '';
    }
    const language = readableTag(old) ?? old;
    const remark = languageRemark(old);
    if (remark !== null) this.#report(tag, remark);
    const message = `Strict tools do not read lang=: write xml:lang="${language}".`;
    this.#attributes.report(tag, 'lang', error('lang-attribute', message, language), 'xml:lang');
    return language;
  }

  #segmentType(tag: Tag): void {
    const type = tag.attribute('segtype');
    if (type === undefined || SEGMENT_TYPES.includes(type)) return;
    const lower = type.trim().toLowerCase();
    const fix = SEGMENT_TYPES.includes(lower) ? lower : null;
    const message = `Strict tools reject segtype=${quoted(type)}: write ${fix ?? SEGMENT_TYPES.join(', ')}.`;
    this.#attributes.report(tag, 'segtype', error('attribute', message, fix));
  }

  #dates(tag: Tag): void {
    for (const name of DATES) {
      const date = tag.attribute(name);
      const fix = date === undefined ? undefined : tmxDate(date);
      if (date === undefined || fix === undefined || fix === date) continue;
      const message = `Strict tools reject ${name}=${quoted(date)}: write ${fix ?? 'it as YYYYMMDDThhmmssZ, in UTC'}.`;
      this.#attributes.report(tag, name, error('date', message, fix));
    }
  }

  #closeProperty(unit: Unit, stretch: Stretch): void {
    unit.properties.push(this.#context.editor.slice(stretch.start, stretch.end));
    const parent = this.#open.at(-1);
    const variant = unit.variants.at(-1);
    if (variant === undefined) return;
    if (parent === unit.tag) unit.misplaced.push(stretch);
    else if (parent === variant.tag && variant.segment !== null) variant.misplaced.push(stretch);
  }

  #closeSegment(segment: Segment, start: number): void {
    this.#segment = null;
    const remarks = segment.finish(start);
    const variant = this.#unit?.variants.at(-1);
    if (variant === undefined) return;
    const long = lengthRemark(segment.text);
    for (const remark of long === null ? remarks : [...remarks, long]) this.#report(segment.tag, remark);
    if (variant.segment === null) variant.segment = segment;
    else {
      this.#report(
        segment.tag,
        error('structure', 'A <tuv> has a second <seg>, which is lost: make it a unit of its own.'),
      );
    }
  }

  #closeVariant({ tag, mark, segment, misplaced }: Variant, end: number): void {
    if (segment === null) {
      const message = 'A <tuv> has no <seg>, so that strict tools reject the file: add one.';
      this.#report(tag, error('structure', message));
    } else if (segment.isEmpty) {
      const message = 'The segment is empty, so that its sentence vanishes from translations: delete it.';
      this.#report(tag, error('empty', message, ''));
      this.#context.editor.remove(tag.start, end, mark);
    } else this.#reorder(tag, misplaced);
  }

  #closeUnit(unit: Unit, end: number): void {
    this.#unit = null;
    const { tag, mark, variants, properties, misplaced } = unit;
    const { editor } = this.#context;
    const versions = variants.flatMap(versionOf);
    if (versions.length < 2) {
      // What has no <seg> is broken, not empty: somebody has to look at it.
      const isWhole = variants.every(({ segment }) => segment !== null);
      if (variants.length < 2) {
        const message = 'The unit has a text in one language only: delete it.';
        this.#report(tag, warning('single', message, isWhole ? '' : null));
      }
      if (isWhole) editor.remove(tag.start, end, mark);
      return;
    }
    if (this.#seen.isExactRepeat(versions, properties)) {
      this.#report(tag, warning('repeat', 'The unit was there before: delete it.', ''));
      editor.remove(tag.start, end, mark);
      return;
    }
    this.#reorder(tag, misplaced);
    const languages = versions.map(({ language }) => language);
    this.#decideHeader(languages);
    const sourceLanguage = this.#decideSourceLanguage(tag, this.#sourceLanguage, languages);
    this.#repeats(tag, versions, sourceLanguage);
    this.#quality(tag, versions);
  }

  /** Puts what stands behind the texts of a tag's element in front of them. */
  #reorder(tag: Tag, misplaced: readonly Stretch[]): void {
    const { editor } = this.#context;
    if (misplaced.length === 0) return;
    const moved = misplaced.map(({ start, end }) => editor.slice(start, end));
    editor.replace(tag.end, tag.end, moved.join(''));
    for (const { start, end } of misplaced) {
      const message = 'Strict tools reject notes and properties behind the texts: move it to the front.';
      this.#context.report(start, error('order', message, ''));
      editor.replace(start, end, '');
    }
  }

  /** The header waits for the first unit: its source language has to be one of the unit's. */
  #decideHeader(languages: readonly string[]): void {
    if (this.#header === null) return;
    this.#sourceLanguage = this.#decideSourceLanguage(this.#header, null, languages);
    this.#header = null;
  }

  /** The source language of a header or unit, as repaired: byte for byte one of the languages. */
  #decideSourceLanguage(tag: Tag, inherited: string | null, languages: readonly string[]): string | null {
    const own = tag.attribute('srclang');
    const given = own ?? inherited;
    if (given === '*all*') return given;
    const remark = own === undefined ? null : languageRemark(own);
    if (remark !== null) this.#report(tag, remark);
    const readable = given === null ? null : (readableTag(given) ?? given);
    const language =
      languages.find((each) => each === readable) ??
      languages.find((each) => readable !== null && primaryLanguage(each) === primaryLanguage(readable)) ??
      languages[0] ??
      readable;
    if (readable === null) {
      if (tag.name !== 'header') return null; // the missing header has been reported
      const message = `The header has no srclang, without which the file is rejected: write ${language ?? 'the source language'}.`;
      this.#report(tag, error('attribute', message, language));
    } else if (language !== readable) {
      const message = `The source language ${quoted(readable)} is the xml:lang of no <tuv>: write srclang="${language}".`;
      this.#report(tag, error('source-language', message, language));
    }
    if (language !== null && language !== given) this.#attributes.set(tag, 'srclang', language);
    return language;
  }

  #repeats(tag: Tag, versions: readonly Version[], sourceLanguage: string | null): void {
    const line = this.#context.line(tag.start);
    const source = versions.find(({ language }) => language === sourceLanguage) ?? versions[0]!;
    const targets = versions.filter((each) => each !== source);
    const { repeated, conflicting } = this.#seen.translation(source, targets, line);
    if (conflicting !== null) {
      const message = `The source has another target in line ${conflicting}, and most tools keep the last one only: choose.`;
      this.#report(tag, warning('conflict', message));
    } else if (repeated !== null) {
      const message = `The texts are those of line ${repeated}, with other properties: see whether both are wanted.`;
      this.#report(tag, warning('repeat', message));
    }
    const identifier = tag.attribute('tuid');
    const first = identifier === undefined ? null : this.#seen.identifier(identifier, line);
    if (identifier === undefined || first === null) return;
    const message = `The tuid ${quoted(identifier)} is that of line ${first} too, so that tools may keep one of them: change it.`;
    this.#report(tag, warning('id', message));
  }

  #quality(tag: Tag, versions: readonly Version[]): void {
    const text = (wanted: string) =>
      versions.find(({ language }) => primaryLanguage(language) === wanted)?.segment.text.trim();
    const [en, zh] = [text('en'), text('zh')];
    if (en === undefined || zh === undefined) return;
    for (const remark of quality(en, zh)) this.#report(tag, remark);
  }

  #report(tag: Tag, remark: Remark): void {
    this.#context.report(tag.start, remark);
  }
}

/** A variant with a text, as such. */
function versionOf({ language, segment }: Variant): Version[] {
  return segment === null || segment.isEmpty ? [] : [{ language, segment, content: segment.content }];
}
