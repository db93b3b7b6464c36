import type { Pacer } from '../common/pacer.js';
import type { Language, Paragraph, Segment, Segmentation, Side, Span } from '../types.js';
import type { Inputs } from './inputs.js';
import { languagesOf } from './language/identify.js';
import { lineSpans } from './writing/lines.js';
import { languageByScript } from './writing/script.js';

/** Each line is a segment, blank ones too: segment numbers are then line numbers. */
export async function readSegmentLines({ inputs, sides }: Inputs, pacer: Pacer): Promise<Segmentation> {
  const sources = inputs.map(({ source }) => source);
  const place = sides ?? { en: 0, zh: 0 };
  const textOf = (language: Language): string => sources[place[language]]!.text;
  const lines = sides
    ? { en: linesOf(textOf('en')), zh: linesOf(textOf('zh')) }
    : linesByScript(textOf('en'));
  const side = (language: Language): Side =>
    sideOf(textOf(language), place[language], language, lines[language]);
  const [en, zh] = [side('en'), side('zh')];
  return {
    sources,
    en,
    zh,
    anchors: [],
    markup: sources.map(() => []),
    layout: sides ? 'two-texts' : 'lines',
    layoutConfidence: 1,
    languages: await languagesOf(en, zh, pacer),
    diagnostics: inputs.flatMap(({ diagnostics }) => diagnostics),
  };
}

function linesOf(text: string): Span[] {
  const lines = lineSpans(text);
  // A break at the very end ends the last line and begins no other.
  if (text === '' || lineSpans(text.slice(-1)).length > 1) lines.pop();
  return lines;
}

/** The lines of a bilingual text that are not blank; those without letters are in the language of the line before. */
function linesByScript(text: string): Record<Language, Span[]> {
  const lines: Record<Language, Span[]> = { en: [], zh: [] };
  let last: Language = 'en';
  for (const line of linesOf(text)) {
    last = languageByScript(text.slice(line.start, line.end)) ?? last;
    if (line.end > line.start) lines[last].push(line);
  }
  return lines;
}

const NOWHERE: readonly Span[] = [];

function sideOf(text: string, source: number, language: Language, lines: readonly Span[]): Side {
  const paragraphs: Paragraph[] = [];
  const segments: Segment[] = [];
  for (const [paragraph, line] of lines.entries()) {
    const pieces = [line];
    paragraphs.push({
      language,
      kind: 'paragraph',
      pieces,
      numbering: null,
      position: null,
      stitched: false,
      truncated: false,
    });
    segments.push({
      language,
      text: text.slice(line.start, line.end),
      spans: line.end > line.start ? pieces : NOWHERE,
      paragraph,
      clause: null,
      label: null,
      stitched: false,
      truncated: false,
    });
  }
  return { language, source, paragraphs, segments, clauses: [] };
}
