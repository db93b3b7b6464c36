import type { Word } from '../words.js';

/** What a person can ask for at a row. */
export type Command =
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'
  | 'other'
  | 'left'
  | 'right'
  | 'confirm'
  | 'next'
  | 'previous'
  | 'merge'
  | 'split'
  | 'sentenceUp'
  | 'sentenceDown'
  | 'part'
  | 'mark'
  | 'pair'
  | 'edit'
  | 'comment'
  | 'delete'
  | 'doubt'
  | 'why'
  | 'realign'
  | 'undo'
  | 'redo'
  | 'search'
  | 'replace'
  | 'keys'
  | 'leave';

interface Binding {
  readonly command: Command;
  readonly word: Word;
  /** As `KeyboardEvent.key` has it, with `Alt+`, `Ctrl+` and `Shift+` before it; Ctrl stands for the command key of a Mac too. */
  readonly keys: readonly string[];
  /** Whether it works wherever the focus is, and not only in the list. */
  readonly everywhere?: true;
}

/** All keys, in the order in which the page of keys shows them. */
export const KEYS: readonly Binding[] = [
  { command: 'up', word: 'actRow', keys: ['ArrowUp'] },
  { command: 'down', word: 'actRow', keys: ['ArrowDown'] },
  { command: 'first', word: 'actEnds', keys: ['Ctrl+Home'] },
  { command: 'last', word: 'actEnds', keys: ['Ctrl+End'] },
  { command: 'pageUp', word: 'actPage', keys: ['PageUp'] },
  { command: 'pageDown', word: 'actPage', keys: ['PageDown'] },
  { command: 'other', word: 'actOther', keys: ['Tab'] },
  { command: 'left', word: 'actCaret', keys: ['ArrowLeft'] },
  { command: 'right', word: 'actCaret', keys: ['ArrowRight'] },
  { command: 'confirm', word: 'actConfirm', keys: ['Enter'] },
  { command: 'next', word: 'actNext', keys: ['n'] },
  { command: 'previous', word: 'actPrevious', keys: ['Shift+N'] },
  { command: 'merge', word: 'actMerge', keys: ['m'] },
  { command: 'split', word: 'actSplit', keys: ['s'] },
  { command: 'sentenceUp', word: 'actUp', keys: ['Alt+ArrowUp'] },
  { command: 'sentenceDown', word: 'actDown', keys: ['Alt+ArrowDown'] },
  { command: 'part', word: 'actPart', keys: ['x'] },
  { command: 'mark', word: 'actMark', keys: [' '] },
  { command: 'pair', word: 'actPair', keys: ['p'] },
  { command: 'edit', word: 'actEdit', keys: ['F2'] },
  { command: 'comment', word: 'actComment', keys: ['c'] },
  { command: 'delete', word: 'actDelete', keys: ['Delete'] },
  { command: 'doubt', word: 'actDoubt', keys: ['d'] },
  { command: 'why', word: 'actWhy', keys: ['w'] },
  { command: 'realign', word: 'actRealign', keys: ['r'] },
  { command: 'undo', word: 'actUndo', keys: ['Ctrl+z'], everywhere: true },
  { command: 'redo', word: 'actRedo', keys: ['Ctrl+Shift+Z', 'Ctrl+y'], everywhere: true },
  { command: 'search', word: 'actSearch', keys: ['Ctrl+f'], everywhere: true },
  { command: 'replace', word: 'actReplace', keys: ['Ctrl+h'], everywhere: true },
  { command: 'keys', word: 'keys', keys: ['?'] },
  { command: 'leave', word: 'actLeave', keys: ['Escape'] },
];

/** What of a keyboard event counts here. */
export interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The command that a key stands for; `within` says whether the focus is in the list. */
export function commandFor(pressed: Pressed, within: boolean): Command | null {
  const name = nameOf(pressed);
  const found = KEYS.find(({ keys, everywhere }) => keys.includes(name) && (within || everywhere));
  return found?.command ?? null;
}

function nameOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): string {
  const isLetter = /^[a-z]$/i.test(key);
  // What needs Shift to be typed, such as `?`, is named by itself.
  const shifts = shiftKey && (isLetter || key.length > 1);
  const parts = [ctrlKey || metaKey ? 'Ctrl+' : '', altKey ? 'Alt+' : '', shifts ? 'Shift+' : ''];
  return parts.join('') + (isLetter ? (shifts ? key.toUpperCase() : key.toLowerCase()) : key);
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
};

/** How the first key of a command is shown to a person. */
export function shownKey(command: Command): string {
  return shown(KEYS.find((binding) => binding.command === command)!.keys[0]!);
}

export function shown(keys: string): string {
  return keys
    .split('+')
    .map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** What the page of keys shows: keys that do the same thing in one line, without those for what cannot be done. */
export function keyLines(
  isPossible: (command: Command) => boolean = () => true,
): readonly { readonly word: Word; readonly keys: readonly string[] }[] {
  const lines = new Map<Word, string[]>();
  for (const { command, word, keys } of KEYS) {
    if (isPossible(command)) lines.set(word, [...(lines.get(word) ?? []), ...keys.map(shown)]);
  }
  return Array.from(lines, ([word, keys]) => ({ word, keys }));
}
