import { warning } from '../common/diagnostic.js';
import { segmentIndex } from '../common/segment-index.js';
import type { Alignment, Bead, Diagnostic, Segment, Side } from '../types.js';

/**
 * Texts of which less was found to be translated are called no translations of each other. Of files that belong together
 * 0.80 to 1.00 was found, of those that do not next to nothing; between them there is room for short and free texts.
 */
const LEAST_QUALITY = 0.25;
/** A stretch is said from so many segments of each language on: less is an insertion, and told by what is unaligned. */
const LEAST_SEGMENTS = 5;
/** What is less likely to be a pair does not end a stretch. */
const LEAST_SCORE = 0.5;
/** Characters of a text that are quoted to show where a stretch begins. */
const QUOTED = 24;

/**
 * Says that two texts are no translations of each other, as a whole or in stretches: a wrong half, pages of another document.
 * The span of a stretch is that of its English text.
 */
export function notATranslation(
  alignment: Pick<Alignment, 'en' | 'zh' | 'pairs' | 'ladder' | 'quality'>,
): Diagnostic[] {
  const { en, zh, quality } = alignment;
  if (quality < LEAST_QUALITY) {
    const share = `${Math.floor(quality * 100)} %`;
    return [
      warning(
        'not-a-translation',
        `The English and the Chinese text seem to be no translations of each other: counterparts were found for ${share} of them.`,
        { values: { kind: 'whole', percent: Math.floor(quality * 100) } },
      ),
    ];
  }
  return strangeStretches(alignment).map((stretch) => {
    const [english, chinese] = [textOf(en, stretch.en), textOf(zh, stretch.zh)];
    const span = { start: english[0]!.spans[0]!.start, end: english.at(-1)!.spans.at(-1)!.end };
    return warning(
      'not-a-translation',
      `${english.length} English segments from ${quoted(english[0]!)} on and ${chinese.length} Chinese ones from ${quoted(chinese[0]!)} on seem to be no translations of each other.`,
      {
        side: 'en',
        span,
        values: {
          kind: 'stretch',
          en: english.length,
          zh: chinese.length,
          enText: quoted(english[0]!),
          zhText: quoted(chinese[0]!),
        },
      },
    );
  });
}

/** Stretches in which enough of both languages stands beside each other without a pair; doubtful ones may lie in it. */
function strangeStretches({
  en,
  zh,
  pairs,
  ladder,
}: Pick<Alignment, 'en' | 'zh' | 'pairs' | 'ladder'>): Bead[] {
  const pairAt = new Map(pairs.map((pair) => [pair.index, pair]));
  const stretches: Bead[] = [];
  let open: Bead | null = null;
  let [enAlone, zhAlone] = [0, 0];
  const close = (): void => {
    if (open && enAlone >= LEAST_SEGMENTS && zhAlone >= LEAST_SEGMENTS) stretches.push(open);
    [open, enAlone, zhAlone] = [null, 0, 0];
  };
  ladder.forEach((bead, index) => {
    const pair = pairAt.get(index);
    if (pair) {
      // What has changed its place lies elsewhere in one of the languages.
      if (!pair.flags.includes('crossing') && (pair.kept || pair.score >= LEAST_SCORE)) close();
      return;
    }
    enAlone += textOf(en, bead.en).length;
    zhAlone += textOf(zh, bead.zh).length;
    open = open ? { en: joined(open.en, bead.en), zh: joined(open.zh, bead.zh) } : bead;
  });
  close();
  return stretches;
}

function joined(range: Bead['en'], next: Bead['en']): Bead['en'] {
  return { start: range.start, end: segmentIndex(Math.max(range.end, next.end)) };
}

function textOf({ segments }: Side, { start, end }: Bead['en']): readonly Segment[] {
  return segments.slice(start, end).filter(({ text }) => text !== '');
}

function quoted({ text }: Segment): string {
  const characters = [...text];
  return characters.length <= QUOTED ? `“${text}”` : `“${characters.slice(0, QUOTED).join('').trimEnd()}…”`;
}
