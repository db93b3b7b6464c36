import type { Language } from 'duiqi';
import type { ReviewRow } from 'duiqi/review';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { clauseBeside } from '../view/clause-beside.js';
import { judge, type Look, marksIn, stepsOf } from '../view/rows.js';
import { caretNear, type Mark, runsOf } from '../view/runs.js';
import type { Word } from '../words.js';
import type { Workbench } from '../workbench.js';
import { chineseTag } from './chinese-tag.js';
import { reasonInWords } from './reasons.js';

const SIGNS: Readonly<Record<Look, string>> = {
  fine: '',
  doubtful: '!',
  confirmed: '✓',
  alone: '!',
  empty: '',
};
const STATES: Readonly<Record<Look, Word>> = {
  fine: 'stateFine',
  doubtful: 'stateDoubtful',
  confirmed: 'stateConfirmed',
  alone: 'stateAlone',
  empty: 'empty',
};
const MARKS: Readonly<Record<Mark['kind'], string>> = {
  number: 'differs',
  evidence: 'evidence',
  found: 'found',
};
const NO_MARKS: { readonly en: readonly Mark[]; readonly zh: readonly Mark[] } = { en: [], zh: [] };

interface RowProps {
  readonly workbench: Workbench;
  readonly row: ReviewRow;
  /** Its place among all rows, and among those that are shown. */
  readonly number: number;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly measure: (element: HTMLElement | null) => void;
}

/** A pair, or text that stands alone. It is drawn again when something that it shows has changed: an act changes a few rows. */
export function Row({ measure, ...shown }: RowProps) {
  const { workbench, row, number, index, start } = shown;
  const { words, state } = workbench.desk;
  const { cursor, carets, writing, marked, query, glowing, why } = state;
  const isActive = cursor.row === row.id;
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => measure(element.current), [index, measure]);
  return useMemo(
    () => <Drawn {...shown} element={element} />,
    [
      words,
      row,
      number,
      index,
      start,
      query,
      isActive ? cursor.side : index === 0 && cursor.row === null,
      isActive && carets,
      isActive && writing,
      marked === row.id,
      glowing.has(row.id),
      why?.row === row.id && why.pointed,
    ],
  );
}

interface DrawnProps extends Omit<RowProps, 'measure'> {
  readonly element: RefObject<HTMLDivElement | null>;
}

function Drawn({ workbench, row, number, index, start, element }: DrawnProps) {
  const { words, state } = workbench.desk;
  const { look, doubts } = judge(row);
  const isActive = state.cursor.row === row.id;
  const pointed = state.why?.row === row.id ? state.why.pointed : null;
  const hasMarks = state.query !== '' || pointed !== null || doubts.some(({ numbers }) => numbers);
  const marks = hasMarks ? marksIn(row, state.query, pointed) : NO_MARKS;
  const classes = [
    'pair',
    look === 'alone' ? 'doubtful' : look,
    isActive && 'active',
    state.marked === row.id && 'marked',
    state.glowing.has(row.id) && 'glow',
  ];
  const side = (language: Language) => (
    <Text
      workbench={workbench}
      row={row}
      number={number}
      side={language}
      marks={marks[language]}
      isActive={isActive}
      isFirst={index === 0}
    />
  );
  const clause = clauseBeside(row);
  const reasons = doubts.map((doubt) => reasonInWords(doubt, words)).join('; ');
  return (
    <div
      ref={element}
      class={classes.filter(Boolean).join(' ')}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isActive}
      data-index={index}
      data-row={row.id}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div class="number" role="rowheader">
        {number + 1}
        {clause && (
          <span class="clause" title={clause.marker}>
            § {clause.number}
          </span>
        )}
      </div>
      {side('en')}
      {side('zh')}
      <div class="state" role="gridcell">
        <span class={`sign ${look}`}>
          {look !== 'fine' && <span>{words(STATES[look])}</span>}
          <b aria-hidden="true">{SIGNS[look]}</b>
        </span>
        {look === 'fine' && <span class="visually-hidden">{words('stateFine')}</span>}
        {look !== 'confirmed' && row.score !== null && <Score score={row.score} workbench={workbench} />}
      </div>
      {(reasons !== '' || row.comment !== null || (isActive && state.writing === 'comment')) && (
        <div class="reasons" role="gridcell">
          {reasons !== '' && <div>↳ {reasons}</div>}
          {isActive && state.writing === 'comment' ? (
            <Writing
              workbench={workbench}
              row={row}
              what="comment"
              text={row.comment ?? ''}
              label={words('comment')}
            />
          ) : (
            row.comment !== null && <div class="note">{row.comment}</div>
          )}
        </div>
      )}
    </div>
  );
}

function Score({ score, workbench }: { readonly score: number; readonly workbench: Workbench }) {
  const label = workbench.desk.words('score', { score: score.toFixed(2) });
  const steps = stepsOf(score);
  return (
    <span class="score" role="img" aria-label={label} title={label}>
      {[1, 2, 3, 4, 5].map((step) => (
        <i key={step} class={step <= steps ? 'on' : ''} />
      ))}
    </span>
  );
}

interface TextProps {
  readonly workbench: Workbench;
  readonly row: ReviewRow;
  readonly number: number;
  readonly side: Language;
  readonly marks: readonly Mark[];
  readonly isActive: boolean;
  readonly isFirst: boolean;
}

/** Where the button of the mouse was pressed: on the screen, and in the text. */
interface Pressed {
  readonly x: number;
  readonly y: number;
  readonly place: number | null;
}

/** Pixels that a hand moves the mouse while it clicks. */
const STILL = 4;

function Text({ workbench, row, number, side, marks, isActive, isFirst }: TextProps) {
  const { state, words } = workbench.desk;
  const { text } = row[side];
  const isHere = isActive && state.cursor.side === side;
  const caret = isActive ? state.carets[side] : null;
  const lang = side === 'en' ? 'en' : chineseTag(workbench.list.review);
  const isTabStop = isHere || (isFirst && state.cursor.row === null && side === 'en');
  const pressed = useRef<Pressed>(null);
  return (
    <div
      class="text"
      role="gridcell"
      lang={lang}
      tabIndex={isTabStop ? 0 : -1}
      data-side={side}
      onMouseDown={(event) => {
        const { target, currentTarget, clientX, clientY, button, detail } = event;
        pressed.current = null;
        if (button !== 0 || detail > 1 || (target as Element).matches('textarea')) return;
        // Where it is, it is asked before the row is brought into sight.
        pressed.current = { x: clientX, y: clientY, place: placeAt(currentTarget, clientX, clientY, text) };
        if (!isHere || state.writing) workbench.list.goTo(number, side);
      }}
      onMouseUp={({ clientX, clientY }) => {
        const began = pressed.current;
        if (!began || began.place === null) return;
        // Who draws over a text marks it, to copy it; the caret would be in the midst of what is marked.
        if (Math.hypot(clientX - began.x, clientY - began.y) < STILL)
          workbench.list.setCaret(side, began.place);
      }}
      onDblClick={({ target }) => {
        if (!(target as Element).matches('textarea')) workbench.commands.run('edit');
      }}
    >
      {isHere && state.writing === 'text' ? (
        <Writing
          workbench={workbench}
          row={row}
          what={side}
          text={text}
          caret={caret}
          label={words('actEdit')}
        />
      ) : text === '' ? (
        <span class="nothing" lang={state.language}>
          <span aria-hidden="true">—</span>
          <span class="visually-hidden">{words('empty')}</span>
        </span>
      ) : marks.length === 0 && caret === null ? (
        text
      ) : (
        runsOf(text, marks, caret).map((run, at) => (
          <span key={at}>
            {run.caret && <span class={`caret${state.carets.proposed === side ? ' proposed' : ''}`} />}
            {run.kinds.length > 0 ? (
              <mark class={run.kinds.map((kind) => MARKS[kind]).join(' ')}>{run.text}</mark>
            ) : (
              run.text
            )}
          </span>
        ))
      )}
    </div>
  );
}

/** The offset in a text that a point of the screen is at. */
function placeAt(cell: HTMLElement, x: number, y: number, text: string): number | null {
  const range = rangeAt(x, y);
  if (!range || !cell.contains(range.node)) return null;
  const before = document.createRange();
  before.setStart(cell, 0);
  before.setEnd(range.node, range.offset);
  return caretNear(text, Math.min(text.length, before.toString().length));
}

function rangeAt(x: number, y: number): { readonly node: Node; readonly offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // Safari has only the older call.
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

interface WritingProps {
  readonly workbench: Workbench;
  readonly row: ReviewRow;
  readonly what: Language | 'comment';
  readonly text: string;
  /** Where one begins to write; null for the end. */
  readonly caret?: number | null;
  readonly label: string;
}

/** The code of all keys that an input method has taken for itself (UI Events). */
const OF_INPUT_METHOD = 229;

/** A field in which a text is written anew: Escape leaves it as it was, and all else that ends the writing takes it. */
function Writing({ workbench, row, what, text, caret, label }: WritingProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  const end = (element: HTMLTextAreaElement | null): void => {
    if (isOver.current || !element) return;
    isOver.current = true;
    workbench.editing.write(row.id, what, element.value);
  };
  useLayoutEffect(() => {
    const element = field.current;
    const start = caret ?? text.length;
    element?.focus();
    element?.setSelectionRange(start, start);
    return () => end(element);
  }, []);
  return (
    <textarea
      ref={field}
      aria-label={label}
      defaultValue={text}
      onKeyDown={(event) => {
        // An input method ends its word with Enter; Safari says only by the code of the key that it was one's.
        if (event.isComposing || event.keyCode === OF_INPUT_METHOD) return;
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          end(event.currentTarget);
        } else if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          isOver.current = true;
          workbench.list.leave();
        }
      }}
      onBlur={({ currentTarget }) => {
        // Who looks something up in another window goes on when she is back.
        if (document.activeElement !== currentTarget) end(currentTarget);
      }}
    />
  );
}
