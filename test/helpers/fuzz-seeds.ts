import { ENCODINGS } from '../../packages/aligner/src/document/read/encodings.js';
import { encoder } from './encodings.js';
import { excelFile } from './excel.js';
import { handMadePdf, makePdf } from './pdf.js';
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
