import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Change, compare, toJsonl } from 'duiqi/pairs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeReport } from '../../packages/cli/src/change-report.js';
import { runCommand } from '../helpers/command.js';
import { pairOf } from '../helpers/pair-records.js';

const OLD = [
  pairOf('The pears are ripe.', '梨熟了。', { score: 0.9 }),
  pairOf('We sold 12 baskets of them.', '我们卖了12篮。', { score: 0.8 }),
  pairOf('Wasps come at noon.', '黄蜂中午来。', { score: 0.8 }),
  pairOf('It will rain.', '要下雨了。', { score: 0.8 }),
];
const NEW = [
  pairOf('The baker gets up early.', '面包师起得早。', { score: 0.7 }),
  pairOf('The pears are ripe.', '梨熟了。', { score: 0.95, flags: ['stitched'] }),
  pairOf('We sold 14 baskets of them.', '我们卖了14篮。', { score: 0.8 }),
  pairOf('It will rain.', '要下雨了。', { score: 0.8 }),
];

let directory: string;
const duiqi = (...args: string[]) => runCommand(directory, args);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-diff-'));
  await writeFile(join(directory, 'old.jsonl'), [...toJsonl(OLD)].join(''));
  await writeFile(join(directory, 'new.jsonl'), [...toJsonl(NEW)].join(''));
});

afterEach(() => rm(directory, { recursive: true }));

describe('duiqi diff', () => {
  it('shows each change with its place, and how many there are', async () => {
    expect(await duiqi('diff', 'old.jsonl', 'new.jsonl')).toEqual({
      status: 0,
      err: '',
      out: `Pair 1 is new
  {+The baker gets up early.+}
  {+面包师起得早。+}

Pair 2 has changed, now 3
  We sold [-12-]{+14+} baskets of them.
  我们卖了[-12-]{+14+}篮。

Pair 3 is gone
  [-Wasps come at noon.-]
  [-黄蜂中午来。-]

1 pair changed, 1 added, 1 removed, 2 the same
Of the pairs with the same texts, some differ otherwise: score in 1 and flags in 1
`,
    });
  });

  it('says little of files that are the same', async () => {
    expect((await duiqi('diff', 'old.jsonl', 'old.jsonl')).out).toBe(
      '0 pairs changed, 0 added, 0 removed, 4 the same\n',
    );
  });

  it('writes every change as JSON', async () => {
    const { status, out } = await duiqi('diff', 'old.jsonl', 'new.jsonl', '-f', 'jsonl');
    const changes = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Change);
    expect(status).toBe(0);
    expect(changes).toEqual([...compare(OLD, NEW)].filter(({ kind }) => kind !== 'same'));
  });

  it('refuses other formats and numbers of files', async () => {
    expect(await duiqi('diff', 'old.jsonl', 'new.jsonl', '-f', 'tmx')).toMatchObject({ status: 2 });
    expect((await duiqi('diff', 'old.jsonl')).err).toMatch(/diff takes 2 files, not 1/);
  });

  it('has colours on a terminal, and lets no text of a file give it orders', () => {
    const now = [pairOf('The \u001B[2J pears are\nred.', '梨熟了。')];
    const [change] = [...changeReport(compare(OLD.slice(0, 1), now), true)];
    expect(change).toContain('\u001B[31m[-ripe-]\u001B[39m\u001B[32m{+red+}\u001B[39m');
    expect(change).not.toContain('\u001B[2J');
  });
});
