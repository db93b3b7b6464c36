import type { Inputs } from './inputs.js';
import { languagesOf } from './language/identify.js';
import { languageByScript } from './language/script.js';
import { lineSpans } from './read/lines.js';
import type { Language, Layout, Paragraph, Segment, Segmentation, Side } from './types.js';

/** Each line is a segment, blank ones too: segment numbers are then line numbers. */
export function readSegmentLines({ sources, sides, diagnostics }: Inputs): Segmentation {
  const lineSegments = (
    source: number,
    language: Language,
  ): { paragraphs: Paragraph[]; segments: Segment[] } => {
    const { text } = sources[source]!;
    const spans = lineSpans(text);
    // A break at the very end ends the last line and begins no other.
    if (text === '' || lineSpans(text.slice(-1)).length > 1) spans.pop();
    const paragraphs = spans.map(
      (span): Paragraph => ({
        language,
        kind: 'paragraph',
        pieces: [span],
        stitched: false,
        truncated: false,
      }),
    );
    const segments = spans.map(
      ({ start, end }, paragraph): Segment => ({
        language,
        text: text.slice(start, end),
        spans: end > start ? [{ start, end }] : [],
        paragraph,
        clause: null,
        label: null,
        stitched: false,
        truncated: false,
      }),
    );
    return { paragraphs, segments };
  };
  const side = (language: Language): Side => {
    const source = sides ? sides[language] : 0;
    const { paragraphs, segments } = lineSegments(source, language);
    if (sides) return { language, source, paragraphs, segments, clauses: [] };
    let last: Language = 'en';
    const own = segments.flatMap((segment, index) => {
      last = languageByScript(segment.text) ?? last;
      return last === language && segment.text !== '' ? [{ segment, paragraph: paragraphs[index]! }] : [];
    });
    return {
      language,
      source,
      paragraphs: own.map(({ paragraph }) => paragraph),
      segments: own.map(({ segment }, paragraph) => ({ ...segment, paragraph })),
      clauses: [],
    };
  };
  const en = side('en');
  const zh = side('zh');
  const layout: Layout = sides ? 'two-texts' : 'paragraphs';
  return {
    sources,
    en,
    zh,
    markup: sources.map(() => []),
    layout,
    languages: languagesOf(en, zh),
    diagnostics,
  };
}
