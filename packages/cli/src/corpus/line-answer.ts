import type { Outcome } from './outcome.js';
import { flatRows, type Identity, nestedRow, statusRow } from './rows.js';

/** How the pairs of a line are written. */
export type PairsForm = 'nested' | 'flat';

/** What is written of a line. */
export interface LineAnswer {
  readonly rows: string;
  readonly manifest: string;
  readonly status: Outcome['status'];
  readonly code: string;
  readonly message: string;
  readonly pairs: number;
}

export function lineAnswer(identity: Identity, outcome: Outcome, pairs: PairsForm): LineAnswer {
  return {
    rows: pairs === 'flat' ? flatRows(identity, outcome) : nestedRow(identity, outcome),
    manifest: statusRow(identity, outcome),
    status: outcome.status,
    code: outcome.code,
    message: outcome.message,
    pairs: outcome.records.length,
  };
}
