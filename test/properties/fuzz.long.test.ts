import { type AlignInput, type AlignOptions, align, DuiqiError, type Segmentation, segment } from 'duiqi';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { expectAllSegmented, expectConservation, expectOrder } from '../helpers/conservation.js';
import {
  BOOKS,
  COMMA_SEPARATED,
  ENCODED,
  EXCEL_FILES,
  OPEN_DOCUMENT_FILES,
  OPEN_DOCUMENT_SHEETS,
  PAGES,
  POWERPOINT_FILES,
  pdfFiles,
  RICH_TEXTS,
  SUBRIP,
  TAB_SEPARATED,
  TEXTS,
  WEBVTT,
  WORD_FILES,
} from '../helpers/fuzz-seeds.js';
import { type Mutation, mutateBytes, mutateParts, mutateText } from '../helpers/mutations.js';

/** How a reader is fuzzed: from files that are right, by changes that hit what its format is made of. */
interface Fuzzed {
  readonly what: string;
  readonly options: AlignOptions;
  readonly seeds: readonly Uint8Array[];
  readonly mutate: Mutation;
  readonly runs: number;
}

const TEXT = [...'\n\r\f\u2028\0\ufeff\t\u3000。"🚢', '\n\n', '（一）', '1. ', '. '];
const MARKDOWN = [
  ...TEXT,
  ...['# ', '> ', '- ', '    ', '```\n', '~~~\n', '---\n', '|', '\n|---|\n', '<', '<!--', '-->'],
  ...['[', '](', '[^1]', '**', '`', '\\', '&amp;'],
];
const HTML = [
  ...TEXT,
  ...[
    '<p>',
    '</p>',
    '<ol start=-1>',
    '<li value=99999>',
    '</ol>',
    '<table>',
    '<td colspan=0 rowspan=0>',
    '<tr>',
  ],
  ...[
    '</table>',
    '<b>',
    '<a>',
    '<script>',
    '</script',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?',
    '<svg>',
    '<math>',
    '<pre>',
  ],
  ...[
    '<template>',
    '<select>',
    '<frameset>',
    '<plaintext>',
    '<textarea>',
    '<body>',
    '</body>',
    '</br>',
    '&#x110000;',
    '&lt',
  ],
  ...['<br>', '<h1>', '<form>', '<nav>', '<main>', ' hidden', ' style="list-style: upper-roman', "='", '>'],
];
const SUBTITLES = [
  ...TEXT,
  ...[
    '-->',
    ' --> ',
    '\n\n1\n',
    '00:00:01,000 --> 00:00:02,000\n',
    '99:99:99.9 --> 0:0:0\n',
    'NOTE\n',
    'STYLE\n',
  ],
  ...['WEBVTT\n', '<i>', '</i>', '<v ', '<rt>', '{\\an8}', '\\N', '- ', '&amp;', '&'],
];
const SEPARATED = [
  ...TEXT,
  ...[',', ';', '|', '""', '","', '"\n"', 'sep=,\n', '\r\n', 'English', '中文', '\t\t\t'],
];
const ZIP = [
  'PK\x01\x02',
  'PK\x03\x04',
  'PK\x05\x06',
  'PK\x06\x06',
  '\0\0',
  '\xff\xff\xff\xff',
  'word/document.xml',
];
const XML = [
  '<',
  '>',
  '/>',
  '</',
  '&',
  '&#0;',
  '&x;',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a>',
  '<?x?>',
  '<!--',
  ' a="',
  ' xmlns="x"',
  '"',
  '\0',
];
const WORD = [
  ...XML,
  ...[
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '</w:r>',
    '<w:t>',
    '</w:t>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '</w:tr>',
    '<w:tc>',
  ],
  ...[
    '</w:tc>',
    '<w:numPr><w:numId w:val="1"/></w:numPr>',
    '<w:vMerge/>',
    '<w:gridSpan w:val="-1"/>',
    '<w:br/>',
    '<w:del>',
  ],
  ...[
    '<w:ins>',
    '<w:txbxContent>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:basedOn w:val="1"/>',
    'w:val="99999999999"',
    '%1',
  ],
];
const EXCEL = [
  ...XML,
  ...[
    '<row>',
    '</row>',
    '<row r="9999999">',
    '<c r="XFD1">',
    '</c>',
    '<c t="s">',
    '<v>',
    '</v>',
    '<v>1e308</v>',
    '<is>',
    '<t>',
  ],
  ...[
    '</t>',
    '<rPh>',
    '<si>',
    '</si>',
    's="-1"',
    't="d"',
    '_x0000_',
    '_xD800_',
    '<sheet id="r0"/>',
    '../',
    'Target="',
  ],
];
const POWERPOINT = [
  ...XML,
  ...['<a:p>', '</a:p>', '<a:t>', '</a:t>', '<a:br/>', '<a:tbl>', '</a:tbl>', '<a:tr>', '</a:tr>', '<a:tc>'],
  ...['</a:tc>', '<a:tc gridSpan="99999999" rowSpan="-1">', '<a:txBody>', '<p:sp>', '<p:ph type="title"/>'],
  ...['<a:pPr lvl="9"/>', '<a:buAutoNum type="x" startAt="99999"/>', '<mc:Fallback>', '<p:sldId r:id="r0"/>'],
  ...['Target="../../../', 'Type="notesSlide"'],
];
const OPEN_DOCUMENT = [
  ...XML,
  ...['<text:p>', '</text:p>', '<text:h text:outline-level="99">', '<text:list>', '</text:list>'],
  ...['<text:list-item text:start-value="999999999">', '</text:list-item>', '<text:s text:c="999999999"/>'],
  ...['<table:table>', '</table:table>', '<table:table-row table:number-rows-repeated="999999">'],
  ...[
    '<table:table-cell table:number-columns-repeated="9999999">',
    '</table:table-cell>',
    '<text:note-body>',
  ],
  ...['<table:covered-table-cell/>', '<draw:frame>', '<draw:text-box>', '<office:annotation>', '%99%'],
];
const BOOK = [...XML, ...HTML, '<itemref idref="c0"/>', 'idref="', 'href="../', 'properties="nav"', '<p/>'];
const RICH_TEXT = [
  ...TEXT,
  ...['{', '}', '\\', '\\par ', '\\pard ', '\\cell ', '\\row ', '\\trowd', '\\cellx0', '\\cellx-99999999 '],
  ...[
    '\\nestcell ',
    '\\nestrow ',
    '\\itap99 ',
    '\\intbl ',
    '\\u99999999?',
    '\\u-1 ',
    '\\uc9 ',
    "\\'",
    "\\'ff",
  ],
  ...[
    '\\bin9999999999 ',
    '{\\footnote ',
    '{\\listtext ',
    '{\\*\\',
    '{\\fonttbl',
    '\\f1 ',
    '\\fcharset134 ',
    '{\\upr',
  ],
  ...['\\dbch\\af1 ', '\\ansicpg65001 ', '\\s1 ', '{\\stylesheet', '\\deleted ', '{\\header ', '\\line '],
];
const PDF = [
  ...[
    'obj\n',
    'endobj\n',
    'stream\n',
    '\nendstream',
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '/',
    '%',
    ' R ',
    '3 0 R',
    '2 0 R',
  ],
  ...[
    '/Kids',
    '/Parent 3 0 R',
    '/Count -1',
    '/Count 99999999',
    '/Length 0',
    '/Length 99999999',
    '/Type/Pages',
    '/Type/Page',
  ],
  ...[
    '/Filter/FlateDecode',
    '/Filter[/ASCII85Decode/LZWDecode]',
    '/Encrypt 5 0 R',
    '/Prev 0',
    'xref\n',
    'trailer',
    'startxref\n0\n',
  ],
  ...[
    'BT ',
    'ET ',
    'q ',
    'Q ',
    '(A) Tj ',
    '[(A) 9 (B)] TJ ',
    '0 0 0 0 0 0 Tm ',
    '1e30 0 0 1e30 0 0 cm ',
    '/A 0 Tf ',
    '/F1 -9 Tf ',
    'T* ',
  ],
  ...[
    '/X Do ',
    '/ToUnicode 4 0 R',
    '/Encoding/Identity-H',
    '/Rotate 90',
    '/MediaBox[0 0 0 0]',
    '/ObjStm',
    '-',
    '9999999999',
    'null',
  ],
];

const PDF_FILES = await pdfFiles();

const FUZZED: readonly Fuzzed[] = [
  { what: 'plain text', options: { format: 'text' }, seeds: TEXTS, mutate: mutateText(TEXT), runs: 400 },
  {
    what: 'Markdown',
    options: { format: 'markdown' },
    seeds: TEXTS,
    mutate: mutateText(MARKDOWN),
    runs: 500,
  },
  { what: 'HTML', options: { format: 'html' }, seeds: PAGES, mutate: mutateText(HTML), runs: 1000 },
  { what: 'SRT', options: { format: 'srt' }, seeds: SUBRIP, mutate: mutateText(SUBTITLES), runs: 1000 },
  { what: 'VTT', options: { format: 'vtt' }, seeds: WEBVTT, mutate: mutateText(SUBTITLES), runs: 1000 },
  {
    what: 'CSV',
    options: { format: 'csv' },
    seeds: COMMA_SEPARATED,
    mutate: mutateText(SEPARATED),
    runs: 1000,
  },
  {
    what: 'TSV',
    options: { format: 'tsv' },
    seeds: TAB_SEPARATED,
    mutate: mutateText(SEPARATED),
    runs: 800,
  },
  { what: 'DOCX', options: { format: 'docx' }, seeds: WORD_FILES, mutate: mutateBytes(ZIP), runs: 800 },
  {
    what: 'the XML of DOCX',
    options: { format: 'docx' },
    seeds: WORD_FILES,
    mutate: mutateParts(WORD),
    runs: 1500,
  },
  { what: 'XLSX', options: { format: 'xlsx' }, seeds: EXCEL_FILES, mutate: mutateBytes(ZIP), runs: 800 },
  {
    what: 'the XML of XLSX',
    options: { format: 'xlsx' },
    seeds: EXCEL_FILES,
    mutate: mutateParts(EXCEL),
    runs: 1200,
  },
  {
    what: 'the XML of PPTX',
    options: { format: 'pptx' },
    seeds: POWERPOINT_FILES,
    mutate: mutateParts(POWERPOINT),
    runs: 250,
  },
  {
    what: 'the XML of ODT',
    options: { format: 'odt' },
    seeds: OPEN_DOCUMENT_FILES,
    mutate: mutateParts(OPEN_DOCUMENT),
    runs: 300,
  },
  {
    what: 'the XML of ODS',
    options: { format: 'ods' },
    seeds: OPEN_DOCUMENT_SHEETS,
    mutate: mutateParts(OPEN_DOCUMENT),
    runs: 200,
  },
  { what: 'EPUB', options: { format: 'epub' }, seeds: BOOKS, mutate: mutateParts(BOOK), runs: 200 },
  { what: 'RTF', options: { format: 'rtf' }, seeds: RICH_TEXTS, mutate: mutateBytes(RICH_TEXT), runs: 400 },
  { what: 'PDF', options: { format: 'pdf' }, seeds: PDF_FILES, mutate: mutateBytes(PDF), runs: 900 },
  { what: 'encodings', options: { format: 'text' }, seeds: ENCODED, mutate: mutateBytes(TEXT), runs: 800 },
  {
    what: 'encodings, whatever is no text replaced',
    options: { format: 'text', lossy: true },
    seeds: ENCODED,
    mutate: mutateBytes(TEXT),
    runs: 500,
  },
  {
    what: 'files without a name',
    options: {},
    seeds: [
      ...[TEXTS, ENCODED, PAGES, WEBVTT, WORD_FILES, EXCEL_FILES, PDF_FILES].flat(),
      ...[POWERPOINT_FILES, OPEN_DOCUMENT_FILES, OPEN_DOCUMENT_SHEETS, BOOKS, RICH_TEXTS].flat(),
    ],
    mutate: mutateBytes([
      ...ZIP,
      '<html>',
      'WEBVTT\n',
      '%PDF-',
      '{\\rtf',
      '\xef\xbb\xbf',
      '<?xml version="1.0"?>',
    ]),
    runs: 1000,
  },
];

/** Three for each change of a file. */
const numbers = fc.noBias(fc.array(fc.nat({ max: 0xffff_ffff }), { minLength: 3, maxLength: 24 }));

/** Files made of those of one format. */
function damaged({ seeds, mutate }: Fuzzed): fc.Arbitrary<Uint8Array> {
  const seed = fc.constantFrom(...seeds);
  return fc.tuple(seed, seed, numbers).map(([file, other, chosen]) => mutate(file, other, chosen));
}

/** What the library has said or let go where no caller hears it. */
let leaks: unknown[] = [];
const leak = (...what: unknown[]): void => {
  leaks.push(what);
};
beforeAll(() => {
  process.on('unhandledRejection', leak);
});
afterAll(() => {
  process.off('unhandledRejection', leak);
});
beforeEach(() => {
  leaks = [];
  for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation(leak);
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What a function of the library gives; null where it refuses the file in one sentence. */
async function resultOf<Result>(run: () => Promise<Result>): Promise<Result | string> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DuiqiError)) throw error;
    expect(['undecodable', 'unreadable']).toContain(error.code);
    expect(error.message).toMatch(/^[^\n]+[^\n.]\.$/);
    return error.message;
  } finally {
    // Rejections that no one handles are reported when all that was waiting has run.
    await new Promise(setImmediate);
    expect(leaks).toEqual([]);
  }
}

test.each(FUZZED)(
  '$what: read to the end, or refused in one sentence',
  { timeout: 300_000 },
  async (fuzzed) => {
    const property = fc.asyncProperty(damaged(fuzzed), async (file) => {
      const before = file.slice();
      const read = (): Promise<string | Segmentation> => resultOf(() => segment(file, fuzzed.options));
      const result = await read();
      expect(Buffer.compare(file, before)).toBe(0);
      expect(JSON.stringify(await read())).toBe(JSON.stringify(result));
      if (typeof result === 'string') return;
      expectSpansInOrder(result);
      expectAllSegmented(result);
    });
    await fc.assert(property, { seed: 20261122, numRuns: fuzzed.runs });
  },
);

test.each(FUZZED)(
  '$what: aligned, alone and with a file of another kind',
  { timeout: 300_000 },
  async (fuzzed) => {
    const other = fc.constantFrom(...FUZZED).chain(damaged);
    const property = fc.asyncProperty(damaged(fuzzed), other, async (file, second) => {
      const inputs: [AlignInput, AlignOptions][] = [
        [file, fuzzed.options],
        [{ en: file, zh: second }, {}],
      ];
      for (const [input, options] of inputs) {
        const alignment = await resultOf(() => align(input, options));
        if (typeof alignment === 'string') continue;
        expectConservation(alignment);
        expectOrder(alignment);
        expectSpansInOrder(alignment);
      }
    });
    await fc.assert(property, { seed: 20261122, numRuns: 60 });
  },
);

/** Spans of segments, and of markup, lie in their source and go forward. Pieces that were stitched are of one segment. */
function expectSpansInOrder({ sources, en, zh, markup }: Segmentation): void {
  const lists = [
    ...[en, zh].flatMap(({ source, segments }) => segments.map(({ spans }) => ({ source, spans }))),
    ...markup.map((spans, source) => ({ source, spans })),
  ];
  for (const { source, spans } of lists) {
    let from = 0;
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(from);
      expect(end).toBeGreaterThan(start);
      from = end;
    }
    expect(from).toBeLessThanOrEqual(sources[source]!.text.length);
  }
}
