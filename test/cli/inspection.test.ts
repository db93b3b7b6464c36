import type { Alignment, Bead, Clause, Language, Paragraph, Segment, Side, Span } from 'duiqi';
import { segmentIndex } from 'duiqi';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../packages/cli/src/display-width.js';
import { inspection } from '../../packages/cli/src/inspection.js';

const TEXT = [
  'The council met with the mayors of the whole long and quiet valley and',
  '镇议会会见了山谷各镇的镇长，以及',
  'the six river towns. The next meeting, we',
  '沿河六镇的代表。',
  '(1) Bridges come first.',
  '(2) Nobody translated this.',
  '（一）先修桥。',
  '（二）这里没有英文。',
].join('\n');

function spanOf(part: string): Span {
  const start = TEXT.indexOf(part);
  return { start, end: start + part.length };
}

/** A side out of paragraphs given as pieces; a paragraph that begins with a bracket is a clause. */
function side(language: Language, texts: readonly (readonly string[])[]): Side {
  const paragraphs: Paragraph[] = texts.map((pieces) => ({
    language,
    kind: 'paragraph',
    pieces: pieces.map(spanOf),
    numbering: null,
    position: null,
    stitched: pieces.length > 1,
    truncated: pieces.at(-1)?.endsWith('we') ?? false,
  }));
  const segments: Segment[] = texts.map((pieces, paragraph) => ({
    language,
    text: pieces.join(language === 'en' ? ' ' : ''),
    spans: pieces.map(spanOf),
    paragraph,
    clause: null,
    label: null,
    stitched: pieces.length > 1,
    truncated: false,
  }));
  const clauses = segments.flatMap(({ text, paragraph }): Clause[] => {
    const raw = /^[(（].[)）]/.exec(text)?.[0];
    if (raw === undefined) return [];
    const label = {
      raw,
      scheme: 'arabic-parenthesis',
      ordinals: [1],
      letterCase: 'none',
      length: raw.length,
    } as const;
    return [{ label, path: raw, ordinals: [1], start: paragraph, end: paragraph + 1, children: [] }];
  });
  return { language, source: 0, paragraphs, segments, clauses };
}

function bead(en: readonly [number, number], zh: readonly [number, number]): Bead {
  const range = ([start, end]: readonly [number, number]) => ({
    start: segmentIndex(start),
    end: segmentIndex(end),
  });
  return { en: range(en), zh: range(zh) };
}

const ALIGNMENT: Alignment = {
  sources: [{ name: 'cut.txt', text: TEXT, format: 'text', encoding: null }],
  en: side('en', [[TEXT.split('\n')[0], TEXT.split('\n')[2]], [TEXT.split('\n')[4]], [TEXT.split('\n')[5]]]),
  zh: side('zh', [[TEXT.split('\n')[1], TEXT.split('\n')[3]], [TEXT.split('\n')[6]], [TEXT.split('\n')[7]]]),
  anchors: [],
  markup: [[]],
  layout: 'pages',
  layoutConfidence: 0.934,
  languages: [{ code: 'eng', name: 'English', characters: 1240 }],
  diagnostics: [
    {
      code: 'band-widened',
      severity: 'info',
      side: 'en',
      span: null,
      message: 'More was looked at. '.repeat(9),
    },
  ],
  pairs: [],
  unaligned: [],
  ladder: [bead([0, 1], [0, 1]), bead([1, 2], [1, 2]), bead([2, 3], [2, 2]), bead([3, 3], [2, 3])],
  quality: 1,
  signature: '',
};

describe('inspection', () => {
  const lines = [...inspection(ALIGNMENT)].join('').split('\n');

  it.each<[string, RegExp]>([
    ['languages', /^ {2}Languages {2}English \(1,240 letters\)$/],
    ['layout', /^ {2}Layout +page by page \(93 % sure; --layout chooses another\)$/],
    ['sizes', /^ {2}Chinese +3 paragraphs, 3 segments and 2 clauses$/],
    ['a run of one paragraph', /^ {2}line 3 +English {2}1 paragraph +the six river towns/],
    ['a run of two', /^ {2}lines 5-6 +English {2}2 paragraphs +\(1\) Bridges come first\.$/],
    ['an English seam', /^ {2}lines 1-3 +English {2}….* quiet valley and ⟂ the six river towns\. The .*…$/],
    ['a Chinese seam', /^ {2}lines 2-4 +Chinese {2}镇议会.*镇长，以及 ⟂ 沿河六镇的代表。$/],
    ['what is broken off', /^ {2}line 3 +English {2}the six river towns\. The next meeting, we$/],
    ['the number of matched clauses', /^Clauses \(1 begin at the same pair\)$/],
    ['matched clauses in one row', /^ {2}\(1\) Bridges come first\. +\| （一） 先修桥。$/],
    ['an English clause alone', /^ {2}\(2\) Nobody translated this\. +\|$/],
    ['a Chinese clause alone', /^ +\| （二） 这里没有英文。$/],
    ['diagnostics', /^ {2}info band-widened: More was looked at\./],
  ])('shows %s', (_, line) => expect(lines).toContainEqual(expect.stringMatching(line)));

  it('keeps to 100 columns', () => {
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(100);
  });
});
