import { align, segment } from 'duiqi';
import { describe, expect, it } from 'vitest';
import { expectAllSegmented, expectConservation } from '../helpers/conservation.js';

/** The texts of the English and the Chinese segments of a piece of Markdown, of which nothing is lost. */
async function texts(markdown: string): Promise<string[]> {
  const segmentation = await segment(markdown, { format: 'markdown' });
  expectAllSegmented(segmentation);
  return [...segmentation.en.segments, ...segmentation.zh.segments].map(({ text }) => text);
}

describe('inline Markdown is none of the text', () => {
  it.each<[string, string, string[]]>([
    ['strong', 'The **old ferry** sails.', ['The old ferry sails.']],
    ['emphasis', 'The *old* _ferry_ sails.', ['The old ferry sails.']],
    ['both', 'The ***old* ferry** sails.', ['The old ferry sails.']],
    ['a whole sentence', '**The ferry sails.** *It is old.*', ['The ferry sails.', 'It is old.']],
    ['several sentences', '**The ferry sails. It is old.**', ['The ferry sails.', 'It is old.']],
    ['inside a word', 'The un**sink**able ferry', ['The unsinkable ferry']],
    ['in Chinese', '**旧渡船**要*开*了。', ['旧渡船要开了。']],
    [
      'beside Chinese punctuation',
      '渡船**「新生」**开了，**明天。**后天也开。',
      ['渡船「新生」开了，明天。', '后天也开。'],
    ],
    ['code', 'Call `sail()` or ``a ` b`` now.', ['Call sail() or a ` b now.']],
    ['links', 'See [the *plan*](https://example.org/a(b) "Plan") here.', ['See the plan here.']],
    [
      'a link by reference',
      'See [the plan][1] or [this].\n\n[1]: /a\n[this]: /b\n',
      ['See the plan or this.'],
    ],
    ['an address', 'See <https://example.org/> here.', ['See https://example.org/ here.']],
    ['a picture', 'Here ![the ferry](a.png) sails.', ['Here the ferry sails.']],
    ['a picture without words', '![](a.png)\n\nIt sails.', ['It sails.']],
    [
      'footnote marks',
      'It sails[^1] daily.\n\n[^1]: Not on Sundays.\n',
      ['It sails daily.', 'Not on Sundays.'],
    ],
    ['escapes', 'A star \\* and 3\\. of \\[it\\].', ['A star * and 3. of [it].']],
    ['tags', 'It <b>sails</b><!-- soon --> today.', ['It sails today.']],
    [
      'a break of HTML',
      'Ferry office<br>**Pier 4<br/>Open daily**',
      ['Ferry office', 'Pier 4', 'Open daily'],
    ],
    ['a break of HTML in code', 'Write `<br>` there.', ['Write <br> there.']],
    [
      'a hard break',
      'The ferry\\\nsails daily to the two islands.',
      ['The ferry', 'sails daily to the two islands.'],
    ],
    ['headings', '## The **old** ferry', ['The old ferry']],
    ['cells', '| a | b |\n|---|---|\n| **ferry** | `x` |\n', ['a', 'b', 'ferry', 'x']],
    ['lists', '- The **old** ferry\n- [x] *new*\n', ['The old ferry', 'new']],
    [
      'marks that are none',
      'It takes 3~5 hours, 2 * 3 * 4 men and snake_case_names.',
      ['It takes 3~5 hours, 2 * 3 * 4 men and snake_case_names.'],
    ],
    ['code blocks stay as they are', '```\na **b** `c`\n```\n', ['a **b** `c`']],
  ])('%s', async (_, markdown, expected) => {
    expect(await texts(markdown)).toEqual(expected);
  });

  it('plain text has no such syntax', async () => {
    const { en } = await segment('Two **stars** here.', { format: 'text' });
    expect(en.segments.map(({ text }) => text)).toEqual(['Two **stars** here.']);
  });

  it('a label may be defined in another part of a long text', async () => {
    const filler = Array.from({ length: 400 }, (_, n) => `Boat number ${n} sails on the tide.`).join('\n\n');
    const [first] = await texts(
      `It sails[^1] to [the isle].\n\n${filler}\n\n[^1]: Daily.\n\n[the isle]: /isle\n`,
    );
    expect(first).toBe('It sails to the isle.');
  });

  it('spans lead to the text between', async () => {
    const markdown = 'The **old** ferry sails.';
    const { en } = await segment(markdown, { format: 'markdown' });
    const [sentence] = en.segments;
    expect(sentence!.spans.map(({ start, end }) => markdown.slice(start, end)).join('')).toBe(sentence!.text);
    expect(sentence!.stitched).toBe(false);
  });

  it('clause markers in bold are markers', async () => {
    const alignment = await align('**(1) The harbour** opens at six.\n\n**（一）港口**六点开放。\n', {
      format: 'markdown',
    });
    expectConservation(alignment);
    expect(alignment.pairs.map(({ en, zh }) => [en.clause, en.text, zh.clause, zh.text])).toEqual([
      ['(1)', '(1) The harbour opens at six.', '（一）', '（一）港口六点开放。'],
    ]);
  });
});
