import { useEffect, useRef } from 'preact/hooks';
import { middleOf, type RowMap, rowNear, STROKES, strokesOf } from '../view/map.js';
import type { Workbench } from '../workbench.js';

/** Pixels. */
const SIZE = 238;
const MARGIN = 8;

interface MapProps {
  readonly workbench: Workbench;
  readonly map: RowMap;
  readonly place: number;
}

/** The whole alignment at a glance: English from left to right, Chinese from top to bottom. */
export function AlignmentMap({ workbench, map, place }: MapProps) {
  const { words, state } = workbench.desk;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) draw(canvas.current, map);
  }, [map, state.theme]);
  const current = place >= 0 && place < map.count ? middleOf(map, place) : null;
  const at = (part: number): string => `${MARGIN + part * (SIZE - 2 * MARGIN)}px`;
  const go = (event: MouseEvent): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const part = (distance: number, length: number): number => (distance - MARGIN) / (length - 2 * MARGIN);
    const near = rowNear(
      map,
      part(event.clientX - box.left, box.width),
      part(event.clientY - box.top, box.height),
    );
    if (near >= 0) workbench.list.goTo(near, undefined, false);
    workbench.desk.set({ focus: state.focus + 1 });
  };
  return (
    <div class="map">
      <div class="axes" aria-hidden="true">
        <span>{words('mapChinese')}</span>
        <span>{words('mapEnglish')}</span>
      </div>
      <div class="sheet">
        {current && (
          <span
            class="here"
            style={{
              left: at(current[0]),
              top: at(current[1]),
            }}
          />
        )}
        <canvas
          ref={canvas}
          width={SIZE * 2}
          height={SIZE * 2}
          role="slider"
          tabIndex={0}
          aria-label={words('mapLabel')}
          aria-valuemin={1}
          aria-valuemax={map.count}
          aria-valuenow={place + 1}
          aria-orientation="vertical"
          onClick={go}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            workbench.list.goTo(Math.max(0, Math.min(map.count - 1, place + step)), undefined, false);
          }}
        />
      </div>
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, map: RowMap): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(canvas);
  const length = canvas.width - 4 * MARGIN;
  const at = (part: number): number => 2 * MARGIN + part * length;
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.lineCap = 'round';
  const strokes = strokesOf(map, length);
  // What wants a look is drawn last, so that nothing lies over it.
  for (const kind of STROKES) {
    const { colour, width } = LOOKS[kind];
    context.strokeStyle = style.getPropertyValue(colour).trim();
    context.lineWidth = width;
    context.beginPath();
    for (const [fromX, fromY, toX, toY] of strokes[kind]) {
      context.moveTo(at(fromX), at(fromY));
      // A dot at least.
      context.lineTo(at(toX) + 0.1, at(toY));
    }
    context.stroke();
  }
}

const LOOKS = {
  fine: { colour: '--soft', width: 4 },
  confirmed: { colour: '--accent', width: 6 },
  open: { colour: '--doubt', width: 6 },
} as const;
