import type { Span } from '../../types.js';
import { CLOSERS, cutAt, headOf, type JoinRule, joinWhere, tailOf, withoutWords } from './boundaries.js';
import { splitAtEnglish } from './english-in-chinese.js';

/**
 * Cuts the text of one Chinese paragraph into sentences: UTF-16 ranges in order, without white space at their
 * ends, that hold every other character exactly once. A clause marker stays with its sentence; semicolons and
 * colons end nothing. It cuts too often at first and then takes boundaries back, as parse-latin does.
 */
export function splitChinese(text: string): Span[] {
  const curly = curlyQuotes(text);
  const passes: readonly JoinRule[] = [
    withoutWords,
    afterEllipsis,
    afterMarker,
    insideBrackets(bracketedStops(curly)),
    beforeContinuation,
    beforeSpeaker,
  ];
  const sentences = passes.reduce(
    (joined, rule) => joinWhere(curly, joined, rule),
    cutAt(curly, possibleEnds(curly)),
  );
  return sentences.flatMap(({ start, end }) =>
    splitAtEnglish(curly.slice(start, end)).map((part) => ({
      start: start + part.start,
      end: start + part.end,
    })),
  );
}

/**
 * Quotation marks made to show their direction: straight ones open and close in turn, and one that is typed as an
 * opening mark after a stop or comma of an open quotation (`“好。“他说。`) closes it, unless another mark does. Lengths stay.
 */
function curlyQuotes(text: string): string {
  const marks = text.match(/["＂“”]/g) ?? [];
  let open = false;
  let next = 0;
  return text.replace(/["＂“”]/g, (mark, offset: number) => {
    next += 1;
    const turned = open && AFTER_STOP.test(text.charAt(offset - 1)) && marks[next] !== '”';
    open = mark === '“' ? !turned : mark !== '”' && !open;
    return open ? '“' : '”';
  });
}

const STOP = '。！？｡!?.．…';
const AFTER_STOP = /[。！？…，]/;
const NOTE = String.raw`\[\d{1,3}\]|［\d{1,3}］|〔\d{1,2}〕|[¹²³⁰⁴-⁹]`;

/**
 * A run of stops with the quotes, brackets and footnote marks after it. It never fails once begun: no
 * backtracking.
 */
const stopsWith = (note: string): RegExp =>
  new RegExp(String.raw`[${STOP}][${STOP}${CLOSERS}]*(?:\s[”’」』])?(?:${note})*`, 'gu');
const STOPS = stopsWith(NOTE);
const STOPS_WITH_CIRCLED_NOTES = stopsWith(`${NOTE}|[①-⑳]`);
/** Circled numbers in these places count clauses, and then do so after a stop too. */
const CIRCLED_MARKER = /(?:^|[：:；;，,、])\s?[①-⑳]/;

function* possibleEnds(text: string): Generator<number> {
  const stops = CIRCLED_MARKER.test(text) ? STOPS : STOPS_WITH_CIRCLED_NOTES;
  const dotted = isDotted(text);
  for (const { 0: run, index } of text.matchAll(stops)) {
    const end = index + run.length;
    const before = text.charAt(index - 1);
    const after = text.charAt(end);
    if (/[。！？｡…]|\.\./.test(run)) yield end;
    else if (/[!?]/.test(run) ? endsQuestion(before, after) : endsStatement(before, after, dotted)) yield end;
  }
}

const CHINESE = /[\p{Script=Han}”’）」』》】〉]/u;

/** `！` and `？` typed in ASCII; not those of `Yahoo!公司` and `?q=1`. */
function endsQuestion(before: string, after: string): boolean {
  return CHINESE.test(before) || /\s/.test(after);
}

/** `。` typed as a dot; not those of numbers, Latin words and `主版本号.次版本号`. */
function endsStatement(before: string, after: string, dotted: boolean): boolean {
  if (/\s/.test(after)) return CHINESE.test(before) || (dotted && /[\p{N}%％]/u.test(before));
  return dotted && CHINESE.test(before) && /[\p{Script=Han}“‘「『（《]/u.test(after);
}

/** Does the paragraph write its full stops as dots? Then one between two Han characters is a full stop too. */
function isDotted(text: string): boolean {
  return !text.includes('。') && /\p{Script=Han}[.．][”’」』）)]*$/u.test(text.slice(-40).trimEnd());
}

/** `嗯……我想想。` Only a closing quote or another stop makes dots the end of a sentence. */
const afterEllipsis: JoinRule = (text, left) =>
  /(?:^|[^！？!?.…。])(?:\.{2,}|…+|。{3,})$/.test(tailOf(text, left));

const MARKER =
  /(?:^|[：；:;]\s?)[（(]?(?:第?[〇零一二三四五六七八九十百千\d]{1,6}[编章节条款项編節條款項]?|[甲乙丙丁戊己庚辛壬癸])[）)]?[.．]$/;

/** `一. 总则`, `第三条. 中华…`. */
const afterMarker: JoinRule = (text, left) => MARKER.test(tailOf(text, left));

/** Longer brackets hold a text of their own, which is cut. */
const LONGEST_BRACKET = 80;
const STOP_OR_BRACKET = new RegExp(String.raw`[${STOP}()（）[\]［］【】〔〕《》〈〉]`, 'g');
/** Opening and closing marks in turn. Full and half width are often mixed in one pair: they count as one kind. */
const BRACKET_KINDS = ['()（）', '[]［］', '【】', '〔〕', '《》', '〈〉'];

/** For the offset of each stop that stands in a bracket, the outermost bracket around it. */
function bracketedStops(text: string): ReadonlyMap<number, Span> {
  const bracketed = new Map<number, Span>();
  const opened: number[][] = BRACKET_KINDS.map(() => []);
  const stops: number[] = [];
  for (const { 0: mark, index } of text.matchAll(STOP_OR_BRACKET)) {
    const kind = BRACKET_KINDS.findIndex((marks) => marks.includes(mark));
    if (kind < 0) stops.push(index);
    else if (BRACKET_KINDS[kind].indexOf(mark) % 2 === 0) opened[kind].push(index);
    else {
      const start = opened[kind].pop();
      if (start === undefined || index - start >= LONGEST_BRACKET) continue;
      for (let last = stops.length - 1; stops[last] > start; last -= 1) {
        bracketed.set(stops[last], { start, end: index + 1 });
      }
    }
  }
  return bracketed;
}

const LAST_STOP = new RegExp(`[${STOP}](?=[^${STOP}]*$)`);

/** `《去哪里？》很好看`, `他（真奇怪！）走了`, `（甲。乙）丙`: the sentence around the bracket goes on. */
function insideBrackets(bracketed: ReadonlyMap<number, Span>): JoinRule {
  return (text, left) => {
    const tail = tailOf(text, left);
    const bracket = bracketed.get(left.end - tail.length + tail.search(LAST_STOP));
    if (!bracket) return false;
    const { start, end } = bracket;
    const isPart = start > left.start || /[《〈]/.test(text.charAt(start));
    return isPart || (end > left.end && text.slice(end, end + 8).trim() !== '');
  };
}

/** Commas begin no sentence, and a quotation may be a word of the sentence around it: `“去吗？”这句话`. */
const beforeContinuation: JoinRule = (text, left, right) => {
  const head = headOf(text, right);
  if (/^[，、；：,;:]/.test(head)) return true;
  return (
    /[”’」』]$/.test(tailOf(text, left)) && /^(?:[—–～]|的(?!确)|[这這那][句种種]|[和与與及或]“)/.test(head)
  );
};

const SPEECH = [
  '(?<![小传傳听聽据據])[说說](?![明法服客])',
  '(?<![知街难難味频頻渠铁鐵通轨軌])道(?![路理德教士具歉])',
  '[问問](?![题題候世卷])',
  '叫(?![做作])',
  '答(?![案应應])',
  '[喊嚷骂罵吼叹嘆曰]',
].join('|');
const SPEAKER = new RegExp(`^[^${STOP}：:；“「『]{0,7}?(?:${SPEECH})`);
/** A longer sentence tells more than who speaks. */
const SPEAKER_LENGTH = 20;
const NEW_QUOTE = new RegExp(`^[^${STOP}“「『]*[：:]`);

/** `“好。”他说。` The speaker stays with a quotation of one sentence, unless what follows speaks anew (`他说：“…`). */
const beforeSpeaker: JoinRule = (text, left, right) => {
  const head = headOf(text, right);
  const isQuotation = /^[“‘「『]/.test(text.charAt(left.start)) && /[”’」』]$/.test(tailOf(text, left));
  const isShort = right.end - right.start <= SPEAKER_LENGTH;
  return isQuotation && isShort && SPEAKER.test(head) && !NEW_QUOTE.test(head);
};

const CLOSING = new RegExp(`[${STOP}]?[${CLOSERS}]+`, 'g');
/** Particles, and adverbs that join a predicate to what was said before it. */
const GOES_ON = /^[了呢吗嗎吧啊呀的地得等之者并並便却卻才则則就也又还還都]/;
const goesOn: JoinRule = (text, _, right) => GOES_ON.test(headOf(text, right));

/**
 * Cuts a sentence after each quotation that may have ended it before the full stop was forgotten: more words follow it,
 * and nothing shows that they go on with the sentence around it.
 */
export function splitAtQuotations(sentence: string): Span[] {
  const curly = curlyQuotes(sentence);
  const ends = [...curly.matchAll(CLOSING)]
    .filter(([marks]) => !STOP.includes(marks.charAt(0)) && /[”」』]$/.test(marks))
    .map(({ 0: marks, index }) => index + marks.length);
  return [withoutWords, beforeContinuation, goesOn, beforeSpeaker].reduce(
    (parts, rule) => joinWhere(curly, parts, rule),
    cutAt(curly, ends),
  );
}
