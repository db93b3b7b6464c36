import type { BilingualLayout, Language, Span } from '../../types.js';
import type { PlacedLine } from './placed-lines.js';

/** Layouts in which a line has its translation beside it. */
const BESIDE: ReadonlySet<BilingualLayout> = new Set(['paragraphs', 'lines']);

/**
 * Where the languages take turns, a name that is written the same in both stands twice, `## Unreal Engine` ‖ `## Unreal Engine`:
 * the one of the two that comes where Chinese text would is the Chinese one. In a text of one language the line before both
 * and the line after them are in the same language, and nothing is said; nor where the languages take no turns right beside them.
 *
 * @param languages of the lines; those that are written the same are changed in it
 */
export function tellSameInBoth(
  text: string,
  lines: readonly PlacedLine[],
  languages: (Language | null)[],
  layout: BilingualLayout,
): void {
  if (!BESIDE.has(layout)) return;
  const lettered = lines.flatMap((_, at) => (languages[at] === null ? [] : [at]));
  const languageAt = (place: number): Language | null | undefined => languages[lettered[place] ?? -1];
  const blockAt = (place: number) => lines[lettered[place] ?? -1]?.block;
  /** Whether what is beyond a line, or beyond the paragraph that it is in, is in the same language. */
  const goesOn = (place: number, step: 1 | -1): boolean => {
    const block = layout === 'paragraphs' ? blockAt(place) : undefined;
    let beyond = place + step;
    while (block !== undefined && blockAt(beyond) === block) beyond += step;
    return languageAt(place) !== undefined && languageAt(beyond) === languageAt(place);
  };
  for (let place = 0; place + 1 < lettered.length; place++) {
    const [first, second] = [lettered[place]!, lettered[place + 1]!];
    if (languages[first] !== 'en' || languages[second] !== 'en') continue;
    if (!areSame(text, lines[first]!, lines[second]!)) continue;
    // Lines of one paragraph take no turns where paragraphs do.
    if (layout === 'paragraphs' && lines[first]!.block === lines[second]!.block) continue;
    const [before, after] = [languageAt(place - 1), languageAt(place + 2)];
    if (before === after || (before ?? after) === undefined) continue;
    if (goesOn(place - 1, -1) || goesOn(place + 2, 1)) continue;
    languages[before === 'zh' || after === 'en' ? second : first] = 'zh';
    place++;
  }
}

function areSame(text: string, first: PlacedLine, second: PlacedLine): boolean {
  const length = ({ start, end }: Span): number => end - start;
  return (
    first.block.position === undefined &&
    second.block.position === undefined &&
    first.block.kind === second.block.kind &&
    length(first.span) === length(second.span) &&
    text.startsWith(text.slice(second.span.start, second.span.end), first.span.start)
  );
}
