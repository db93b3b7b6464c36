import type { Language } from 'duiqi';
import { type Change, type ComparedField, compareTexts, type PairRecord, type TextPart } from 'duiqi/pairs';
import { counted, grouped, listed } from './words.js';

const FIELDS: Readonly<Record<ComparedField, string>> = {
  en: 'English',
  zh: 'Chinese',
  score: 'score',
  bead: 'number of sentences',
  clause: 'clause',
  flags: 'flags',
  confirmed: 'confirmation',
  note: 'note',
};

/** ANSI escapes for red, green and what was before. */
const COLOURS = { removed: '\u001B[31m', added: '\u001B[32m', end: '\u001B[39m' };

type Counts = Record<Change['kind'], number>;

/**
 * Changes for a person: each with its number and both texts, in which `[-…-]` is gone and `{+…+}` is new, and at the end
 * how many there are. Of pairs with other scores or flags, which a new version of duiqi may give to thousands, only the number.
 */
export function* changeReport(changes: Iterable<Change>, inColour: boolean): Iterable<string> {
  const counts: Counts = { same: 0, details: 0, changed: 0, added: 0, removed: 0 };
  const details = new Map<ComparedField, number>();
  for (const change of changes) {
    counts[change.kind]++;
    if (change.kind === 'details') {
      for (const field of change.fields) details.set(field, (details.get(field) ?? 0) + 1);
    } else if (change.kind !== 'same') {
      yield `${heading(change)}\n${text(change, 'en', inColour)}${text(change, 'zh', inColour)}\n`;
    }
  }
  yield `${summary(counts)}\n`;
  if (details.size > 0) {
    const each = [...details].map(([field, count]) => `${FIELDS[field]} in ${grouped(count)}`);
    yield `Of the pairs with the same texts, some differ otherwise: ${listed(each)}\n`;
  }
}

function heading(change: Change): string {
  if (change.kind === 'added') return `Pair ${grouped(change.new.number)} is new`;
  if (change.kind === 'removed') return `Pair ${grouped(change.old.number)} is gone`;
  const [old, now] = [change.old.number, change.new.number].map(grouped);
  return old === now ? `Pair ${old} has changed` : `Pair ${old} has changed, now ${now}`;
}

/** A side of a pair on a line of its own; nothing for a side that is empty. */
function text({ old, new: now }: Change, language: Language, inColour: boolean): string {
  const [before, after] = [textOf(old?.record, language), textOf(now?.record, language)];
  const marked = compareTexts(before, after).map((part) => mark(part, inColour));
  return marked.length === 0 ? '' : `  ${marked.join('')}\n`;
}

/** On one line, without characters that a terminal would take for orders. */
function textOf(record: PairRecord | undefined, language: Language): string {
  return (record?.[language] ?? '').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function mark({ kind, text }: TextPart, inColour: boolean): string {
  if (kind === 'same') return text;
  const marked = kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
  return inColour ? `${COLOURS[kind]}${marked}${COLOURS.end}` : marked;
}

function summary({ same, details, changed, added, removed }: Counts): string {
  return `${counted(changed, 'pair')} changed, ${grouped(added)} added, ${grouped(removed)} removed, ${grouped(same + details)} the same`;
}
