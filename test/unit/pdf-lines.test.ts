import { describe, expect, test } from 'vitest';
import { isCodeLine } from '../../packages/aligner/src/document/read/pdf/code.js';
import { layOut } from '../../packages/aligner/src/document/read/pdf/document.js';
import { evenGap, linesOf, type TextRun } from '../../packages/aligner/src/document/read/pdf/lines.js';
import { measure } from '../../packages/aligner/src/document/read/pdf/measure.js';
import { paragraphsOf } from '../../packages/aligner/src/document/read/pdf/paragraphs.js';
import { type PageRuns, runsOf } from '../../packages/aligner/src/document/read/pdf/runs.js';
import type { StructureBlock } from '../../packages/aligner/src/document/read/pdf/structure.js';
import { taggedPages } from '../../packages/aligner/src/document/read/pdf/tagged.js';
import { termEnd } from '../../packages/aligner/src/document/read/pdf/term-end.js';
import { textOf } from '../../packages/aligner/src/document/read/pdf/text-of-lines.js';
import { hyphenatedWords } from '../../packages/aligner/src/document/writing/cut-words.js';

/** Runs of one line in 10 points, as text and where it begins and ends. */
const line = (...runs: readonly (readonly [text: string, left: number, right: number])[]): string[] =>
  linesOf(runs.map(([text, left, right]): TextRun => ({ text, left, right, baseline: 100, size: 10 }))).map(
    ({ text }) => text,
  );

describe('a line of a PDF', () => {
  test('a quotation mark of another font stands in the gap that is left for it, not before or after the text', () => {
    expect(line(['他问： 谁来修船？ 没有人答。', 0, 130], ['“', 30, 35], ['”', 80, 85])).toEqual([
      '他问：“谁来修船？”没有人答。',
    ]);
  });

  test('a mark that lies over text without a gap near it comes after that text', () => {
    expect(line(['渡船很旧了', 0, 50], ['*', 20, 25])).toEqual(['渡船很旧了*']);
  });

  test('the gap that programs leave between Chinese and numbers is no space, a wider one is', () => {
    expect(
      line(['截至', 0, 20], ['2024', 22.4, 42], ['年', 44.4, 54.4], ['6', 60, 65], ['月', 67, 77]),
    ).toEqual(['截至2024年 6月']);
  });

  test('the room around code or a key is no space before a stop or behind a bracket, but one between words is', () => {
    expect(
      line(['Set the value to', 0, 70], ['3V', 75, 85], ['. Press (', 87, 120], ['E', 122, 127]),
    ).toEqual(['Set the value to 3V. Press (E']);
    expect(line(['Open the', 0, 40], ['.deb', 43, 60], ['file', 63, 75])).toEqual(['Open the .deb file']);
    expect(line(['名称为', 0, 30], ['M20', 32, 50], ['。', 52, 62])).toEqual(['名称为M20。']);
  });

  test('a Chinese character takes its whole size, though its font says less', () => {
    expect(line(['目', 0, 7.5], ['录和名', 10, 40], ['编号', 46, 66])).toEqual(['目录和名 编号']);
  });

  test('an accent over a blank is the mark that it looks like', () => {
    expect(line(['the', 0, 15], ['unstable’', 22, 60], ['\u0300', 19, 23])).toEqual(['the `unstable’']);
  });

  test('the gap between Latin words is a space', () => {
    expect(line(['The', 0, 15], ['ferry', 17.4, 40])).toEqual(['The ferry']);
  });
});

test('a term in a font of its own is told by a gap that is wider than those between words', () => {
  const end = (gap: number, font: number): number =>
    termEnd(
      linesOf(
        ['the', 'mill', 'This', 'grinds', 'our', 'rye'].map((text, at): TextRun => {
          const left = 30 * at + (at > 1 ? gap - 3 : 0);
          return { text, left, right: left + 27, baseline: 100, size: 10, font: at < 2 ? font : 1 };
        }),
      )[0]!,
    );
  expect(end(5, 2)).toBe(2);
  expect(end(5, 1)).toBe(0);
  expect(end(4, 2)).toBe(0);
});

test('a term is told beside the end of a sentence, behind which TeX leaves as much room', () => {
  const words: readonly (readonly [text: string, gap: number, font: number])[] = [
    ['mill', 0, 2],
    ['grinds', 5, 1],
    ['our', 3.5, 1],
    ['rye.', 3.5, 1],
    ['It', 5, 1],
    ['is', 3.5, 1],
    ['old', 3.5, 1],
  ];
  const end = (fonts: boolean): number => {
    let right = 0;
    const runs = words.map(([text, gap, font]): TextRun => {
      const left = right + gap;
      right = left + 25;
      return { text, left, right, baseline: 100, size: 10, font: fonts ? font : 1 };
    });
    return termEnd(linesOf(runs)[0]!);
  };
  expect(end(true)).toBe(1);
  expect(end(false)).toBe(0);
});

test('a term in Latin letters is told before Chinese, which has narrower gaps beside such letters', () => {
  const end = (gap: number): number =>
    termEnd(
      linesOf([
        { text: 'mill-gate', left: 0, right: 45, baseline: 100, size: 10, font: 1 },
        { text: '由磨坊主在早晨打开，见', left: 45 + gap, right: 145, baseline: 100, size: 10, font: 1 },
        { text: 'mill', left: 147.5, right: 167, baseline: 100, size: 10, font: 1 },
        { text: '一节。', left: 169.5, right: 199, baseline: 100, size: 10, font: 1 },
      ])[0]!,
    );
  expect(end(5)).toBe(1);
  expect(end(2.5)).toBe(0);
});

test('the even gaps of a justified cell are told beside the wider ones around it', () => {
  const gaps = (...all: number[]): number | null => {
    let right = 0;
    return evenGap(
      [0, ...all].map((gap, at): TextRun => {
        const left = right + gap;
        right = left + 30;
        return { text: `word${at}`, left, right, baseline: 100, size: 10 };
      }),
    );
  };
  expect(gaps(28, 7, 7.3, 7.2, 7, 12)).toBeCloseTo(0.73);
  // Gaps that grow little by little are of no two kinds, and so few are even by chance.
  expect(gaps(28, 7, 7.3, 7.2, 7, 9.3)).toBeNull();
  expect(gaps(28, 7, 7.3, 7.2, 12)).toBeNull();
});

describe('a line that is set as code is', () => {
  const isCode = (...runs: readonly (readonly [text: string, isMono: boolean, size: number])[]): boolean =>
    isCodeLine(
      linesOf(
        runs.map(([text, isMono, size], at): TextRun => {
          const left = runs.slice(0, at).reduce((sum, [before]) => sum + 10 * before.length, 0);
          return { text, left, right: left + 10 * text.length, baseline: 100, size, isMono };
        }),
      )[0]!,
    );

  test('may have Chinese in it, in the font that stands in for its own', () => {
    expect(isCode(['mill run # ', true, 9], ['磨面', false, 9])).toBe(true);
    expect(isCode(['正在磨面', false, 9], ['... ', true, 9], ['完成', false, 9])).toBe(true);
  });

  test('is no Chinese sentence with a command in it, nor Chinese of another size', () => {
    expect(isCode(['要磨面，请运行', false, 9], ['mill run', true, 9], ['。', false, 9])).toBe(false);
    expect(isCode(['列出', false, 10], ['mill list', true, 8], ['的结果', false, 10])).toBe(false);
  });

  test('is no row with a name in Chinese and a value that is code', () => {
    const run = { baseline: 100, size: 9 };
    const row = [
      { ...run, text: '磨坊的名称', left: 0, right: 45 },
      { ...run, text: 'mill=old', left: 120, right: 160, isMono: true },
    ];
    expect(isCodeLine(linesOf(row)[0]!)).toBe(false);
  });
});

describe('a raised number', () => {
  const at = (text: string, left: number, right: number, baseline: number, size: number): TextRun => ({
    text,
    left,
    right,
    baseline,
    size,
  });

  test('is none where it only stands beside a larger text far from it', () => {
    const half = [at('under', 0, 30, 96, 11), at('subsection', 37, 96, 96, 11), at('(1),', 103, 122, 96, 11)];
    const [read] = linesOf([...half, at('渡船', 300, 330, 100, 15)]);
    expect([read!.text, read!.marks]).toEqual(['under subsection (1), 渡船', 0]);
  });

  test('is a mark of its line behind an ordinal as well, and raised by half a line', () => {
    const ordinal = [at('the 10', 0, 30, 100, 10), at('th', 30, 36, 96, 7), at('2', 36, 39, 96, 7)];
    expect(linesOf(ordinal).map(({ text, marks }) => [text, marks])).toEqual([['the 10th', 1]]);
    const high = [at('55 decibels', 0, 60, 100, 9.5), at('2', 60, 64, 95.2, 7.6), at('.', 64, 67, 100, 9.5)];
    expect(linesOf(high).map(({ text, marks }) => [text, marks])).toEqual([['55 decibels.', 1]]);
    const apart = [at('2', 60, 64, 93, 7.6), at('55 decibels', 0, 60, 100, 9.5)];
    expect(linesOf(apart)).toHaveLength(2);
  });
});

test('a Chinese bracket on a turned page is as wide as its size, though half of it is drawn', () => {
  const characters = [...'甲）与'].map((text, at) => {
    const piece = { font: 1, size: 12, matrix: [0, 12, -12, 0], isUpright: false, mark: -1 } as const;
    const y = 100 + 12 * at;
    return { text, x: 300, y, left: 290, right: 300, bottom: y, top: y + (text === '）' ? 4 : 11.5), piece };
  });
  const box = { left: 0, bottom: 0, right: 600, top: 800 };
  const { directions } = runsOf({
    characters,
    box,
    isCropped: false,
    isCut: false,
    structure: [],
    rules: [],
  });
  expect(directions[0]!.map(({ text }) => text)).toEqual(['甲）与']);
});

describe('the structure of a page', () => {
  const run = (text: string, left: number, baseline: number, mark: number): TextRun => ({
    text,
    left,
    right: left + 10 * text.length,
    baseline,
    size: 10,
    mark,
  });
  const read = (...runs: readonly TextRun[]) => {
    const block = (mark: number): StructureBlock => ({
      kind: 'paragraph',
      marks: [mark],
      cell: null,
      isNote: false,
    });
    const page: PageRuns = {
      directions: [runs],
      aslant: [],
      undecodable: 0,
      blocks: [block(0), block(1), block(2)],
      rules: [],
      sides: { left: 0, right: 600 },
      replaced: 0,
    };
    return taggedPages([page])[0]?.blocks.map(({ paragraph }) => paragraph.lines.map(({ text }) => text));
  };
  const text = [run('The mill', 0, 100, 0), run('2024', 110, 100, 1), run('It grinds rye.', 0, 120, 2)];

  test('is believed where a style sheet puts a little text into its lines', () => {
    expect(read(...text, run('–', 90, 100, -1))).toEqual([['The mill –'], ['2024'], ['It grinds rye.']]);
  });

  test('keeps a sentence whole that goes on behind the notes of its page', () => {
    const page = (...texts: readonly (readonly [text: string, isNote: boolean])[]): PageRuns => ({
      directions: [texts.map(([text], at) => ({ ...run(text, 0, 100 + 20 * at, at), right: 500 }))],
      aslant: [],
      undecodable: 0,
      blocks: texts.map(([, isNote], at) => ({ kind: 'paragraph', marks: [at], cell: null, isNote })),
      rules: [],
      sides: { left: 0, right: 600 },
      replaced: 0,
    });
    const first = page(['The miller asked those who', false], ['1 See the minutes.', true]);
    const { text } = layOut([first, page(['came late to start afresh.', false])]);
    expect(text.split('\n\n')).toEqual([
      'The miller asked those who came late to start afresh.',
      '1 See the minutes.',
    ]);
  });

  test('parts the paragraphs of a cell, such as those of the cells of a table within it', () => {
    const cell = { table: 0, row: 0, column: 0 };
    const texts = ['Oats', '12 coins', 'Rye'];
    const { blocks } = layOut([
      {
        directions: [texts.map((text, at) => run(text, 0, 100 + 20 * at, at))],
        aslant: [],
        undecodable: 0,
        blocks: texts.map((_, at) => ({ kind: 'paragraph', marks: [at], cell, isNote: false })),
        rules: [],
        sides: { left: 0, right: 600 },
        replaced: 0,
      },
    ]);
    expect(blocks.map(({ lines }) => lines.length)).toEqual([1, 1, 1]);
  });

  test('is not believed where a line of its own stands between its paragraphs', () => {
    expect(read(...text, run('–', 90, 110, -1))).toBeUndefined();
  });
});

describe('a raised number', () => {
  const raised = (before: string, number: string): string =>
    linesOf([
      { text: before, left: 0, right: 50, baseline: 100, size: 10 },
      { text: number, left: 50, right: 54, baseline: 96, size: 6 },
    ])[0]!.text;

  test.each([
    ['EBITDA', '2', 'EBITDA'],
    ['the old mill', '1', 'the old mill'],
    ['旧磨坊', '3', '旧磨坊'],
    ['10', '6', '106'],
    ['20 km', '2', '20 km2'],
    ['x', '3', 'x3'],
  ])('after "%s" is the mark of a note or a power: %s', (before, number, expected) => {
    expect(raised(before, number)).toBe(expected);
  });
});

test('a raised letter behind a stop is the mark of a note, and one at the head of a line numbers it', () => {
  const line = (runs: readonly (readonly [text: string, left: number, size: number])[]): string =>
    linesOf(
      runs.map(
        ([text, left, size]): TextRun => ({
          text,
          left,
          right: left + 0.5 * size * text.length,
          baseline: size < 10 ? 96 : 100,
          size,
        }),
      ),
    )[0]!.text;
  expect(
    line([
      ['It is old.', 0, 10],
      ['a', 51, 6],
      ['They say so.', 57, 10],
    ]),
  ).toBe('It is old. They say so.');
  expect(
    line([
      ['the n', 0, 10],
      ['th', 25, 6],
      ['mill', 35, 10],
    ]),
  ).toBe('the nth mill');
  expect(
    line([
      ['a', 0, 6],
      ['They say so.', 3, 10],
    ]),
  ).toBe('a They say so.');
});

describe('words cut at the end of a line', () => {
  const joined = (...texts: readonly string[]): string => {
    const lines = texts.flatMap((text, index) =>
      linesOf([{ text, left: 0, right: 100, baseline: index * 20, size: 10 }]),
    );
    return textOf(lines, new Set());
  };

  test.each([
    [['It had har-', 'bors.'], 'It had harbors.'],
    [['She is thirty-', 'three.'], 'She is thirty-three.'],
    [['They are self-', 'employed.'], 'They are self-employed.'],
    [['The ferry of Port-', 'Royal.'], 'The ferry of Port- Royal.'],
    [['An up-to-', 'date list.'], 'An up-to-date list.'],
    [['Set DEST-', 'DIR now.'], 'Set DESTDIR now.'],
    [['See https://a.example/one/', 'two.html for it.'], 'See https://a.example/one/two.html for it.'],
    [['It is in /srv/mill/', 'gates, as ever.'], 'It is in /srv/mill/gates, as ever.'],
    [['It is in mill/-', 'gates and in no other.'], 'It is in mill/gates and in no other.'],
    [['Start it with --no-', 'lock at night.'], 'Start it with --no-lock at night.'],
    [['Give it as bin,mill-', 'gates now.'], 'Give it as bin,mill-gates now.'],
    [['Look in $(top)/mill-', 'gates now.'], 'Look in $(top)/mill-gates now.'],
  ])('%j', (texts, expected) => expect(joined(...texts)).toBe(expected));
});

test('cells whose lines lie half a line below each other do not tell how far lines of text are apart', () => {
  const tops = [0, 13, 40, 46.5, 53, 80, 86.5, 93, 120, 126.5, 133, 160, 166.5, 173];
  const lines = tops.flatMap((baseline) =>
    linesOf([{ text: 'Boats that carry hay', left: 0, right: 100, baseline, size: 10 }]),
  );
  expect(measure(lines).pitch).toBe(13);
});

test('lines a little larger than those of a table above them are no heading, and part where its paragraphs do', () => {
  const lines = Array.from({ length: 14 }, (_, at) =>
    linesOf([
      {
        text: 'Boats that carry hay',
        left: 0,
        right: 100,
        baseline: at < 13 ? at * 12 : 161,
        size: at < 12 ? 9 : 10,
      },
    ]),
  ).flat();
  expect(paragraphsOf(lines).at(-1)!.lines).toHaveLength(1);
});

describe('compounds at the end of a line', () => {
  const filler = [
    'The board met in the old mill and heard the',
    'report of the miller, who had counted all of',
    'the sacks that were brought in over the year',
    'and had found that some of them were missing',
  ];
  /** The text of a document of some lines, the first of which ends with a hyphen. */
  const read = (lines: readonly string[], times: number): string => {
    const all = [...lines, ...Array.from({ length: times }, () => filler).flat()].flatMap((text, at) =>
      linesOf([{ text, left: 0, right: 100, baseline: at * 12, size: 10 }]),
    );
    return textOf(all.slice(0, lines.length), hyphenatedWords(all.map(({ text }) => text)));
  };

  test.each([
    ['It is a non-', 'political body.', 'It is a non-political body.'],
    ['Give them all the infor-', 'mation that you have.', 'Give them all the information that you have.'],
    ['This is a state-', 'owned mill.', 'This is a state-owned mill.'],
    ['It was the well-', 'preserved part.', 'It was the well-preserved part.'],
    ['Send it by e-', 'mail at once.', 'Send it by e-mail at once.'],
    ['They made an agree-', 'ment in May.', 'They made an agreement in May.'],
    ['All of the gov-', 'ernment came.', 'All of the government came.'],
  ])('%s %s', (first, second, expected) => {
    for (const times of [0, 2, 5]) expect(read([first, second], times)).toBe(expected);
  });

  test('keep their hyphen where the document cuts no other words', () => {
    expect(read(['The inter-', 'departmental group met.'], 15)).toBe('The inter-departmental group met.');
  });

  test('keep it in a long document that cuts no words, though it has one half nowhere else', () => {
    const words = Array.from(
      { length: 1600 },
      (_, at) =>
        `w${String.fromCharCode(97 + (at % 26))}${'x'.repeat(1 + (at % 7))}${String.fromCharCode(97 + ((at / 26) % 26))}`,
    );
    const lines = ['This is the life-', 'cycle of a mill.', 'It has no life.', ...words];
    expect(read(lines, 0)).toContain('This is the life-cycle of a mill.');
    const cut = ['They heard the govern-', 'ment of the town.', 'All govern.', ...words];
    expect(read(cut, 0)).toContain('They heard the government of the town.');
  });

  test('have none where it has them in one word', () => {
    expect(read(['The inter-', 'departmental group met.', 'It is interdepartmental.'], 15)).toContain(
      'The interdepartmental group met.',
    );
  });
});
