import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesFolder, evaluateCases, hasCases, judgedPairs, kindsOfCases } from './cases.mjs';
import { type CaseFigures, caseReport, type Figures, fallen } from './report.mjs';

const baseline = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Figures;

// The cases lie beside the checkout and not in it; without them there is nothing to measure against.
if (!hasCases) console.warn(`Skipped: the field cases, ${casesFolder}, are not there.`);

describe.skipIf(!hasCases)('the field cases of ../shared/cases', () => {
  let measured: CaseFigures;
  beforeAll(async () => {
    measured = await evaluateCases();
  }, 300_000);

  test.each(hasCases ? kindsOfCases() : [])('%s', (kind) => {
    const kinds = { [kind]: measured.kinds[kind]! };
    expect(fallen({ cases: { ...measured, kinds, sure: 0, unflagged: 0 } }, baseline)).toEqual([]);
  });

  test('wrong pairs are no more than they were', () => {
    expect(fallen({ cases: { ...measured, kinds: {} } }, baseline)).toEqual([]);
  });

  test('no kind of the baseline is gone', () => {
    expect(Object.keys(measured.kinds)).toEqual(expect.arrayContaining(Object.keys(baseline.cases.kinds)));
  });
});

describe('how cases are judged', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'duiqi-cases-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const write = async (name: string, wanted: object, text: string, gold: string) => {
    const directory = path.join(folder, name);
    await mkdir(directory, { recursive: true });
    await writeFile(path.join(directory, 'case.json'), JSON.stringify({ files: ['a.md'], ...wanted }));
    await writeFile(path.join(directory, 'a.md'), text);
    await writeFile(path.join(directory, 'gold.tsv'), gold);
  };

  test('by gold lines, their spellings and conditions, as the command ends', async () => {
    const text =
      'The harbour opens at nine.\n\n港口九点开放。\n\nThe ferry leaves at noon.\n\n渡轮中午开出。\n';
    const ferry = 'The ferry leaves at noon.\t渡轮中午开出。';
    await write(
      'right/all',
      {},
      text,
      `The harbour opens at *nine*.||no\tno||港口九点开放。\n${ferry}\t-truncated`,
    );
    await write(
      'right/optional',
      {},
      text,
      `// Of the harbour there may be a pair.\n?The harbour opens at nine.\t港口九点开放。\n${ferry}\tclause=none`,
    );
    await write(
      'wrong/condition',
      {},
      text,
      `?The harbour opens at nine.\t港口九点开放。\n${ferry}\t+truncated`,
    );
    await write('wrong/others', {}, text, 'The ferry leaves.\t渡轮开出。');
    await write('refused/as-wanted', { status: 3, says: ['no Chinese'] }, 'The harbour opens at nine.\n', '');
    await write('refused/not-at-all', { status: 3 }, text, '');
    await write('options/lines', { options: ['--segments', 'lines'] }, text.replaceAll('\n\n', '\n'), ferry);
    const { kinds, ...wrong } = await evaluateCases(folder);
    expect(kinds).toEqual({
      right: { right: 3, gold: 3 },
      wrong: { right: 0, gold: 2 },
      refused: { right: 1, gold: 2 },
      options: { right: 1, gold: 1 },
    });
    expect(wrong.unflagged).toBe(3);
    expect(caseReport({ kinds, ...wrong })).toContain('| all | 5 | 8 |');
  });

  test('by the scores and flags of wrong pairs, each pair for one gold line', () => {
    const pairs = [
      { en: 'Ferry', zh: '渡轮', score: 0.99 },
      { en: 'Ferry', zh: '渡轮', score: 0.9 },
      { en: 'Quay', zh: '渡轮', score: 0.89, flags: ['stitched'] },
      { en: 'Quay', zh: '港口', score: 0.95, flags: ['truncated'] },
      { en: 'Mole', zh: '港口', score: 0.49 },
      { en: 'Mole', zh: '', score: 1 },
    ];
    expect(judgedPairs(pairs, 'Ferry\t渡轮\nFerry\t堤\n')).toEqual({
      right: 1,
      gold: 2,
      sure: 2,
      unflagged: 2,
    });
  });
});
