// Which files belong together, guessed from their names.

/** What a name says of a file's language: one of the two, or only whether it is the original. */
type Tag = 'en' | 'zh' | 'source' | 'target';

const REGIONS = '(?:[-_](?:us|gb|uk|cn|tw|hk|sg|hans|hant))?';
const VERSION = '(?:版本?|稿|[\\s_-]*(?:version|ver)(?![a-z]))?';
/** A word in Latin letters stands by itself, or as `EN` behind small letters. */
const alone = (words: string): string => `(?<![a-z])(?:${words})${REGIONS}(?![a-z])${VERSION}`;
/** A Chinese word may stand anywhere; one of a single character only by itself. */
const chinese = (words: string, characters: string): string =>
  `(?:${words})${VERSION}|(?<![\\p{sc=Han}a-z])[${characters}](?:版本?|稿)?(?!\\p{sc=Han})`;

const TAGS: readonly (readonly [Tag, string])[] = [
  ['en', `${alone('en|eng|english|us|uk|gb')}|${chinese('英文|英语|英語|英译|英譯', '英')}`],
  [
    'zh',
    `${alone('zh|zho|chi|chs|cht|cn|chinese|mandarin|hans|hant|tw|hk')}|` +
      chinese('中文|汉语|漢語|中译|中譯|简体|簡體|繁体|繁體', '中汉漢简簡繁'),
  ],
  ['source', `${alone('source|src|original|orig')}|${chinese('原文|原稿|原版', '原')}`],
  [
    'target',
    `${alone('target|tgt|translation|translated|trans')}|${chinese('译文|譯文|译稿|譯稿|翻译|翻譯', '译譯')}`,
  ],
];
const ANY_TAG = new RegExp(TAGS.map(([tag, words]) => `(?<${tag}>${words})`).join('|'), 'giu');
/** A file that holds both languages says so. */
const BOTH =
  /双语|雙語|对照|對照|中英|英中|(?<![a-z])(?:bilingual|(?:en|eng)[-_ +&]?(?:zh|cn|ch)|(?:zh|cn|ch)[-_ +&]?(?:en|eng))(?![a-z])/iu;
/** What a program puts behind the name of a second copy: ` (1)`, ` - Copy`, ` - 副本 (2)`. */
const COPY = /[\s_-]*(?:[-–—\s_]+copy|的?副本|[([（【]\d{1,2}[)\]）】])$/iu;
const PUNCTUATION = /[\s._\-–—()[\]（）【】《》+&,，]+/gu;

interface Named {
  /** What is left of the name without its ending and its tags; and without the marks of a copy as well. */
  readonly stem: string;
  readonly bare: string;
  readonly tags: readonly Tag[];
  readonly hasBoth: boolean;
  /** In which letters the stem is. */
  readonly script: 'Han' | 'Latin' | 'none';
  /** The numbers in it. */
  readonly numbers: string;
}

function read(name: string): Named {
  // `ContractEN` is two words.
  const words = withoutEnding(name).replace(/(?<=\p{Ll})(?=(?:EN|ENG|ZH|CN|CHS|CHT)(?!\p{L}))/gu, ' ');
  const tags: Tag[] = [];
  const untagged = words.replace(ANY_TAG, (...found) => {
    const groups = found.at(-1) as Readonly<Record<Tag, string | undefined>>;
    tags.push(TAGS.find(([tag]) => groups[tag] !== undefined)![0]);
    return ' ';
  });
  let bare = untagged.trim();
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(COPY, '').trim();
  }
  const stem = plain(untagged);
  return {
    stem,
    bare: plain(bare),
    tags,
    hasBoth: BOTH.test(words),
    script: /\p{sc=Han}/u.test(stem) ? 'Han' : /\p{L}/u.test(stem) ? 'Latin' : 'none',
    numbers: numbersIn(bare).join(' '),
  };
}

function withoutEnding(name: string): string {
  return name.replace(/\.[a-z0-9]{1,8}$/i, '');
}

function plain(text: string): string {
  return text.replace(PUNCTUATION, ' ').trim().toLowerCase();
}

const NUMERALS = '一二三四五六七八九';

/** `第十二章` counts as `Chapter 12`. */
function numbersIn(text: string): readonly string[] {
  const counted = text.replace(
    /第([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])/g,
    (_, word: string) => {
      const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
      const ten = word.includes('十') ? NUMERALS.indexOf(tens || '一') + 1 : 0;
      return ` ${10 * ten + (ones ? NUMERALS.indexOf(ones) + 1 : 0)} `;
    },
  );
  return (counted.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
}

/** What is left of a name when its ending and all that names a language is taken away. */
export function stemOf(name: string): string {
  return read(name).stem;
}

/** A guess: one file that holds both languages, or two that belong together, by their places in the list. */
export type Guess = readonly [first: number, second: number | null];

/** Whether two names may be those of a text and its translation: a pair never has the same language twice. */
function areCompatible(a: Named, b: Named): boolean {
  if (a.hasBoth || b.hasBoth) return false;
  const isSame = a.tags.length > 0 && a.tags.join() === b.tags.join();
  // `合同_EN` and `contract_EN` are both English.
  return !isSame;
}

/**
 * Why two names belong together, the best reason first: they are the same but for the language; they are so but for the marks of
 * copies; one is Chinese and the other one English, with the same numbers.
 */
const REASONS: readonly ((a: Named, b: Named) => boolean)[] = [
  (a, b) => a.stem === b.stem && a.tags.length > 0 && b.tags.length > 0,
  (a, b) => a.stem === b.stem,
  (a, b) => a.bare === b.bare && a.bare !== '',
  (a, b) => a.numbers === b.numbers && a.script !== b.script && a.script !== 'none' && b.script !== 'none',
];
/** With these, that a file has several partners says nothing: the first one is as good. */
const SURE = 1;

/** The guesses for a list of names, in the order of their first files. */
export function pairNames(names: readonly string[]): readonly Guess[] {
  const files = names.map(read);
  const isFree = files.map(() => true);
  const guesses: Guess[] = [];
  const pair = (a: number, b: number): void => {
    isFree[a] = false;
    isFree[b] = false;
    guesses.push([Math.min(a, b), Math.max(a, b)]);
  };
  for (const [rank, belong] of REASONS.entries()) {
    const partnersOf = (a: number): readonly number[] =>
      files.flatMap((file, b) =>
        b !== a && isFree[a] && isFree[b] && areCompatible(files[a]!, file) && belong(files[a]!, file)
          ? [b]
          : [],
      );
    for (const a of files.keys()) {
      const partners = partnersOf(a);
      const [b] = partners;
      if (b === undefined) continue;
      if (rank < SURE || (partners.length === 1 && partnersOf(b).length === 1)) pair(a, b);
    }
  }
  // Two files that nobody would have put in together for another reason.
  const [a, b] = files;
  if (files.length === 2 && isFree[0] && areCompatible(a!, b!)) pair(0, 1);
  for (const at of files.keys()) if (isFree[at]) guesses.push([at, null]);
  return guesses.sort(([first], [second]) => first - second);
}
