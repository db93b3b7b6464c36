import { info } from '../../common/diagnostic.js';
import { mapInSteps, type Steps } from '../../common/steps.js';
import type { Block, Diagnostic, Language, Span } from '../../types.js';
import { moved, trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';

/** Names of a language, which say what must follow them. */
const LANGUAGE_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: `🇬🇧 🇺🇸 EN ENG E en-US en-GB en_US en_GB English 英 英文 英语 英語 英文版 英文原文 英语原文 英文译文 英文譯文 英文翻译 英译 英譯
    英译文 英譯文`.split(/\s+/),
  zh: `🇨🇳 🇹🇼 🇭🇰 ZH CN CHI CHN C CH zh-CN zh-TW zh-HK zh-Hans zh-Hant zh_CN zh_TW CHS CHT ZHO ZHS ZHT TC SC Chinese Mandarin 中 中文 汉语 漢語 华语 華語 汉 漢 中文版
    中文原文 汉语原文 中文译文 中文譯文 中文翻译 中文翻譯 中译 中譯 中译文 中譯文 汉译 漢譯 简体中文 繁体中文 繁體中文`.split(
    /\s+/,
  ),
};
/** Names of the part that a text has in a translation; either may be in either language. */
const SOURCE_NAMES = 'Source ST SRC Original Orig 原文 原 源文 原句'.split(' ');
const TARGET_NAMES =
  'Target TT TGT Translation Transl Trans 译文 譯文 译 譯 翻译 翻譯 参考译文 參考譯文 译句 譯句'.split(' ');
/** What may stand after a name in English. */
const SUFFIX = '(?: (?:text|version|original|translation|sentence))?';

const languageOfName = new Map(
  (['en', 'zh'] as const).flatMap((language) =>
    LANGUAGE_NAMES[language].map((name) => [name.toLowerCase(), language] as const),
  ),
);
/** Names that also open captions in one language, `Source: the ministry`. */
const SOURCE = new Set(SOURCE_NAMES.map((name) => name.toLowerCase()));

/** Names that need no mark behind them where those of both sides take turns: `EN Exit`, `中 出口`. No sentence begins with one. */
const LOOSE_NAMES = [...languageOfName.keys()]
  .filter((name) => !/^(?:e|c|ch|sc|tc|english|chinese|mandarin)$/.test(name))
  .sort((a, b) => b.length - a.length)
  .join('|');
const byLength = (names: readonly string[]): string =>
  [...names].sort((a, b) => b.length - a.length).join('|');
const LANGUAGES = byLength([...languageOfName.keys()]);
const NAMES = byLength([...languageOfName.keys(), ...SOURCE_NAMES, ...TARGET_NAMES]);
/** `1-EN`, `EN 1`, `Source (EN)`, and `English / 英文` in both languages. */
const NAME = `(?:\\d{1,3}[-–_])?(?<name>${NAMES})(?:\\.(?=\\W))?${SUFFIX}(?: ?[/／] ?(?:${NAMES})(?!\\p{L})| ?[(（[] ?(?:${NAMES}) ?[)）\\]])? ?\\d{0,3}`;
const EMPHASIS = '[*_]{0,3}';
const OPENING = '[[【（(<〔［〖]';
const CLOSING = '[\\]】）)>〕］〗]';
/** `讲解（英）`, `Note [ZH]`: what a label is of, and behind it the language. */
const NAMED_BEHIND = `[^\\s:：()（）[\\]【】]{1,12}?(?: [^\\s:：()（）[\\]【】]{1,12})? ?[(（[【] ?(?<behind>${LANGUAGES}) ?[)）\\]】]`;
const BRACKETED = `${OPENING} ?${NAME} ?${CLOSING}${EMPHASIS} ?[:：]?`;
/** A closing bracket will do behind a name, and not behind the letter of a choice. */
const WITH_COLON = `(?:${NAME.replace('name', 'before')}|${NAMED_BEHIND}) ?${EMPHASIS} ?(?:[:：|｜│┃¦‖\\t>＞=＝»›▶►▸→·•]|[-–—](?=\\s)|(?<!\\b[A-Z])[)）])`;
/** The number of an entry, before its label; it may have no mark. */
const ENTRY_NUMBER = /^[（(]?\d{1,3}(?:[.．、)）][ \u00a0\u3000]*|[ \u00a0\u3000]+)/;
const MARKED = new RegExp(`${EMPHASIS}(?:${BRACKETED}|${WITH_COLON})${EMPHASIS}[ \\t\\u00a0\\u3000]*`, 'iuy');
/** `**EN** Exit`, and `EN Exit` where the emphasis is not part of the text; `1-EN Exit`, `Eng. Exit`. */
const LOOSE = new RegExp(
  `(?:[*_]{2,3}${NAME}[*_]{2,3}|(?:\\d{1,3}[-–_])?(?<code>${LOOSE_NAMES})\\.?)(?=[ \\t\\u00a0\\u3000])[ \\t\\u00a0\\u3000]*`,
  'iuy',
);
const ALONE = new RegExp(`^${EMPHASIS}${OPENING}?${NAME}${CLOSING}?${EMPHASIS} ?[:：]?${EMPHASIS}$`, 'iu');

/** Showings of a label from which it is one, where labels of both sides take turns, and where they do not. */
const LEAST_IN_TURN = 2;
const LEAST_SHOWN = 3;
/** Share of the labels that must be followed by the other side's. */
const IN_TURN = 0.8;
/** Share of the labels that must stand before text in their language. */
const AGREEING = 0.9;
/** Share of the blocks of a language that must have the label where the other language has none. */
const LABELLED = 0.8;

/** A label, with what follows it: the rest of its line, or the next one. */
interface Labelled {
  readonly line: number;
  readonly name: string;
  /** Where the label begins and ends, as offsets in the text. */
  readonly label: Span;
  readonly language: Language | null;
  /** Nothing but a blank parts it from the text: a word of it, unless the other side has such labels too. */
  readonly isLoose: boolean;
}

/**
 * Takes the labels of the sides out of the text: `EN:`, `[ZH]`, `原文：` before a text, or alone on a line. Such words
 * may be part of a text as well; labels come back, stand before text of one language only, and take turns.
 */
export function* withoutSideLabels(
  text: string,
  blocks: readonly Block[],
): Steps<{ blocks: readonly Block[]; syntax: readonly Span[]; diagnostics: readonly Diagnostic[] }> {
  const lines = blocks.flatMap((block) => block.lines.map((span) => ({ block, span })));
  const known = yield* mapInSteps(lines, (_, line) => labelsIn(text, lines, line));
  const found = withCounterparts(text, lines, known.flat());
  const labels = sideLabels(text, blocks, found);
  if (labels.length === 0) return { blocks, syntax: [], diagnostics: [] };
  const byLine = new Map<number, Labelled[]>();
  for (const each of labels) if (!byLine.get(each.line)?.push(each)) byLine.set(each.line, [each]);
  let line = 0;
  const bare = blocks.flatMap((block): Block[] => {
    const kept = block.lines.flatMap((span) => around(text, span, byLine.get(line++) ?? []));
    return kept.length === 0 ? [] : [{ ...block, lines: kept }];
  });
  const syntax = labels.filter(({ line, label }) => isInside(lines[line]!.span, label, byLine.get(line)!));
  return { blocks: bare, syntax: syntax.map(({ label }) => label), diagnostics: [leftOut(text, labels)] };
}

/** A line without labels, parted where a second one stands in it. */
function around(text: string, span: Span, labels: readonly Labelled[]): Span[] {
  if (labels.length === 0) return [span];
  return labels
    .map(({ label }, index) =>
      trimSpan(text, {
        start: isInside(span, label, labels) ? span.start : label.end,
        end: labels[index + 1]?.label.start ?? span.end,
      }),
    )
    .filter(({ start, end }) => end > start);
}

/** Whether a label stands after the number of an entry, within its line. */
function isInside(span: Span, label: Span, labels: readonly Labelled[]): boolean {
  return label === labels[0]!.label && label.start > span.start;
}

/** The labels of a line. */
function labelsIn(text: string, lines: readonly { readonly span: Span }[], line: number): Labelled[] {
  const { span } = lines[line]!;
  const written = text.slice(span.start, span.end);
  const alone = written.length <= LONGEST_LABEL ? ALONE.exec(written)?.groups?.['name'] : undefined;
  if (alone !== undefined) {
    const next = lines[line + 1]?.span;
    const after = next === undefined ? '' : text.slice(next.start, next.end);
    return [labelled(line, { name: alone, isLoose: false }, span, after)];
  }
  const marks: Mark[] = [];
  const first = ENTRY_NUMBER.exec(written)?.[0].length ?? 0;
  for (let at = first; at >= 0 && at < written.length; at = nextPlace(written, marks.at(-1)?.end ?? -1, at)) {
    const mark = markAt(written, at, MARKED) ?? (at === first ? markAt(written, at, LOOSE) : null);
    // A line has the label of a side once: `Source (EN): Source: laboratory tests`.
    if (mark && marks.every(({ name }) => name.toLowerCase() !== mark.name.toLowerCase())) marks.push(mark);
    else if (at === first) break;
  }
  return marks.map((mark, index) =>
    labelled(line, mark, moved(mark, span.start), written.slice(mark.end, marks[index + 1]?.start)),
  );
}

/** A short name with the marks of a label, whatever it says: `Manx> `, `〔官话〕`. */
const ANY_NAME = '(?<name>[^\\s:：|｜>＞»\\[\\]【】()（）<〔〕]{1,12})';
const ANY_LABEL = new RegExp(
  `^(?:${OPENING} ?${ANY_NAME} ?${CLOSING} ?[:：]?|${ANY_NAME.replace('name', 'before')} ?[:：|｜>＞»])[ \\t\\u00a0\\u3000]*(?=\\S)`,
  'u',
);

const ANY_NAME_ALONE = new RegExp(`^${OPENING} ?${ANY_NAME} ?${CLOSING} ?[:：]?$`, 'u');

/**
 * Labels of names that are not known for a language, where only one side has known ones: a name that takes turns with these, and stands
 * before texts of the other language as often, is their counterpart.
 */
function withCounterparts(
  text: string,
  lines: readonly { readonly span: Span }[],
  found: readonly Labelled[],
): readonly Labelled[] {
  const known = found.filter(({ name, isLoose }) => !isLoose && languageOfName.has(name));
  if (known.length === 0) return labelsAlikeNames(text, lines, found);
  const language = known[0]?.language;
  if (known.length < LEAST_SHOWN || !language || known.some((label) => label.language !== language))
    return found;
  const taken = new Set(found.map(({ line }) => line));
  const others = new Map<string, Labelled[]>();
  for (const [line, { span }] of lines.entries()) {
    const each = taken.has(line) ? null : (anyLabel(text, span, line) ?? aloneLabel(text, lines, line));
    if (each !== null && !others.get(each.name)?.push(each)) others.set(each.name, [each]);
  }
  const counterparts = [...others.values()].filter((own) => {
    if (own.length < IN_TURN * known.length || own.some((each) => each.language === language)) return false;
    const all = [...known, ...own].sort((a, b) => a.line - b.line);
    const turns = all.filter(({ name }, at) => at > 0 && name !== all[at - 1]!.name).length;
    return turns >= IN_TURN * (all.length - 1) && own.length <= known.length / IN_TURN;
  });
  return counterparts.length === 1
    ? [...found, ...counterparts[0]!].sort((a, b) => a.label.start - b.label.start)
    : found;
}

/** What names of a language begin with, and characters that they have, in forms that are not listed. */
const LIKE_NAMES: Readonly<Record<Language, RegExp>> = {
  en: /^(?:en|brit|amer)|英/iu,
  zh: /^(?:ch|zh|cn|mand|cant|hans|hant)|[中汉漢华華普粤粵国國]/iu,
};

/** Labels of two names that no list has, where both look like names of a language, take turns and stand before texts in it. */
function labelsAlikeNames(
  text: string,
  lines: readonly { readonly span: Span }[],
  found: readonly Labelled[],
): readonly Labelled[] {
  const taken = new Set(found.map(({ line }) => line));
  const own = lines.flatMap(({ span }, line) => (taken.has(line) ? [] : (anyLabel(text, span, line) ?? [])));
  const like = own.filter(({ name, language }) => language !== null && LIKE_NAMES[language].test(name));
  const names = new Set(like.map(({ name }) => name));
  const turns = like.filter(({ name }, at) => at > 0 && name !== like[at - 1]!.name).length;
  const isTold = names.size === 2 && like.length >= 2 * LEAST_SHOWN && turns >= IN_TURN * (like.length - 1);
  return isTold ? [...found, ...like].sort((a, b) => a.label.start - b.label.start) : found;
}

/** What a line begins with that has the marks of a label; null where there is none. */
function anyLabel(text: string, span: Span, line: number): Labelled | null {
  const written = text.slice(span.start, span.end);
  const match = ANY_LABEL.exec(written);
  const name = (match?.groups?.['name'] ?? match?.groups?.['before'])?.toLowerCase();
  if (match === null || name === undefined) return null;
  const label = { start: span.start, end: span.start + match[0].length };
  return labelled(line, { name, isLoose: false }, label, written.slice(match[0].length));
}

/** A short name in brackets alone on its line, `【原诗】`, with the next line; null where there is none. */
function aloneLabel(text: string, lines: readonly { readonly span: Span }[], line: number): Labelled | null {
  const { span } = lines[line]!;
  const next = lines[line + 1]?.span;
  if (next === undefined || span.end - span.start > LONGEST_LABEL) return null;
  const name = ANY_NAME_ALONE.exec(text.slice(span.start, span.end))?.groups?.['name']?.toLowerCase();
  if (name === undefined) return null;
  return labelled(line, { name, isLoose: false }, span, text.slice(next.start, next.end));
}

interface Mark extends Span, Pick<Labelled, 'name' | 'isLoose'> {}

function labelled(
  line: number,
  { name: written, isLoose }: Pick<Mark, 'name' | 'isLoose'>,
  label: Span,
  after: string,
): Labelled {
  const name = written.toLowerCase();
  // Chinese that is full of product names is what its label says.
  const isChinese = languageOfName.get(name) === 'zh' && /\p{Script=Han}/u.test(after);
  return { line, name, label, language: isChinese ? 'zh' : languageByScript(after), isLoose };
}

/** No label alone on a line is longer, in characters. */
const LONGEST_LABEL = 40;

function markAt(written: string, at: number, pattern: RegExp): Mark | null {
  pattern.lastIndex = at;
  const match = pattern.exec(written);
  const { name, before, behind, code } = match?.groups ?? {};
  const found = name ?? before ?? behind ?? code;
  if (match === null || found === undefined) return null;
  return { name: found, start: at, end: at + match[0].length, isLoose: pattern === LOOSE };
}

/** Where a second label can stand in a line that begins with one: after a blank, a bar or the end of a sentence. */
function nextPlace(written: string, labelEnd: number, from: number): number {
  for (let at = Math.max(labelEnd, from + 1); at < written.length; at++) {
    if (/[\s/|｜。！？]/.test(written[at - 1]!) && /[^\s/|｜]/.test(written[at]!)) return at;
  }
  return -1;
}

/** Those that are labels of the sides, by all that is known of them. */
function sideLabels(text: string, blocks: readonly Block[], found: readonly Labelled[]): Labelled[] {
  const byName = new Map<string, Labelled[]>();
  // A name that has a mark behind it somewhere is a word of the text where it has none: `EN: …`, and `EN 71 applies.`
  const marked = new Set(found.filter(({ isLoose }) => !isLoose).map(({ name }) => name));
  const likely = found.filter(({ name, isLoose }) => !isLoose || !marked.has(name));
  for (const each of likely) if (!byName.get(each.name)?.push(each)) byName.set(each.name, [each]);
  const sides = new Map<string, Language>();
  for (const [name, own] of byName) {
    if (own.length < LEAST_IN_TURN) continue;
    const language = agreed(own);
    if (language !== null && (languageOfName.get(name) ?? language) === language) sides.set(name, language);
  }
  const labels = likely.filter(({ name }) => sides.has(name));
  const of = (language: Language): Labelled[] => labels.filter(({ name }) => sides.get(name) === language);
  const [en, zh] = [of('en'), of('zh')];
  if (en.length > 0 && zh.length > 0) {
    const turns = labels.filter(
      ({ name }, index) => index > 0 && sides.get(name) !== sides.get(labels[index - 1]!.name),
    ).length;
    const inTurn = turns >= (labels.length - 1) * IN_TURN;
    return inTurn || Math.min(en.length, zh.length) >= LEAST_SHOWN ? labels : [];
  }
  const language = en.length > 0 ? 'en' : 'zh';
  const alone = labels.filter(({ name, isLoose }) => !SOURCE.has(name) && !isLoose);
  return alone.length >= LEAST_SHOWN && alone.length >= blocksIn(text, blocks, language) * LABELLED
    ? alone
    : [];
}

/** The language of what follows labels, if it is one. */
function agreed(labels: readonly Labelled[]): Language | null {
  const en = labels.filter(({ language }) => language === 'en').length;
  const zh = labels.filter(({ language }) => language === 'zh').length;
  if (Math.max(en, zh) < (en + zh) * AGREEING || en === zh) return null;
  return en > zh ? 'en' : 'zh';
}

function blocksIn(text: string, blocks: readonly Block[], language: Language): number {
  return blocks.filter(({ lines }) =>
    lines.some(({ start, end }) => languageByScript(text.slice(start, end)) === language),
  ).length;
}

function leftOut(text: string, labels: readonly Labelled[]): Diagnostic {
  const times = new Map<string, number>();
  for (const { label } of labels) {
    const written = text.slice(label.start, label.end).trim();
    times.set(written, (times.get(written) ?? 0) + 1);
  }
  const quoted = [...times]
    .slice(0, MOST_QUOTED)
    .map(([written, count]) => `“${written}” ${count === 1 ? 'once' : `${count} times`}`);
  const others = times.size > MOST_QUOTED ? ', …' : '';
  return info(
    'side-labels',
    `Labels that name the side of a text were left out: ${quoted.join(', ')}${others}.`,
    {
      span: labels[0]!.label,
      values: { labels: `${[...times.keys()].slice(0, MOST_QUOTED).join(', ')}${others}` },
    },
  );
}

/** Different labels that a message quotes. */
const MOST_QUOTED = 6;
