import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { records } from '../../packages/aligner/src/pairs/export/records.js';
import { type TmxOptions, toTmx } from '../../packages/aligner/src/pairs/export/tmx.js';
import type { PairSource } from '../../packages/aligner/src/pairs/import/pair-source.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import type { Diagnostic } from '../../packages/aligner/src/types.js';
import { alignmentOf } from '../helpers/alignment.js';

async function read(source: PairSource, told: Diagnostic[] = []): Promise<PairRecord[]> {
  return [...(await readPairs(source, { names: ['m.tmx'], onDiagnostic: (one) => told.push(one) }))];
}

/** A memory of another tool around some units, or any other inside of `<body>`. */
const memory = (body: string, head = '<?xml version="1.0"?>\n') =>
  `${head}<tmx version="1.4"><header creationtool="other" srclang="en"><note>Ours</note><prop type="x-score">1</prop></header><body>${body}</body></tmx>`;

const unit = (en: string, zh: string, inside = '', tuid = '') =>
  `<tu${tuid && ` tuid="${tuid}"`}>${inside}<tuv xml:lang="en-US"><seg>${en}</seg></tuv><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv></tu>`;

const texts = async (source: PairSource) => (await read(source)).map(({ en, zh }) => `${en} | ${zh}`);

describe('memories of any origin', () => {
  const several = unit('river', '河', '', 'n').replace(
    '</tu>',
    '<tuv xml:lang="zh-TW"><seg>江</seg></tuv><tuv xml:lang="EN_gb"><seg>stream</seg></tuv></tu>',
  );

  it('makes a pair of each text of a unit with each in the other language', async () => {
    const told: Diagnostic[] = [];
    const pairs = await read(memory(several), told);
    expect(pairs.map(({ en, zh }) => `${en} | ${zh}`)).toEqual([
      'river | 河',
      'river | 江',
      'stream | 河',
      'stream | 江',
    ]);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(4);
    expect(pairs[0]!.id).toBe('n');
    expect(told).toEqual([]);
  });

  it.each<[string[], string[]]>([
    [['zh-TW'], ['river | 江', 'stream | 江']],
    [['zh_tw', 'en-GB'], ['stream | 江']],
    [['zh'], ['river | 河', 'river | 江', 'stream | 河', 'stream | 江']],
    [
      ['zh-CN', 'zh-TW', 'en-US'],
      ['river | 河', 'river | 江'],
    ],
  ])('reads the kinds that are asked for: %j', async (variants, expected) => {
    const messages: string[] = [];
    const pairs = await readPairs(memory(several), {
      names: ['m.tmx'],
      variants,
      onDiagnostic: ({ message }) => messages.push(message),
    });
    expect([...pairs].map(({ en, zh }) => `${en} | ${zh}`)).toEqual(expected);
    if (expected.length < 4)
      expect(messages.join()).toMatch(/^"m\.tmx": \d texts? (?:was|were) passed over that/);
    else expect(messages).toEqual([]);
  });

  it('refuses a kind of another language', async () => {
    await expect(readPairs(memory(several), { variants: ['fr'] })).rejects.toMatchObject({
      code: 'bad-option',
    });
  });

  it('takes a unit for one without its marker only where its texts are those of the unit before', async () => {
    const [river, bank] = [unit('1. river', '1. 河', '', 'n'), unit('bank', '岸', '', 'n-s')];
    expect(await texts(memory(river + bank))).toEqual(['1. river | 1. 河', 'bank | 岸']);
    expect(await texts(memory(river + unit('river', '河', '', 'n-s')))).toEqual(['1. river | 1. 河']);
  });

  it('gives whole records', async () => {
    const [pair] = await read(memory(unit('river', '河')));
    expect(pair).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      en: 'river',
      zh: '河',
      score: null,
      bead: null,
      clause: null,
      flags: [],
      en_spans: [],
      zh_spans: [],
      doc: 'm.tmx',
    });
  });

  it.each([
    ['xml:lang="EN-US"', 'xml:lang="ZH-CN"'],
    ['xml:lang="en_GB"', 'xml:lang="zh_TW"'],
    ['lang="EN"', 'lang="ZH"'],
    ['xml:lang="eng"', 'xml:lang="zho"'],
    ['xml:lang="English"', 'xml:lang="Chinese (PRC)"'],
    ['xml:lang="en-001" lang="x"', 'xml:lang="zh-Hans-SG"'],
    ['xml:lang="en"', 'xml:lang="cmn-Hant"'],
  ])('%s and %s', async (english, chinese) => {
    const variants = [
      '<tuv xml:lang="de"><seg>Fluss</seg></tuv>',
      `<tuv ${chinese}><seg>河</seg></tuv>`,
      `<tuv ${english}><seg>river</seg></tuv>`,
      `<tuv ${english}><seg>stream</seg></tuv>`,
    ];
    expect(await texts(memory(`<tu>${variants.join('')}</tu>`))).toEqual(['river | 河', 'stream | 河']);
  });

  it.each([
    ['codes', 'a <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> word', 'a bold word'],
    ['single codes', 'one<ph x="1">{0}</ph><it pos="begin">[</it><ut>\\par</ut> two', 'one two'],
    ['highlights', 'a <hi type="term">red <hi>boat</hi></hi>', 'a red boat'],
    ['codes in highlights', 'a <hi>red<ph>#</ph></hi> boat', 'a red boat'],
    ['texts in codes', 'see <ph>&lt;img alt="<sub>a <it pos="end">#</it>boat</sub>"&gt;</ph>', 'see a boat'],
    ['entities', 'Q&amp;A &lt;b&gt; &#x2019;&#20013;&quot;', 'Q&A <b> ’中"'],
    ['CDATA', '<![CDATA[a < b]]> &amp; c', 'a < b & c'],
    ['comments', 'a<!-- not this --> boat', 'a boat'],
    ['white space', ' a\n boat ', ' a\n boat '],
  ])('%s in segments', async (_, written, text) => {
    expect(await texts(memory(unit(written, '船')))).toEqual([`${text} | 船`]);
  });

  it.each([
    ['', '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'],
    [
      '',
      '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD//EN" "tmx11.dtd">',
    ],
    ['\uFEFF', '<?xml version="1.0" encoding="utf-8"?>\n<!-- exported -->\n'],
  ])('%j%s', async (mark, head) => {
    expect(await texts(mark + memory(unit('river', '河'), head))).toEqual(['river | 河']);
  });

  it.each(['utf-16le', 'utf-16be', 'utf-8'])('%s, in any chunks', async (encoding) => {
    const text = `\uFEFF${memory(unit('river 😀', '河𠮷'))}`;
    const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    const chunks = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, n) =>
      bytes.subarray(3 * n, 3 * n + 3),
    );
    expect(await texts(chunks)).toEqual(['river 😀 | 河𠮷']);
  });

  it('takes ids and notes, and no score that is none', async () => {
    const inside =
      '<note>Not this river</note><prop type="x-score">87</prop><prop type="x-flags">odd,conflict</prop>' +
      '<prop type="x-bead">many</prop><note> </note><note>Please check: the map.</note>';
    const [pair] = await read(memory(unit('river', '河', inside, 'n 17')));
    expect(pair).toMatchObject({ id: 'n 17', score: null, bead: null, flags: ['conflict'] });
    expect(pair.note).toBe('Not this river | Please check: the map.');
  });

  it('passes over what is not in both languages, and says how much', async () => {
    const told: Diagnostic[] = [];
    const german =
      '<tu><tuv xml:lang="en"><seg>river</seg></tuv><tuv xml:lang="de"><seg>Fluss</seg></tuv></tu>';
    const pairs = await read(
      memory(unit('a', '甲') + german + unit('b', ' ') + unit('<ph>c</ph>', '丙')),
      told,
    );
    expect(pairs.map(({ en }) => en)).toEqual(['a']);
    expect(told.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'passed-over "m.tmx": 3 of 4 units lack English or Chinese text and were passed over.',
    ]);
  });

  it('says nothing where there is nothing to say', async () => {
    const told: Diagnostic[] = [];
    await read(memory(unit('a', '甲')), told);
    expect(told).toEqual([]);
  });

  it('is read as far as it is asked for, and anew each time', async () => {
    function* chunks() {
      yield new TextEncoder().encode(memory(unit('a', '甲')).replace('</body></tmx>', ''));
      yield new TextEncoder().encode(`${unit('b', '乙')}</nonsense>`);
    }
    const pairs = await readPairs({ [Symbol.iterator]: chunks }, { format: 'tmx' });
    for (let time = 0; time < 2; time++) {
      for (const { en } of pairs) {
        expect(en).toBe('a');
        break;
      }
    }
    expect(() => [...pairs]).toThrow(/unexpected close tag/);
  });
});

it('entities that the file declares are read', async () => {
  const doctype = '<!DOCTYPE tmx [<!ENTITY co "Bridge Builders"><!ENTITY nbsp "&#160;">]>';
  const [pair] = await read(memory(unit('The&nbsp;&co;', '建桥公司'), doctype));
  expect(pair!.en).toBe('The\u00A0Bridge Builders');
});

describe('files that are no TMX', () => {
  it.each([
    [
      'a control character',
      memory('\n<tu>\u0001</tu>'),
      /at line 3, column 5 \(disallowed character\): mend/,
    ],
    ['a bare ampersand', memory(unit('Q&A', '问答')), /at line 2, column \d+ \(/],
    ['an end too early', memory('').slice(0, -6), /\(unclosed tag: tmx\)/],
    ['nothing', '', /must contain a root element/],
    ['another document', '<xliff version="2.0"/>', /^"m\.tmx" is no TMX: its outermost element is <xliff>/],
    ['no end of nesting', memory(`<tu><tuv><seg>${'<hi>'.repeat(100_000)}`), /nested too deep/],
    [
      'entities of its own',
      memory(unit('&b;', '河'), '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
      /\(undefined entity\)/,
    ],
    [
      'entities from elsewhere',
      memory(unit('&b;', '河'), '<!DOCTYPE tmx [<!ENTITY b SYSTEM "file:///etc/hostname">]>'),
      /\(undefined entity\)/,
    ],
  ])('%s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringMatching(message) }),
    );
  });

  it('throws nothing but a DuiqiError', async () => {
    const words = [
      '<tu>',
      '</tu>',
      '<tuv xml:lang="en">',
      '</tuv>',
      '<seg>',
      '</seg>',
      '<ph>',
      '</ph>',
      '<sub>',
      '<note>',
      'a',
      '&lt;',
      '&',
      '<prop type="__proto__">',
      '</prop>',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 30 }), async (parts) => {
        const error = await read(memory(parts.join(''))).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error === null || (error as { code?: string }).code === 'unreadable').toBe(true);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('what toTmx has written', () => {
  const alignment = alignmentOf('a1 a2 | b ; c | d ; e | f ; g | h', {
    texts: {
      a1: '(1) It rains.',
      a2: 'Stay in.',
      b: '（一）下雨了，别出去。',
      c: '(2) Go.',
      d: '（二）走。',
    },
    markers: { a1: '(1)', b: '（一）', c: '(2)', d: '（二）' },
    clauses: { a1: '5/(1)', a2: '5/(1)', b: '五/（一）', c: '5/(2)', d: '5/(2)' },
    flags: [['low-score', 'stitched'], [], ['number-mismatch'], []],
    scores: [0.1234, 1, 0.5, 0],
    sources: ['a & b.md'],
  });
  const written: readonly PairRecord[] = [...records(alignment)].map((record, index) => ({
    ...record,
    en_spans: [],
    zh_spans: [],
    ...(index === 1 && { confirmed: true as const }),
    ...(index === 2 && { note: 'Please check: with the author.' }),
  }));
  const again = (options: TmxOptions, pairs = written) => read([...toTmx(pairs, options)].join(''));

  it.each<TmxOptions>([
    {},
    { markers: 'keep' },
    { direction: 'zh-en' },
    { sourceLanguage: 'en', targetLanguage: 'zh-Hant-HK' },
  ])('with %j is what was written', async (options) => {
    expect(await again(options)).toEqual(written);
  });

  it('keeps the ids where markers are left out', async () => {
    const pairs = await again({ markers: 'strip' });
    expect(pairs.map(({ id }) => id)).toEqual(written.map(({ id }) => id));
    expect(pairs.map(({ en }) => en).slice(0, 2)).toEqual(['It rains. Stay in.', 'Go.']);
  });

  it('is the same for any text that a memory can hold, ids and notes included', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((raw) => `x${raw.replace(/[\s\p{C}]/gu, '')}`);
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (id, en, zh, note) => {
        const pairs = [{ ...written[0], id, en, zh, note }];
        expect(await again({}, pairs)).toEqual(pairs);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
