import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { Heights } from '../view/heights.js';

/** Rows that are drawn above and below those in sight, so that there is something where the browser scrolls to before they are. */
const BEYOND = 4;

/** What a long list is made of. */
interface Rows {
  /** What the rows come of: where none of it is another one, they are the same. */
  readonly of: readonly unknown[];
  readonly count: number;
  /** Pixels of a row that has not been drawn yet. */
  readonly usual: number;
  /** A row that is drawn wherever the list is scrolled to, since it has the focus; -1 for none. */
  readonly held?: number;
  /** Pixels that are free below the last row, and below any that one goes to. */
  readonly below?: number;
  /** Where a row is that has been measured, by its name; -1 for one that is not there. Without it, all are as high as is usual. */
  readonly placeOf?: (name: string) => number;
}

/**
 * A long list, of which only the rows in sight are drawn. They lie one below the other as the browser has them, with room above for those
 * that are not drawn: what one of them turns out to measure moves none of the others by hand. Elements of rows have `data-index` for their
 * number, and `data-row` for their name.
 */
export class LongList {
  readonly #redraw: () => void;
  readonly #scroller: RefObject<HTMLElement | null>;
  readonly #room: RefObject<HTMLElement | null>;
  /** What rows measured when they were last seen, by their names. */
  readonly #known = new Map<string, number>();
  readonly #observed = new Set<HTMLElement>();
  #rows: Rows = { of: [], count: 0, usual: 1 };
  #heights = new Heights(0, 1);
  #observer: ResizeObserver | null = null;
  /** Before the list has been measured. */
  #inSight = 600;
  #top = 0;
  /** The rows that were drawn last, the one that is held aside. */
  #first = 0;
  #last = -1;
  /** The row that is being brought into sight, while rows are drawn for it and turn out to be higher or lower. */
  #wanted = -1;

  constructor(
    scroller: RefObject<HTMLElement | null>,
    room: RefObject<HTMLElement | null>,
    redraw: () => void,
  ) {
    this.#scroller = scroller;
    this.#room = room;
    this.#redraw = redraw;
  }

  /** The numbers of the rows to be drawn, in order. */
  draw(rows: Rows): readonly number[] {
    if (rows.count !== this.#rows.count || rows.of.some((each, at) => each !== this.#rows.of[at])) {
      this.#heights = new Heights(rows.count, rows.usual);
      for (const [name, height] of this.#known) {
        const row = rows.placeOf?.(name) ?? -1;
        if (row >= 0) this.#heights.set(row, height);
      }
    }
    this.#rows = rows;
    const [first, last] = this.#seen();
    this.#first = Math.max(0, first - BEYOND);
    this.#last = Math.min(rows.count - 1, last + BEYOND);
    const drawn: number[] = [];
    for (let row = this.#first; row <= this.#last; row++) drawn.push(row);
    const held = rows.held ?? -1;
    if (this.isApart(held)) drawn[held < this.#first ? 'unshift' : 'push'](held);
    return drawn;
  }

  /** Whether a row is one that is drawn only since it is held, and lies where it would be: `startOf`. */
  isApart(row: number): boolean {
    return row >= 0 && row < this.#rows.count && (row < this.#first || row > this.#last);
  }

  startOf(row: number): number {
    return this.#heights.startOf(row);
  }

  /** Brings a row into sight; one that is higher than the list, its beginning. */
  reveal(row: number): void {
    this.#wanted = row;
    this.#bringWanted();
    if (this.#isShort()) this.#redraw();
  }

  /** After the rows have been drawn: those that have come are measured, before anybody sees them. */
  drawn(): void {
    const scroller = this.#scroller.current;
    if (!scroller || scroller.clientHeight === 0) return;
    const elements = new Set(scroller.querySelectorAll<HTMLElement>('[data-index]'));
    for (const element of this.#observed) {
      if (elements.has(element)) continue;
      this.#observer?.unobserve(element);
      this.#observed.delete(element);
    }
    this.#makeRoom();
    // Of a shorter list the browser shows the end.
    this.#top = scroller.scrollTop;
    const come = this.#rows.placeOf ? [...elements].filter((element) => !this.#observed.has(element)) : [];
    this.#measured(come.map((element) => [element, element.getBoundingClientRect().height]));
    for (const element of come) {
      this.#observed.add(element);
      this.#observer?.observe(element, { box: 'border-box' });
    }
    if (this.#wanted >= 0) this.#bringWanted();
    if (this.#isShort()) this.#redraw();
  }

  /** Follows what the browser does to the list; returns what ends that. */
  follow(): () => void {
    const scroller = this.#scroller.current;
    if (!scroller) return () => {};
    const scrolled = (): void => {
      this.#top = scroller.scrollTop;
      if (this.#isShort()) this.#redraw();
    };
    let frame = 0;
    this.#observer = new ResizeObserver((entries) => {
      // While the page is printed, the list is not there.
      if (scroller.clientHeight === 0) return;
      const ofRows: [HTMLElement, number][] = [];
      for (const { target, borderBoxSize } of entries) {
        if (target !== scroller) ofRows.push([target as HTMLElement, borderBoxSize[0]!.blockSize]);
      }
      // Where the list or the row itself is of another size now, what she is at does not go out of sight.
      const held = this.#rows.held ?? -1;
      const isSeen = this.#isInSight(held);
      this.#inSight = scroller.clientHeight;
      this.#top = scroller.scrollTop;
      this.#makeRoom();
      this.#measured(ofRows);
      if (isSeen) this.#bring(held);
      // Rows that are drawn within this turn would be told of in the next one only, which the browser calls an error.
      cancelAnimationFrame(frame);
      if (this.#isShort()) frame = requestAnimationFrame(() => this.#redraw());
    });
    this.#observer.observe(scroller);
    this.#inSight = scroller.clientHeight;
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      this.#observer?.disconnect();
      this.#observer = null;
      this.#observed.clear();
      scroller.removeEventListener('scroll', scrolled);
    };
  }

  /** The first and the last row in sight. */
  #seen(): readonly [first: number, last: number] {
    return [this.#heights.rowAt(this.#top), this.#heights.rowAt(this.#top + this.#inSight)];
  }

  /** Whether there are rows in sight, or just out of it, that are not drawn. */
  #isShort(): boolean {
    const [first, last] = this.#seen();
    const { count } = this.#rows;
    return Math.max(0, first - 1) < this.#first || Math.min(count - 1, last + 1) > this.#last;
  }

  /** Takes note of how high rows are. Where rows above those in sight are not as high as was thought, these stay where they are seen. */
  #measured(rows: readonly (readonly [element: HTMLElement, height: number])[]): void {
    let shift = 0;
    const changed = rows
      .map(([{ dataset }, height]) => ({ row: Number(dataset['index']), name: dataset['row'] ?? '', height }))
      .filter(({ row, height }) => height > 0 && height !== this.#heights.of(row));
    if (changed.length === 0) return;
    const starts = changed.map(({ row }) => this.#heights.startOf(row));
    for (const [at, { row, name, height }] of changed.entries()) {
      if (starts[at]! < this.#top) shift += height - this.#heights.of(row);
      this.#heights.set(row, height);
      this.#known.set(name, height);
    }
    this.#makeRoom();
    if (shift !== 0) this.#scrollTo(this.#top + shift);
  }

  /** The list as high as its rows, and the first one that is drawn where it belongs. */
  #makeRoom(): void {
    const room = this.#room.current;
    if (!room) return;
    room.style.height = `${this.#heights.total + (this.#rows.below ?? 0)}px`;
    room.style.paddingTop = `${this.#heights.startOf(this.#first)}px`;
  }

  /** Whether a row is in sight: all of it, or as much as the list is high. */
  #isInSight(row: number): boolean {
    const start = this.#heights.startOf(row);
    const end = start + Math.min(this.#heights.of(row), this.#inSight);
    return row >= 0 && start >= this.#top - 1 && end <= this.#top + this.#inSight + 1;
  }

  #bring(row: number): void {
    const start = this.#heights.startOf(row);
    const end = start + this.#heights.of(row) + (this.#rows.below ?? 0);
    if (start < this.#top) this.#scrollTo(start);
    else if (end > this.#top + this.#inSight) this.#scrollTo(Math.min(start, Math.ceil(end - this.#inSight)));
  }

  #bringWanted(): void {
    this.#bring(this.#wanted);
    // As far as it is drawn it is measured too, and so are those beside it.
    if (!this.#isShort()) this.#wanted = -1;
  }

  #scrollTo(top: number): void {
    const scroller = this.#scroller.current;
    if (!scroller) return;
    scroller.scrollTop = top;
    // As far as the browser goes.
    this.#top = scroller.scrollTop;
  }
}

/**
 * A long list in an element that scrolls.
 *
 * @param room the element in it that is as high as all rows
 * @returns the list, and the rows to be drawn
 */
export function useLongList(
  scroller: RefObject<HTMLElement | null>,
  room: RefObject<HTMLElement | null>,
  rows: Rows,
): { readonly list: LongList; readonly drawn: readonly number[] } {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [list] = useState(() => new LongList(scroller, room, () => redraw(undefined)));
  const drawn = list.draw(rows);
  useLayoutEffect(() => list.follow(), [list]);
  useLayoutEffect(() => list.drawn());
  return { list, drawn };
}
