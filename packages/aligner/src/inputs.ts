import { DuiqiError } from './errors.js';
import { languageByScript } from './language/script.js';
import type { AlignInput, Settings, TextInput } from './options.js';
import { type ReadInput, read } from './read/read.js';
import type { Language } from './types.js';

/** The inputs as they were read, and which language each is known to be in; null for one bilingual text. */
export interface Inputs {
  readonly inputs: readonly ReadInput[];
  /** Index of the input of each language. */
  readonly sides: Readonly<Record<Language, number>> | null;
}

export async function readInputs(input: AlignInput, settings: Settings): Promise<Inputs> {
  const open = (part: TextInput, index: number): Promise<ReadInput> => {
    if (!isTextInput(part)) throw badInput();
    return read(part, settings.names[index] ?? '', settings);
  };
  if (isTextInput(input)) return { inputs: [await open(input, 0)], sides: null };
  if (isTwoTexts(input)) {
    const inputs = await Promise.all(input.map(open));
    return { inputs, sides: chineseFirst(inputs) ? { en: 1, zh: 0 } : { en: 0, zh: 1 } };
  }
  if (typeof input === 'object' && input !== null && 'en' in input && 'zh' in input) {
    return { inputs: await Promise.all([input.en, input.zh].map(open)), sides: { en: 0, zh: 1 } };
  }
  throw badInput();
}

function isTextInput(input: unknown): input is TextInput {
  return typeof input === 'string' || input instanceof Uint8Array;
}

function isTwoTexts(input: AlignInput): input is readonly [TextInput, TextInput] {
  return Array.isArray(input) && input.length === 2;
}

/** By script: the first text is Chinese, or the second one English. Where nothing tells, English is first. */
function chineseFirst([first, second]: readonly ReadInput[]): boolean {
  const [a, b] = [languageByScript(first!.source.text), languageByScript(second!.source.text)];
  return a === b ? false : a === 'zh' || b === 'en';
}

function badInput(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    'Unexpected input: give one text, two texts in an array, or { en, zh }, each a string or a Uint8Array.',
  );
}
