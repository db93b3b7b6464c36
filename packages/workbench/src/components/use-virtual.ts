import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/**
 * Rows of a long list that are to be drawn, with their places.
 *
 * @param held the place of a row that is drawn wherever the list is scrolled to, since it has the focus; -1 for none
 */
export function useVirtual(
  scroller: RefObject<HTMLDivElement | null>,
  options: Pick<VirtualizerOptions<HTMLElement, HTMLElement>, 'count' | 'estimateSize' | 'getItemKey'> &
    Partial<Pick<VirtualizerOptions<HTMLElement, HTMLElement>, 'paddingEnd' | 'scrollPaddingEnd'>>,
  held = -1,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const all: VirtualizerOptions<HTMLElement, HTMLElement> = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: 6,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (held < 0 || held >= range.count || drawn.includes(held)) return drawn;
      return [...drawn, held].sort((a, b) => a - b);
    },
    getScrollElement: () => scroller.current,
    onChange: () => redraw(undefined),
    // Before the list has been measured.
    initialRect: { width: 800, height: 600 },
    ...options,
  };
  const [virtualizer] = useState(() => new Virtualizer(all));
  virtualizer.setOptions(all);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const drawn = virtualizer.getVirtualItems();
  useLayoutEffect(() => measureTogether(virtualizer, drawn));
  return virtualizer;
}

/**
 * Tells the heights of rows that are drawn for the first time, before the browser does: in its turn, each row above the list's top edge
 * moves the list, and for every one behind it the places of all rows are worked out again. Here, what lies above the edge is asked once.
 */
function measureTogether(
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  drawn: readonly VirtualItem[],
): void {
  const { itemSizeCache, elementsCache, scrollOffset } = virtualizer;
  const heights: [index: number, height: number][] = [];
  for (const { key, index } of drawn) {
    const element = itemSizeCache.has(key) ? undefined : elementsCache.get(key);
    if (element) heights.push([index, element.offsetHeight]);
  }
  if (heights.length === 0) return;
  const edge = scrollOffset ?? 0;
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = ({ start }) => start < edge;
  for (const [index, height] of heights) virtualizer.resizeItem(index, height);
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = undefined;
}
