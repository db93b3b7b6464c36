import type { XmlElement } from '../../../common/xml.js';
import type { Part } from '../office/archive.js';
import { walkXml } from '../office/xml.js';
import { type Bullet, bulletOf } from './bullets.js';

/** What a text says of the bullets of its levels; null or nothing at a level of which it says nothing. */
export type ListStyle = readonly (Bullet | undefined)[];

/** The place that a shape takes on its slide, as `p:ph` says; of shapes without one there is none. */
export interface ShapePlace {
  /** `body` where it does not say. */
  readonly type: string;
  /** Which of the places of the layout, where there are several of its kind. */
  readonly index: string;
}

export function placeOf({ attribute }: XmlElement): ShapePlace {
  return { type: attribute('type') ?? 'body', index: attribute('idx') ?? '0' };
}

/** Collects list styles (`a:lstStyle`, and those of masters) from the elements within them. */
export class ListStyleReader {
  #levels: Bullet[] = [];
  #level = -1;

  /** What was read since it was asked last. */
  take(): ListStyle {
    const levels = this.#levels;
    this.#levels = [];
    this.#level = -1;
    return levels;
  }

  open(element: XmlElement): void {
    const level = /^lvl([1-9])pPr$/.exec(element.name)?.[1];
    if (level !== undefined) this.#level = Number(level) - 1;
    else if (this.#level >= 0) {
      const bullet = bulletOf(element.name, element);
      if (bullet !== undefined) this.#levels[this.#level] = bullet;
    }
  }
}

/** A layout or a master of slides: what its shapes say of bullets, and what a master says of all titles and texts. */
export interface SlideModel {
  readonly places: readonly (ShapePlace & { readonly style: ListStyle })[];
  readonly title: ListStyle;
  readonly body: ListStyle;
}

/** Reads a layout or a master (ECMA-376 part 1, 19.3.1.39 and 19.3.1.42). */
export function readModel(part: Part): SlideModel {
  const places: (ShapePlace & { style: ListStyle })[] = [];
  const styles = new ListStyleReader();
  const texts: { title: ListStyle; body: ListStyle } = { title: [], body: [] };
  let place: ShapePlace | null = null;
  walkXml(part, {
    open(element) {
      if (element.name === 'sp') place = null;
      else if (element.name === 'ph') place = placeOf(element);
      else if (STYLES.has(element.name)) styles.take();
      else styles.open(element);
    },
    close({ name }) {
      if (name === 'titleStyle') texts.title = styles.take();
      else if (name === 'bodyStyle') texts.body = styles.take();
      else if (name === 'lstStyle' && place !== null && places.length < MOST_PLACES) {
        places.push({ ...place, style: styles.take() });
      }
    },
    text() {},
  });
  return { places, ...texts };
}

/** Shapes of a layout that are known: those of a slide are looked for among them, one by one. No one makes more. */
const MOST_PLACES = 200;
const STYLES: ReadonlySet<string> = new Set(['lstStyle', 'titleStyle', 'bodyStyle', 'otherStyle']);
const TITLES: ReadonlySet<string> = new Set(['title', 'ctrTitle']);
/** Shapes that say the same on every slide have none of the styles for texts. */
const OTHERS: ReadonlySet<string> = new Set(['dt', 'ftr', 'hdr', 'sldNum', 'sldImg']);

/** What the shapes of a slide inherit: of its layout, of the master, and of the master's texts, in this order. */
export function inheritedStyles(
  place: ShapePlace,
  layout: SlideModel | undefined,
  master: SlideModel | undefined,
): readonly ListStyle[] {
  if (OTHERS.has(place.type)) return [];
  // Of several texts of a layout each has its number; a title is the only one of its kind, whatever its number.
  const ofLayout =
    layout?.places.find(({ type, index }) => type === place.type && index === place.index) ??
    layout?.places.find(({ type, index }) =>
      isTitle(place) ? isTitle({ type }) : !isTitle({ type }) && index === place.index,
    );
  const ofMaster = master?.places.find(({ type }) =>
    isTitle(place) ? isTitle({ type }) : !isTitle({ type }) && !OTHERS.has(type),
  );
  const texts = isTitle(place) ? master?.title : master?.body;
  return [ofLayout?.style ?? [], ofMaster?.style ?? [], texts ?? []];
}

function isTitle({ type }: Pick<ShapePlace, 'type'>): boolean {
  return TITLES.has(type);
}
