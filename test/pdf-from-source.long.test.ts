import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AlignInput, type Alignment, align } from 'duiqi';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, exportedByLibreOffice, LIBREOFFICE, printedByChromium } from './helpers/pdf-programs.js';
import { AGREEMENT, DUES } from './helpers/port-agreement.js';
import { asHtml, asPdf, asWord, type SetBlock, type SetDocument } from './helpers/set-documents.js';
import { CONTRACT } from './helpers/short-contract.js';

// Documents of our own as PDF give the pairs that they give as the pages or the Word documents that they were made from.

type Language = 'en' | 'zh';
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The report of the examples: pages, each of one language, of paragraphs. */
const report = readFileSync(fileURLToPath(new URL('../examples/work-report.md', import.meta.url)), 'utf8')
  .split(/\n\n+/)
  .map((text) => text.trim())
  .filter((text) => text !== '')
  .map((text): { text: string; level: 'title' | 'heading' | 0 } => {
    const level = /^#+/.exec(text)?.[0].length;
    return {
      text: text.replace(/^#+ /, ''),
      level: level === undefined ? 0 : level === 1 ? 'title' : 'heading',
    };
  });
const reportPages: SetBlock[][] = [];
let wasChinese: boolean | null = null;
for (const block of report) {
  if (isChinese(block.text) === wasChinese) reportPages.at(-1)!.push(block);
  else reportPages.push([block]);
  wasChinese = isChinese(block.text);
}
const reportIn = (language: Language): SetBlock[] =>
  report.filter(({ text }) => isChinese(text) === (language === 'zh'));

const clauses = (language: Language, hasNotes = false): SetBlock[] =>
  AGREEMENT.map((clause, at) => ({
    text: clause[language],
    level: clause.level,
    ...(hasNotes && at % 3 === 1 && { note: { en: `See minute ${at}.`, zh: `见第${at}号记录。` }[language] }),
  }));
const [english, chinese] = [clauses('en'), clauses('zh')];
const blank: SetBlock = { text: '\u00a0', level: 0 };
const half = Math.ceil(AGREEMENT.length / 2);
const dues = (hasRules: boolean): SetBlock => ({
  hasRules,
  rows: [['No.', 'Service', '服务项目'], ...DUES.map(([en, zh], at): string[] => [String(at + 1), en, zh])],
});

const plain = (text: string): SetBlock => ({ text, level: 0 });
/** A contract, or part of it, in one language. */
const contractIn = (language: Language, texts = [...CONTRACT.clauses, ...CONTRACT.schedule]): SetBlock[] => [
  blank,
  ...texts.map(([en, zh]) => plain(language === 'en' ? en : zh)),
];
const inTurn = (texts: readonly (readonly [en: string, zh: string])[]): SetBlock[] => [
  blank,
  ...texts.flat().map(plain),
];

const documents: readonly (readonly [what: string, input: SetDocument | Record<Language, SetDocument>])[] = [
  ['a report, page by page', { pages: reportPages }],
  ['a report, page by page, with heads', { pages: reportPages, head: 'Linjiang City Library 临江市图书馆' }],
  [
    'a report, each language alone',
    { en: { pages: [reportIn('en')] }, zh: { pages: [reportIn('zh')], head: '临江市图书馆' } },
  ],
  ['a justified report, page by page', { pages: reportPages, isJustified: true }],
  [
    'a report in two columns, one language after the other',
    { pages: [reportIn('en'), reportIn('zh')], lie: 'in two columns' },
  ],
  ['a report, in spreads', { pages: reportPages, lie: 'facing' }],
  ['an agreement with items, page by page', { pages: [english, chinese] }],
  [
    'an agreement with items, paragraph by paragraph',
    { pages: [english.flatMap((part, at) => [part, chinese[at]!])] },
  ],
  [
    'an agreement, each language alone',
    // LibreOffice loses the first line of such a page of HTML, whatever it is.
    { en: { pages: [[blank, ...english]] }, zh: { pages: [[blank, ...chinese]] } },
  ],
  ['an agreement with rows below its text', { pages: [[...chinese.slice(0, 6), dues(false)]] }],
  [
    'an agreement, in the columns of each page',
    {
      pages: [english.slice(0, half), chinese.slice(0, half), english.slice(half), chinese.slice(half)],
      lie: 'side by side',
    },
  ],
  [
    'an agreement, in the rows of a table',
    { pages: [[{ rows: AGREEMENT.map(({ en, zh }) => [en, zh]), hasRules: false }]] },
  ],
  ['a table with rules', { pages: [[dues(true)]] }],
  ['a table without rules', { pages: [[dues(false)]] }],
  [
    'an agreement with a schedule',
    {
      pages: [
        english.slice(0, 12),
        chinese.slice(0, 12),
        [{ text: 'Schedule 1 附件一', level: 'heading' }, dues(false)],
      ],
    },
  ],
  ['a short contract, page by page', { pages: [contractIn('en'), contractIn('zh')] }],
  [
    'a justified short contract, each language alone',
    {
      en: { pages: [contractIn('en')], isJustified: true },
      zh: { pages: [contractIn('zh')], isJustified: true },
    },
  ],
  [
    'a short contract, clause by clause, with its schedule on a page of its own',
    { pages: [inTurn(CONTRACT.clauses), inTurn(CONTRACT.schedule)] },
  ],
  ['an agreement with notes', { pages: [clauses('en', true), clauses('zh', true)] }],
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

interface Program {
  readonly program: string;
  readonly isThere: boolean;
  readonly source: 'html' | 'docx';
  readonly write: (document: SetDocument) => string | Uint8Array | Promise<Uint8Array>;
  /** What it makes of sources, all at once, as some programs take long to start. */
  readonly print: (
    sources: readonly (string | Uint8Array)[],
    documents: readonly SetDocument[],
  ) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** What it does not set. */
  readonly lacks?: readonly SetDocument['lie'][];
}

const chromium = (heads: boolean): Program => ({
  program: heads ? 'Chromium, with its heads' : 'Chromium',
  isThere: CHROMIUM !== undefined,
  source: 'html',
  write: asHtml,
  print: (sources) => sources.map((html) => printedByChromium(html as string, { heads })),
});
const libreOffice = (source: 'html' | 'docx', isTagged: boolean): Program => ({
  program: `LibreOffice, from ${source}${isTagged ? ', tagged' : ''}`,
  isThere: LIBREOFFICE !== undefined,
  source,
  write: source === 'html' ? asHtml : asWord,
  print: (sources) => exportedByLibreOffice(sources, source, isTagged),
  // It knows nothing of the sheets of pages of HTML.
  ...(source === 'html' && { lacks: ['facing', 'side by side'] as const }),
});

const programs: readonly Program[] = [
  chromium(false),
  chromium(true),
  libreOffice('html', false),
  libreOffice('html', true),
  libreOffice('docx', false),
  libreOffice('docx', true),
  {
    program: 'pdfkit',
    isThere: true,
    source: 'html',
    write: asHtml,
    print: (_, all) => Promise.all(all.map(asPdf)),
    lacks: ['in two columns'],
  },
];
for (const { program, isThere } of programs) if (!isThere) console.warn(`Skipped: there is no ${program}.`);

describe.each(programs.filter(({ isThere }) => isThere))(
  'printed by $program',
  ({ source, write, print, lacks = [] }) => {
    const set = documents.filter(([, input]) => !('pages' in input && lacks.includes(input.lie)));
    let made: Map<SetDocument, { readonly source: Uint8Array; readonly pdf: Uint8Array }>;

    beforeAll(async () => {
      const all = set.flatMap(([, input]) => ('pages' in input ? [input] : [input.en, input.zh]));
      const sources = await Promise.all(all.map(write));
      const pdfs = await print(sources, all);
      const bytes = (file: string | Uint8Array): Uint8Array =>
        typeof file === 'string' ? new TextEncoder().encode(file) : file;
      made = new Map(all.map((document, at) => [document, { source: bytes(sources[at]!), pdf: pdfs[at]! }]));
    }, 300_000);

    test.each(set)('%s', async (_, input) => {
      const of = (kind: 'source' | 'pdf'): AlignInput => {
        const file = (document: SetDocument): Uint8Array => made.get(document)![kind];
        return 'pages' in input ? file(input) : { en: file(input.en), zh: file(input.zh) };
      };
      const wanted = pairsOf(await align(of('source'), { names: [`a.${source}`, `b.${source}`] }));
      const got = pairsOf(await align(of('pdf'), { names: ['a.pdf', 'b.pdf'] }));
      const missed = wanted.filter((pair) => !isIn(pair, got));
      expect(wanted.length).toBeGreaterThan(5);
      expect(missed.length / wanted.length, JSON.stringify(missed.slice(0, 3))).toBeLessThanOrEqual(0.02);
    });
  },
);
