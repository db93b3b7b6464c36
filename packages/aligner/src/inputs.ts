import { DuiqiError } from './errors.js';
import { languageByScript } from './language/script.js';
import type { AlignInput, Settings, TextInput } from './options.js';
import { decode } from './read/decode.js';
import { formatOf } from './read/read.js';
import type { Diagnostic, Language, Source } from './types.js';

/** The inputs as decoded sources, and which language each is known to be in; null for one bilingual text. */
export interface Inputs {
  readonly sources: readonly Source[];
  /** Index of the source of each language. */
  readonly sides: Readonly<Record<Language, number>> | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function openInputs(input: AlignInput, settings: Settings): Inputs {
  const diagnostics: Diagnostic[] = [];
  const open = (part: TextInput, index: number): Source => {
    const name = settings.names[index] ?? '';
    const format = settings.format === 'auto' ? formatOf(name) : settings.format;
    if (typeof part === 'string') return { name, text: part, format };
    if (!(part instanceof Uint8Array)) throw badInput();
    const { text, encoding } = decode(part, name);
    if (encoding !== 'utf-8') diagnostics.push(encodingDiagnostic(name, encoding));
    return { name, text, format };
  };
  if (typeof input === 'string' || input instanceof Uint8Array) {
    return { sources: [open(input, 0)], sides: null, diagnostics };
  }
  if (isTwoTexts(input)) {
    const sources = [open(input[0], 0), open(input[1], 1)];
    return { sources, sides: chineseFirst(sources) ? { en: 1, zh: 0 } : { en: 0, zh: 1 }, diagnostics };
  }
  if (typeof input === 'object' && input !== null && 'en' in input && 'zh' in input) {
    return { sources: [open(input.en, 0), open(input.zh, 1)], sides: { en: 0, zh: 1 }, diagnostics };
  }
  throw badInput();
}

function isTwoTexts(input: AlignInput): input is readonly [TextInput, TextInput] {
  return Array.isArray(input) && input.length === 2;
}

/** By script: the first text is Chinese, or the second one English. Where nothing tells, English is first. */
function chineseFirst([first, second]: readonly Source[]): boolean {
  const [a, b] = [languageByScript(first!.text), languageByScript(second!.text)];
  return a === b ? false : a === 'zh' || b === 'en';
}

function encodingDiagnostic(name: string, encoding: string): Diagnostic {
  return {
    code: 'encoding',
    severity: 'info',
    side: null,
    span: null,
    message: `${name === '' ? 'The input' : name} was read as ${encoding.toUpperCase()}.`,
  };
}

function badInput(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    'Unexpected input: give one text, two texts in an array, or { en, zh }, each a string or a Uint8Array.',
  );
}
