import type { Language } from 'duiqi';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OpenDocument } from '../state.js';
import { followed } from '../view/followed.js';
import { type Mapped, mapOf } from '../view/map.js';
import { type Clauses, clausesOf, entryAt, outlineOf, unfolded } from '../view/outline.js';
import type { Workbench } from '../workbench.js';
import { chineseTag } from './chinese-tag.js';
import { AlignmentMap } from './map.js';
import { useVirtual } from './use-virtual.js';

/** More clauses than that are folded at first. */
const MOST_OPEN = 60;

/** Pixels of a clause in the outline; the style sheet says the same. */
const ENTRY_HEIGHT = 28;

/** Where one is in the document: its clauses, and the map of the whole. */
export function SidePanel({
  workbench,
  document,
}: {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
}) {
  const { words, state } = workbench.desk;
  const review = useLagging(document.history.review);
  const last = useRef<{ readonly mapped: Mapped; readonly clauses: Clauses }>(null);
  const { entries, map } = useMemo(() => {
    // Aligned in another way, nothing is what it was.
    const before = last.current?.mapped.review.alignment === review.alignment ? last.current : null;
    const now = followed(review, before?.mapped.review ?? null);
    const clauses = clausesOf(review, before?.clauses, now);
    const map = mapOf(review, before?.mapped, now);
    last.current = { mapped: { review, map }, clauses };
    return { entries: outlineOf(clauses), map };
  }, [review]);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const areFolded = entries.length > MOST_OPEN;
  // To ask the review before would lead the index back there, and forth again.
  const now = document.history.review;
  const place = state.cursor.row === null ? -1 : now.placeOf(state.cursor.row);
  // Of a row that is gone by now, the outline has not heard yet.
  const textOf = (row: number, language: Language): string =>
    review.sides.textOf(language, review.stored[row]![language]);
  const shown = useMemo(
    () => unfolded(entries, (path) => areFolded !== turned.has(path)),
    [entries, areFolded, turned],
  );
  // Of a clause that is folded away, the one that it is in.
  const current = entryAt(shown, place);
  const scroller = useRef<HTMLDivElement>(null);
  const getItemKey = useCallback((index: number) => shown[index]!.path, [shown]);
  const virtualizer = useVirtual(scroller, {
    count: shown.length,
    estimateSize: () => ENTRY_HEIGHT,
    getItemKey,
    scrollPaddingEnd: ENTRY_HEIGHT,
  });
  // It follows where she goes in the list; what she looks for in it herself stays in sight until then.
  useEffect(() => {
    const at = shown.findIndex(({ path }) => path === current?.path);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [current?.path]);
  const fold = (path: string): void => {
    const changed = new Set(turned);
    if (!changed.delete(path)) changed.add(path);
    setTurned(changed);
  };
  const isChinese = state.language !== 'en';
  return (
    <aside class="side" aria-label={words('side')}>
      <nav class="outline" ref={scroller} aria-label={words('outline')}>
        <h2 class="panel-title">{words('outline')}</h2>
        {shown.length === 0 && <p class="nothing-here">{words('outlineEmpty')}</p>}
        <ul style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const { path, depth, row, open, hasParts, folded } = shown[index]!;
            const [en, zh] = [textOf(row, 'en'), textOf(row, 'zh')];
            const text = isChinese ? zh || en : en || zh;
            const lang = text === en ? 'en' : chineseTag(review);
            const turn = words(folded ? 'unfold' : 'fold', { clause: path });
            return (
              <li
                key={path}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)`, paddingInlineStart: `${depth * 14}px` }}
              >
                <div>
                  {hasParts ? (
                    <button
                      type="button"
                      class="fold"
                      aria-expanded={!folded}
                      aria-label={turn}
                      title={turn}
                      onClick={() => fold(path)}
                    >
                      {folded ? '▸' : '▾'}
                    </button>
                  ) : (
                    <span class="fold" />
                  )}
                  <button
                    type="button"
                    class="go"
                    aria-current={current?.path === path}
                    title={text}
                    onClick={() => workbench.list.goTo(row)}
                  >
                    <span lang={lang}>{text.slice(0, 80)}</span>
                    {open > 0 && (
                      <span class="count">
                        <span aria-hidden="true">!</span> {open}
                        <span class="visually-hidden"> {words('stateOpen')}</span>
                      </span>
                    )}
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
      </nav>
      <AlignmentMap workbench={workbench} map={map} place={place} />
    </aside>
  );
}

/** Milliseconds after which what is beside the list follows it: the list itself must not wait. */
const LAG = 60;

function useLagging<Value>(value: Value): Value {
  const [lagging, setLagging] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLagging(value), LAG);
    return () => clearTimeout(timer);
  }, [value]);
  return lagging;
}
