import { segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { read } from '../../packages/aligner/src/document/read/read.js';
import { checkOptions } from '../../packages/aligner/src/options.js';

describe('lines without end are read within the time limit', () => {
  test('a paragraph of 50,000 wrapped lines', async () => {
    const line = 'opened at eight and the clerk counted every crate before noon. The harbour office then';
    const { en, sources } = await segment(`${line}\n`.repeat(50_000));
    expect([en.paragraphs.length, en.segments.length]).toEqual([1, 50_001]);
    for (const { text, spans } of en.segments) {
      expect(
        spans
          .map(({ start, end }) => sources[0].text.slice(start, end))
          .join(' ')
          .replaceAll('\n', ' '),
      ).toBe(text);
    }
  });

  test('130,000 clauses that break off', async () => {
    const { en, diagnostics } = await segment('(1) going to the\n（1）走了。\n'.repeat(130_000));
    expect(en.segments.length).toBe(130_000);
    expect(diagnostics.filter(({ code }) => code === 'truncated').length).toBe(130_000);
  });

  test('a block of HTML of 200,000 lines in Markdown', async () => {
    const text = `<div>\n${'word\n'.repeat(200_000)}</div>`;
    const { blocks } = await read(text, '', checkOptions({ format: 'markdown' }));
    expect(blocks.length).toBe(200_000);
  });

  test('a drawn table of 150,000 rows', async () => {
    const { blocks } = await read(
      '| low tide | 低潮 |\n'.repeat(150_000),
      '',
      checkOptions({ format: 'text' }),
    );
    expect(blocks.length).toBe(300_000);
  });
});
