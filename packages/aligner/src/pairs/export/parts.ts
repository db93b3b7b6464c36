import { SENTENCES } from '../../document/segment/segmenter.js';
import { readLabels } from '../../document/writing/label.js';
import type { Language } from '../../types.js';
import { textAsSide, textFlags } from '../flags/flags.js';
import type { PairRecord } from '../pair-record.js';

type Texts = Readonly<Record<Language, string>>;

/** What parts a sentence at its clauses, the strongest first. */
const BREAKS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [/;\s+/g, /,\s+(?:and|but|so|while|which)\s+/g],
  zh: [/[；;]\s*/g, /[，,]\s*/g],
};

/**
 * The two parts of a pair of two sentences with one, where that one divides clearly: at the only semicolon in it, or, without one,
 * the only comma, and so that neither part has other numbers or another length than its sentence. The first part then ends as
 * the sentence does. Null for all other pairs.
 */
export function partsOf(record: PairRecord): readonly [Texts, Texts] | null {
  const { bead } = record;
  if (bead !== '2-1' && bead !== '1-2') return null;
  const several: Language = bead === '2-1' ? 'en' : 'zh';
  const one: Language = several === 'en' ? 'zh' : 'en';
  const sentences = SENTENCES[several](record[several]).map(({ start, end }) =>
    record[several].slice(start, end),
  );
  const halves = sentences.length === 2 ? dividedAt(record[one], BREAKS[one]) : null;
  if (halves === null) return null;
  const [first, second] = [0, 1].map((place): Texts => {
    const [own, other] = [sentences[place]!, halves[place]!];
    return several === 'en' ? { en: own, zh: other } : { en: other, zh: own };
  });
  return isClear(first!) && isClear(second!) ? [first!, second!] : null;
}

function dividedAt(text: string, breaks: readonly RegExp[]): [string, string] | null {
  const found = breaks.map((each) => [...text.matchAll(each)]).find((places) => places.length > 0);
  if (found?.length !== 1) return null;
  const [{ 0: mark, index }] = found as [RegExpExecArray];
  const end = /[。！？.!?]?[”’"')）]{0,4}$/.exec(text)?.[0] ?? '';
  const [first, second] = [text.slice(0, index).trim(), text.slice(index + mark.length).trim()];
  return first === '' || second === end ? null : [`${first}${end}`, second];
}

function isClear({ en, zh }: Texts): boolean {
  const side = (text: string, language: Language) =>
    textAsSide(text, language, readLabels(text, language)[0] ?? null);
  return textFlags(side(en, 'en'), side(zh, 'zh')).size === 0;
}
