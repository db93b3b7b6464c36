import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayWidth } from '../../packages/cli/src/display-width.js';
import { type Ended, runCommand } from '../helpers/command.js';

const ENGLISH = [
  'Work plan for the coming year',
  '(1) The town will repair 12 bridges before the winter.',
  '(2) Every school will receive new windows and a library in 2027.',
  '(3) The clinic will be open on Saturdays.',
];
const CHINESE = [
  '来年工作计划',
  '（一）全镇将在冬季之前修好12座桥梁。',
  '（二）2027年，每所学校都将安装新窗户并建立图书馆。',
  '（三）诊所星期六开放。',
];
const MIXED = ENGLISH.flatMap((line, index) => [line, CHINESE[index]]);

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-cli-'));
  await writeFile(join(directory, 'mixed.txt'), `${MIXED.join('\n')}\n`);
  await writeFile(join(directory, 'en.txt'), `${ENGLISH.join('\n')}\n`);
  await writeFile(join(directory, 'zh.txt'), `${CHINESE.join('\n')}\n`);
});

afterEach(() => rm(directory, { recursive: true }));

/** Runs the command in the temporary directory; `reader` gets standard output and may close it. */
function duiqi(
  args: readonly string[],
  input?: string,
  reader?: (chunk: string, close: () => void) => void,
): Promise<Ended> {
  return runCommand(directory, args, input, reader);
}

async function written(name: string): Promise<string> {
  return readFile(join(directory, name), 'utf8');
}

function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('duiqi', () => {
  it('prints its version and its help to standard output', async () => {
    expect(await duiqi(['--version'])).toEqual({
      status: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
    for (const args of [
      ['--help'],
      ['align', '--help'],
      ['inspect', '-h'],
      ['segment', '-h'],
      ['eval', '-h'],
    ]) {
      const { status, out, err } = await duiqi(args);
      expect({ status, err }).toEqual({ status: 0, err: '' });
      expect(out).toMatch(/^duiqi .*\n\n/);
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
    }
  });

  it.each<[string, string[], RegExp]>([
    ['no command', [], /^duiqi: a command is missing.*\nSee: duiqi --help\n$/],
    ['an unknown command', ['mixed.txt'], /^duiqi: there is no command "mixed.txt".*\nSee: duiqi --help\n$/],
    ['no file', ['align'], /^duiqi: align takes 1 or 2 files.*\nSee: duiqi align --help\n$/],
    ['an unknown option', ['align', 'mixed.txt', '--loud'], /--loud\.\nSee: duiqi align --help\n$/],
    [
      'a wrong value',
      ['align', 'mixed.txt', '--min-score', '7'],
      /--min-score takes a number from 0 to 1, not "7"/,
    ],
    [
      'a wrong language tag',
      ['align', 'mixed.txt', '--target-lang', 'Chinese'],
      /--target-lang takes .*not "Chinese"/,
    ],
    [
      'the language tag of the other side',
      ['align', 'mixed.txt', '--direction', 'zh-en', '--source-lang', 'en-GB'],
      /--source-lang takes the tag of a kind of Chinese with --direction zh-en, not "en-GB"/,
    ],
    ['a broken number of pairs', ['align', 'mixed.txt', '--preview', '2.5'], /--preview takes .*not "2.5"/],
    ['an unknown ending', ['align', 'mixed.txt', '-o', 'a.doc'], /"a\.doc".*\.tmx, \.jsonl/],
    [
      'an output named twice',
      ['align', 'mixed.txt', '-o', 'a.tmx', '-o', './a.tmx'],
      /"\.\/a\.tmx" is named twice/,
    ],
    [
      'an input as output',
      ['align', 'mixed.txt', '-o', './mixed.txt', '-f', 'tsv'],
      /"\.\/mixed\.txt" is an input/,
    ],
    [
      'an input as output of segment',
      ['segment', 'mixed.txt', '-o', 'mixed.txt'],
      /"mixed\.txt" is an input/,
    ],
  ])('ends with 2 for %s', async (_, args, message) => {
    expect(await duiqi(args)).toEqual({ status: 2, out: '', err: expect.stringMatching(message) });
    expect(await readdir(directory)).toHaveLength(3);
    expect(await written('mixed.txt')).toContain(ENGLISH[0]);
  });

  it('recognises an input behind a symbolic link', async () => {
    await symlink(join(directory, 'mixed.txt'), join(directory, 'link.tsv'));
    expect(await duiqi(['align', 'mixed.txt', '-o', 'link.tsv'])).toMatchObject({ status: 2 });
  });

  it.each<[string, string[], string]>([
    ['a missing file', ['align', 'x.md'], 'duiqi: cannot read "x.md": there is no such file.\n'],
    ['a directory', ['inspect', '.'], 'duiqi: cannot read ".": it is a directory.\n'],
    [
      'an output that is a directory',
      ['align', 'mixed.txt', '-o', '.', '-f', 'tmx'],
      'duiqi: cannot write ".": it is a directory.\n',
    ],
    [
      'an output whose name is that of a folder',
      ['align', 'mixed.txt', '-o', 'memory.tmx/', '-f', 'tmx'],
      'duiqi: cannot write "memory.tmx/": its name ends as that of a folder; add the name of a file.\n',
    ],
  ])('ends with 1 for %s', async (_, args, err) =>
    expect(await duiqi(args)).toEqual({ status: 1, out: '', err }),
  );

  it.each<[string, string, RegExp]>([
    [
      'English only',
      ENGLISH.join('\n'),
      /^duiqi: nothing to align in "one\.txt": it holds .* and no Chinese\./,
    ],
    [
      'Chinese only',
      CHINESE.join('\n'),
      /^duiqi: nothing to align in "one\.txt": it holds .* and no English\./,
    ],
    ['nothing', '', /^duiqi: nothing to align in "one\.txt": it holds no text\./],
  ])('ends with 3 and writes nothing for %s', async (_, text, message) => {
    await writeFile(join(directory, 'one.txt'), text);
    expect(await duiqi(['align', 'one.txt', '-o', 'new/a.tmx'])).toEqual({
      status: 3,
      out: '',
      err: expect.stringMatching(message),
    });
    expect(await readdir(directory)).not.toContain('new');
  });

  it('names both inputs where there is nothing to align', async () => {
    const { status, err } = await duiqi(['align', 'en.txt', '-'], ENGLISH.join('\n'));
    expect({ status, err }).toEqual({
      status: 3,
      err: expect.stringMatching(/"en\.txt" and standard input: they hold/),
    });
  });
});

describe('duiqi align', () => {
  it('prints JSON lines to standard output and a one-line summary to standard error', async () => {
    const { status, out, err } = await duiqi(['align', 'mixed.txt']);
    expect(status).toBe(0);
    expect(jsonLines(out).map(({ en, zh }) => [en, zh])).toEqual(
      ENGLISH.map((line, index) => [line, CHINESE[index]]),
    );
    expect(err).toMatch(
      /^Read mixed\.txt \(plain text, UTF-8\): line by line .*\n4 pairs from mixed\.txt \(English 4 sentences, Chinese 4\); .*\n$/,
    );
  });

  it('reads standard input', async () => {
    const file = await duiqi(['align', 'mixed.txt', '-f', 'tsv', '-q']);
    const piped = await duiqi(['align', '-', '-f', 'tsv', '-q'], MIXED.join('\n'));
    expect(piped).toEqual({ status: 0, out: file.out, err: '' });
  });

  it('writes every output, makes directories, and shows pairs in 100 columns', async () => {
    const { status, out, err } = await duiqi([
      'align',
      'mixed.txt',
      '-o',
      'a/b/x.tmx',
      '-o',
      'x.jsonl',
      '-o',
      'x.align',
      '--preview',
      '2',
    ]);
    expect({ status, out }).toEqual({ status: 0, out: '' });
    expect(await written('a/b/x.tmx')).toMatch(
      /^<\?xml.*\n.*\n.*\n<header .*creationtoolversion="\d+\.\d+\.\d+"/,
    );
    expect(jsonLines(await written('x.jsonl'))).toHaveLength(4);
    expect(await written('x.align')).toBe('[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n');
    expect(await readdir(directory)).toHaveLength(6);
    expect(err).toContain('Written to a/b/x.tmx, x.jsonl and x.align.');
    expect(err).toMatch(/\(1\) The town .* \| （一）全镇/);
    expect(err).not.toContain('Every school');
    const [, shown] = err.split('x.align.\n');
    for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
  });

  it('writes no output when one of them fails, and leaves nothing behind', async () => {
    await writeFile(join(directory, 'old.tmx'), 'old');
    const { status, err } = await duiqi([
      'align',
      'mixed.txt',
      '-o',
      'old.tmx',
      '-o',
      'new.tsv',
      '-o',
      'en.txt/x.jsonl',
    ]);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(/^duiqi: cannot write "en\.txt\/x\.jsonl": .*\n$/),
    });
    expect(await written('old.tmx')).toBe('old');
    expect((await readdir(directory)).sort()).toEqual(['en.txt', 'mixed.txt', 'old.tmx', 'zh.txt']);
  });

  it('writes through a symbolic link', async () => {
    await writeFile(join(directory, 'real.tsv'), 'old');
    await symlink('real.tsv', join(directory, 'link.tsv'));
    expect(await duiqi(['align', 'mixed.txt', '-o', 'link.tsv', '-q'])).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    expect(await written('real.tsv')).toContain(CHINESE[1]);
  });

  it('takes two files in either order and counts beads in the order named', async () => {
    await writeFile(join(directory, 'joined.txt'), `${ENGLISH[0]}\n${ENGLISH.slice(1).join(' ')}\n`);
    await writeFile(join(directory, 'whole.txt'), `${CHINESE[0]}\n${CHINESE.slice(1).join('')}\n`);
    const forward = await duiqi(['align', 'en.txt', 'zh.txt', '-q']);
    const backward = await duiqi(['align', 'zh.txt', 'en.txt', '-q']);
    const texts = (out: string) => jsonLines(out).map(({ en, zh }) => [en, zh]);
    expect(texts(forward.out)).toEqual(ENGLISH.map((line, index) => [line, CHINESE[index]]));
    expect(texts(backward.out)).toEqual(texts(forward.out));
    const lines = ['-q', '--segments', 'lines', '-f', 'beads'];
    const longer = await duiqi(['align', 'en.txt', 'whole.txt', ...lines]);
    const shorter = await duiqi(['align', 'whole.txt', 'en.txt', ...lines]);
    expect(longer.out).not.toBe(shorter.out);
    expect(shorter.out.replace(/^(.*):(.*)$/gm, '$2:$1')).toBe(longer.out);
  });

  it('puts every line in exactly one bead with --segments lines', async () => {
    await writeFile(
      join(directory, 'more.txt'),
      [...ENGLISH, 'An appendix that nobody translated.', ''].join('\n'),
    );
    const { out } = await duiqi(['align', 'more.txt', 'zh.txt', '--segments', 'lines', '-f', 'beads', '-q']);
    const beads = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(`[${line.replace(':', ',')}]`) as [number[], number[]]);
    expect(beads.flatMap(([first]) => first)).toEqual([0, 1, 2, 3, 4]);
    expect(beads.flatMap(([, second]) => second)).toEqual([0, 1, 2, 3]);
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const many = Array.from(
      { length: 3000 },
      (_, index) => `Bridge number ${index} is open.\n第${index}号桥梁已经开放。\n`,
    );
    await writeFile(join(directory, 'many.txt'), many.join(''));
    const { status, err } = await duiqi(['align', 'many.txt', '--segments', 'lines'], '', (_, close) =>
      close(),
    );
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it('leaves out pairs with a low score when asked, and says so', async () => {
    // No score is 1.
    const kept = await duiqi(['align', 'mixed.txt', '--min-score', '1']);
    expect(kept.out).toBe('');
    expect(kept.err).toContain('Left out: ');
  });
});

describe('duiqi segment', () => {
  it('prints sentences in the order of the source', async () => {
    const { status, out } = await duiqi(['segment', 'mixed.txt']);
    expect(status).toBe(0);
    expect(jsonLines(out).map(({ text }) => text)).toEqual(MIXED);
    expect(jsonLines(out)[2]).toEqual({ language: 'en', text: ENGLISH[1], clause: '(1)', spans: [[37, 91]] });
  });

  it('leaves out blank lines where lines are segments', async () => {
    await writeFile(join(directory, 'blank.txt'), 'One boat.\n\nTwo nets.\n');
    const { status, out } = await duiqi(['segment', 'blank.txt', 'zh.txt', '--segments', 'lines', '-q']);
    expect(status).toBe(0);
    expect(
      jsonLines(out)
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['One boat.', 'Two nets.']);
  });

  it('is content with one language, and tells two files apart', async () => {
    expect(jsonLines((await duiqi(['segment', 'zh.txt'])).out).map(({ text }) => text)).toEqual(CHINESE);
    const { out } = await duiqi(['segment', 'zh.txt', 'en.txt', '-q']);
    expect(jsonLines(out).map(({ file }) => file)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('warns of what looks odd in the text', async () => {
    const cut = 'The ferry leaves at nine. It is full in the summer, and the';
    const { status, err } = await duiqi(['segment', '-'], cut);
    expect([status, err]).toEqual([
      0,
      expect.stringMatching(
        /from stdin\nWarning: The text breaks off in mid-sentence, and nothing continues it: .*\n$/,
      ),
    ]);
  });

  it('writes to a file', async () => {
    expect(await duiqi(['segment', 'en.txt', '-o', 'en.jsonl', '-q'])).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    expect(jsonLines(await written('en.jsonl'))).toHaveLength(4);
  });
});

describe('duiqi inspect', () => {
  it('shows languages, runs and matched clauses in 100 columns', async () => {
    const { status, out, err } = await duiqi(['inspect', 'mixed.txt']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^ {2}line 3 +English +1 paragraph +\(1\) The town/m);
    expect(out).toMatch(/^ {2}\(2\) Every school.* \| （二） ?2027年/m);
    expect(out).toContain('Clauses (3 begin at the same pair)');
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
  });

  it('shows both sides of a stitched page cut', async () => {
    const page = [
      'The council met with the mayors of the valley and',
      '镇议会会见了山谷各镇的镇长，以及',
      'the six river towns in the spring of that year.',
      '沿河六镇的代表，时间是当年春天。',
    ];
    await writeFile(join(directory, 'cut.txt'), page.join('\n\n'));
    const { out } = await duiqi(['inspect', 'cut.txt']);
    expect(out).toMatch(/English {2}.*valley and ⟂ the six river/);
    expect(out).toMatch(/Chinese {2}.*以及 ⟂ 沿河六镇/);
  });

  it('says what there is where nothing can be aligned', async () => {
    const { status, out } = await duiqi(['inspect', 'en.txt']);
    expect(status).toBe(0);
    expect(out).toMatch(/Chinese +0 paragraphs/);
  });
});

describe('duiqi eval', () => {
  it('prints precision, recall and F1 of two bead files', async () => {
    await writeFile(join(directory, 'gold.beads'), '[0]:[0]\n[1]:[1]\n[2,3]:[2]\n');
    await writeFile(join(directory, 'got.beads'), '[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[]\n');
    const { status, out, err } = await duiqi(['eval', 'got.beads', 'gold.beads']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('4 beads against 3 beads of gold');
    expect(out).toMatch(/^all +0\.5000 +0\.6667 +0\.5714$/m);
    expect(out).toMatch(/^strict +0\.5000 +0\.6667 /m);
  });

  it('ends with 1 where a file holds no beads', async () => {
    expect(await duiqi(['eval', 'en.txt', 'zh.txt'])).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringMatching(/^duiqi: .*1/),
    });
  });
});
