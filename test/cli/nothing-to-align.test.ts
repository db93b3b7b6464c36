import type { Alignment, Diagnostic, FoundLanguage, Language, Segment, Side } from 'duiqi';
import { segmentIndex } from 'duiqi';
import { describe, expect, it } from 'vitest';
import { nothingToAlign } from '../../packages/cli/src/nothing-to-align.js';

const ENGLISH = { code: 'eng', name: 'English', characters: 10_240 };
const CHINESE = { code: 'cmn', name: 'Chinese', characters: 3400 };
const FRENCH = { code: 'fra', name: 'French', characters: 812 };
const UNKNOWN = { code: 'und', name: 'unknown', characters: 1 };

/** An alignment without pairs, with text on the given sides. */
function without(
  languages: readonly FoundLanguage[],
  sides: readonly Language[],
  messages: readonly string[] = [],
): Alignment {
  const diagnostics: Diagnostic[] = messages.map((message) => {
    return { code: 'repeated-text', severity: 'warning', side: null, span: null, message };
  });
  return {
    sources: [{ name: 'x.txt', text: '', format: 'text', encoding: null }],
    en: side('en', sides.includes('en')),
    zh: side('zh', sides.includes('zh')),
    anchors: [],
    markup: [[]],
    layout: 'one-language',
    layoutConfidence: 1,
    languages,
    diagnostics,
    pairs: [],
    unaligned: [],
    ladder: [
      {
        en: { start: segmentIndex(0), end: segmentIndex(0) },
        zh: { start: segmentIndex(0), end: segmentIndex(0) },
      },
    ],
    quality: 0,
    signature: '',
  };
}

function side(language: Language, filled: boolean): Side {
  const segment: Segment = {
    language,
    text: 'text',
    spans: [],
    paragraph: 0,
    clause: null,
    label: null,
    stitched: false,
    truncated: false,
  };
  return { language, source: 0, paragraphs: [], segments: filled ? [segment] : [], clauses: [] };
}

describe('nothingToAlign', () => {
  it.each<[string, FoundLanguage[], Language[], string]>([
    ['one language', [ENGLISH], ['en'], 'English (10,240 letters) and no Chinese'],
    ['the other', [CHINESE], ['zh'], 'Chinese (3,400 characters) and no English'],
    [
      'a third one in Latin letters',
      [FRENCH],
      ['en'],
      'French (812 letters) and neither English nor Chinese',
    ],
    [
      'a third one beside Chinese',
      [CHINESE, FRENCH],
      ['en', 'zh'],
      'Chinese (3,400 characters) and French (812 letters) and no English',
    ],
    ['too little to tell', [UNKNOWN], ['en'], 'text of unknown language (1 letter) and no Chinese'],
    ['traces that made no sentence', [ENGLISH, CHINESE], ['en'], 'English (10,240 letters) and no Chinese'],
    ['no text', [], [], 'no text'],
    [
      'two strangers',
      [ENGLISH, CHINESE],
      ['en', 'zh'],
      'English (10,240 letters) and Chinese (3,400 characters), but nothing in one is the translation of anything in the other',
    ],
  ])('says that there is %s', (_, languages, sides, holdings) => {
    const message = nothingToAlign(without(languages, sides), ['x.txt']);
    expect(message).toBe(`nothing to align in "x.txt": it holds ${holdings}.`);
  });

  it('names both inputs', () => {
    expect(nothingToAlign(without([ENGLISH], ['en']), ['a.txt', '-'])).toBe(
      'nothing to align in "a.txt" and standard input: they hold English (10,240 letters) and no Chinese.',
    );
  });

  it('adds what may be the cause', () => {
    const { diagnostics, ...alignment } = without([ENGLISH], ['en'], ['x']);
    const codes = ['chinese-lost', 'undecodable-text', 'no-text-on-page', 'encoding', 'left-out'] as const;
    const found = codes.map((code) => ({ ...diagnostics[0]!, code, message: `(${code})` }));
    expect(nothingToAlign({ ...alignment, diagnostics: found }, ['x.txt'])).toMatch(
      /no Chinese\. \(chinese-lost\) \(undecodable-text\) \(no-text-on-page\) \(encoding\)$/,
    );
  });

  it('adds that the text repeats itself', () => {
    const alignment = without([ENGLISH], ['en'], ['Lines 1 to 9 come three times.']);
    expect(nothingToAlign(alignment, ['x.txt'])).toMatch(/no Chinese\. Lines 1 to 9 come three times\.$/);
  });
});
