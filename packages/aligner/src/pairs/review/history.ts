import { checkList, checkOptionsAreOne } from '../../common/arguments.js';
import { type Abort, Pacer } from '../../common/pacer.js';
import type { Alignment } from '../../types.js';
import { checkAlignment } from '../checked.js';
import type { Act } from './act.js';
import { applyAct } from './apply.js';
import { Review, startInSteps, startReview } from './review.js';

/** A review with the acts that led to it, which can be undone and done again. */
export class History {
  #review: Review;
  readonly #done: Step[] = [];
  /** The last one to be undone comes last. */
  readonly #undone: Act[] = [];

  /**
   * @param begun an alignment, or a review that is where it began
   * @param acts what was done in an earlier session, as `acts` gave it
   */
  constructor(begun: Alignment | Review, acts: readonly Act[] = []) {
    this.#review = begun instanceof Review ? begun : startReview(begun);
    checkActs(acts);
    for (const act of acts) this.act(act);
  }

  /**
   * The same in slices, so that the thread is free meanwhile: 50,000 pairs take some tenths of a second.
   *
   * @throws the reason of the signal, once it is given up
   */
  static async open(
    alignment: Alignment,
    acts: readonly Act[] = [],
    options: { readonly signal?: Abort | null } = {},
  ): Promise<History> {
    checkOptionsAreOne(options);
    checkAlignment(alignment);
    checkActs(acts);
    const pacer = new Pacer(options.signal ?? null);
    const history = new History(await pacer.run(startInSteps(alignment)));
    for (const act of acts) {
      history.act(act);
      await pacer.pauseIfDue();
    }
    return history;
  }

  /** The rows as they are now. */
  get review(): Review {
    return this.#review;
  }

  /** What was done and is not undone, in order: as JSON it can be stored, and replayed on the same alignment. */
  get acts(): readonly Act[] {
    return this.#done.map(({ act }) => act);
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /**
   * Does an act. What was undone before can then not be done again.
   *
   * @throws DuiqiError `bad-act`, as `applyAct` does; nothing has changed then
   */
  act(act: Act): Review {
    this.#do(act);
    this.#undone.length = 0;
    return this.#review;
  }

  /** Takes the last act back; null where there is none. */
  undo(): Act | null {
    const last = this.#done.pop();
    if (!last) return null;
    this.#review = applyAct(this.#review, last.inverse).review;
    this.#undone.push(last.act);
    return last.act;
  }

  /** Does what was undone last again; null where there is nothing. */
  redo(): Act | null {
    const act = this.#undone.pop();
    if (act) this.#do(act);
    return act ?? null;
  }

  #do(act: Act): void {
    const { review, inverse } = applyAct(this.#review, act);
    this.#review = review;
    this.#done.push({ act, inverse });
  }
}

/** @throws DuiqiError `bad-input` */
export function checkActs(acts: readonly Act[]): void {
  checkList('acts', acts, 'a list of acts, such as a history has');
}

interface Step {
  readonly act: Act;
  readonly inverse: Act;
}

/**
 * The review that acts lead to from an alignment, the same each time.
 *
 * @throws DuiqiError `bad-act`, as `applyAct` does
 */
export function replay(alignment: Alignment, acts: readonly Act[]): Review {
  checkActs(acts);
  return acts.reduce((review, act) => applyAct(review, act).review, startReview(alignment));
}
