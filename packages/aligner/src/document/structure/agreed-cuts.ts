import type { Steps } from '../../common/steps.js';
import type { Layout } from '../../types.js';
import { BULLET, isFinished, mayEndItem } from '../writing/endings.js';
import { readLabels } from '../writing/label.js';
import { beginsAnew, isShort } from './goes-on.js';
import { goesOnAfterwards, languageRuns } from './language-runs.js';
import { paragraphText } from './paragraph-text.js';
import type { SourceParagraph } from './rejoin.js';

/** Where paragraphs begin that are none, since a page end cut them off; and those that are, whatever stands before them. */
export interface AgreedCuts {
  readonly goesOn: ReadonlySet<number>;
  readonly begins: ReadonlySet<number>;
}

/** What is known where the languages do not take turns. */
export const NONE_AGREED: AgreedCuts = { goesOn: new Set(), begins: new Set() };

/**
 * Where the other language tells that a page end cut a paragraph, though its first piece reads as a heading or as one that
 * lacks its last mark: the pages say the same, so that if one ends in mid-sentence, and both have as many paragraphs, the
 * other one does too. And where both end in a comma, and what follows begins as a sentence does, they are clauses of one
 * long sentence, such as recitals, that stand in paragraphs of their own; so do a few words that are all that stands of both.
 */
export function* agreedCuts(
  source: string,
  paragraphs: readonly SourceParagraph[],
  layout: Layout,
): Steps<AgreedCuts> {
  const agreed = new Set<number>();
  const begins = new Set<number>();
  const runs = languageRuns(paragraphs);
  for (let page = 0; page + 3 < runs.length; page += 2) {
    yield;
    const [first, second, afterFirst, afterSecond] = runs.slice(page, page + 4) as [Run, Run, Run, Run];
    if (first.length !== second.length) continue;
    const after = [afterFirst, afterSecond];
    if (areShort(source, first, second, after) || areClauses(source, first, second, after)) {
      for (const [next] of [afterFirst, afterSecond]) begins.add(next!.pieces[0]!.start);
      continue;
    }
    const firstGoesOn = goesOnAfterwards(source, first, afterFirst, layout);
    if (firstGoesOn === goesOnAfterwards(source, second, afterSecond, layout)) {
      if (firstGoesOn) for (const [next] of [afterFirst, afterSecond]) agreed.add(next!.pieces[0]!.start);
      continue;
    }
    const [run, later, other] = firstGoesOn ? [second, afterSecond, first] : [first, afterFirst, second];
    if (mayGoOn(source, run.at(-1)!, later[0]!, other.at(-1)!)) agreed.add(later[0]!.pieces[0]!.start);
  }
  return { goesOn: agreed, begins };
}

type Run = SourceParagraph[];

/**
 * `between ‖ 由以下双方签订 ‖ Tan & Sons …`, `and ‖ 与 ‖ …`: no page holds one line of a few words, which stands by itself in both languages
 * and goes on in no lower case.
 */
function areShort(source: string, first: Run, second: Run, after: readonly Run[]): boolean {
  const written = ([{ pieces, language }]: readonly [SourceParagraph, ...unknown[]]): string =>
    paragraphText(source, pieces, language);
  const isOneShort = ([only, ...others]: Run): boolean =>
    others.length === 0 && isShort(written([only!]), only!.language);
  const english = after.find((run) => run[0]!.language === 'en')!;
  return isOneShort(first) && isOneShort(second) && /^["“]?\p{Lu}/u.test(written([english[0]!]));
}

/** `Recalling its resolution 7, ‖ 回顾第7号决议， ‖ Noting that …`: one paragraph a language that ends in a comma, and another. */
function areClauses(source: string, first: Run, second: Run, after: readonly Run[]): boolean {
  if (first.length > 1) return false;
  const written = (run: Run): string => paragraphText(source, run[0]!.pieces, run[0]!.language);
  const english = after.find((run) => run[0]!.language === 'en')!;
  return (
    [first, second].every(
      (run) => /[,，、]$/.test(written(run)) || mayEndItem(written(run), run[0]!.language),
    ) && beginsAnew(written(english), 'paragraphs')
  );
}

/** Nothing speaks against it: the first piece is unfinished and numbered as the other language's is, the next not. */
function mayGoOn(
  source: string,
  last: SourceParagraph,
  next: SourceParagraph,
  other: SourceParagraph,
): boolean {
  const labelOf = ({ pieces, numbering, language }: SourceParagraph): string =>
    numbering ?? readLabels(paragraphText(source, pieces, language), language)[0]?.ordinals.join('.') ?? '';
  const isText = next.kind === last.kind && last.kind !== 'heading' && last.kind !== 'row';
  const text = paragraphText(source, next.pieces, next.language);
  return (
    isText &&
    !isFinished(paragraphText(source, last.pieces, last.language)) &&
    labelOf(last) === labelOf(other) &&
    labelOf(next) === '' &&
    !BULLET.test(text)
  );
}
