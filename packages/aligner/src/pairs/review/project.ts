import { badArgument, checkOptionsAreOne, checkText } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { type Abort, Pacer } from '../../common/pacer.js';
import type { Problem } from '../../common/problems.js';
import { mapInSteps, type Steps } from '../../common/steps.js';
import type { Alignment, Bead, Language, Pair, PairSide, Unaligned } from '../../types.js';
import { checkAlignment } from '../checked.js';
import { segmentsIn, sideOf } from '../pairs.js';
import type { Act } from './act.js';
import { checkActs } from './history.js';
import { jsonInSteps } from './json-in-steps.js';

/** A review as it is saved: what it began with, and what was done since. */
export interface Project {
  /** How a person calls it. */
  readonly title: string;
  readonly alignment: Alignment;
  /** What was done, as `History` has it; those that were undone come last. */
  readonly acts: readonly Act[];
  /** How many of the acts hold. */
  readonly position: number;
}

const FORMAT = 'duiqi-project';
const VERSION = 1;

/** A pair as it is saved: its segments follow from the ladder, and its texts from its segments, unless a person has worded them. */
type SavedPair = Omit<Pair, Language> & { readonly en?: string; readonly zh?: string };
type SavedUnaligned = Omit<Unaligned, 'side'> & { readonly side?: string };

/**
 * A project as text, in JSON.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function writeProject(project: Project): string {
  const { alignment, ...rest } = Object(project) as Project;
  checkAlignment(alignment);
  checkText('title', rest.title);
  checkActs(rest.acts);
  if (!Number.isInteger(rest.position)) throw badArgument('position', rest.position, 'a whole number');
  const pairs = alignment.pairs.map(({ en, zh, ...pair }): SavedPair => {
    const bead = alignment.ladder[pair.index]!;
    return {
      ...pair,
      ...(en.text !== sideFrom(alignment, bead, 'en').text && { en: en.text }),
      ...(zh.text !== sideFrom(alignment, bead, 'zh').text && { zh: zh.text }),
    };
  });
  const unaligned = alignment.unaligned.map(({ side, ...item }): SavedUnaligned => {
    const found = sideFrom(alignment, alignment.ladder[item.index]!, item.language);
    return { ...item, ...(side.text !== found.text && { side: side.text }) };
  });
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    ...rest,
    alignment: { ...alignment, pairs, unaligned },
  });
}

/**
 * The project that a text holds. It is read in slices, so that the thread is free meanwhile: one of 50,000 pairs takes half a second.
 *
 * @throws DuiqiError `unreadable` for a text that is none, or one of a later version; the reason of the signal, once it is given up
 */
export async function readProject(
  text: string,
  options: { readonly signal?: Abort | null } = {},
): Promise<Project> {
  checkOptionsAreOne(options);
  checkText('project', text);
  return new Pacer(options.signal ?? null).run(projectInSteps(text));
}

function* projectInSteps(text: string): Steps<Project> {
  let saved: Saved | null = null;
  try {
    saved = (yield* jsonInSteps(text)) as Saved | null;
  } catch {
    // It is no JSON, and so no project.
  }
  if (saved?.format !== FORMAT) throw unreadable('it is none, or it is damaged', 'no-project');
  if (saved.version !== VERSION)
    throw unreadable(
      `it is of version ${String(saved.version)}, and this is an older duiqi`,
      'project-newer',
    );
  try {
    const { title, acts, position, alignment } = saved;
    const pairs = yield* mapInSteps(alignment.pairs, ({ en, zh, ...pair }: SavedPair): Pair => {
      const bead = alignment.ladder[pair.index]!;
      return { ...pair, en: sideFrom(alignment, bead, 'en', en), zh: sideFrom(alignment, bead, 'zh', zh) };
    });
    const unaligned = yield* mapInSteps(
      alignment.unaligned,
      ({ side, ...item }: SavedUnaligned): Unaligned => ({
        ...item,
        side: sideFrom(alignment, alignment.ladder[item.index]!, item.language, side),
      }),
    );
    return {
      title: String(title),
      alignment: { ...alignment, pairs, unaligned },
      acts: [...acts],
      position: Number(position),
    };
  } catch {
    throw unreadable('it is damaged', 'project-damaged');
  }
}

interface Saved extends Omit<Project, 'alignment'> {
  readonly format: unknown;
  readonly version: unknown;
  readonly alignment: Omit<Alignment, 'pairs' | 'unaligned'> & {
    readonly pairs: readonly SavedPair[];
    readonly unaligned: readonly SavedUnaligned[];
  };
}

function sideFrom(
  document: Pick<Alignment, Language>,
  bead: Bead,
  language: Language,
  text?: string,
): PairSide {
  const side = sideOf(
    document[language],
    segmentsIn(document[language], bead[language], bead.apart?.[language]),
  );
  return text === undefined ? side : { ...side, text };
}

function unreadable(why: string, problem: Problem): DuiqiError {
  return new DuiqiError('unreadable', `The project could not be opened: ${why}.`, { problem });
}

/**
 * The element of a page that holds a project.
 *
 * @param packed what `writeProject` gives, gzipped and in base64, which has no character that could end it
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function projectElement(packed: string): string {
  checkText('project', packed);
  return `<script type="application/octet-stream" id="duiqi-project">${packed}</script>`;
}

const ELEMENT = /<script type="application\/octet-stream" id="duiqi-project">([A-Za-z\d+/=]*)<\/script>/;

/**
 * What such an element of a page holds; null for a page without one.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function packedProject(page: string): string | null {
  checkText('page', page);
  return ELEMENT.exec(page)?.[1] ?? null;
}
