import type { Diagnostic, FoundLanguage, Side } from '../types.js';
import { countScripts, languageByScript, type ScriptCounts } from './script.js';

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

/** Which language a text in an alphabet is in: script counting cannot tell English from French, but words can. */
async function alphabeticLanguage(text: string, letters: number): Promise<FoundLanguage> {
  const code = await identify(text.slice(0, SAMPLE), letters);
  return { code, name: NAMES[code] ?? 'text in Latin letters', characters: letters };
}

async function identify(text: string, letters: number): Promise<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const plain = words.filter((word) => PLAIN_ENGLISH.has(word)).length;
  if (plain >= words.length * PLAIN_SHARE) return 'eng';
  if (letters < ENOUGH || new Set(words).size < ENOUGH_WORDS) return 'und';
  // Loaded where it is asked: English, which is nearly all that comes, goes without.
  const { francAll } = await import('franc');
  const guesses = francAll(text, { only: Object.keys(NAMES) });
  const english = guesses.find(([code]) => code === 'eng')?.[1] ?? 0;
  return english >= NEAR ? 'eng' : (guesses[0]?.[0] ?? 'und');
}

/** Which language a text in East Asian characters is in: kana and hangul tell Japanese and Korean. */
function eastAsianLanguage({ han, kana, hangul }: ScriptCounts): FoundLanguage {
  if (kana / han > TELLING_SHARE) return { code: 'jpn', name: 'Japanese', characters: han };
  if (hangul / han > TELLING_SHARE) return { code: 'kor', name: 'Korean', characters: han };
  return { code: 'cmn', name: 'Chinese', characters: han };
}

/** True for languages that duiqi aligns, and for text too short to tell. */
export function isAlignable({ code }: FoundLanguage): boolean {
  return code === 'eng' || code === 'cmn' || code === 'und';
}

/** What the two sides are really written in, whichever side it stands on; the largest first. */
export async function languagesOf(en: Side, zh: Side): Promise<FoundLanguage[]> {
  const total = { han: 0, kana: 0, hangul: 0, alphabetic: 0 };
  const sample: string[] = [];
  let sampled = 0;
  for (const { segments } of [en, zh]) {
    for (const { text } of segments) {
      const language = languageByScript(text);
      if (language === null) continue;
      const counts = countScripts(text);
      if (language === 'zh') {
        total.han += counts.han;
        total.kana += counts.kana;
        total.hangul += counts.hangul;
        continue;
      }
      total.alphabetic += counts.alphabetic;
      if (sampled < SAMPLE) sample.push(text);
      sampled += text.length;
    }
  }
  const found: FoundLanguage[] = [];
  if (total.alphabetic > 0) found.push(await alphabeticLanguage(sample.join('\n'), total.alphabetic));
  if (total.han > 0) found.push(eastAsianLanguage(total));
  return found.sort((a, b) => b.characters - a.characters);
}

/** Warns of each paragraph that is written in a third language: it has the script of its side, but hardly a counterpart. */
export async function foreignParagraphs({ language, segments }: Side): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (let from = 0, to = 1; from < segments.length; from = to++) {
    while (to < segments.length && segments[to]!.paragraph === segments[from]!.paragraph) to++;
    const paragraph = segments.slice(from, to);
    const text = paragraph.map((segment) => segment.text).join(' ');
    const counts = countScripts(text);
    const found =
      language === 'en' ? await alphabeticLanguage(text, counts.alphabetic) : eastAsianLanguage(counts);
    if (isAlignable(found)) continue;
    diagnostics.push({
      code: 'other-language',
      severity: 'warning',
      side: language,
      span: paragraph[0]!.spans[0] ?? null,
      message: `A paragraph is in ${found.name}: ${text.slice(0, 40)}…`,
    });
  }
  return diagnostics;
}
