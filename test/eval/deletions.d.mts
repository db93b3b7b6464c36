import type { Language } from 'duiqi';
import type { GoldText } from './gold-sets.mjs';

export interface TextWithDeletions extends GoldText {
  readonly leftOver: ReadonlySet<number>;
}
export function withDeletions(text: GoldText, side: Language, seed: number): TextWithDeletions;
