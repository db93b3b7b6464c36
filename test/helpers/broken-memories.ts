/** A memory that every tool reads, of two units: `check` finds nothing in it. */
export const MEMORY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="pen" creationtoolversion="1" segtype="sentence" o-tmf="paper" adminlang="en-US" srclang="en-US" datatype="plaintext"/>
<body>
<tu tuid="1" creationdate="20260131T080000Z"><prop type="x-kind">town</prop><tuv xml:lang="en-US"><seg>The old bridge is open.</seg></tuv><tuv xml:lang="zh-CN"><seg>旧桥已经开放。</seg></tuv></tu>
<tu tuid="2"><tuv xml:lang="en-US"><seg>The clinic has <ph x="1"/> 12 beds.</seg></tuv><tuv xml:lang="zh-CN"><seg>诊所有<ph x="1"/>12张病床。</seg></tuv></tu>
</body>
</tmx>
`;

/** One way to break it: what is put in the place of what, what is found where, and what stands there after the repair. */
export interface Breakage {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** What stands where it is found. */
  readonly at: string;
  readonly repaired: string;
}

/** Ways to break the memory that can be repaired. */
export const REPAIRABLE: readonly Breakage[] = [
  ['a forbidden character', 'old bridge', 'old\u0001 bridge', 'character', '\u0001', 'old bridge'],
  ['a vertical tab', 'old bridge', 'old\vbridge', 'character', '\v', 'old bridge'],
  ['a lone surrogate', 'old bridge', 'old\ud800 bridge', 'character', '\ud800', 'old bridge'],
  ['a reference to a forbidden character', 'old bridge', 'old&#1; bridge', 'character', '&#1;', 'old bridge'],
  ['a raw ampersand', 'old bridge', 'old & bridge', 'entity', '& bridge', 'old &amp; bridge'],
  ['a raw less-than sign', 'old bridge', 'old < bridge', 'entity', '< bridge', 'old &lt; bridge'],
  ['an entity of HTML', 'old bridge', 'old &mdash; bridge', 'entity', '&mdash;', 'old — bridge'],
  ['an unknown entity', 'old bridge', 'old &road; bridge', 'entity', '&road;', 'old &amp;road; bridge'],
  [
    'an encoding that it is not in',
    'encoding="UTF-8"',
    'encoding="UTF-16"',
    'encoding',
    '<?xml',
    'encoding="UTF-8"',
  ],
  ['a byte order mark', '<?xml', '\ufeff<?xml', 'bom', '\ufeff', '<?xml'],
  ['white space in front', '<?xml', '\n<?xml', 'not-well-formed', '\n<?xml', '<?xml'],
  ['no version', ' version="1.4"', '', 'attribute', '<tmx', '<tmx version="1.4">'],
  [
    'no segtype',
    ' segtype="sentence"',
    '',
    'attribute',
    '<header',
    'datatype="plaintext" segtype="sentence"/>',
  ],
  ['no srclang', ' srclang="en-US"', '', 'attribute', '<header', 'datatype="plaintext" srclang="en-US"/>'],
  [
    'a source language of no unit',
    'srclang="en-US"',
    'srclang="en"',
    'source-language',
    '<header',
    'srclang="en-US"',
  ],
  ['a segtype in capitals', '"sentence"', '"Sentence"', 'attribute', '<header', '"sentence"'],
  [
    'an underscore in a tag',
    'xml:lang="zh-CN"',
    'xml:lang="zh_CN"',
    'lang-tag',
    '<tuv xml:lang="zh_CN"',
    'xml:lang="zh-CN"',
  ],
  [
    'a code of three letters',
    'xml:lang="zh-CN"',
    'xml:lang="zho"',
    'lang-tag',
    '<tuv xml:lang="zho"',
    'xml:lang="zh"',
  ],
  [
    'a name of a language',
    'xml:lang="zh-CN"',
    "xml:lang='Chinese'",
    'lang-tag',
    "<tuv xml:lang='Chinese'",
    'xml:lang="zh"',
  ],
  ['lang=', 'xml:lang="zh-CN"', 'lang="zh-CN"', 'lang-attribute', '<tuv lang=', '<tuv xml:lang="zh-CN">'],
  ['a date with hyphens', '20260131T080000Z', '2026-01-31', 'date', '<tu tuid="1"', '20260131T000000Z'],
  [
    'a date with an offset',
    '20260131T080000Z',
    '2026-01-31T08:00:00+08:00',
    'date',
    '<tu tuid="1"',
    '20260131T000000Z',
  ],
  [
    'a property behind the texts',
    '<tuv xml:lang="en-US"><seg>The clinic',
    '<tuv xml:lang="en-US"><seg>Beds.</seg></tuv><tuv xml:lang="zh-CN"><seg>病床。</seg></tuv><note>new</note></tu><tu><tuv xml:lang="en-US"><seg>The clinic',
    'order',
    '<note>',
    '<tu tuid="2"><note>new</note><tuv',
  ],
  ['a space at the edge', '<seg>The old', '<seg> The old', 'edge', '<seg> The', '<seg>The old'],
  ['a no-break space as a reference', '开放。', '开放。&#160;', 'edge', '<seg>旧', '开放。</seg>'],
  ['a line break at the edge', '开放。', '开放。\n', 'edge', '<seg>旧', '开放。</seg>'],
  ['a soft hyphen', 'old bridge', 'old brid\u00adge', 'invisible', '<seg>The old', 'old bridge'],
  ['a zero-width space', '旧桥', '旧\u200b桥', 'invisible', '<seg>旧', '旧桥'],
  ['a no-break space', 'old bridge', 'old\u00a0bridge', 'invisible', '<seg>The old', 'old bridge'],
  [
    'an empty target',
    '旧桥已经开放。',
    ' ',
    'empty',
    '<tuv xml:lang="zh-CN"><seg> <',
    '<body>\n\n<tu tuid="2">',
  ],
  [
    'a text in one language',
    '<tuv xml:lang="zh-CN"><seg>旧桥已经开放。</seg></tuv>',
    '',
    'single',
    '<tu tuid="1"',
    '<body>\n\n<tu tuid="2">',
  ],
  [
    'the same unit again',
    '</body>',
    '<tu><tuv xml:lang="en-US"><seg>Beds.</seg></tuv><tuv xml:lang="zh-CN"><seg>病床。</seg></tuv></tu>\n<tu><tuv xml:lang="en-US"><seg>Beds. </seg></tuv><tuv xml:lang="zh-CN"><seg>病床。</seg></tuv></tu></body>',
    'repeat',
    '<tu><tuv xml:lang="en-US"><seg>Beds. <',
    '</tu>\n</body>',
  ],
].map(([name, from, to, code, at, repaired]) => ({ name, from, to, code, at, repaired }) as Breakage);

/** The first of what is to be replaced: the source comes before the target. */
export function broken({ from, to }: Pick<Breakage, 'from' | 'to'>): string {
  return MEMORY.replace(from, () => to);
}

/** `line:column` of the first place where something stands in a text. */
export function placeOf(text: string, at: string): string {
  const lines = text.slice(0, text.indexOf(at)).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}
