import { pathToFileURL } from 'node:url';
import { englishWords } from '../../dist/document/segment/english-words.js';
import { packageFile } from './packages.mjs';

const HAN_WORD = /^\p{Script=Han}{1,12}$/u;
const REMARK = /^(variant of|old variant of|see |see also|used in|CL:|also written|also pr\.|Taiwan pr\.)/;

/**
 * CC-CEDICT: Chinese word → English stem → weight, and character → its pinyin without tones.
 *
 * @returns {Promise<{translations: Map<string, Map<string, number>>, readings: Map<string, Set<string>>}>}
 */
export async function readCedict() {
  const { default: cedict } = await import(pathToFileURL(packageFile('cc-cedict', 'data/all.js')).href);
  const translations = new Map();
  const readings = new Map();
  for (const [, simplified, pinyin, definitions] of cedict.all) {
    if (!HAN_WORD.test(simplified)) continue;
    if ([...simplified].length === 1) {
      const plain = pinyin.toLowerCase().replaceAll('u:', 'u').replace(/\d/g, '');
      if (/^[a-z]+$/.test(plain))
        readings.set(simplified, (readings.get(simplified) ?? new Set()).add(plain));
    }
    const stems = translations.get(simplified) ?? new Map();
    translations.set(simplified, stems);
    [definitions].flat().forEach((definition, sense) => {
      if (!REMARK.test(definition)) addGlosses(stems, definition, sense);
    });
  }
  return { translations, readings };
}

function addGlosses(stems, definition, sense) {
  const glosses = definition
    .replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, ' ') // notes in brackets
    .replace(/\[[^\]]*\]/g, ' ')
    .split(';');
  glosses.forEach((gloss, place) => {
    const words = englishWords(gloss.replace(/^\s*to /, ''));
    // Earlier senses and glosses are the commoner ones; a gloss of many words says little about each.
    const weight = 1 / (Math.sqrt(1 + sense) * Math.sqrt(1 + place) * Math.max(1, words.length));
    for (const { stem } of words) stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
  });
}
