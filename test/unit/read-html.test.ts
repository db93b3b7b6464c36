import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { formatOfBytes, formatOfText } from '../../packages/aligner/src/document/read/format.js';
import { readHtml as readInSteps } from '../../packages/aligner/src/document/read/html.js';
import { listMarker } from '../../packages/aligner/src/document/read/list-markers.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { align, segment } from '../../packages/aligner/src/index.js';

const readHtml = (html: string, name: string): Reading => finish(readInSteps(html, name));

/** Blocks as `kind numbering: line⏎line`. */
function blocksOf(html: string): string[] {
  const { text, blocks } = readHtml(html, 'page.html');
  return blocks.map(({ kind, numbering, lines }) => {
    const written = lines.map(({ start, end }) => text.slice(start, end)).join('⏎');
    return `${kind}${numbering ? ` ${numbering}` : ''}: ${written}`;
  });
}

const codesOf = (html: string): string[] => readHtml(html, '').diagnostics.map(({ code }) => code);

test.each(['&amp;', '\r\n', '😀', '<b class="c">', '<!-- c -->', '</p>', '<br/>', '&notin;'])(
  'a page is read alike wherever its parser is given the next piece: %j',
  (piece) => {
    const read = (length: number): string =>
      readHtml(`<p>${'x'.repeat(length)}${piece}y</p><p>z</p>`, '').text.replace(/x+/, 'x');
    const expected = read(1);
    for (let length = 2 ** 13 - 20; length < 2 ** 13 + 4; length++) expect(read(length)).toBe(expected);
  },
);

describe('blocks of a page', () => {
  test.each<[string, string, string[]]>([
    [
      'inline elements are joined',
      '<p>Har<b>bour</b><sup>1</sup> &amp; quay</p>',
      ['paragraph: Harbour1 & quay'],
    ],
    ['line breaks', '<p>One<br>two<p>three', ['paragraph: One⏎two', 'paragraph: three']],
    [
      'two line breaks part paragraphs',
      'One<br>two<br>\n<br>three',
      ['paragraph: One⏎two', 'paragraph: three'],
    ],
    ['text between blocks', '<div>a<div>b</div>c</div>', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
    ['headings and quotations', '<h2>H</h2><blockquote>Q</blockquote>', ['heading: H', 'paragraph: Q']],
    ['white space as shown', '<p> a \n\t b&nbsp; c</p>', ['paragraph: a b\u00a0 c']],
    ['Chinese wrapped in the source', '<p>港口\n开放 给\n船 A\nB</p>', ['paragraph: 港口开放 给船 A B']],
    [
      'code',
      '<p>A long enough paragraph.</p><pre>a  b\nc</pre>',
      ['paragraph: A long enough paragraph.', 'code: a  b⏎c'],
    ],
    [
      'a page that is one pre',
      '<pre>第一条 港口。\n\n第二条 船。</pre>',
      ['paragraph: 第一条 港口。', 'paragraph: 第二条 船。'],
    ],
    ['ruby', '<p><ruby>港<rp>(</rp><rt>gǎng</rt><rp>)</rp></ruby>口</p>', ['paragraph: 港口']],
    [
      'hidden',
      '<p hidden>a<p style="color: red; DISPLAY : none">b<p aria-hidden=true>c<p>d',
      ['paragraph: d'],
    ],
    [
      'no text',
      '<title>T</title><script>x</script><style>y</style><!-- z --><template>w</template>v',
      ['paragraph: v'],
    ],
    [
      'captions of fields that stand on one line',
      '<form><label>Name <b>姓名</b></label><input> <label>Seats 座位</label><input>' +
        '<p>Sex 性别: <input type=radio> M 男 <input type=radio><input type=hidden value=x> F 女</p></form>',
      ['paragraph: Name 姓名', 'paragraph: Seats 座位', 'paragraph: Sex 性别:⏎M 男⏎F 女'],
    ],
    ['nothing', '', []],
    ['no tags', 'a < b', ['paragraph: a < b']],
  ])('%s', (_, html, expected) => {
    expect(blocksOf(html)).toEqual(expected);
  });
});

describe('markers of lists', () => {
  test.each<[string, string, string[]]>([
    ['counted', '<ol><li>a<li>b</ol>', ['item 1.: a', 'item 2.: b']],
    [
      'start, value and type',
      '<ol start=3 type=i><li>a<li value=9>b<li>c</ol>',
      ['item iii.: a', 'item ix.: b', 'item x.: c'],
    ],
    ['reversed', '<ol reversed><li>a<li>b</ol>', ['item 2.: a', 'item 1.: b']],
    [
      'Chinese',
      '<ol style="list-style-type:cjk-ideographic"><li>一项<li>又一项</ol>',
      ['item 一、: 一项', 'item 二、: 又一项'],
    ],
    ['nested', '<ol><li>a<ol type=a><li>b</ol><li>c</ol>', ['item 1.: a', 'item a.: b', 'item 2.: c']],
    ['first block only', '<ol><li><p>a</p><p>b</p></ol>', ['item 1.: a', 'item: b']],
    ['none after an empty item', '<ol><li></ol><p>a', ['paragraph: a']],
    ['bullets and none', '<ul><li>a</ul><ol style="list-style: none"><li>b</ol>', ['item: a', 'item: b']],
  ])('%s', (_, html, expected) => {
    expect(blocksOf(html)).toEqual(expected);
  });

  test.each([
    [
      'simp-chinese-informal',
      [10, 11, 20, 105, 110, 1001, 0],
      ['十、', '十一、', '二十、', '一百零五、', '一百一十、', '一千零一、', '零、'],
    ],
    ['simp-chinese-formal', [2, 12], ['贰、', '壹拾贰、']],
    ['lower-alpha', [26, 27, 703, 0], ['z.', 'aa.', 'aaa.', '0.']],
    ['upper-roman', [4, 1999, 4000], ['IV.', 'MCMXCIX.', '4000.']],
    ['decimal-leading-zero', [7, 12], ['07.', '12.']],
    ['disc', [1], ['']],
  ] as const)('%s', (style, values, expected) => {
    expect(values.map((value) => listMarker(style, value))).toEqual(expected);
  });

  test('become clause labels', async () => {
    const html =
      '<ol><li>The harbour opens at six.<li>Boats must register.</ol><ol><li>港口六点开放。<li>船只必须登记。</ol>';
    const { pairs } = await align(html, { format: 'html' });
    expect(pairs.map(({ en, zh }) => [en.clause, en.text, zh.text])).toEqual([
      ['1', 'The harbour opens at six.', '港口六点开放。'],
      ['2', 'Boats must register.', '船只必须登记。'],
    ]);
  });
});

describe('tables', () => {
  const places = (html: string): string[] => {
    const { text, blocks } = readHtml(html, '');
    return blocks.map(({ kind, lines, position: at }) => {
      const place = at ? ` ${at.table}/${at.column}/${at.start}-${at.end}` : '';
      return `${kind}${place}: ${text.slice(lines[0]!.start, lines[0]!.end)}`;
    });
  };

  test('cells over several rows and columns push the others aside', () => {
    expect(
      places('<table><tr><td rowspan=2>1<td>a<td>b<tr><td>c<td>d<tr><td colspan=2>e<td>f</table>'),
    ).toEqual([
      'row 0/0/0-2: 1',
      'row 0/1/0-1: a',
      'row 0/2/0-1: b',
      'row 0/1/1-2: c',
      'row 0/2/1-2: d',
      'row 0/0/2-3: e',
      'row 0/2/2-3: f',
    ]);
  });

  test('a table around a table only lays out the page', () => {
    const inner = '<table><tr><td>a<td>b<tr><td>c<td>d</table>';
    expect(places(`<table><tr><td>${inner}<td>x<tr><td>y<td>z</table>`)).toEqual([
      'row 0/0/0-1: a',
      'row 0/1/0-1: b',
      'row 0/0/1-2: c',
      'row 0/1/1-2: d',
      'paragraph: x',
      'paragraph: y',
      'paragraph: z',
    ]);
    expect(places('<table><tr><td>left<td>right</table>')).toEqual(['paragraph: left', 'paragraph: right']);
  });

  test('spans without measure end', () => {
    const row = `<tr>${'<td rowspan=65534 colspan=1000>x'.repeat(20)}`;
    const { blocks } = readHtml(`<table>${row.repeat(50)}</table>`, '');
    expect(blocks).toHaveLength(1000);
    expect(Math.max(...blocks.map(({ position }) => position!.end))).toBe(50);
  });

  test('rows of a bilingual table are pairs', async () => {
    const html = '<table><tr><td>Berth fee<td>泊位费<tr><td>Night watch<td><tr><td>Towing<td>拖船</table>';
    const { pairs, unaligned } = await align(html, { format: 'html' });
    expect(pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`)).toEqual([
      'Berth fee = 泊位费',
      'Towing = 拖船',
    ]);
    expect(unaligned.map(({ side }) => side.text)).toEqual(['Night watch']);
  });
});

describe('page furniture', () => {
  const text = '<p>The harbour opens at six and closes at ten in the evening.</p>';

  test.each([
    ['nav', `<nav>Home</nav>${text}`],
    ['a banner', `<header>Harbour Office</header>${text}<footer>Imprint</footer>`],
    ['a role', `<div role=search>Find</div>${text}`],
    ['a class', `<div class="top breadcrumb">Home &gt; Fees</div>${text}`],
    ['links to other pages', `<ul class="docnav"><li><a href=f.html><b>Next</b>Find</a></ul>${text}`],
    ['a form', `<form>Name <button>Send</button></form>${text}`],
  ])('%s is left out and stays in the text', (_, html) => {
    expect(blocksOf(html)).toEqual(['paragraph: The harbour opens at six and closes at ten in the evening.']);
    expect(codesOf(html)).toEqual(['left-out']);
    expect(readHtml(html, '').text).toMatch(/Home|Harbour Office|Find|Name/);
  });

  test('of a form that is read, choices and buttons are read; elsewhere a choice is none of the text', () => {
    const choice = '<select><option>Single room</option><option>Double room</option></select>';
    const form = `<form><p>Choose the room that you want to book.</p>${choice}<button>Send</button></form>`;
    expect(blocksOf(form)).toEqual([
      'paragraph: Choose the room that you want to book.',
      'paragraph: Single room',
      'paragraph: Double room',
      'paragraph: Send',
    ]);
    expect(blocksOf(`${choice}${text}`)).toHaveLength(1);
  });

  test('the header of an article is its own', () => {
    expect(blocksOf(`<article><header><h1>Fees</h1></header>${text}</article>`)[0]).toBe('heading: Fees');
  });

  test('a box that DocBook calls a side bar is text, a side bar of a page is none', () => {
    const box = '<div class=titlepage><p class=title><b>TIP</b> Tides</p></div><p>Come early.</p>';
    expect(blocksOf(`${text}<div class=sidebar><a id=tides></a>${box}</div>`).slice(1)).toEqual([
      'paragraph: TIP Tides',
      'paragraph: Come early.',
    ]);
    expect(blocksOf(`${text}<div class=sidebar><p>Latest</p></div>`)).toHaveLength(1);
  });

  test('a page that is mostly furniture is kept whole', () => {
    expect(
      blocksOf('<nav>Home and more links</nav><aside>Also here and there</aside><p>Hm.</p>'),
    ).toHaveLength(3);
    expect(blocksOf(`<form>${text}</form>`)).toHaveLength(1);
    expect(codesOf(`<form>${text}</form>`)).toEqual([]);
  });

  test('a main element may be shorter than what is round about it', () => {
    expect(
      blocksOf('<nav>Home and more links</nav><aside>Also here and there</aside><main>Hm.</main>'),
    ).toEqual(['paragraph: Hm.']);
  });
});

describe('marks of notes', () => {
  const shown = async (html: string): Promise<string[]> =>
    (await segment(html, { format: 'html' })).en.segments.map(({ text }) => text);

  test.each([
    [
      'a raised number',
      'It rained all day<sup>1</sup> and all night.<sup>2</sup>',
      'It rained all day and all night.',
    ],
    [
      'numbers of a page from the middle of a book',
      'All day<sup>41</sup> and night.<sup>42</sup>',
      'All day and night.',
    ],
    [
      'after two letters, in their turn',
      'The day<sup>1</sup> was cold for us,<sup>2</sup> and the EU<sup>3</sup> too.',
      'The day was cold for us, and the EU too.',
    ],
    ['a symbol', 'It rained all day<sup>*</sup> here.', 'It rained all day here.'],
    ['a link to a note', 'It rained all day<a href="#fn1">1</a> here.', 'It rained all day here.'],
    ['a raised link', 'It rained all day<sup><a href="#x">a</a></sup> here.', 'It rained all day here.'],
    [
      'a role',
      'It rained all day<a role="doc-noteref" href="notes.html">2</a> here.',
      'It rained all day here.',
    ],
    [
      'what Wikipedia writes',
      'It rained all day.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup><sup class="reference"><a href="#cite_note-2">[note 2]</a></sup> Then it snowed.',
      'It rained all day. Then it snowed.',
    ],
    ['white space about it', 'It  rained\n all day<sup> 1 </sup>\n here.', 'It rained all day here.'],
    ['a way back to the text', '<a href="#cite_ref-1">↑</a> The harbour office.', 'The harbour office.'],
  ])('%s is none of the text', async (_, html, expected) => {
    expect((await shown(`<p>${html}</p>`)).join(' ')).toBe(expected);
  });

  test.each([
    [
      'by links that lead to each other, as DocBook writes them',
      '<p>It rained all day<a href="#ftn.i7" name="i7"><sup>[20]</sup></a> here.</p>' +
        '<div id="ftn.i7"><p><a href="#i7"><sup>[20] </sup></a> The harbour office.</p></div>',
    ],
    [
      'where the text has a raised link',
      '<p>It rained all day<sup id="a"><a href="#b">4</a></sup> here.</p>' +
        '<ol><li id="b"><a href="#a">4.</a> The harbour office.</li></ol>',
    ],
    [
      'by a name, as word processors write it',
      '<p>It rained all day<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> here.</p>' +
        '<p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> The harbour office.</p>',
    ],
  ])('the number of a note is none of its text: %s', async (_, html) => {
    expect(await shown(html)).toEqual(['It rained all day here.', 'The harbour office.']);
  });

  test.each([
    '<p><a href="#v1">1</a> In the beginning it rained.</p>',
    '<p>It rained here.</p><p><a href="#part2">2</a> The harbour office.</p>',
  ])('%s keeps the number of a verse and of an entry', async (html) => {
    expect((await shown(html)).join('')).toBe(html.replace(/<[^>]+>/g, ''));
  });

  test.each([
    'It covers 5 m<sup>2</sup> here.',
    'Some 10<sup>6</sup> people came.',
    'On the 1<sup>st</sup> of May it rained.',
    'The gas is CO<sub>2</sub> here.',
    'The area is πr<sup>2</sup> here.',
    'The speed<sup>2</sup> is large.',
    'It covers 20 km<sup>2</sup> all day<sup>1</sup> here.',
    'The isotope <sup>14</sup>C is rare.',
    'The sum is (a+b)<sup>2</sup> here.',
    'It is a Brand<sup>TM</sup> here.',
    'See <a href="#part2">2</a> for more.',
    '<sup>1</sup> The harbour office.',
  ])('%s keeps what is raised', async (html) => {
    const text = html.replace(/<sup>1<\/sup>(?= here)/, '').replace(/<[^>]+>/g, '');
    expect((await shown(`<p>${html}</p>`)).join(' ')).toBe(text);
  });

  test('in Chinese, where a sentence ends with one', async () => {
    const { zh, markup, sources } = await segment(
      '<p>下了一天雨<sup>1</sup>。<sup>2</sup>后来下雪。占地20平方米<sup>2</sup>。</p>',
      {
        format: 'html',
      },
    );
    expect(zh.segments.map(({ text }) => text)).toEqual(['下了一天雨。', '后来下雪。', '占地20平方米2。']);
    expect(markup[0]!.map(({ start, end }) => sources[0]!.text.slice(start, end))).toEqual(['1', '2']);
  });
});

describe('notices about cookies', () => {
  const text = '<p>The harbour opens at six in the evening, and closes at ten at night in winter.</p>';
  const paragraph =
    'paragraph: The harbour opens at six in the evening, and closes at ten at night in winter.';

  test.each([
    [
      'by their names',
      '<div id="cookie-banner">We use cookies to make this site better for you, and more.</div>',
    ],
    ['by a name in one word', '<div class="CookieConsent"><p>Wir verwenden Cookies.</p></div>'],
    ['by what many sites use', '<div id="onetrust-consent-sdk"><h2>Your privacy</h2></div>'],
    [
      'by their text and their button',
      '<div><p>This site uses cookies to count its readers.</p><button>Accept all</button></div>',
    ],
    ['in Chinese', '<div role="dialog"><p>本网站使用Cookie改善您的体验。</p><a href="#">同意</a></div>'],
  ])('are left out %s, which is said', (_, notice) => {
    expect(blocksOf(`<body>${notice}${text}</body>`)).toEqual([paragraph]);
    expect(codesOf(`<body>${notice}${text}</body>`)).toEqual(['left-out']);
  });

  test('are not pages about cookies', () => {
    const page = `<body class="cookie-policy"><div class="cookie-recipes"><p>Bake the cookies for ten minutes, and accept no less.</p></div>${text}</body>`;
    expect(blocksOf(page)).toHaveLength(2);
    const around = `<div><div><p>We use cookies.</p><button>OK</button></div>${text}</div>`;
    expect(blocksOf(`<body>${around}<p>${'The pier is closed. '.repeat(9)}</p></body>`)).toContain(paragraph);
    expect(blocksOf('<div id="cookie-notice"><p>We use cookies.</p></div>')).toEqual([
      'paragraph: We use cookies.',
    ]);
  });
});

describe('pages that no one wrote', () => {
  test.each([
    ['nested', `${'<div>'.repeat(10_000)}&lt;Deep&gt;<br>text`, ['paragraph: <Deep>', 'paragraph: text']],
    [
      'elements to be opened again',
      `${Array.from({ length: 150 }, (_, size) => `<font size=${size}>`).join('')}${'<p>x'.repeat(10_000)}`,
      null,
    ],
  ])('%s are read between their tags, which is said', (_, html, expected) => {
    expect(codesOf(html)).toEqual(['read-as-text']);
    if (expected) expect(blocksOf(html)).toEqual(expected);
    else expect(blocksOf(html)).toHaveLength(10_000);
  });

  test.each([
    '<',
    '<a',
    '<a b="',
    '<!--',
    '<script>',
    '<table><td>',
    '<b><p></b>',
    '&',
    '</p>',
    '<svg><path/>',
    '<!',
  ])('many times %s', (piece) => {
    const { text, blocks } = readHtml(`Fog. ${piece.repeat(20_000)}`, '');
    expect(text.slice(0, 4)).toBe('Fog.');
    expect(blocks[0]!.lines[0]!.start).toBe(0);
  });

  test('random tags never throw, and blocks stand in order', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<b>|</b>|<table>|<tr>|<td rowspan=0>|<td colspan=-1>|</table>|<ol start=x>|<li value=z>|</ol>|<pre>|</pre>'.split(
        '|',
      ),
      ..."<svg>|<math>|<select>|<template>|<form>|</form>|<nav>|</nav>|<br>|x|港|\n|&#0;|&#x110000;|<!--|-->|\"|'|<a b='|>".split(
        '|',
      ),
      ...'<frameset>|<plaintext>|<noscript>|</html>|<body hidden>|<li style="list-style-type:;;x">'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { blocks, text } = readHtml(pieces.join(''), '');
        let from = 0;
        for (const line of blocks.flatMap(({ lines }) => lines)) {
          expect(line.start).toBeGreaterThanOrEqual(from);
          expect(line.end).toBeGreaterThan(line.start);
          from = line.end;
        }
        expect(from).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('what a text without a telling name is', () => {
  test.each([
    ['<!DOCTYPE html><p>', '', 'html'],
    ['\ufeff\n<html lang="en">', 'saved.txt', 'html'],
    ['<?xml version="1.0"?><!-- a --><!doctype HTML>', '', 'html'],
    ['WEBVTT\n\n', '', 'vtt'],
    ['<htmlx>', '', null],
    ['A page begins with <html>', '', null],
    ['<html>', 'notes.md', null],
    ['<!-- '.repeat(5000), '', null],
  ])('%j named %j', (text, name, expected) => {
    expect(formatOfText(text, name)).toBe(expected);
    expect(formatOfBytes(new TextEncoder().encode(text), name)).toBe(expected);
  });

  test('UTF-16', () => {
    const units = [...'\ufeff<html>'].flatMap((character) => [
      character.charCodeAt(0) & 0xff,
      character.charCodeAt(0) >> 8,
    ]);
    expect(formatOfBytes(new Uint8Array(units), '')).toBe('html');
  });
});
