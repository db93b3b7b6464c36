import { alignSegments, type LastPass } from './alignment/align-segments.js';
import { chooseLexicon } from './choose-lexicon.js';
import { isAlignable } from './language/identify.js';
import { type AlignInput, type AlignOptions, checkOptions } from './options.js';
import { toPairs } from './pairs.js';
import { readDocument } from './read-document.js';
import { signature } from './signature.js';
import type { Alignment, Segmentation } from './types.js';

/**
 * Aligns a bilingual English–Chinese document, or two texts, sentence by sentence.
 *
 * Nothing is lost: each segment of both languages is in exactly one pair or in `unaligned`. The same input and
 * options give the same result, byte for byte.
 *
 * @example
 * const { pairs } = await align('Good morning.\n\n早上好。\n');
 * @throws DuiqiError for bad options, an input that is no text, or bytes that cannot be decoded; never for odd text
 */
export async function align(input: AlignInput, options: AlignOptions = {}): Promise<Alignment> {
  const { alignment } = await alignWithLastPass(input, options);
  return alignment;
}

/** What `align` gives, and what stands behind it; null where there was nothing to align. */
export async function alignWithLastPass(
  input: AlignInput,
  options: AlignOptions,
): Promise<{ alignment: Alignment; lastPass: LastPass | null }> {
  const settings = checkOptions(options);
  // The file of the lexicon is read while the parser of Markdown is loaded.
  const [document, lexicon] = await Promise.all([readDocument(input, settings), chooseLexicon(settings)]);
  const { beads, diagnostics, lastPass } = canBeAligned(document)
    ? alignSegments(document.en, document.zh, lexicon, settings)
    : { beads: oneSidedBeads(document), diagnostics: [], lastPass: null };
  const alignment = {
    ...document,
    ...toPairs(document, beads),
    diagnostics: [...document.diagnostics, ...diagnostics],
    signature: signature(settings, lexicon),
  };
  return { alignment, lastPass };
}

/**
 * Reads a document as `align` does, without aligning it: each sentence with its language, clause and place. It also
 * serves a text in one language.
 *
 * @throws DuiqiError as `align` does
 */
export async function segment(input: AlignInput, options: AlignOptions = {}): Promise<Segmentation> {
  return readDocument(input, checkOptions(options));
}

/** Both languages are there, and are what they look like: French is not English, nor Japanese Chinese. */
function canBeAligned({ en, zh, languages }: Segmentation): boolean {
  return (
    en.segments.length > 0 && zh.segments.length > 0 && languages.length > 1 && languages.every(isAlignable)
  );
}

function oneSidedBeads({ en, zh }: Segmentation) {
  const alone = { posterior: 1, support: 0, words: 0, crossing: false };
  return [
    ...en.segments.map((_, i) => ({ enStart: i, enEnd: i + 1, zhStart: 0, zhEnd: 0, ...alone })),
    ...zh.segments.map((_, j) => ({
      enStart: en.segments.length,
      enEnd: en.segments.length,
      zhStart: j,
      zhEnd: j + 1,
      ...alone,
    })),
  ];
}
