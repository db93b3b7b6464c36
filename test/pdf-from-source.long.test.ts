import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AlignInput, type Alignment, align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import {
  CHROMIUM,
  exportedByLibreOffice,
  LIBREOFFICE,
  printedByChromium,
  STYLE,
} from './helpers/pdf-programs.js';
import { AGREEMENT, type Clause, DUES } from './helpers/port-agreement.js';

// Documents of our own as PDF give the pairs that they give as pages of HTML.

const programs = [
  { program: 'Chromium', path: CHROMIUM, print: (html: string) => printedByChromium(html) },
  {
    program: 'Chromium, with its heads',
    path: CHROMIUM,
    print: (html: string) => printedByChromium(html, { heads: true }),
  },
  {
    program: 'LibreOffice',
    path: LIBREOFFICE,
    print: (html: string) => exportedByLibreOffice(html, 'html'),
  },
  {
    program: 'LibreOffice, tagged',
    path: LIBREOFFICE,
    print: (html: string) => exportedByLibreOffice(html, 'html', true),
  },
].filter(({ program, path }) => {
  if (path === undefined) console.warn(`Skipped: there is no ${program}.`);
  return path !== undefined;
});

type Language = 'en' | 'zh';
const page = (body: string, style = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Linjiang 临江</title><style>${STYLE} ${style}</style></head><body>${body}</body></html>`;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The report of the examples: pages, each of one language, of paragraphs. */
const report = readFileSync(fileURLToPath(new URL('../examples/work-report.md', import.meta.url)), 'utf8')
  .split(/\n\n+/)
  .map((text) => text.trim())
  .filter((text) => text !== '');
const reportPages: string[][] = [];
for (const text of report) {
  const last = reportPages.at(-1);
  if (last !== undefined && isChinese(last[0]!) === isChinese(text)) last.push(text);
  else reportPages.push([text]);
}
const asHtml = (text: string): string => {
  const level = /^#+/.exec(text)?.[0].length;
  const words = escaped(text.replace(/^#+ /, ''));
  return level === undefined ? `<p>${words}</p>` : `<h${level}>${words}</h${level}>`;
};
const onPages = (pages: readonly (readonly string[])[]): string =>
  pages
    .map((parts, at) => `<div${at > 0 ? ' style="page-break-before: always"' : ''}>${parts.join('\n')}</div>`)
    .join('\n');

const clauseHtml =
  (language: Language) =>
  (clause: Clause): string => {
    const text = escaped(clause[language]);
    if (clause.level === 'title') return `<h1>${text}</h1>`;
    if (clause.level === 'heading') return `<h3>${text}</h3>`;
    if (clause.level === 0) return `<p>${text}</p>`;
    const indent = 24 * clause.level;
    return `<p style="margin-left: ${indent + 24}pt; text-indent: -24pt">${text}</p>`;
  };
const agreement = { en: AGREEMENT.map(clauseHtml('en')), zh: AGREEMENT.map(clauseHtml('zh')) };

const rows = (style: string): string =>
  `<table style="width: 100%; border-collapse: collapse; ${style}"><tr><th>No.</th><th>Service</th><th>服务项目</th></tr>${DUES.map(
    ([en, zh], at) =>
      `<tr><td style="width: 8%">${at + 1}</td><td style="width: 46%">${escaped(en)}</td><td style="width: 46%">${escaped(zh)}</td></tr>`,
  ).join('\n')}</table>`;
const sideBySide = AGREEMENT.map(
  ({ en, zh }) =>
    `<tr><td style="width: 50%; vertical-align: top">${escaped(en)}</td><td style="width: 50%; vertical-align: top">${escaped(zh)}</td></tr>`,
).join('\n');
const noted = (parts: readonly string[]): string =>
  parts
    .map((part, at) =>
      at % 3 === 1 ? part.replace(/([.。;；])<\/p>$/, `$1<sup>${Math.ceil(at / 3)}</sup></p>`) : part,
    )
    .join('\n');

const documents: readonly (readonly [what: string, input: string | { en: string; zh: string }])[] = [
  ['a report, page by page', page(onPages(reportPages.map((parts) => parts.map(asHtml))))],
  [
    'a report, each language alone',
    {
      en: page(
        report
          .filter((text) => !isChinese(text))
          .map(asHtml)
          .join('\n'),
      ),
      zh: page(report.filter(isChinese).map(asHtml).join('\n')),
    },
  ],
  [
    'a justified report, page by page',
    page(onPages(reportPages.map((parts) => parts.map(asHtml))), 'p { text-align: justify }'),
  ],
  [
    'a report in two columns, one language after the other',
    page(
      onPages([report.filter((text) => !isChinese(text)).map(asHtml), report.filter(isChinese).map(asHtml)]),
      'div { column-count: 2; column-gap: 24pt; text-align: justify }',
    ),
  ],
  ['an agreement with items, page by page', page(onPages([agreement.en, agreement.zh]))],
  [
    'an agreement with items, paragraph by paragraph',
    page(agreement.en.flatMap((part, at) => [part, agreement.zh[at]!]).join('\n')),
  ],
  [
    'an agreement, each language alone',
    // LibreOffice loses the first line of such a page, whatever it is.
    {
      en: page(`<p>&nbsp;</p>${agreement.en.join('\n')}`),
      zh: page(`<p>&nbsp;</p>${agreement.zh.join('\n')}`),
    },
  ],
  ['an agreement, side by side', page(`<table style="width: 100%">${sideBySide}</table>`)],
  ['a table with rules', page(rows(''), 'td, th { border: 0.5pt solid black; padding: 3pt }')],
  ['a table without rules', page(rows(''), 'td, th { padding: 3pt; text-align: left }')],
  [
    'an agreement with a schedule',
    page(
      `${onPages([agreement.en, agreement.zh])}<h2>Schedule 1 附件一</h2>${rows('')}`,
      'td, th { padding: 3pt }',
    ),
  ],
  ['an agreement with notes', page(onPages([[noted(agreement.en)], [noted(agreement.zh)]]))],
];

type Texts = readonly [en: string, zh: string];
const pairsOf = ({ pairs }: Alignment): Texts[] =>
  pairs.map(({ en, zh }) => [en.text.replace(/\s+/g, ''), zh.text.replace(/\s+/g, '')]);

/** Whether a pair is among others, whole or sentence by sentence. */
function isIn([en, zh]: Texts, pairs: readonly Texts[]): boolean {
  for (let first = 0; first < pairs.length; first++) {
    let texts: Texts = ['', ''];
    for (let at = first; at < pairs.length && en.startsWith(texts[0]) && zh.startsWith(texts[1]); at++) {
      texts = [texts[0] + pairs[at]![0], texts[1] + pairs[at]![1]];
      if (texts[0] === en && texts[1] === zh) return true;
    }
  }
  return false;
}

describe.skipIf(programs.length === 0).each(programs)('printed by $program', ({ print }) => {
  test.each(documents)('%s', async (_, source) => {
    const encode = (html: string): Uint8Array => new TextEncoder().encode(html);
    const input = (make: (html: string) => Uint8Array): AlignInput =>
      typeof source === 'string' ? make(source) : { en: make(source.en), zh: make(source.zh) };
    const wanted = pairsOf(await align(input(encode), { names: ['a.html', 'b.html'] }));
    const got = pairsOf(await align(input(print), { names: ['a.pdf', 'b.pdf'] }));
    const missed = wanted.filter((pair) => !isIn(pair, got));
    expect(wanted.length).toBeGreaterThan(5);
    expect(missed.length / wanted.length).toBeLessThanOrEqual(0.02);
  });
});
