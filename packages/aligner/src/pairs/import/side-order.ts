import { info } from '../../common/diagnostic.js';
import { inputName } from '../../document/read/reading.js';
import { languageByScript } from '../../document/writing/script.js';
import type { Language } from '../../types.js';
import type { ReadingContext } from './pair-source.js';

/**
 * Tells which of two texts is the English one where the file does not say so. By their scripts; a pair that they leave open, such
 * as two spellings of a name, goes like most of those before it.
 */
export class SideOrder {
  #englishFirst = 0;
  #chineseFirst = 0;

  sides(first: string, second: string): Record<Language, string> {
    const [one, other] = [languageByScript(first), languageByScript(second)];
    const isChineseFirst =
      one === other ? this.#chineseFirst > this.#englishFirst : one === 'zh' || other === 'en';
    if (one !== other) {
      if (isChineseFirst) this.#chineseFirst++;
      else this.#englishFirst++;
    }
    return isChineseFirst ? { en: second, zh: first } : { en: first, zh: second };
  }

  /** Says what was found, if it was asked for. */
  tell({ name, tell }: ReadingContext): void {
    const [most, fewest] = [this.#englishFirst, this.#chineseFirst].sort((a, b) => b - a) as [number, number];
    if (most === 0) return;
    const isEnglishFirst = this.#englishFirst >= this.#chineseFirst;
    const order = isEnglishFirst ? 'English first' : 'Chinese first';
    const others = fewest === 0 ? '' : `, but the other way round in ${fewest} of ${most + fewest} pairs`;
    tell(
      info(
        'languages-found',
        `${inputName(name)} does not say which text is in which language; by their characters it has ${order}${others}.`,
        { values: { kind: isEnglishFirst ? 'english-first' : 'chinese-first', name, others: fewest } },
      ),
    );
  }
}
