import { describe, expect, test } from 'vitest';
import { fieldCases, runFieldCase } from './helpers/field.js';

// Small files as people write them, each with the pairs that a careful reader wants; `test/field/README.md` says how.

/** Gold lines that are not right yet, and wrong pairs that come of them, by case. This table may only grow shorter. */
const SHORTFALLS: Readonly<Record<string, { readonly missed: number; readonly wrong: number }>> = {
  // The lines have no word in common but two that a list of words does not take for translations.
  'comments-indents-code/chinese-original-in-comments': { missed: 1, wrong: 0 },
  // `… and` ‖ `Decisions are …`: pages may be cut there as well.
  'items-with-and/visa-html-traditional': { missed: 2, wrong: 1 },
  // `house-` ‖ `hold`: no list of words tells the document which hyphens belong to the word.
  'raw-pages/leaflet-dashed-numbers': { missed: 2, wrong: 2 },
};

describe('files of the field, pair by pair', () => {
  test.each(fieldCases())('%s', async (name) => {
    const { lines, missed, wrong } = await runFieldCase(name);
    expect(lines).toBeGreaterThan(0);
    const known = SHORTFALLS[name];
    if (known === undefined) expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
    else expect({ missed: missed.length, wrong: wrong.length }).toEqual(known);
  });

  test('each known shortfall is one of a case', () => {
    expect(fieldCases()).toEqual(expect.arrayContaining(Object.keys(SHORTFALLS)));
  });
});
