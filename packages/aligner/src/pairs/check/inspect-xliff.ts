import { Fingerprints } from '../../common/fingerprints.js';
import { Attributes } from './attributes.js';
import { error, quoted, type Remark, warning } from './finding.js';
import type { XmlContext, XmlInspector } from './inspect-xml.js';
import { primaryLanguage } from './lang-tag.js';
import type { Tag } from './markup.js';
import { lengthRemark, quality } from './quality.js';
import { CODES } from './tmx-model.js';

/** How the two generations of XLIFF name what they have in common. */
interface Vocabulary {
  readonly unit: string;
  /** What holds a source and a target. */
  readonly pair: string;
  /** Where the languages stand. */
  readonly languages: string;
  readonly source: string;
  readonly target: string;
}

const FIRST: Vocabulary = {
  unit: 'trans-unit',
  pair: 'trans-unit',
  languages: 'file',
  source: 'source-language',
  target: 'target-language',
};
const SECOND: Vocabulary = {
  unit: 'unit',
  pair: 'segment',
  languages: 'xliff',
  source: 'srcLang',
  target: 'trgLang',
};

/** Namespaces by versions. 2.1 has that of 2.0. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['1.1', 'urn:oasis:names:tc:xliff:document:1.1'],
  ['1.2', 'urn:oasis:names:tc:xliff:document:1.2'],
  ['2.0', 'urn:oasis:names:tc:xliff:document:2.0'],
  ['2.1', 'urn:oasis:names:tc:xliff:document:2.0'],
  ['2.2', 'urn:oasis:names:tc:xliff:document:2.2'],
]);

/** The characters of names in XML 1.0, as identifiers of XLIFF 2 have them; some rare letters more. */
const NAME_TOKEN = /^[-.:\w\p{L}\p{M}\p{N}\u00B7\u203F\u2040]+$/u;

/** A source and its target, while they are read. */
interface Pair {
  readonly tag: Tag;
  source: string | null;
  target: string | null;
}

/** Looks at an XLIFF file, of 1.2 or 2 (OASIS 2008, 2014): its texts are a document's, and stay as they are. */
export class XliffInspector implements XmlInspector {
  readonly undecided = null;
  readonly #context: XmlContext;
  readonly #attributes: Attributes;
  readonly #open: Tag[] = [];
  #vocabulary: Vocabulary | null = null;
  #sourceLanguage: string | undefined;
  #targetLanguage: string | undefined;
  #identifiers = new Fingerprints();
  #pair: Pair | null = null;
  #side: 'source' | 'target' | null = null;
  #codes = 0;

  constructor(context: XmlContext) {
    this.#context = context;
    this.#attributes = new Attributes(context);
  }

  open(tag: Tag): void {
    const parent = this.#open.at(-1);
    this.#open.push(tag);
    if (parent === undefined) this.#openRoot(tag);
    const words = this.#vocabulary;
    if (words === null) return;
    if (tag.name === words.languages) this.#openLanguages(tag, words);
    if (tag.name === 'file') this.#openFile(tag);
    if (tag.name === words.unit) this.#identifier(tag);
    if (tag.name === words.pair) this.#pair = { tag, source: null, target: null };
    if (this.#side !== null && CODES.has(tag.name)) this.#codes++;
    if (parent === undefined || parent !== this.#pair?.tag) return;
    if (tag.name === 'source' || tag.name === 'target') this.#openSide(tag, this.#pair, tag.name, words);
  }

  text(text: string): void {
    if (this.#pair === null || this.#side === null || this.#codes > 0) return;
    this.#pair[this.#side] += text;
  }

  close(name: string): void {
    const tag = this.#open.pop()!;
    if (this.#side !== null && CODES.has(name)) this.#codes--;
    if (this.#open.at(-1) === this.#pair?.tag && name === this.#side) this.#side = null;
    if (this.#pair?.tag !== tag) return;
    this.#closePair(this.#pair);
    this.#pair = null;
  }

  end(): void {}

  #openRoot(tag: Tag): void {
    if (tag.name !== 'xliff') {
      const message = `The file is no XLIFF: it begins with <${tag.name}>, not with <xliff>.`;
      this.#report(tag, error('structure', message));
      return;
    }
    const version = tag.attribute('version');
    const byNamespace = [...NAMESPACES].find(([, space]) => space === tag.space)?.[0];
    this.#vocabulary = (version ?? byNamespace ?? '1.2').startsWith('2') ? SECOND : FIRST;
    this.#attributes.require(tag, ['version']);
    if (version === undefined) return;
    const namespace = NAMESPACES.get(version);
    if (namespace === undefined) {
      const message = `There is no XLIFF of the version ${quoted(version)}: write 1.2 or 2.0, whichever the file is.`;
      this.#report(tag, error('attribute', message));
    } else if (tag.space !== namespace) {
      const found = tag.space === '' ? 'no namespace' : `the namespace ${quoted(tag.space)}`;
      const message = `XLIFF ${version} has ${found} here, so that tools find no units: write xmlns="${namespace}".`;
      this.#report(tag, error('namespace', message));
    }
  }

  #openLanguages(tag: Tag, { source, target }: Vocabulary): void {
    this.#attributes.require(tag, [source]);
    this.#sourceLanguage = this.#attributes.language(tag, source);
    this.#targetLanguage = this.#attributes.language(tag, target);
  }

  #openFile(tag: Tag): void {
    this.#identifiers = new Fingerprints();
    if (this.#vocabulary === FIRST) this.#attributes.require(tag, ['original', 'datatype']);
    else this.#nameToken(tag);
  }

  #identifier(tag: Tag): void {
    const identifier = this.#nameToken(tag);
    if (identifier === undefined) return;
    const before = this.#identifiers.size;
    if (this.#identifiers.add(identifier) === before) return;
    const message = `The id ${quoted(identifier)} was there before, so that one of both is lost: change it.`;
    this.#report(tag, error('id', message));
  }

  #nameToken(tag: Tag): string | undefined {
    const identifier = tag.attribute('id');
    if (identifier === undefined) {
      this.#report(
        tag,
        error('id', `<${tag.name}> has no id, so that strict tools reject the file: add one.`),
      );
    } else if (this.#vocabulary === SECOND && !NAME_TOKEN.test(identifier)) {
      const message = `The id ${quoted(identifier)} is none for strict tools: use letters, digits, and . - _ : only.`;
      this.#report(tag, error('id', message));
    }
    return identifier;
  }

  #openSide(tag: Tag, pair: Pair, side: 'source' | 'target', { languages, target }: Vocabulary): void {
    this.#side = side;
    this.#codes = 0;
    pair[side] = '';
    if (side === 'source' || this.#targetLanguage !== undefined) return;
    this.#targetLanguage = '';
    const message = `There are targets and no ${target} in <${languages}>, so that no tool knows their language: add it.`;
    this.#report(tag, error('target-language', message));
  }

  #closePair({ tag, source, target }: Pair): void {
    if (source === null) {
      const message = `<${tag.name}> has no <source>, so that strict tools reject the file: add it.`;
      this.#report(tag, error('structure', message));
    }
    if (source === null || target === null || source.trim() === '') return;
    if (target.trim() === '') {
      const message = 'The target is empty, so that its sentence may vanish from translations: translate it.';
      this.#report(tag, warning('empty', message));
      return;
    }
    const [from, to] = [this.#sourceLanguage, this.#targetLanguage].map((each) =>
      primaryLanguage(each ?? ''),
    );
    const remarks = [source, target].map(lengthRemark);
    if (from === 'en' && to === 'zh') remarks.push(...quality(source.trim(), target.trim()));
    if (from === 'zh' && to === 'en') remarks.push(...quality(target.trim(), source.trim()));
    for (const remark of remarks) if (remark !== null) this.#report(tag, remark);
  }

  #report(tag: Tag, remark: Remark): void {
    this.#context.report(tag.start, remark);
  }
}
