import type { OpenDocument } from '../state.js';
import { type Command, shownKey } from '../view/keys.js';
import { type Filter, reasonCounts } from '../view/rows.js';
import type { Word } from '../words.js';
import type { Workbench } from '../workbench.js';
import { Menu } from './menu.js';
import { reasonInWords } from './reasons.js';

interface Tool {
  readonly command: Command;
  readonly word: Word;
  /** What the button says; its tooltip says all. */
  readonly short: Word;
  readonly sign: string;
}

/** Those that are used most; the others are in the menu. */
const TOOLS: readonly Tool[] = [
  { command: 'confirm', word: 'actConfirm', short: 'actConfirm', sign: '✓' },
  { command: 'next', word: 'actNext', short: 'actNext', sign: '!' },
  { command: 'merge', word: 'actMerge', short: 'shortMerge', sign: '⊕' },
  { command: 'split', word: 'actSplit', short: 'shortSplit', sign: '✂' },
  { command: 'sentenceUp', word: 'actUp', short: 'shortUp', sign: '↥' },
  { command: 'sentenceDown', word: 'actDown', short: 'shortDown', sign: '↧' },
];
const MORE: readonly Pick<Tool, 'command' | 'word'>[] = [
  { command: 'part', word: 'actPart' },
  { command: 'mark', word: 'actMark' },
  { command: 'pair', word: 'actPair' },
  { command: 'edit', word: 'actEdit' },
  { command: 'comment', word: 'actComment' },
  { command: 'doubt', word: 'actDoubt' },
  { command: 'delete', word: 'actDelete' },
  { command: 'previous', word: 'actPrevious' },
  { command: 'realign', word: 'actRealign' },
  { command: 'replace', word: 'actReplace' },
];

/** The line above the list: what can be done, which rows are shown. */
export function Bar(props: { readonly workbench: Workbench; readonly document: OpenDocument }) {
  const { workbench } = props;
  const { words, state } = workbench.desk;
  const run = (command: Command) => (): void => {
    workbench.commands.run(command);
  };
  return (
    <div class="bar" role="toolbar" aria-label={words('acts')}>
      <button
        type="button"
        class="quiet"
        aria-pressed={state.sideShown}
        title={words('side')}
        aria-label={words('side')}
        onClick={() => workbench.list.toggleSide()}
      >
        ☰
      </button>
      <span class="rule" />
      {TOOLS.map(({ command, word, short, sign }) => (
        <button
          key={command}
          type="button"
          class="quiet"
          title={`${words(word)} (${shownKey(command)})`}
          aria-label={words(word)}
          onClick={run(command)}
        >
          <span aria-hidden="true">{sign}</span> <span class="name">{words(short)}</span>
        </button>
      ))}
      <Menu label={words('acts')} face="⋯" buttonClass="quiet" below>
        {(close) =>
          MORE.filter(({ command }) => workbench.desk.lackFor(command) === null).map(({ command, word }) => (
            <button
              key={command}
              type="button"
              onClick={() => {
                close();
                workbench.commands.run(command);
              }}
            >
              {words(word)} <small>{shownKey(command)}</small>
            </button>
          ))
        }
      </Menu>
      {workbench.desk.lackFor('why') === null && (
        <button
          type="button"
          class="quiet"
          title={`${words('actWhy')} (${shownKey('why')})`}
          onClick={run('why')}
        >
          {words('actWhy')}
        </button>
      )}
      <span class="gap" />
      <FilterChoice {...props} />
      <input
        id="search"
        type="search"
        placeholder={words('search')}
        aria-label={words('search')}
        title={`${words('search')} (${shownKey('search')})`}
        value={state.query}
        onInput={(event) => workbench.list.setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          const [first] = workbench.list.shown;
          if (first !== undefined) workbench.list.goTo(first);
        }}
      />
    </div>
  );
}

function FilterChoice({
  workbench,
  document,
}: {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
}) {
  const { words, state } = workbench.desk;
  const { review } = document.history;
  const { doubtful, alone, confirmed, open } = review.tally;
  const withCount = (name: string, n: number): string => words('filterCount', { name, n });
  const kinds: readonly (readonly [Filter, string])[] = [
    ['all', words('filterAll')],
    ['open', withCount(words('filterOpen'), open)],
    ['doubtful', withCount(words('filterDoubtful'), doubtful)],
    ['alone', withCount(words('filterAlone'), alone)],
    ['confirmed', withCount(words('filterConfirmed'), confirmed)],
    ['edited', words('filterEdited')],
  ];
  const reasons = reasonCounts(review).map(
    ([code, count]) => [code, withCount(reasonInWords({ code }, words), count)] as const,
  );
  const chosen = [...kinds, ...reasons].find(([filter]) => filter === state.filter)?.[1];
  const option = ([filter, name]: readonly [Filter, string]) => (
    <option key={filter} value={filter}>
      {name}
    </option>
  );
  return (
    <select
      aria-label={words('filter')}
      title={chosen}
      value={state.filter}
      onChange={(event) => workbench.list.setFilter(event.currentTarget.value as Filter)}
    >
      {kinds.map(option)}
      <optgroup label={words('filterReasons')}>{reasons.map(option)}</optgroup>
    </select>
  );
}
