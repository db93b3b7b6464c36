import { checkText, checkTextOrBytes } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { hash } from '../../common/hash.js';
import { type XmlHandler, XmlReader } from '../../common/xml.js';
import type { TextInput } from '../../options.js';
import type { Segmenter } from '../../plugins.js';
import type { Language } from '../../types.js';
import { decode } from '../read/decode.js';
import { cutAt } from './boundaries.js';

/** One rule: whether a text is cut where something stands before and something else behind. */
interface Rule {
  readonly isBreak: boolean;
  readonly before: string;
  readonly after: string;
}

/** A rule as it is looked for. */
interface CompiledRule {
  readonly isBreak: boolean;
  readonly places: RegExp;
}

/** What an SRX file says. */
interface Srx {
  readonly isCascade: boolean;
  readonly rules: Map<string, Rule[]>;
  readonly maps: { readonly pattern: string; readonly name: string }[];
}

/** Tags by which rules are looked for, the more usual ones first: a file names its languages by patterns. */
const TAGS: Readonly<Record<Language, readonly string[]>> = {
  en: ['EN-US', 'EN', 'en', 'English'],
  zh: ['ZH-CN', 'ZH', 'zh', 'Chinese'],
};

/** `readSrx` of the library; on-demand.ts says what for. */
export async function readSrx(input: TextInput, name = ''): Promise<Segmenter[]> {
  checkTextOrBytes('rules', input);
  checkText('name', name);
  const text = typeof input === 'string' ? input : decode(input, name).text;
  const srx = parseSrx(text.replace(/^\uFEFF/, ''), name);
  const segmenters = (['en', 'zh'] as const).flatMap((language): Segmenter[] => {
    const rules = rulesFor(srx, TAGS[language]);
    if (rules.length === 0) return [];
    const compiled = rules.map((rule) => compile(rule, name));
    return [
      {
        name: `srx-${hash(JSON.stringify(rules))}`,
        language,
        sentences: (paragraph) => cutAt(paragraph, breaks(paragraph, compiled)),
      },
    ];
  });
  if (segmenters.length > 0) return segmenters;
  throw new DuiqiError(
    'bad-input',
    `${called(name)} has rules for neither English nor Chinese: its <languagemap> has to name EN or ZH.`,
    { name },
  );
}

function parseSrx(text: string, name: string): Srx {
  const srx = {
    isCascade: true,
    rules: new Map<string, Rule[]>(),
    maps: [] as { pattern: string; name: string }[],
  };
  let isRoot = true;
  let rules: Rule[] = [];
  let rule = { isBreak: true, before: '', after: '' };
  let part: 'before' | 'after' | null = null;
  const handler: XmlHandler = {
    open({ name: element, attribute }) {
      if (isRoot && element !== 'srx') {
        throw new DuiqiError(
          'unreadable',
          `${called(name)} is no SRX: its outermost element is <${element}>.`,
          {
            name,
          },
        );
      }
      isRoot = false;
      switch (element) {
        case 'header':
          srx.isCascade = attribute('cascade') !== 'no';
          break;
        case 'languagerule': {
          rules = [];
          srx.rules.set(attribute('languagerulename') ?? '', rules);
          break;
        }
        case 'rule':
          rule = { isBreak: attribute('break') !== 'no', before: '', after: '' };
          break;
        case 'beforebreak':
          part = 'before';
          break;
        case 'afterbreak':
          part = 'after';
          break;
        case 'languagemap':
          srx.maps.push({
            pattern: attribute('languagepattern') ?? '',
            name: attribute('languagerulename') ?? '',
          });
      }
    },
    text(piece) {
      if (part !== null) rule[part] += piece;
    },
    close({ name: element }) {
      if (element === 'rule') rules.push({ ...rule });
      if (element === 'beforebreak' || element === 'afterbreak') part = null;
    },
  };
  const reader = new XmlReader(handler, ({ what, line }) => {
    throw new DuiqiError(
      'unreadable',
      `${called(name)} is no well-formed XML at line ${line} (${what}): export it anew from where it comes from.`,
      { name, line },
    );
  });
  reader.write(text);
  reader.close();
  return srx;
}

/** The rules of a language in the order in which they count: of all patterns that its tag fits, or of the first. */
function rulesFor({ isCascade, rules, maps }: Srx, tags: readonly string[]): Rule[] {
  for (const tag of tags) {
    const fitting = maps.filter(({ pattern }) => isFitting(tag, pattern));
    // A pattern for any language alone says nothing of this one.
    if (fitting.every(({ pattern }) => isFitting('xx-unknown', pattern))) continue;
    return (isCascade ? fitting : fitting.slice(0, 1)).flatMap(({ name }) => rules.get(name) ?? []);
  }
  return [];
}

function isFitting(tag: string, pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(tag);
  } catch {
    return false;
  }
}

/** Where a text is cut: at each place the first rule that fits decides. */
function breaks(text: string, rules: readonly CompiledRule[]): number[] {
  const decided = new Map<number, boolean>();
  for (const { isBreak, places } of rules) {
    for (const { index } of text.matchAll(places)) if (!decided.has(index)) decided.set(index, isBreak);
  }
  return [...decided]
    .flatMap(([place, isBreak]) => (isBreak && place > 0 && place < text.length ? [place] : []))
    .sort((a, b) => a - b);
}

function compile({ isBreak, before, after }: Rule, name: string): CompiledRule {
  const isInsensitive = /^\(\?i\)/.test(before) || /^\(\?i\)/.test(after);
  const [left, right] = [before, after].map(fromIcu);
  try {
    return { isBreak, places: new RegExp(`(?<=${left})(?=${right})`, isInsensitive ? 'giu' : 'gu') };
  } catch {
    const written = [before, after].map((each) => JSON.stringify(each)).join(' and ');
    throw new DuiqiError(
      'bad-input',
      `${called(name)} has a rule that cannot be read as a regular expression, with ${written} before and after the break.`,
      { name, before, after },
    );
  }
}

/** A regular expression as ICU and Java write it, in the way of JavaScript, as far as rules in the wild use what differs. */
function fromIcu(pattern: string): string {
  return (
    pattern
      .replace(/^\(\?[imsux]+\)/, '')
      .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, literal: string) =>
        literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
      )
      .replace(/\\x\{([\da-fA-F]+)\}/g, '\\u{$1}')
      .replace(/\\h/g, '[ \\t\\u00A0\\u3000]')
      .replace(/\\[zZ]/g, '$$')
      .replace(/\\A/g, '^')
      .replace(/\[:(\w+):\]/g, (found, kind: string) => POSIX[kind] ?? found)
      // Atomic groups and possessive quantifiers differ in speed, and hardly ever in what they find.
      .replace(/\(\?>/g, '(?:')
      .replace(/((?:^|[^\\])(?:\\\\)*[*+?}])\+/g, '$1')
      // What JavaScript does not let be escaped.
      .replace(/\\([^\w\s^$\\.*+?()[\]{}|/-])/gu, '$1')
      .replace(/\\-/g, '\\u002D')
  );
}

const POSIX: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '\\p{Nd}',
  lower: '\\p{Ll}',
  upper: '\\p{Lu}',
  punct: '\\p{P}',
  space: '\\s',
  alnum: '\\p{L}\\p{Nd}',
};

function called(name: string): string {
  return name === '' ? 'The file of rules' : JSON.stringify(name);
}
