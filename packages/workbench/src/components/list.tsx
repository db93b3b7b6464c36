import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OpenDocument } from '../state.js';
import { commandFor } from '../view/keys.js';
import { atPlace } from '../view/rows.js';
import type { Workbench } from '../workbench.js';
import { Row } from './row.js';
import { useLongList } from './use-long-list.js';

/** Pixels of a row that has not been drawn yet. */
const USUAL_HEIGHT = 64;

/** Pixels below the row that one goes to: what is said of the act before stands there, and would cover it. */
const BELOW = 56;

/** The rows, of which only those that are seen are drawn. */
export function List({
  workbench,
  document,
}: {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
}) {
  const { words, state } = workbench.desk;
  const { review } = document.history;
  const { shown } = workbench.list;
  const [scroller, room] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const { row, side } = state.cursor;
  const at = row === null ? -1 : atPlace(shown, review.placeOf(row));
  const { list, drawn } = useLongList(scroller, room, {
    of: [review.stored, shown],
    count: shown.length,
    usual: USUAL_HEIGHT,
    // What has the focus would lose it, and what is being written in it, if it was drawn no more.
    held: at,
    below: BELOW,
    placeOf: (id) => atPlace(shown, review.placeOf(id)),
  });

  // Where the focus is wanted, the row is brought into sight first: only then is it drawn.
  useLayoutEffect(() => {
    if (at < 0 || state.focus === 0) return;
    list.reveal(at);
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(row!)}"] [data-side="${side}"]`,
    );
    // Who writes has the focus in the field.
    if (!cell?.querySelector('textarea')) cell?.focus({ preventScroll: true });
  }, [state.focus]);

  return (
    <div
      class="list"
      role="grid"
      aria-label={words('pairs')}
      aria-rowcount={shown.length + 1}
      aria-colcount={4}
      onKeyDown={(event) => {
        if ((event.target as Element).matches('textarea, input, select, button')) return;
        // Out of the list by Tab from the Chinese side, and backwards from the English one.
        if (event.key === 'Tab' && (side === 'en') === event.shiftKey) return;
        const command = event.key === 'Tab' ? 'other' : commandFor(event, true);
        const isAlone = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
        const end = isAlone ? { Home: 0, End: scroller.current?.scrollHeight ?? 0 }[event.key] : undefined;
        if (command !== null) workbench.commands.run(command);
        // In one step: the browser would pass by all rows, and each of its pictures would be drawn for nothing.
        else if (end !== undefined) scroller.current?.scrollTo({ top: end });
        else return;
        event.preventDefault();
      }}
    >
      <div class="columns" role="row" aria-rowindex={1}>
        <div role="columnheader">{words('columnNumber')}</div>
        <div role="columnheader">{words('english')}</div>
        <div role="columnheader">{words('chinese')}</div>
        <div role="columnheader">{words('columnState')}</div>
      </div>
      <div class="scroller" ref={scroller} role="presentation">
        {shown.length === 0 ? (
          <p class="nothing-here">{words('noRows')}</p>
        ) : (
          <div class="room" role="rowgroup" ref={room}>
            {drawn.map((index) => {
              const number = shown[index]!;
              const row = review.rowAt(number)!;
              const apart = list.isApart(index) ? list.startOf(index) : null;
              return (
                <Row
                  key={row.id}
                  workbench={workbench}
                  row={row}
                  number={number}
                  index={index}
                  apart={apart}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}
