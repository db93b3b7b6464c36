import { warning } from '../../common/diagnostic.js';
import type { Pacer } from '../../common/pacer.js';
import type { Diagnostic, FoundLanguage, Side } from '../../types.js';
import { countScripts, languageByScript, type ScriptCounts } from '../writing/script.js';

/** An alphabet and the languages in it that people are likely to hand in, by ISO 639-3 code. */
interface Alphabet {
  readonly name: string;
  readonly letter: RegExp;
  readonly languages: Readonly<Record<string, string>>;
}

const LATIN: Alphabet = {
  name: 'Latin',
  letter: /\p{Script=Latin}/gu,
  languages: {
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
  },
};

const OTHER_ALPHABETS: readonly Alphabet[] = [
  {
    name: 'Cyrillic',
    letter: /\p{Script=Cyrillic}/gu,
    languages: { rus: 'Russian', ukr: 'Ukrainian', bul: 'Bulgarian', srp: 'Serbian' },
  },
  {
    name: 'Arabic',
    letter: /\p{Script=Arabic}/gu,
    languages: { arb: 'Arabic', pes: 'Persian', urd: 'Urdu', uig: 'Uyghur' },
  },
  {
    name: 'Devanagari',
    letter: /\p{Script=Devanagari}/gu,
    languages: { hin: 'Hindi', mar: 'Marathi', npi: 'Nepali' },
  },
  { name: 'Greek', letter: /\p{Script=Greek}/gu, languages: { ell: 'Greek' } },
  { name: 'Hebrew', letter: /\p{Script=Hebrew}/gu, languages: { heb: 'Hebrew' } },
  { name: 'Thai', letter: /\p{Script=Thai}/gu, languages: { tha: 'Thai' } },
  { name: 'Lao', letter: /\p{Script=Lao}/gu, languages: { lao: 'Lao' } },
  { name: 'Khmer', letter: /\p{Script=Khmer}/gu, languages: { khm: 'Khmer' } },
  { name: 'Burmese', letter: /\p{Script=Myanmar}/gu, languages: { mya: 'Burmese' } },
  { name: 'Tibetan', letter: /\p{Script=Tibetan}/gu, languages: { bod: 'Tibetan' } },
  { name: 'other', letter: /[^\p{Script=Latin}\P{L}]/gu, languages: {} },
];

/** Where the alphabets other than Latin begin and end: what has nothing there need not be looked at again. */
const BEYOND_LATIN = /[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\ua4d0-\uabff\ufb13-\ufefe\ud800-\udbff]/;

/** Letters below which franc guesses badly in Latin, where it has many languages to choose from, and in other alphabets. */
const ENOUGH = 200;
const ENOUGH_BEYOND_LATIN = 50;
/** Letters that franc is shown. */
const SAMPLE = 4000;
/** Share of hiragana, in which Japanese writes its grammar, from which a text is Japanese. */
const JAPANESE_SHARE = 0.05;
/** Share of hangul from which a text is Korean, older texts in mixed script included. */
const KOREAN_SHARE = 0.2;
const HIRAGANA = /\p{Script=Hiragana}+/gu;
/** What Chinese can hardly do without and Japanese hardly has. */
const PLAIN_CHINESE = /[的是这這们們也吗嗎很你她]/gu;
/** Of the text of a side, a language with less is a matter of single paragraphs. */
const LEAST_SHARE = 0.2;

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

/** The alphabet that most of a text's letters are of. */
function alphabetOf(text: string, letters: number): Alphabet {
  if (!BEYOND_LATIN.test(text)) return LATIN;
  const matches = ({ letter }: Alphabet): boolean => (text.match(letter)?.length ?? 0) * 2 > letters;
  return OTHER_ALPHABETS.find(matches) ?? LATIN;
}

/** Which language a text in an alphabet is in: counting letters cannot tell English from French, but words can. */
async function alphabeticLanguage(
  alphabet: Alphabet,
  text: string,
  characters: number,
): Promise<FoundLanguage> {
  const code = await (alphabet === LATIN ? identifyLatin : identify)(alphabet, text, characters);
  return { code, name: alphabet.languages[code] ?? `a language in ${alphabet.name} letters`, characters };
}

async function identifyLatin(alphabet: Alphabet, text: string, letters: number): Promise<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const plain = words.filter((word) => PLAIN_ENGLISH.has(word)).length;
  if (plain >= words.length * PLAIN_SHARE) return 'eng';
  if (letters < ENOUGH || new Set(words).size < ENOUGH_WORDS) return 'und';
  const guesses = await ask(text, alphabet);
  const english = guesses.find(([code]) => code === 'eng')?.[1] ?? 0;
  return english >= NEAR ? 'eng' : (guesses[0]?.[0] ?? 'und');
}

async function identify(alphabet: Alphabet, text: string, letters: number): Promise<string> {
  const codes = Object.keys(alphabet.languages);
  if (letters < ENOUGH_BEYOND_LATIN || codes.length === 0) return 'mis';
  return codes.length === 1 ? codes[0]! : ((await ask(text, alphabet))[0]?.[0] ?? 'mis');
}

async function ask(text: string, { languages }: Alphabet): Promise<[code: string, likeness: number][]> {
  // Loaded where it is asked: English, which is nearly all that comes, goes without.
  const { francAll } = await import('franc');
  return francAll(text, { only: Object.keys(languages) });
}

const EAST_ASIAN = { cmn: 'Chinese', jpn: 'Japanese', kor: 'Korean' } as const;

/** Which language a text in East Asian characters is in; null for characters alone that are common to two of them. */
function eastAsianCode(text: string, { han, kana, hangul }: ScriptCounts): keyof typeof EAST_ASIAN | null {
  if (hangul > han * KOREAN_SHARE) return 'kor';
  const plain = text.match(PLAIN_CHINESE)?.length ?? 0;
  return isJapanese(text, han, kana, plain) ? 'jpn' : plain > 0 ? 'cmn' : null;
}

/** Kana are also in Chinese: in names and titles between words that Japanese lacks, and `の` on many a shop sign. */
function isJapanese(text: string, han: number, kana: number, plainChinese: number): boolean {
  if (kana === 0) return false;
  if (kana * 2 > han) return true;
  const runs = text.match(HIRAGANA) ?? [];
  const hiragana = runs.join('');
  return hiragana.length > han * JAPANESE_SHARE && runs.length > plainChinese && new Set(hiragana).size > 1;
}

/** True for languages that duiqi aligns, and for text too short to tell. */
export function isAlignable({ code }: FoundLanguage): boolean {
  return code === 'eng' || code === 'cmn' || code === 'und';
}

/** True where both languages are there, and are what they look like: French is not English, nor Japanese Chinese. */
export function haveBoth(languages: readonly FoundLanguage[]): boolean {
  return languages.some(({ code }) => code === 'cmn') && languages.filter(isAlignable).length > 1;
}

/** What has been seen of one language, or of one alphabet. */
interface Tally {
  characters: number;
  readonly sample: string[];
  sampled: number;
}

/** What the two sides are really written in, whichever side it stands on; the largest first. */
export async function languagesOf(en: Side, zh: Side, pacer: Pacer): Promise<FoundLanguage[]> {
  const alphabets = new Map<Alphabet, Tally>();
  const characters = { cmn: 0, jpn: 0, kor: 0 };
  let common = 0;
  for (const { segments } of [en, zh]) {
    for (const { text } of segments) {
      if (pacer.isPauseDue) await pacer.pause();
      const language = languageByScript(text);
      if (language === null) continue;
      const counts = countScripts(text);
      if (language === 'zh') {
        const code = eastAsianCode(text, counts);
        if (code === null) common += counts.han;
        else characters[code] += counts.han;
        continue;
      }
      const alphabet = alphabetOf(text, counts.alphabetic);
      const tally = alphabets.get(alphabet) ?? { characters: 0, sample: [], sampled: 0 };
      alphabets.set(alphabet, tally);
      tally.characters += counts.alphabetic;
      if (tally.sampled < SAMPLE) tally.sample.push(text);
      tally.sampled += text.length;
    }
  }
  characters[characters.jpn > characters.cmn ? 'jpn' : 'cmn'] += common;
  const alphabetic = await Promise.all(
    [...alphabets].map(([alphabet, { sample, characters: letters }]) =>
      alphabeticLanguage(alphabet, sample.join('\n').slice(0, SAMPLE), letters),
    ),
  );
  const eastAsian = (['cmn', 'jpn', 'kor'] as const).map((code) => {
    return { code, name: EAST_ASIAN[code], characters: characters[code] };
  });
  return [...largeOnes(alphabetic), ...largeOnes(eastAsian)].sort((a, b) => b.characters - a.characters);
}

function largeOnes(found: readonly FoundLanguage[]): FoundLanguage[] {
  const all = found.reduce((sum, { characters }) => sum + characters, 0);
  return found.filter(({ characters }) => characters > 0 && characters >= all * LEAST_SHARE);
}

/** Warns of each paragraph that is written in a third language: it has the script of its side, but hardly a counterpart. */
export async function foreignParagraphs({ language, segments }: Side, pacer: Pacer): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (let from = 0, to = 1; from < segments.length; from = to++) {
    if (pacer.isPauseDue) await pacer.pause();
    while (to < segments.length && segments[to]!.paragraph === segments[from]!.paragraph) to++;
    const paragraph = segments.slice(from, to);
    const found = await paragraphLanguage(paragraph.map((segment) => segment.text).join(' '));
    if (found === null || isAlignable(found) || isFormula(found)) continue;
    diagnostics.push(
      warning(
        'other-language',
        `A paragraph is in ${found.name}: check what it was paired with: ${paragraph[0]!.text.slice(0, 40)}…`,
        {
          side: language,
          span: paragraph[0]!.spans[0] ?? null,
          values: { language: found.code, text: paragraph[0]!.text.slice(0, 40) },
        },
      ),
    );
  }
  return diagnostics;
}

/** A few Greek letters on a line are more often a formula than Greek. */
function isFormula({ code, characters }: FoundLanguage): boolean {
  return code === 'mis' && characters < ENOUGH_BEYOND_LATIN;
}

/** The language of a short text as far as it can be told; null where it has no letters. */
async function paragraphLanguage(text: string): Promise<FoundLanguage | null> {
  const language = languageByScript(text);
  if (language === null) return null;
  const counts = countScripts(text);
  if (language === 'en') {
    return alphabeticLanguage(alphabetOf(text, counts.alphabetic), text.slice(0, SAMPLE), counts.alphabetic);
  }
  const code = eastAsianCode(text, counts) ?? 'cmn';
  return { code, name: EAST_ASIAN[code], characters: counts.han };
}
