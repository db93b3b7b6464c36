import { DuiqiError } from '../../common/errors.js';
import { joinPieces } from '../../document/writing/join.js';
import type { Alignment, Language, Pair, PairSide, Side, Unaligned } from '../../types.js';
import { wordingOf } from '../wording.js';
import { type DirectionOptions, languagesOf } from './language-tags.js';

/** Milliseconds of a film, `[start, end)`. */
interface Time {
  readonly start: number;
  readonly end: number;
}

interface Cue extends Time {
  readonly texts: Record<Language, string[]>;
}

/**
 * An alignment of subtitles as subtitles in both languages (SubRip): each cue shows a text and below it its translation, at the time
 * of the source language, which stands above. Text without a counterpart is shown alone, at its own time. A chunk is one cue.
 *
 * @throws DuiqiError `bad-option`; `bad-input` for an alignment of texts that have no times
 */
export function toSrt(
  alignment: Alignment,
  options: Pick<DirectionOptions, 'direction'> = {},
): Iterable<string> {
  const [source, target] = languagesOf(options);
  const cues = cuesOf(alignment, source, target);
  if (cues.length === 0) {
    throw new DuiqiError(
      'bad-input',
      'Subtitles need times, and these texts have none: give subtitles (.srt or .vtt) in both languages, or write another format.',
    );
  }
  return {
    *[Symbol.iterator]() {
      let number = 0;
      for (const { start, end, texts } of cues) {
        const lines = [source, target]
          .map((language) => joinPieces(texts[language], language))
          .filter((line) => line !== '');
        // A blank line ends a cue.
        yield `${++number}\n${timeOf(start)} --> ${timeOf(end)}\n${lines.join('\n').replace(/\n\s*\n/g, '\n')}\n\n`;
      }
    },
  };
}

function cuesOf(alignment: Alignment, source: Language, target: Language): Cue[] {
  const cues: Cue[] = [];
  const items: readonly (Pair | Unaligned)[] = [...alignment.pairs, ...alignment.unaligned];
  for (const item of [...items].sort((a, b) => a.index - b.index)) {
    const sides = sidesOf(item);
    const time = timesOf(alignment[source], sides[source]) ?? timesOf(alignment[target], sides[target]);
    if (time === null) continue;
    const texts = 'language' in item ? null : wordingOf(item);
    const own = (language: Language): string[] => {
      const text = texts?.[language] ?? sides[language]?.text ?? '';
      return text === '' ? [] : [text];
    };
    const last = cues.at(-1);
    // Sentences of one cue are shown together, as they were.
    if (last !== undefined && last.start === time.start && last.end === time.end) {
      for (const language of [source, target]) last.texts[language].push(...own(language));
    } else cues.push({ ...time, texts: { en: own('en'), zh: own('zh') } });
  }
  return cues.sort((a, b) => a.start - b.start || a.end - b.end);
}

function sidesOf(item: Pair | Unaligned): Partial<Readonly<Record<Language, PairSide>>> {
  return 'language' in item ? { [item.language]: item.side } : { en: item.en, zh: item.zh };
}

/** From the first to the last cue of some segments; null where they have no times. */
function timesOf({ paragraphs }: Side, side: PairSide | undefined): Time | null {
  const times = (side?.segments ?? []).flatMap(({ paragraph }) => {
    const position = paragraphs[paragraph]?.position;
    return position?.axis === 'time' ? [position] : [];
  });
  if (times.length === 0) return null;
  return {
    start: Math.min(...times.map(({ start }) => start)),
    end: Math.max(...times.map(({ end }) => end)),
  };
}

/** `00:01:02,500` */
function timeOf(milliseconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const whole = Math.round(milliseconds);
  const seconds = whole / 1000;
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)},${String(whole % 1000).padStart(3, '0')}`;
}
