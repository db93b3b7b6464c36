import { warning } from '../common/diagnostic.js';
import { DuiqiError } from '../common/errors.js';
import type { Pacer } from '../common/pacer.js';
import { everySo, type Steps } from '../common/steps.js';
import type { AlignInput, Settings, TextInput } from '../options.js';
import type { Language } from '../types.js';
import { refuseDetached } from './read/detached.js';
import { type ReadInput, read } from './read/read.js';
import { inputName } from './read/reading.js';
import { chineseShare, LETTERS_FOR_A_CHARACTER, languageByScript } from './writing/script.js';

/** The inputs as they were read, and which language each is known to be in; null for one bilingual text. */
export interface Inputs {
  readonly inputs: readonly ReadInput[];
  /** Index of the input of each language. */
  readonly sides: Readonly<Record<Language, number>> | null;
}

export async function readInputs(input: AlignInput, settings: Settings, pacer: Pacer): Promise<Inputs> {
  const open = (part: TextInput, index: number): Promise<ReadInput> => {
    if (!isTextInput(part)) throw badInput();
    if (typeof part !== 'string') refuseDetached(part, settings.names[index] ?? '');
    return read(part, settings.names[index] ?? '', settings, pacer);
  };
  if (isTextInput(input)) return { inputs: [await open(input, 0)], sides: null };
  const openTwo = async (parts: readonly TextInput[]): Promise<ReadInput[]> => {
    const inputs: ReadInput[] = [];
    for (const each of await Promise.all(parts.map(open))) inputs.push(await pacer.run(asOneOfTwo(each)));
    await pacer.pauseIfDue();
    return inputs;
  };
  if (isTwoTexts(input)) {
    const inputs = await openTwo(input);
    return { inputs, sides: chineseFirst(inputs) ? { en: 1, zh: 0 } : { en: 0, zh: 1 } };
  }
  if (typeof input === 'object' && input !== null && 'en' in input && 'zh' in input) {
    const [en, zh] = await openTwo([input.en, input.zh]);
    return areExchanged(en!, zh!)
      ? { inputs: [withExchangeTold(en!), zh!], sides: { en: 1, zh: 0 } }
      : { inputs: [en!, zh!], sides: { en: 0, zh: 1 } };
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

/** Whether what is given as English is rather Chinese, and the other way round: columns that were mistaken for each other. */
function areExchanged(en: ReadInput, zh: ReadInput): boolean {
  const [a, b] = [chineseShare(en.source.text), chineseShare(zh.source.text)];
  return a !== null && b !== null && a > MIDDLE && b < MIDDLE && a > b + TELLING;
}

function withExchangeTold(input: ReadInput): ReadInput {
  const message =
    'What was given as English is Chinese, and what was given as Chinese is not: each was taken for what it is.';
  return { ...input, diagnostics: [...input.diagnostics, warning('sides-exchanged', message)] };
}

const MIDDLE = 0.5;
/** A difference that is no chance: two texts in one language stay in their order. */
const TELLING = 0.2;

/** Lines between two steps. */
const LINES_AT_ONCE = 256;

/** Share of a text, in whole lines, that a second language must have: notices and code in English have less. */
const BILINGUAL = 0.3;

/** An input that was taken for one of two texts; with a warning, if it holds both languages. */
function* asOneOfTwo(input: ReadInput): Steps<ReadInput> {
  const { source, blocks, diagnostics } = input;
  const length = { en: 0, zh: 0 };
  const isDue = everySo(LINES_AT_ONCE);
  for (const { start, end } of blocks.flatMap(({ lines }) => lines)) {
    if (isDue()) yield;
    const language = languageByScript(source.text.slice(start, end));
    if (language !== null)
      length[language] += (end - start) * (language === 'zh' ? LETTERS_FOR_A_CHARACTER : 1);
  }
  if (Math.min(length.en, length.zh) <= (length.en + length.zh) * BILINGUAL) return input;
  const message = `${inputName(source.name)} holds both languages, but two files were given, so it was read as one language only: to get the pairs within it, align it alone.`;
  const note = warning('bilingual-text', message, { values: { name: source.name } });
  return { ...input, diagnostics: [...diagnostics, note] };
}

function badInput(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    'Unexpected input: give one text, two texts in an array, or { en, zh }, each a string or a Uint8Array.',
  );
}
