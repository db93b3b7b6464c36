import { beforeAll, describe, expect, test } from 'vitest';
import { ACCEPTED, type Accepted, GIVEN_BY_USERS } from './accepted.js';
import { checkPatterns } from './check-patterns.js';
import { list, toCheck } from './decided.js';
import { type FoundPatterns, findPatterns, type Pattern } from './found-patterns.js';

const MINUTE = 60_000;

/** Begins as the pattern does, without the slashes. */
function covers(accepted: Accepted, pattern: Pattern): boolean {
  return pattern.file.endsWith(`/src/${accepted.file}`) && pattern.source.startsWith(accepted.begins);
}

const shown = ({ source, flags, file, line }: Pattern): string => {
  const text = source.length > 200 ? `${source.slice(0, 200)}…` : source;
  return `${file}:${line}  /${text}/${flags}`;
};

describe('regular expressions of both packages', () => {
  let found: FoundPatterns;
  beforeAll(async () => {
    found = await findPatterns();
  }, 2 * MINUTE);

  test('are all seen: those that `new RegExp` builds are built as their module is loaded', () => {
    expect(found.patterns.length).toBeGreaterThan(400);
    expect(
      found.unseen
        .filter(({ file }) => !GIVEN_BY_USERS.some((name) => file.endsWith(`/src/${name}`)))
        .map(
          ({ file, line }) =>
            `${file}:${line} builds a pattern only as it runs: build it as the module is loaded`,
        ),
    ).toEqual([]);
  });

  test(
    'take no more than linear time on any text that a file can bring',
    async () => {
      const unlike = new Map(
        found.patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]),
      );
      const strict = [...unlike.values()].filter(
        (pattern) => !ACCEPTED.some((each) => covers(each, pattern)),
      );
      const open = toCheck(strict);
      const verdicts = await checkPatterns(open);
      const complaints = open.flatMap((pattern, at) => {
        const { status, why, attack } = verdicts[at]!;
        if (status === 'safe') return [];
        const what =
          status === 'unknown'
            ? `recheck could not decide (${why})`
            : `is ${why}, for example on ${attack.length > 200 ? `${attack.slice(0, 200)}…` : attack}`;
        return `${shown(pattern)}\n  ${what}`;
      });
      expect(complaints.length, `${complaints.join('\n')}\n${ADVICE}`).toBe(0);
      if (process.env.DUIQI_LIST_PATTERNS) list(strict);
    },
    20 * MINUTE,
  );

  test.each(ACCEPTED)('that are accepted are still there: $file $begins', (accepted) => {
    expect(
      found.patterns.some((pattern) => covers(accepted, pattern)),
      'No pattern begins like this any more: take the entry out of test/patterns/accepted.ts, or let it begin as the pattern now does.',
    ).toBe(true);
  });
});

const ADVICE = `
What to do with each of these patterns, in this order:
1. Make it linear. Mostly it is a run that is looked for from each of its own characters, such as /a+$/ or /a+b/: put
   (?<!a) before it, anchor it with ^, let the runs beside each other share no character, or use indexOf or trim.
2. Or give it texts of bounded length alone (text.slice(-40)), and add it to test/patterns/accepted.ts with the bound.`;
