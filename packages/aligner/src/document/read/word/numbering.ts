import type { Part } from '../office/archive.js';
import { walkXml } from '../office/xml.js';
import { wordNumeral } from './numerals.js';
import { levelOf, type WordProperties, wordName } from './properties.js';
import type { WordStyle, WordStyles } from './styles.js';

/** One level of a list, as `w:lvl` defines it. */
interface Level {
  start: number;
  format: string;
  /** With `%1` for the number of the first level, and so on. */
  text: string;
  /** All numbers in it are digits, whatever the format of their levels. */
  legal: boolean;
  /** Counting begins anew after this many levels and the ones above them; 0 is never, null is after every one. */
  restart: number | null;
  style: string;
}

/** `w:abstractNum`: the levels that several lists may share, with their counting. */
interface Definition {
  readonly levels: Map<number, Level>;
  /** The style that has the levels instead. */
  link: string;
}

/** `w:num`: a list, which may begin anew or look different from its definition. */
interface List {
  definition: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** Characters of the text of a level. No marker is longer. */
const LONGEST_TEXT = 64;

/**
 * Counts the automatic lists of a Word document (ECMA-376 part 1, 17.9): the markers that Word shows and that its text
 * lacks. Paragraphs are to be given in the order of the document.
 */
export class WordNumbering {
  readonly #definitions = new Map<string, Definition>();
  readonly #lists = new Map<string, List>();
  readonly #styles: WordStyles;
  /** For each definition the last number of each of its levels. */
  readonly #counts = new Map<Definition, (number | undefined)[]>();
  /** Lists whose own starts have been used, each with its level. */
  readonly #started = new Set<string>();

  constructor(part: Part | undefined, styles: WordStyles) {
    this.#styles = styles;
    if (part !== undefined) readNumbering(part, this.#definitions, this.#lists);
  }

  /** The next marker of the list that a paragraph is in; null if it is in none, '' for a bullet. */
  next(properties: WordProperties, style: WordStyle | undefined): string | null {
    const id = properties.numbering ?? style?.numbering ?? null;
    const list = id === null ? undefined : this.#lists.get(id);
    const definition = list && this.#definitionOf(list);
    if (id === null || list === undefined || definition === undefined) return null;
    const levelAt = (at: number): Level | undefined => list.levels.get(at) ?? definition.levels.get(at);
    const depth = properties.level ?? levelOfStyle(definition, style) ?? style?.level ?? 0;
    const level = levelAt(depth);
    if (level === undefined) return null;
    if (level.format === 'bullet') return '';

    const counts = this.#counted(definition);
    const start = list.starts.get(depth);
    const startsAnew = start !== undefined && !this.#started.has(`${id} ${depth}`);
    if (startsAnew) this.#started.add(`${id} ${depth}`);
    const before = counts[depth];
    counts[depth] = startsAnew ? start : before === undefined ? level.start : before + 1;
    for (let below = depth + 1; below < 9; below++) {
      if (depth < (levelAt(below)?.restart ?? below)) counts[below] = undefined;
    }
    return level.text
      .replace(/%([1-9])/g, (_, digit) => {
        const at = Number(digit) - 1;
        const format = level.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal');
        return format === 'none' ? '' : wordNumeral(counts[at] ?? levelAt(at)?.start ?? 1, format);
      })
      .trim();
  }

  /** The levels may be in another list, which a style names. */
  #definitionOf(list: List): Definition | undefined {
    const definition = this.#definitions.get(list.definition);
    if (definition === undefined || definition.link === '') return definition;
    const linked = this.#lists.get(this.#styles.get(definition.link)?.numbering ?? '');
    return (linked && this.#definitions.get(linked.definition)) ?? definition;
  }

  #counted(definition: Definition): (number | undefined)[] {
    let counts = this.#counts.get(definition);
    if (counts === undefined) {
      counts = [];
      this.#counts.set(definition, counts);
    }
    return counts;
  }
}

/** A style that is in a list says which one; the list says which of its levels the style is. */
function levelOfStyle({ levels }: Definition, style: WordStyle | undefined): number | undefined {
  if (style === undefined || style.numberedBy === '') return undefined;
  for (const [depth, level] of levels) if (level.style === style.numberedBy) return depth;
  return undefined;
}

function readNumbering(part: Part, definitions: Map<string, Definition>, lists: Map<string, List>): void {
  let definition: Definition | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let overridden = 0;
  walkXml(part, {
    open(element) {
      const value = element.attribute('val') ?? '';
      switch (wordName(element)) {
        case 'abstractNum':
          definition = { levels: new Map(), link: '' };
          definitions.set(element.attribute('abstractNumId') ?? '', definition);
          return;
        case 'numStyleLink':
          if (definition !== null) definition.link = value;
          return;
        case 'num':
          list = { definition: '', starts: new Map(), levels: new Map() };
          lists.set(element.attribute('numId') ?? '', list);
          return;
        case 'abstractNumId':
          if (list !== null) list.definition = value;
          return;
        case 'lvlOverride':
          overridden = levelOf(element.attribute('ilvl'));
          return;
        case 'startOverride':
          list?.starts.set(overridden, numberOf(value, 1));
          return;
        case 'lvl':
          level = { start: 0, format: 'decimal', text: '', legal: false, restart: null, style: '' };
          (list ?? definition)?.levels.set(levelOf(element.attribute('ilvl')), level);
          return;
        default:
          if (level !== null) readLevel(level, element.name, value);
      }
    },
    close(element) {
      const name = wordName(element);
      if (name === 'abstractNum') definition = null;
      else if (name === 'num') list = null;
      else if (name === 'lvl') level = null;
    },
  });
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = numberOf(value, 0);
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value.slice(0, LONGEST_TEXT);
  else if (name === 'lvlRestart') level.restart = numberOf(value, 0);
  else if (name === 'isLgl') level.legal = !/^(?:0|false|off)$/.test(value);
  else if (name === 'pStyle') level.style = value;
}

function numberOf(text: string, otherwise: number): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
