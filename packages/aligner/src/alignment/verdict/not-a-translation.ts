import { warning } from '../../common/diagnostic.js';
import type { Diagnostic, Segment, Segmentation } from '../../types.js';
import type { FoundBead } from '../lattice/found-bead.js';

/** Texts of which less was found to be translated are called no translations of each other. */
const LEAST_QUALITY = 0.2;
/** A stretch is said from so many segments of each language on: less is an insertion, and told by what is unaligned. */
const LEAST_SEGMENTS = 5;
/** Characters of a text that are quoted to show where a stretch begins. */
const QUOTED = 24;

/**
 * Says that the texts are no translations of each other, as a whole or in stretches.
 *
 * @param quality that of the alignment
 * @param beads of the whole alignment, judged
 */
export function notATranslation(
  { en, zh }: Pick<Segmentation, 'en' | 'zh'>,
  quality: number,
  beads: Iterable<FoundBead>,
): Diagnostic[] {
  if (quality < LEAST_QUALITY) {
    const share = `${Math.floor(quality * 100)} %`;
    return [
      warning(
        'not-a-translation',
        `The English and the Chinese text are no translations of each other: counterparts were found for ${share} of them.`,
      ),
    ];
  }
  return strangeStretches(beads).map((stretch) => {
    const [english, chinese] = [
      en.segments.slice(stretch.enStart, stretch.enEnd),
      zh.segments.slice(stretch.zhStart, stretch.zhEnd),
    ];
    const span = { start: english[0]!.spans[0]!.start, end: english.at(-1)!.spans.at(-1)!.end };
    return warning(
      'not-a-translation',
      `${english.length} English segments from ${quoted(english[0]!)} on and ${chinese.length} Chinese ones from ${quoted(chinese[0]!)} on are no translations of each other.`,
      { side: 'en', span },
    );
  });
}

function quoted({ text }: Segment): string {
  const characters = [...text];
  return characters.length <= QUOTED ? `“${text}”` : `“${characters.slice(0, QUOTED).join('').trimEnd()}…”`;
}

type Stretch = Pick<FoundBead, 'enStart' | 'enEnd' | 'zhStart' | 'zhEnd'>;

/** Runs of beads that lie where the texts do not translate each other, with enough of both languages. */
function strangeStretches(beads: Iterable<FoundBead>): Stretch[] {
  const stretches: Stretch[] = [];
  let open: { -readonly [key in keyof Stretch]: number } | null = null;
  const close = (): void => {
    if (open && open.enEnd - open.enStart >= LEAST_SEGMENTS && open.zhEnd - open.zhStart >= LEAST_SEGMENTS)
      stretches.push(open);
    open = null;
  };
  for (const { enStart, enEnd, zhStart, zhEnd, belongs, crossing } of beads) {
    // What has changed its place lies elsewhere in one of the languages.
    if (crossing) continue;
    if (belongs >= 0.5) close();
    else if (open) {
      open.enEnd = Math.max(open.enEnd, enEnd);
      open.zhEnd = Math.max(open.zhEnd, zhEnd);
    } else open = { enStart, enEnd, zhStart, zhEnd };
  }
  close();
  return stretches;
}
