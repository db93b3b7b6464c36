import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps what she is at in sight when the window, the zoom of the page or the row itself takes another size. What she has scrolled away
 * from stays where it is.
 *
 * @param at the place of the row, -1 for none
 * @param bring brings it into sight
 */
export function useKeptInSight(scroller: RefObject<HTMLElement | null>, at: number, bring: () => void): void {
  const now = useRef({ isSeen: false, bring });
  now.current.bring = bring;
  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list || at < 0) return;
    const active = list.querySelector('[aria-selected="true"]');
    const look = (): void => {
      now.current.isSeen = isInSight(list, active);
    };
    let frame = 0;
    let size = sizeOf(list, active);
    const observer = new ResizeObserver(() => {
      // It reports once when it begins, too: she may scroll away before the frames below are over.
      const last = size;
      size = sizeOf(list, active);
      if (size === last || !now.current.isSeen) return;
      cancelAnimationFrame(frame);
      // In the first frame the rows are drawn in their new width, and measured behind it.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => now.current.bring());
      });
    });
    look();
    observer.observe(list);
    if (active) observer.observe(active);
    list.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      list.removeEventListener('scroll', look);
    };
  }, [at]);
}

function sizeOf(...elements: readonly (Element | null)[]): string {
  return elements.map((element) => `${element?.clientWidth}x${element?.clientHeight}`).join(' ');
}

/** Whether all of a row is seen, give or take a pixel, or its beginning where it is higher than the list. */
function isInSight(list: Element, row: Element | null): boolean {
  if (!row) return false;
  const [own, all] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
  return own.top >= all.top - 1 && Math.min(own.bottom, own.top + all.height) <= all.bottom + 1;
}
