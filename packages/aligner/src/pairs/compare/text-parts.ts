import { checkText } from '../../common/arguments.js';
import { commonRuns } from '../../common/common-runs.js';

/** A piece of two texts: in both, or only in the old or in the new one. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Words that differ on both sides together beyond which the texts are not compared by words. */
const MOST_EDITS = 1000;
/** The share of the longer text that both must have for its words to be compared: else two texts would be shown in splinters. */
const LEAST_COMMON = 0.25;

/** A Han character, a word in other letters or a number, white space, or any other character. */
const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|\s+|./gsu;

/**
 * What was changed in a text, by English words and Chinese characters. The parts that are not `added` are the old
 * text, those that are not `removed` the new one.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function compareTexts(old: string, now: string): readonly TextPart[] {
  checkText('old text', old);
  checkText('new text', now);
  const [oldTokens, newTokens] = [tokensOf(old), tokensOf(now)];
  const runs = commonRuns(oldTokens, newTokens, MOST_EDITS) ?? [];
  const parts = new Parts();
  let [a, b] = [0, 0];
  let common = 0;
  for (const run of [...runs, { old: oldTokens.length, new: newTokens.length, length: 0 }]) {
    const same = newTokens.slice(run.new, run.new + run.length).join('');
    parts.change(oldTokens.slice(a, run.old).join(''), newTokens.slice(b, run.new).join(''));
    parts.keep(same);
    common += same.length;
    [a, b] = [run.old + run.length, run.new + run.length];
  }
  if (common >= LEAST_COMMON * Math.max(old.length, now.length)) return parts.list();
  const whole = new Parts();
  whole.change(old, now);
  return whole.list();
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Collects parts: what was changed on both sides of a mere space was changed in one. */
class Parts {
  readonly #parts: TextPart[] = [];
  #removed = '';
  #added = '';
  /** The space between two changes, as long as it is not known whether another one follows. */
  #space = '';

  change(removed: string, added: string): void {
    if (removed === '' && added === '') return;
    this.#removed += this.#space + removed;
    this.#added += this.#space + added;
    this.#space = '';
  }

  keep(text: string): void {
    const isChanged = this.#removed !== '' && this.#added !== '';
    if (isChanged && text.trim() === '') {
      this.#space += text;
      return;
    }
    this.#close();
    this.#add('same', text);
  }

  list(): readonly TextPart[] {
    this.#close();
    return this.#parts;
  }

  #close(): void {
    this.#add('removed', this.#removed);
    this.#add('added', this.#added);
    this.#add('same', this.#space);
    this.#removed = '';
    this.#added = '';
    this.#space = '';
  }

  #add(kind: TextPart['kind'], text: string): void {
    const last = this.#parts.at(-1);
    if (last?.kind === kind) this.#parts[this.#parts.length - 1] = { kind, text: last.text + text };
    else if (text !== '') this.#parts.push({ kind, text });
  }
}
