import type { Alternative, Bead, Language, Span } from 'duiqi';
import { LANGUAGE_NAMES, listed } from './words.js';

/** Some sentences of one side, and what became of them. */
interface Change {
  readonly language: Language;
  readonly count: number;
  /** Which sentences: `its first`, `the next`. */
  readonly which: string;
  readonly fate: string;
}

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** In what an alternative differs from the pair that was cut: `its first Chinese sentence left to the pair before`. */
export function describeAlternative({ beads }: Alternative, pair: Bead): string {
  const sharing = beads.filter((bead) => shared(bead, pair) > 0);
  if (sharing.length > 1 && sharing.every((bead) => isPair(bead) && liesIn(bead, pair))) {
    return `cut into ${sharing.length} pairs`;
  }
  const [main] = sharing
    .filter(({ en, zh }) => overlap(en, pair.en) > 0 && overlap(zh, pair.zh) > 0)
    .sort((a, b) => shared(b, pair) - shared(a, pair));
  const leftOut = (language: Language, which: string, start: number, end: number): Change => {
    const count = end - start;
    const holders = sharing.filter((bead) => overlap(bead[language], { start, end }) > 0);
    const fates = new Set(holders.map((bead) => fateIn(bead, pair, count)));
    return { language, which, count, fate: fates.size === 1 ? [...fates][0] : 'shared out' };
  };
  if (main === undefined) {
    return listed(
      phrases(
        LANGUAGES.map((language) => leftOut(language, 'its', pair[language].start, pair[language].end)),
      ),
    );
  }
  const atStart = (language: Language): Change => {
    const [now, then] = [main[language].start, pair[language].start];
    return now > then
      ? leftOut(language, 'its first', then, now)
      : { language, which: 'the last', count: then - now, fate: 'before it added' };
  };
  const atEnd = (language: Language): Change => {
    const [now, then] = [main[language].end, pair[language].end];
    return now < then
      ? leftOut(language, 'its last', now, then)
      : { language, which: 'the next', count: now - then, fate: 'added' };
  };
  return listed([...phrases(LANGUAGES.map(atStart)), ...phrases(LANGUAGES.map(atEnd))]);
}

/** What becomes of a pair's sentences that another bead holds. */
function fateIn(bead: Bead, pair: Bead, count: number): string {
  if (!isPair(bead)) return 'left without a counterpart';
  if (liesIn(bead, pair)) return `made a pair of ${count === 1 ? 'its' : 'their'} own`;
  const isBefore = bead.en.start < pair.en.start || bead.zh.start < pair.zh.start;
  return isBefore ? 'left to the pair before' : 'left to the next pair';
}

/** A phrase for the change on each side, or one for both where they change alike. */
function phrases([en, zh]: readonly Change[]): string[] {
  if (en.count > 0 && en.count === zh.count && en.which === zh.which && en.fate === zh.fate) {
    return [`${phrase(en, '')} on both sides`];
  }
  return [en, zh]
    .filter(({ count }) => count > 0)
    .map((change) => phrase(change, `${LANGUAGE_NAMES[change.language]} `));
}

function phrase({ which, count, fate }: Change, language: string): string {
  return `${which} ${count > 1 ? `${count} ` : ''}${language}sentence${count > 1 ? 's' : ''} ${fate}`;
}

function isPair({ en, zh }: Bead): boolean {
  return en.start < en.end && zh.start < zh.end;
}

function liesIn({ en, zh }: Bead, pair: Bead): boolean {
  return (
    pair.en.start <= en.start && en.end <= pair.en.end && pair.zh.start <= zh.start && zh.end <= pair.zh.end
  );
}

/** How many segments two beads have in common. */
function shared(a: Bead, b: Bead): number {
  return overlap(a.en, b.en) + overlap(a.zh, b.zh);
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
