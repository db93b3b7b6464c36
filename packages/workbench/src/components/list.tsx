import type { Review } from 'duiqi/review';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OpenDocument } from '../state.js';
import { commandFor } from '../view/keys.js';
import { RowKeys } from '../view/row-keys.js';
import { atPlace } from '../view/rows.js';
import type { Workbench } from '../workbench.js';
import { Row } from './row.js';
import { useKeptInSight } from './use-kept-in-sight.js';
import { useVirtual } from './use-virtual.js';

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
  const { stored } = review;
  const { shown } = workbench.list;
  const getItemKey = useKeys(stored, shown);
  const scroller = useRef<HTMLDivElement>(null);
  const { row, side } = state.cursor;
  const at = row === null ? -1 : atPlace(shown, review.placeOf(row));
  // What has the focus would lose it, and what is being written in it, if it was drawn no more.
  const virtualizer = useVirtual(
    scroller,
    {
      count: shown.length,
      estimateSize: () => USUAL_HEIGHT,
      getItemKey,
      paddingEnd: BELOW,
      scrollPaddingEnd: BELOW,
    },
    at,
  );

  // Where the focus is wanted, the row is brought into sight first: only then is it drawn.
  useLayoutEffect(() => {
    if (at < 0 || state.focus === 0) return;
    virtualizer.scrollToIndex(at, { align: 'auto' });
    const focus = (): boolean => {
      const cell = scroller.current?.querySelector<HTMLElement>(
        `[data-row="${CSS.escape(row!)}"] [data-side="${side}"]`,
      );
      const field = cell?.querySelector<HTMLElement>('textarea');
      if (!cell) return false;
      if (!field) cell.focus({ preventScroll: true });
      return true;
    };
    if (focus()) return;
    const frame = requestAnimationFrame(() => focus() || requestAnimationFrame(focus));
    return () => cancelAnimationFrame(frame);
  }, [state.focus]);

  useKeptInSight(scroller, at, () => virtualizer.scrollToIndex(at, { align: 'auto' }));

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
          <div class="spacer" role="rowgroup" style={{ height: `${virtualizer.getTotalSize()}px` }}>
            {virtualizer.getVirtualItems().map(({ key, index, start }) => {
              const number = shown[index]!;
              return (
                <Row
                  key={key}
                  workbench={workbench}
                  row={review.rowAt(number)!}
                  number={number}
                  index={index}
                  start={start}
                  measure={virtualizer.measureElement}
                />
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

/**
 * Names the rows that are shown. It is the same function while these are the same, whatever is done to the rows: at another one, the
 * places of all rows are worked out again.
 */
function useKeys(stored: Review['stored'], shown: readonly number[]): (index: number) => number {
  const [rowKeys] = useState(() => new RowKeys());
  const keys = rowKeys.of(stored);
  return useCallback((index: number) => keys[shown[index]!]!, [keys, shown]);
}
