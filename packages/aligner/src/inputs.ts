import { DuiqiError } from './errors.js';
import { chineseShare } from './language/script.js';
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

/** By how much of them is Chinese. Where nothing tells, English is first. */
function chineseFirst([first, second]: readonly ReadInput[]): boolean {
  const [a, b] = [chineseShare(first!.source.text), chineseShare(second!.source.text)];
  if (a === null || b === null) return (a ?? 0) > MIDDLE || (b ?? 1) < MIDDLE;
  return a > b + TELLING;
}

const MIDDLE = 0.5;
/** A difference that is no chance: two texts in one language stay in their order. */
const TELLING = 0.2;

function badInput(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    'Unexpected input: give one text, two texts in an array, or { en, zh }, each a string or a Uint8Array.',
  );
}
