import { LANGUAGE_NAMES } from '../../document/read/column-names.js';
import type { Language } from '../../types.js';
import type { SideOrder } from './side-order.js';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Both texts of a line of JSONL, and where the other fields of the pair are. */
export interface FoundTexts extends Readonly<Record<Language, string>> {
  readonly fields: JsonObject;
}

/**
 * The two texts of an object in one of the shapes that files of pairs have: our own and those of our profiles, and whatever
 * names its keys by languages, `zh-CN` or `English`. Null where there are no two texts.
 */
export function findTexts(object: JsonObject, order: SideOrder): FoundTexts | null {
  if (typeof object.en === 'string' && typeof object.zh === 'string') {
    return { en: object.en, zh: object.zh, fields: object };
  }
  return (
    inMnbvc(object) ??
    underLanguages(isObject(object.translation) ? object.translation : object, object) ??
    inTwoRoles(object, order)
  );
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inMnbvc(object: JsonObject): FoundTexts | null {
  const { en_text: en, zh_text, cht_text } = object;
  const zh = zh_text === '' ? cht_text : zh_text;
  if (typeof en !== 'string' || typeof zh !== 'string') return null;
  return { en, zh, fields: { ...parsedObject(object.扩展字段), doc: object.文件名 } };
}

/** The text is whatever the corpus had to add to its fields; ours is an object. */
function parsedObject(text: unknown): JsonObject {
  const value = typeof text === 'string' ? parsed(text) : undefined;
  return isObject(value) ? value : {};
}

/** The value of a JSON text, or undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function underLanguages(texts: JsonObject, fields: JsonObject): FoundTexts | null {
  const keys = Object.keys(texts);
  const textIn = (language: Language) =>
    texts[keys.find((key) => LANGUAGE_NAMES[language].test(key)) ?? language];
  const [en, zh] = [textIn('en'), textIn('zh')];
  return typeof en === 'string' && typeof zh === 'string' ? { en, zh, fields } : null;
}

/** Keys that say which text is the translation, but not of what language it is. */
const ROLES = [
  ['src', 'tgt'],
  ['source', 'target'],
  ['anchor', 'positive'],
] as const;

function inTwoRoles(object: JsonObject, order: SideOrder): FoundTexts | null {
  for (const [one, other] of ROLES) {
    const [first, second] = [object[one], object[other]];
    if (typeof first !== 'string' || typeof second !== 'string') continue;
    return { ...order.sides(first, second), fields: object };
  }
  return null;
}
