import type { Alignment } from 'duiqi';
import { type Act, History } from 'duiqi/review';
import type { OpenDocument } from '../state.js';

/** A history of what was done, and undone, before. */
export async function historyOf(
  alignment: Alignment,
  acts: readonly Act[],
  position: number,
): Promise<Pick<OpenDocument, 'history' | 'acts' | 'position'>> {
  const history = await History.open(alignment, acts);
  for (let at = acts.length; at > position; at--) history.undo();
  return { history, acts, position };
}
