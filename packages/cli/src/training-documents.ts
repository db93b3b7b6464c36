import type { AlignOptions, Language } from 'duiqi';
import { segment } from 'duiqi';
import { readInputs } from './inputs.js';

/** A file with a smaller share of its segments in the other language is in one language. */
const BILINGUAL_FROM = 0.1;

/** The files that make up each document: one by itself, or two that follow each other, one in each language. */
export async function* documents(
  files: readonly string[],
  options: AlignOptions,
): AsyncIterable<readonly string[]> {
  for (let index = 0; index < files.length; ) {
    const [file, next] = files.slice(index, index + 2);
    const language = await onlyLanguage(file, options);
    const nextLanguage = language && next ? await onlyLanguage(next, options) : null;
    const document = nextLanguage && nextLanguage !== language ? [file, next] : [file];
    yield document;
    index += document.length;
  }
}

/** The language of a file; null where it holds both, or no text. */
async function onlyLanguage(file: string, options: AlignOptions): Promise<Language | null> {
  const { input, names } = await readInputs([file], options.format ?? 'auto');
  const { en, zh } = await segment(input, { ...options, names });
  const [english, chinese] = [en.segments.length, zh.segments.length];
  if (Math.min(english, chinese) >= BILINGUAL_FROM * (english + chinese)) return null;
  return english > chinese ? 'en' : 'zh';
}
