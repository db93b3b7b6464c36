import { isTraditional } from './traditional.js';

/** Gives a text in simplified characters, each at the place of the one that it stands for: the length stays. */
export type Simplifier = (text: string) => string;

/**
 * What the words of some Chinese texts have to go through to be found in the lexicon: nothing for simplified texts,
 * which nearly all are and which load no converter.
 */
export async function simplifierFor(texts: Iterable<string>): Promise<Simplifier> {
  return isTraditional(texts) ? (await import('./opencc.js')).simplifier() : (text) => text;
}
