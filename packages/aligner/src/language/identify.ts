import { francAll } from 'franc';
import type { Diagnostic, FoundLanguage, Language, Side } from '../types.js';
import { countScripts, languageByScript } from './script.js';

/** What franc may answer: languages that people are likely to hand in, by ISO 639-3 code. */
const NAMES: Readonly<Record<string, string>> = {
  eng: 'English',
  fra: 'French',
  deu: 'German',
  spa: 'Spanish',
  ita: 'Italian',
  por: 'Portuguese',
  nld: 'Dutch',
  swe: 'Swedish',
  pol: 'Polish',
  tur: 'Turkish',
  vie: 'Vietnamese',
  ind: 'Indonesian',
  rus: 'Russian',
  ukr: 'Ukrainian',
  arb: 'Arabic',
};

/** Letters below which franc guesses badly. */
const ENOUGH = 200;
/** Letters that franc is shown. */
const SAMPLE = 4000;
/** Share of kana (hangul) among East Asian characters from which a text is Japanese (Korean). */
const TELLING_SHARE = 0.05;

/**
 * What languages a text is really in: script tells Han from alphabet, kana and hangul tell Japanese and Korean, and
 * franc tells English from other languages in Latin letters, which script counting cannot.
 *
 * @param alphabeticText all lines that are written in an alphabet
 * @param hanText all lines that are written in Han characters
 */
export function identifyLanguages(alphabeticText: string, hanText: string): FoundLanguage[] {
  const found: FoundLanguage[] = [];
  const letters = countScripts(alphabeticText).alphabetic;
  if (letters > 0) {
    const code = identify(alphabeticText, letters);
    found.push({ code, name: NAMES[code] ?? 'text in Latin letters', characters: letters });
  }
  const { han, kana, hangul } = countScripts(hanText);
  if (han > 0) {
    if (kana / han > TELLING_SHARE) found.push({ code: 'jpn', name: 'Japanese', characters: han });
    else if (hangul / han > TELLING_SHARE) found.push({ code: 'kor', name: 'Korean', characters: han });
    else found.push({ code: 'cmn', name: 'Chinese', characters: han });
  }
  return found.sort((a, b) => b.characters - a.characters);
}

/** Words that English can hardly do without and that other languages do not have. */
const PLAIN_ENGLISH = new Set(
  'the and this that with from which are were have has been would shall should our your'.split(' '),
);
/** Share of those words from which a text is English, whatever franc thinks of its names and figures. */
const PLAIN_SHARE = 0.04;
/** Different words below which franc judges a few phrases and not a language. */
const ENOUGH_WORDS = 25;
/** How near to the best language, 0–1, English may come and still be the better guess: lists of names look foreign. */
const NEAR = 0.85;

function identify(text: string, letters: number): string {
  const words =
    text
      .slice(0, SAMPLE)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const plain = words.filter((word) => PLAIN_ENGLISH.has(word)).length;
  if (plain >= words.length * PLAIN_SHARE) return 'eng';
  if (letters < ENOUGH || new Set(words).size < ENOUGH_WORDS) return 'und';
  const guesses = francAll(text.slice(0, SAMPLE), { only: Object.keys(NAMES) });
  const english = guesses.find(([code]) => code === 'eng')?.[1] ?? 0;
  return english >= NEAR ? 'eng' : (guesses[0]?.[0] ?? 'und');
}

/** True for languages that duiqi aligns, and for text too short to tell. */
export function isAlignable({ code }: FoundLanguage): boolean {
  return code === 'eng' || code === 'cmn' || code === 'und';
}

/** What the two sides are really written in. */
export function languagesOf(en: Side, zh: Side): FoundLanguage[] {
  const all = [...en.segments, ...zh.segments].map(({ text }) => text);
  const byScript = (language: Language): string =>
    all.filter((text) => languageByScript(text) === language).join('\n');
  return identifyLanguages(byScript('en'), byScript('zh'));
}

/** Warns of each paragraph that is written in a third language: it has the script of its side, but hardly a counterpart. */
export function foreignParagraphs({ language, segments }: Side): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (let from = 0, to = 1; from < segments.length; from = to++) {
    while (to < segments.length && segments[to]!.paragraph === segments[from]!.paragraph) to++;
    const paragraph = segments.slice(from, to);
    const text = paragraph.map((segment) => segment.text).join(' ');
    const found = language === 'en' ? identifyLanguages(text, '') : identifyLanguages('', text);
    const foreign = found.find((candidate) => !isAlignable(candidate));
    if (!foreign) continue;
    diagnostics.push({
      code: 'other-language',
      severity: 'warning',
      side: language,
      span: paragraph[0]!.spans[0] ?? null,
      message: `A paragraph is in ${foreign.name}: ${text.slice(0, 40)}…`,
    });
  }
  return diagnostics;
}
