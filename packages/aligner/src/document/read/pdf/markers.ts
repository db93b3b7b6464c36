import type { Label } from '../../../types.js';
import { readLabels } from '../../writing/label.js';
import { languageByScript } from '../../writing/script.js';

/** Characters that are bullets and nothing else, unlike dashes and the dot in the middle. */
export const BULLETS = '•‧●▪◦■□◆◇∗‣⁃▷►➢✓';

export const BULLET = new RegExp(`^[-*+·–—${BULLETS}][ \\t\\u00a0]`);

/** What is a bullet and nothing else. */
export const BULLET_ONLY = new RegExp(`^[${BULLETS}][ \\t\\u00a0]`);

/** Whether a text begins with the marker of a clause or of an item. */
export function beginsWithMarker(text: string): boolean {
  return BULLET.test(text) || labelsOf(text).length > 0;
}

function labelsOf(text: string): readonly Label[] {
  const start = text.slice(0, 60);
  return readLabels(start, languageByScript(start) ?? 'en');
}

/** Whether the label of a text is the one after that of another: `4.` after `3.`. */
export function isNextLabel(before: string, text: string): boolean {
  const labels = labelsOf(before);
  return labelsOf(text).some(({ scheme, ordinals }) =>
    labels.some((label) => {
      const last = ordinals.length - 1;
      return (
        label.scheme === scheme &&
        label.ordinals.length === ordinals.length &&
        ordinals.every((ordinal, at) => ordinal === label.ordinals[at]! + (at === last ? 1 : 0))
      );
    }),
  );
}
