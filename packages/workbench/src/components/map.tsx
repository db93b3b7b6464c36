import type { Review } from 'duiqi';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type MapRow, mapOf, rowNear } from '../view/map.js';
import type { Workbench } from '../workbench.js';

/** Pixels. */
const SIZE = 238;
const MARGIN = 8;

interface MapProps {
  readonly workbench: Workbench;
  readonly review: Review;
  readonly place: number;
}

/** The whole alignment at a glance: English from left to right, Chinese from top to bottom. */
export function AlignmentMap({ workbench, review, place }: MapProps) {
  const { words, state } = workbench;
  const canvas = useRef<HTMLCanvasElement>(null);
  const rows = useMemo(() => mapOf(review), [review]);
  useEffect(() => {
    if (canvas.current) draw(canvas.current, rows, place);
  }, [rows, place, state.theme]);
  const go = (event: MouseEvent): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const part = (distance: number, length: number): number => (distance - MARGIN) / (length - 2 * MARGIN);
    const near = rowNear(
      rows,
      part(event.clientX - box.left, box.width),
      part(event.clientY - box.top, box.height),
    );
    if (near >= 0) workbench.goTo(near, undefined, false);
    workbench.set({ focus: state.focus + 1 });
  };
  return (
    <div class="map">
      <div class="axes" aria-hidden="true">
        <span>{words('mapChinese')}</span>
        <span>{words('mapEnglish')}</span>
      </div>
      <canvas
        ref={canvas}
        width={SIZE * 2}
        height={SIZE * 2}
        role="slider"
        tabIndex={0}
        aria-label={words('mapLabel')}
        aria-valuemin={1}
        aria-valuemax={rows.length}
        aria-valuenow={place + 1}
        aria-orientation="vertical"
        onClick={go}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          workbench.goTo(Math.max(0, Math.min(rows.length - 1, place + step)), undefined, false);
        }}
      />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, rows: readonly MapRow[], place: number): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const [ink, accent, doubt, soft] = ['--soft', '--accent', '--doubt', '--line'].map(colour) as [
    string,
    string,
    string,
    string,
  ];
  const length = canvas.width - 4 * MARGIN;
  const at = (part: number): number => 2 * MARGIN + part * length;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.lineCap = 'round';
  const current = rows[place];
  if (current) {
    context.strokeStyle = soft;
    context.lineWidth = 2;
    const [x, y] = [at((current.en[0] + current.en[1]) / 2), at((current.zh[0] + current.zh[1]) / 2)];
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, canvas.height);
    context.moveTo(0, y);
    context.lineTo(canvas.width, y);
    context.stroke();
  }
  // What wants a look is drawn last, so that nothing lies over it.
  for (const pass of ['fine', 'confirmed', 'doubtful', 'alone'] as const) {
    context.strokeStyle = pass === 'fine' ? ink : pass === 'confirmed' ? accent : doubt;
    context.lineWidth = pass === 'fine' ? 4 : 6;
    for (const { en, zh, look } of rows) {
      if (look !== pass) continue;
      context.beginPath();
      context.moveTo(at(en[0]), at(zh[0]));
      // A dot at least.
      context.lineTo(at(en[1]) + 0.1, at(zh[1]));
      context.stroke();
    }
  }
  if (current) {
    context.fillStyle = accent;
    context.beginPath();
    context.arc(
      at((current.en[0] + current.en[1]) / 2),
      at((current.zh[0] + current.zh[1]) / 2),
      8,
      0,
      2 * Math.PI,
    );
    context.fill();
  }
}
