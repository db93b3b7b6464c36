import { warning } from '../common/diagnostic.js';
import type { Diagnostic } from '../types.js';

/**
 * Texts of which less was found to be translated are called no translations of each other. Of files that belong together
 * 0.80 to 1.00 was found, of 19 in 20 that do not less than 0.34; below that there is room for short and free texts.
 */
const LEAST_QUALITY = 0.25;

/** Says that two texts are as a whole no translations of each other; `quality` is that of the alignment. */
export function notATranslation(quality: number): Diagnostic[] {
  if (quality >= LEAST_QUALITY) return [];
  const share = `${Math.floor(quality * 100)} %`;
  return [
    warning(
      'not-a-translation',
      `The English and the Chinese text seem to be no translations of each other: counterparts were found for ${share} of them.`,
    ),
  ];
}
