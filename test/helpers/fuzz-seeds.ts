import { ENCODINGS } from '../../packages/aligner/src/document/read/encodings.js';
import { encoder } from './encodings.js';
import { bookFile } from './epub.js';
import { excelFile } from './excel.js';
import { listOf, listStyle, openDocumentFile, tableOf, textOf } from './opendocument.js';
import { handMadePdf, makePdf } from './pdf.js';
import { line, powerPointFile, shape, slideCell, slideTable } from './powerpoint.js';
import { cell, level, list, listed, lists, paragraph, run, table, type WordParts, wordFile } from './word.js';

/** Small files that are right, with as many different things in them as their formats have. */

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const LINES = [
  'Rules of the harbor\n\n港口规则\n\n(1) Boats keep to the right of the buoys, and nets are dried on the shore. Lamps are lit\nat dusk.\n\n',
  '（一）船只靠浮标右侧行驶，渔网在岸上晾干。黄昏\n点灯。\n\nArticle 2 No one fishes here, unless\n\n第二条 任何人不得在此捕鱼，除非\n\n',
  'the harbor master allows it.\n\n港务局长准许。\n',
].join('');
const MARKDOWN = [
  '---\ntitle: Harbor\n---\n\n# Rules of the harbor\n\n# 港口规则\n\n1. Boats keep to the **right**.\n2. Nets are dried.\n\n   > On the shore.\n\n',
  '1. 船只靠**右**行驶。\n2. 晾干渔网。\n\n| Boat | 船 |\n|---|---|\n| old | 旧 |\n\n```\nno boat\n```\n\n<div>\nA boat [^1]\n</div>\n\n[^1]: 一条船\n',
].join('');
export const TEXTS = [bytes(LINES), bytes(MARKDOWN)];

/** The same lines in every encoding; those of Big5 in characters that it has. */
export const ENCODED = ENCODINGS.map((encoding) =>
  encoder(encoding)(
    encoding === 'big5' ? LINES.replaceAll(/[^\0-\x7f，。（）\n一二人不在得此]/g, '船') : LINES,
  ),
);

export const PAGES = [
  bytes(
    [
      '<!DOCTYPE html><html lang=en><head><meta charset="utf-8"><title>Harbor</title><script>var a = "<p>";</script></head>',
      '<body><nav><a href="/">Home</a></nav><main><h1>Rules of the harbor</h1><h1>港口规则</h1><ol start=3 type=a>',
      '<li>Boats keep to the <b>right</b>.<ol reversed><li value=7>Slowly.</ol><li>Nets &amp; lines are dried.</ol>',
      '<ol style="list-style-type: cjk-ideographic"><li>船只靠<ruby>右<rt>yòu</rt></ruby>行驶。<li hidden>无<li>晾干渔网。</ol>',
      '<table><tr><th colspan=2>Tides 潮汐<tr><td rowspan=2>The tide turns.<td>潮水转向。<tr><td>水位上升。</table>',
      '<pre>Net\n\n网</pre><!-- no one --><p style="display:none">Hidden.<p>Lamps are<br>lit.<br><br>点灯。</main><footer>Map</footer></body></html>',
    ].join('\n'),
  ),
  bytes(
    '<table role=presentation><tr><td><table><tr><td>An old boat.</td><td>一条旧船。</td></tr><tr><td>A net.</td><td>一张网。</td></tr></table></td></tr></table><form><select><option>No</select><textarea>x</textarea></form>',
  ),
];

export const SUBRIP = [
  bytes(
    [
      '1\n00:00:01,000 --> 00:00:02,500\n<i>The tide turns,</i>\n潮水转向，\n',
      '2\n00:00:02,600 --> 00:00:04,000\nand the boats leave.\n船就开走。\n',
      '3\n00:01:00,000 --> 00:01:02,000 X1:10\n- Who is there?\n- The keeper.\n{\\an8}谁在那里？\\N守塔人。\n',
    ].join('\n'),
  ),
  bytes('1\n0:00:01.5 -> 0:00:02\nA lamp.\n1\n0:00:01.5 -> 0:00:02\n一盏灯。\n'),
];
export const WEBVTT = [
  bytes(
    [
      'WEBVTT - harbor\nKind: captions\n',
      'STYLE\n::cue { color: red }\n',
      'NOTE no one\nreads this\n',
      'intro\n00:01.000 --> 00:02.500 align:start\n<v Keeper>The tide &amp; the moon.</v>\n<c.zh>潮水和月亮。</c>\n',
      '00:00:03.000 --> 00:00:04.000\n<00:00:03.500>The boats\n船\n',
    ].join('\n'),
  ),
  ...SUBRIP,
];

export const COMMA_SEPARATED = [
  bytes(
    'English,Chinese,Note\n"The tide, at noon, turns.",潮水中午转向。,1\n"A ""good"" net.\nTwo nets.","一张“好”网。\n两张网。",\nA lamp.,一盏灯。,3\n',
  ),
  bytes('sep=;\r\nA lamp.;一盏灯。\r\nA boat.;一条船。\r\n'),
];
export const TAB_SEPARATED = [
  bytes('en\tzh\r\nThe tide turns.\t潮水转向。\r\n"A\tnet."\t一张网。\r\n\r\nA "lamp\t一盏“灯”。\r\n'),
  ...COMMA_SEPARATED,
];

const WORD: WordParts = {
  body: [
    paragraph('Rules of the harbor', '<w:pStyle w:val="1"/>'),
    listed('Boats keep to the right.', 1) + listed('Slowly.', 1, 1) + listed('Nets are dried.', 2),
    `<w:p>${run('The old ')}<w:ins>${run('boat')}</w:ins><w:del><w:r><w:delText>ship</w:delText></w:r></w:del>`,
    '<w:r><w:br/><w:t>一条船</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
    table(['The tide turns.', '潮水转向。'], [cell('A net.', '<w:vMerge w:val="restart"/>'), '一张网。']),
    table([cell('', '<w:vMerge/><w:gridSpan w:val="2"/>'), `${paragraph('灯')}${table(['a', 'b'])}`]),
    '<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>in</w:t></mc:Choice><mc:Fallback><w:t>out</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>3 May</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>',
  ].join(''),
  styles:
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="0"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="0"><w:name w:val="Normal"/></w:style>',
  numbering:
    lists(
      level(0, 'chineseCountingThousand', '第%1条') + level(1, 'lowerRoman', '%1.%2'),
      level(0, 'upperLetter', '(%1)'),
    ) + list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'),
  footnotes: `<w:footnote w:id="2">${paragraph('一条旧船。')}</w:footnote>`,
};
export const WORD_FILES = [
  wordFile(WORD),
  wordFile({ body: table(['A lamp.', '一盏灯。'], ['A net.', '网。']) }),
];

export const EXCEL_FILES = [
  excelFile({
    sheets: [
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
        '<row r="2"><c r="A2" t="inlineStr"><is><t>The tide turns.</t></is></c><c r="B2" t="str"><f>A1</f><v>潮水转向。</v></c></row>' +
        '<row r="3"><c r="A3" s="1"><v>45000.5</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#N/A</v></c></row>',
      '<row><c t="s"><v>2</v></c><c s="2"><v>0.25</v></c></row>',
    ],
    strings:
      '<si><t>English</t></si><si><r><t>中</t></r><r><t>文</t></r><rPh><t>zhong</t></rPh></si><si><t>A_x000D_lamp.</t></si>',
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>',
    properties: '<workbookPr date1904="1"/>',
  }),
  excelFile({ sheets: ['<row><c t="inlineStr"><is><t>A net.</t></is></c></row>'] }),
];

/** One by hand, one that shows its structure in full, and one packed as most are. */
export async function pdfFiles(): Promise<readonly Uint8Array[]> {
  const byHand = handMadePdf(
    'BT /A 12 Tf 72 700 Td (The tide turns.) Tj 0 -20 Td [(A) -300 (net)] TJ ET q 1 0 0 1 0 0 cm BT /B 12 Tf 1 0 0 1 72 600 Tm <b5dac8fdccf5> Tj ET Q',
    '/A 5 0 R/B 6 0 R',
    [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/GBK-EUC-H/DescendantFonts[7 0 R]>>',
      '<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>',
    ],
  );
  const draw = (document: PDFKit.PDFDocument): void => {
    document.font('en').fontSize(18).text('Rules of the harbor');
    document.fontSize(11).text('Boats keep to the right of the buoys, and nets are dried on the shore.');
    for (const page of [2, 3, 4]) {
      document.addPage().fontSize(11).text('The tide turns at noon.').text(String(page), 300, 760);
    }
  };
  const chinese = (document: PDFKit.PDFDocument): void => {
    document.font('zh').fontSize(11).text('港口规则').text('船只靠右行驶。');
  };
  return [byHand, await makePdf(draw, { compress: false }), await makePdf(draw), await makePdf(chinese)];
}

export const POWERPOINT_FILES = [
  powerPointFile([
    {
      shapes:
        shape('title', line('The harbor')) +
        shape(
          'body',
          line('Boats keep to the right.', '<a:buAutoNum type="arabicPeriod"/>'),
          line('Slowly.', '<a:buAutoNum type="alphaLcParenBoth" startAt="3"/>', 'lvl="1"'),
          '<a:p><a:r><a:t>old</a:t></a:r><a:br/><a:fld><a:t>boat</a:t></a:fld></a:p>',
        ) +
        shape('sldNum', line('1')),
      notes: shape('body', line('Say where the boats lie.')),
    },
    {
      shapes:
        shape('title', line('港口')) +
        slideTable(
          ['The tide turns.', '潮水转向。'],
          [slideCell('A net.', 'rowSpan="2" gridSpan="2"'), slideCell('', 'hMerge="1"')],
          [slideCell('', 'vMerge="1"'), slideCell('', 'hMerge="1" vMerge="1"'), '灯'],
        ),
      diagram: `<dgm:pt><dgm:t>${line('船只靠右行驶。')}</dgm:t></dgm:pt>`,
      attributes: 'show="0"',
    },
  ]),
];

export const OPEN_DOCUMENT_FILES = [
  openDocumentFile({
    automatic:
      listStyle(
        'L',
        'style:num-format="1" style:num-suffix="."',
        'style:num-format="a" text:display-levels="2"',
      ) + listStyle('Z', 'style:num-format="一, 二, 三, ..." loext:num-list-format="第%1%条"', 'bullet'),
    styles:
      '<style:style style:name="P" style:family="paragraph" style:parent-style-name="Title"/><text:outline-style><text:outline-level-style text:level="1" style:num-format="I"/></text:outline-style>' +
      `<style:master-page><style:header>${textOf('Harbor')}</style:header></style:master-page>`,
    body: [
      textOf('Rules of the harbor', 'P'),
      '<text:h text:outline-level="1">港口规则</text:h>',
      listOf(
        'L',
        [textOf('Boats keep to the right.') + listOf('L', ['Slowly.']), 'Nets are dried.'],
        'xml:id="a"',
      ),
      listOf('Z', ['船只靠右行驶。', textOf('晾干渔网。') + listOf('Z', ['慢行。'])]),
      listOf('L', ['Lamps are lit.'], 'text:continue-list="a"'),
      textOf(
        `The <text:span>old</text:span><text:s text:c="2"/>boat<text:line-break/>一条船<text:note><text:note-citation>1</text:note-citation><text:note-body>${textOf('A note.')}</text:note-body></text:note><draw:frame><draw:text-box>${textOf('in it')}</draw:text-box></draw:frame>`,
      ),
      tableOf(
        [
          '<table:table-cell table:number-rows-spanned="2"><text:p>The tide turns.</text:p></table:table-cell>',
          '潮水转向。',
        ],
        ['<table:covered-table-cell/>', `<table:table-cell>${tableOf(['a', 'b'])}</table:table-cell>`],
      ),
      `<text:table-of-content><text:index-body>${textOf('Rules 1')}</text:index-body></text:table-of-content>`,
    ].join(''),
  }),
];
export const OPEN_DOCUMENT_SHEETS = [
  openDocumentFile({
    type: 'spreadsheet',
    automatic:
      '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>',
    body:
      tableOf(['English', '中文', 'Note'], ['The tide turns.', '潮水转向。'], ['A net.', '一张网。']) +
      tableOf([
        '<table:table-cell table:number-columns-repeated="3"/>',
        '<table:table-cell table:formula="of:=1"/>',
        '<table:table-cell table:number-columns-repeated="2" table:number-columns-spanned="2"><text:p>灯</text:p></table:table-cell>',
      ]),
  }),
];

export const BOOKS = [
  bookFile({
    chapters: [
      '<h1>Rules of the harbor</h1><p>Boats keep<a id="p3"/> to the right<a epub:type="noteref" href="#n">1</a>.</p><ol><li>Nets are dried.</li></ol><aside id="n"><p>A note.</p></aside>',
      '<h1>港口规则</h1><p>船只靠右行驶。</p><table><tr><td rowspan="2">灯</td><td>lamp</td></tr><tr><td>网</td></tr></table>',
    ],
    contents: '<nav><ol><li>Rules</li></ol></nav>',
    others: { 'META-INF/encryption.xml': '<encryption><CipherReference URI="font.otf"/></encryption>' },
  }),
];

export const RICH_TEXTS = [
  bytes(
    [
      '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset2 Symbol;}}',
      '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 toc 1;}}{\\info{\\title a}}{\\header Harbor\\par}',
      "\\pard\\s1 Rules of the harbor\\par {\\f1 \\'b8\\'db\\'bf\\'da\\'b9\\'e6\\'d4\\'f2}\\par",
      '\\pard{\\listtext 1.\\tab}Boats keep to the right{\\footnote\\pard A note.}.\\par{\\listtext\\f2 \\u-3913?}\\u33337?\\u21482?\\uc2\\u38752ab\\line x\\par',
      '\\trowd\\clvmgf\\cellx900\\cellx1800\\pard\\intbl The tide turns.\\cell a\\cell\\row\\trowd\\clvmrg\\cellx900\\cellx1810\\pard\\intbl\\cell\\itap2 in\\nestcell{\\*\\nesttableprops\\trowd\\cellx50\\nestrow}\\itap1 b\\cell\\row',
      '\\pard\\plain{\\upr{old}{\\*\\ud{new}}}{\\*\\no one}{\\field{\\*\\fldinst DATE}{\\fldrslt 3 May}}{\\deleted gone}\\bin3 }}}{\\pict 00}\\par}',
    ].join('\n'),
  ),
];
