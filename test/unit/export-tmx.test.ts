import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDoubtNote } from '../../packages/aligner/src/pairs/export/doubts.js';
import { type TmxOptions, toTmx } from '../../packages/aligner/src/pairs/export/tmx.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import type { Alignment, Label } from '../../packages/aligner/src/types.js';
import { alignmentOf, type SampleOptions } from '../helpers/alignment.js';

interface Unit {
  readonly tuid: string;
  readonly source: string;
  readonly target: string;
  readonly note: string | undefined;
  readonly props: Readonly<Record<string, string>>;
}

const record = (parts: Partial<PairRecord>): PairRecord => ({
  id: 'f00d',
  en: '',
  zh: '',
  score: null,
  bead: null,
  clause: null,
  flags: [],
  en_spans: [],
  zh_spans: [],
  doc: 'memory.tmx',
  ...parts,
});

const write = (alignment: Alignment, options?: TmxOptions) => [...toTmx(alignment, options)];

/** The units as they stand in the file, escapes included: one for each chunk between head and foot. */
function units(alignment: Alignment, options?: TmxOptions): Unit[] {
  return write(alignment, options)
    .slice(1, -1)
    .map((line) => {
      expect(line).toMatch(
        /^<tu tuid="[^"]+"[^>]*>(<note>.*<\/note>)*(<prop .*<\/prop>)+(<tuv .*<\/tuv>){2}<\/tu>\n$/,
      );
      const [source, target] = [...line.matchAll(/<seg>(.*?)<\/seg>/g)].map((match) => match[1]);
      const props = [...line.matchAll(/<prop type="([^"]+)">(.*?)<\/prop>/g)].map((match) => [
        match[1],
        match[2],
      ]);
      return {
        tuid: /tuid="([^"]+)"/.exec(line)![1],
        source,
        target,
        note: /<note>(.*?)<\/note>/.exec(line)?.[1],
        props: Object.fromEntries(props),
      };
    });
}

const texts = (alignment: Alignment, options?: TmxOptions) =>
  units(alignment, options).map(({ source, target }) => `${source} | ${target}`);

/** One pair of the two texts. */
const onePair = (a: string, b: string, options: SampleOptions = {}) =>
  alignmentOf('a | b', { ...options, texts: { a, b } });

describe('the file', () => {
  it('has the declaration, the document type and the seven required attributes, and no BOM', () => {
    const chunks = write(alignmentOf('a | b'), { creationToolVersion: '1.2.3' });
    expect(chunks[0]).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4">',
        '<header creationtool="duiqi" creationtoolversion="1.2.3" segtype="sentence" o-tmf="duiqi" adminlang="en-US" srclang="en-US" datatype="plaintext"/>',
        '<body>\n',
      ].join('\n'),
    );
    expect(chunks.at(-1)).toBe('</body>\n</tmx>\n');
  });

  it('bears a date only when given one', () => {
    expect(write(alignmentOf('a | b')).join('')).not.toContain('date=');
    const dated = write(alignmentOf('a | b'), { date: '20260131T080000Z' });
    expect(dated[0]).toContain(' datatype="plaintext" creationdate="20260131T080000Z"/>');
    expect(dated[1]).toMatch(/^<tu tuid="\w+" creationdate="20260131T080000Z">/);
  });

  it('writes a unit with its properties before its texts', () => {
    const alignment = alignmentOf('a1 a2 | b', {
      scores: [0.8765],
      clauses: { a1: '2/(1)', b: '二/（一）' },
      flags: [['duplicate', 'stitched']],
    });
    expect(write(alignment)[1].replace(/tuid="[0-9a-f]{16}"/, 'tuid="…"')).toBe(
      '<tu tuid="…"><prop type="x-score">0.8765</prop><prop type="x-bead">2-1</prop>' +
        '<prop type="x-clause">2/(1)</prop><prop type="x-clause-zh">二/（一）</prop>' +
        '<prop type="x-document">sample.txt</prop><prop type="x-flags">duplicate,stitched</prop>' +
        '<tuv xml:lang="en-US"><seg>a1 a2</seg></tuv><tuv xml:lang="zh-CN"><seg>b</seg></tuv></tu>\n',
    );
  });

  it('leaves out the properties that would be empty', () => {
    const [{ props }] = units(alignmentOf('a | b', { sources: [''] }));
    expect(Object.keys(props)).toEqual(['x-score', 'x-bead']);
  });

  it('leaves out pairs below the least score, and text without a counterpart always', () => {
    const alignment = alignmentOf('a | b ; c | - ; d | e', { scores: [0.4, 0, 0.6] });
    expect(texts(alignment, { minScore: 0.5 })).toEqual(['d | e']);
  });

  it('is the same twice', () => {
    const alignment = alignmentOf('a | b ; c | d');
    expect(write(alignment)).toEqual(write(alignment));
  });
});

describe('languages', () => {
  const languages = (alignment: Alignment, options?: TmxOptions) => {
    const [header, unit] = write(alignment, options);
    const [source, target] = [...unit.matchAll(/xml:lang="([^"]+)"><seg>(.*?)</g)];
    return `${/srclang="([^"]+)"/.exec(header)![1]} ${source[1]}=${source[2]} ${target[1]}=${target[2]}`;
  };

  it.each<[string, TmxOptions, string]>([
    ['河', {}, 'en-US en-US=river zh-CN=河'],
    ['河', { direction: 'zh-en' }, 'zh-CN zh-CN=河 en-US=river'],
    ['河', { sourceLanguage: 'en-GB', targetLanguage: 'zh-Hans-CN' }, 'en-GB en-GB=river zh-Hans-CN=河'],
    ['河', { direction: 'zh-en', sourceLanguage: 'yue', targetLanguage: 'en' }, 'yue yue=河 en=river'],
    ['這條河', {}, 'en-US en-US=river zh-TW=這條河'],
    ['这条河', {}, 'en-US en-US=river zh-CN=这条河'],
    ['這條河', { targetLanguage: 'zh-HK' }, 'en-US en-US=river zh-HK=這條河'],
  ])('%s %j → %s', (chinese, options, expected) => {
    expect(languages(onePair('river', chinese), options)).toBe(expected);
  });

  it('goes by what most of the Chinese is written in', () => {
    const quoted = alignmentOf('a | b ; c | d', { texts: { b: '這', d: '这个问题们' } });
    expect(write(quoted)[1]).toContain('xml:lang="zh-CN"');
  });
});

describe('options out of range', () => {
  it.each<[TmxOptions, string]>([
    [
      { sourceLanguage: 'en_US' },
      'sourceLanguage must be an English language tag such as en-US, not "en_US".',
    ],
    [{ sourceLanguage: 'eng' }, 'sourceLanguage must be an English language tag such as en-US, not "eng".'],
    [
      { targetLanguage: 'Chinese' },
      'targetLanguage must be a Chinese language tag such as zh-CN, not "Chinese".',
    ],
    [
      { direction: 'zh-en', sourceLanguage: 'en-US' },
      'sourceLanguage must be a Chinese language tag such as zh-CN, not "en-US".',
    ],
    [{ date: '2026-01-31' }, 'date must be a UTC time like 20260131T080000Z, not "2026-01-31".'],
    [{ date: '20261301T000000Z' }, 'date must be a UTC time like 20260131T080000Z, not "20261301T000000Z".'],
    [{ minScore: 2 }, 'minScore must be a number from 0 to 1, not 2.'],
    [{ minScore: Number.NaN }, 'minScore must be a number from 0 to 1, not NaN.'],
    [{ markers: 'none' } as unknown as TmxOptions, 'markers must be one of keep, strip, both, not "none".'],
    [{ direction: 'en' } as unknown as TmxOptions, 'direction must be one of en-zh, zh-en, not "en".'],
  ])('%j', (options, message) => {
    expect(() => toTmx(alignmentOf('a | b'), options)).toThrow(
      expect.objectContaining({ name: 'DuiqiError', code: 'bad-option', message }),
    );
  });
});

describe('segments', () => {
  it.each<[string, string, string]>([
    ['the five of XML', `Q&A <b> "x" 'y'`, `Q&amp;A &lt;b&gt; &quot;x&quot; 'y'`],
    ['an end of CDATA', ']]>', ']]&gt;'],
    ['edges', '\u00A0\u200B \u00ADriver\uFEFF\t\u3000', 'river'],
    ['line breaks and tabs', 'a\r\nb\tc\u2028d\u0085e', 'a b c d e'],
    ['no-break spaces and runs', 'a\u00A0b  \u202F c', 'a b c'],
    ['page breaks', 'a\fb', 'a b'],
    ['ideographic spaces', '总则\u3000范围', '总则\u3000范围'],
    ['invisible characters', 'ri\u00ADver\u200Bside', 'riverside'],
    ['control characters', 'a\u0000b\u0001c\u001Fd', 'abcd'],
    ['a control character between spaces', 'a \u0001 b', 'a b'],
    ['noncharacters', 'a\uFFFEb\uFFFFc', 'abc'],
    ['lone surrogates', 'a\uD800b\uDC00c', 'abc'],
    ['halves that removal would join', 'a\uD83D\u0000\uDE00b', 'ab'],
    ['whole surrogate pairs', 'a😀𠮷b', 'a😀𠮷b'],
  ])('%s', (_, raw, written) => {
    const [unit] = units(onePair(raw, raw), { numbers: true });
    expect([unit.source, unit.target]).toEqual([written, written]);
  });

  it('cleans and escapes properties too', () => {
    const alignment = alignmentOf('a | b', { clauses: { a: '(1)<\u0001&' }, sources: ['R&D\u0002.txt'] });
    const [{ props }] = units(alignment);
    expect([props['x-clause'], props['x-document']]).toEqual(['(1)&lt;&amp;', 'R&amp;D.txt']);
  });

  it('never writes an empty side', () => {
    expect(texts(alignmentOf('a | b ; c | d', { texts: { b: ' \u200B\u00A0' } }))).toEqual(['c | d']);
  });

  it('leaves no character that XML forbids, and nothing to trim', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ max: 0xffff, min: 0 }).map((code) => String.fromCharCode(code)) }),
    );
    const legal = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        for (const { source, target } of units(onePair(a, b))) {
          for (const text of [source, target]) {
            expect(text).toMatch(legal);
            expect(text).not.toBe('');
            expect(text.trim()).toBe(text);
          }
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('repeats and conflicts', () => {
  it('writes identical pairs once, whatever their white space', () => {
    const alignment = alignmentOf('a | b ; c | d ; e | f', {
      texts: { a: 'x', b: 'y', c: ' x', d: 'y\u00A0', e: 'x', f: 'y' },
    });
    expect(texts(alignment)).toEqual(['x | y']);
  });

  const twoTargets = alignmentOf('a | b ; c | d ; e | f', {
    texts: { a: 'x', c: 'x', e: 'z', f: 'b' },
    flags: [[], ['crossing'], []],
  });

  it('keeps all targets of a source and flags them', () => {
    expect(units(twoTargets).map((unit) => [unit.source, unit.target, unit.props['x-flags']])).toEqual([
      ['x', 'b', 'conflict'],
      ['x', 'd', 'conflict,crossing'],
      ['z', 'b', undefined],
    ]);
  });

  it('does not flag translations that differ in nothing but their looks', () => {
    const alignment = alignmentOf('a | b ; c | d', { texts: { a: 'x', c: 'x', b: '渡轮', d: '渡轮。' } });
    expect(units(alignment).map(({ target, props }) => [target, props['x-flags']])).toEqual([
      ['渡轮', undefined],
      ['渡轮。', undefined],
    ]);
  });

  it('goes by the direction', () => {
    const flagged = units(twoTargets, { direction: 'zh-en' }).filter((unit) =>
      unit.props['x-flags']?.includes('conflict'),
    );
    expect(flagged.map((unit) => `${unit.source} | ${unit.target}`)).toEqual(['b | x', 'b | z']);
  });

  it('does not flag for the sake of a pair that is left out', () => {
    const alignment = alignmentOf('a | b ; c | d', { texts: { a: 'x', c: 'x' }, scores: [0.9, 0.1] });
    expect(units(alignment, { minScore: 0.5 })[0].props['x-flags']).toBeUndefined();
  });
});

describe('notes', () => {
  it.each<[NonNullable<SampleOptions['flags']>[number], string | undefined]>([
    [[], undefined],
    [['duplicate', 'stitched'], undefined],
    [['crossing'], 'Please check: it stands in another order.'],
    [['untranslated'], 'Please check: both sides are the same.'],
    [['wrong-language'], 'Please check: one side is in another language.'],
    [['low-score'], 'Please check: the score is low.'],
    [
      ['length-ratio', 'number-mismatch'],
      'Please check: one side is much too long for the other; the numbers differ.',
    ],
    [['truncated'], 'Please check: the text breaks off.'],
    [['conflict'], 'Please check: the same text has another translation too.'],
  ])('%j', (flags, note) => {
    expect(units(alignmentOf('a | b', { flags: [flags] }))[0].note).toBe(note);
  });

  it('names the numbers that differ, and is known for its own', () => {
    const named = record({ en: 'In 2024, 5 boats', zh: '6艘船', flags: ['number-mismatch'] });
    const [, unit] = toTmx([named]);
    const ours = 'Please check: the numbers differ: the English has 2024, 5, the Chinese 6.';
    expect(unit).toContain(`<note>${ours}</note>`);
    expect(isDoubtNote(ours)).toBe(true);
    // As earlier versions wrote it.
    expect(isDoubtNote('Please check: the numbers differ: 2024, 5 | 6.')).toBe(true);
    expect(isDoubtNote('Please check: the numbers differ: ask Ann.')).toBe(false);
  });

  it('has what a person has written in a note of its own, and that the pair was confirmed', () => {
    const noted = record({ en: 'river', zh: '河', flags: ['low-score'], note: 'Or <i>stream</i>?\nAsk.' });
    const [, unit] = toTmx([noted]);
    expect(unit).toContain(
      '<note>Please check: the score is low.</note><note>Or &lt;i&gt;stream&lt;/i&gt;? Ask.</note><prop ',
    );
    const [, confirmed] = toTmx([{ ...noted, confirmed: true }]);
    expect(confirmed).toContain('"><note>Or &lt;i&gt;stream&lt;/i&gt;? Ask.</note><prop ');
    expect(confirmed).toContain('<prop type="x-confirmed">true</prop>');
  });

  it('puts what was confirmed behind other translations of its source, since the last one wins', () => {
    const pairs = [
      record({ id: '1', en: 'bank', zh: '岸', confirmed: true }),
      record({ id: '2', en: 'bank', zh: '银行' }),
      record({ id: '3', en: 'river', zh: '河', confirmed: true }),
    ];
    const order = (options: TmxOptions = {}) =>
      [...toTmx(pairs, options)].flatMap((line) => /<tu tuid="(.)"/.exec(line)?.[1] ?? []);
    expect(order()).toEqual(['2', '3', '1']);
    expect(order({ direction: 'zh-en' })).toEqual(['1', '2', '3']);
  });

  it('says of a pair that comes several times what a person has said of one of them', () => {
    const first = record({ en: 'river', zh: '河', flags: ['low-score'] });
    const [, unit, ...rest] = toTmx([first, { ...first, confirmed: true, note: 'The wide one.' }]);
    expect(rest).toHaveLength(1);
    expect(unit).toContain('<note>The wide one.</note>');
    expect(unit).not.toContain('Please check');
    expect(unit).toContain('<prop type="x-confirmed">true</prop>');
  });

  it('warns above 2,000 characters', () => {
    const note = (length: number) => units(onePair('x'.repeat(length), 'y'))[0].note;
    expect(note(2000)).toBeUndefined();
    expect(note(2001)).toMatch(/2,000 characters/);
  });
});

describe('pairs of other origin', () => {
  it('writes what is known of them', () => {
    const [, unit] = toTmx([record({ id: 'a"<1>&\u0001', en: 'river', zh: '河' })]);
    expect(unit).toBe(
      '<tu tuid="a&quot;&lt;1&gt;&amp;"><prop type="x-document">memory.tmx</prop>' +
        '<tuv xml:lang="en-US"><seg>river</seg></tuv><tuv xml:lang="zh-CN"><seg>河</seg></tuv></tu>\n',
    );
  });

  it.each<[string, string, string | undefined]>([
    ['(1) Scope', '（一）范围', 'Scope | 范围'],
    ['2. Scope', '二、范围', 'Scope | 范围'],
    ['Article 3 Scope', '第三条 范围', 'Scope | 范围'],
    ['(i) Scope', '(1) 范围', 'Scope | 范围'],
    ['(1) Scope', '（二）范围', undefined],
    ['(1) Scope', '范围', undefined],
    ['First, look.', '第一，看。', undefined],
    ['1.5 million', '1.5亿', undefined],
    ['(1)', '（一）', undefined],
  ])(
    'of "%s" and "%s", whose clauses are not known, only markers that count the same are cut off',
    (en, zh, cut) => {
      const [, , stripped] = toTmx([record({ en, zh })]);
      const texts = [...stripped.matchAll(/<seg>(.*?)<\/seg>/g)].map((match) => match[1]);
      expect(texts.join(' | ')).toBe(cut ?? '');
    },
  );
});

describe('many pairs', () => {
  it('are gone through without being kept', () => {
    let made = 0;
    const pairs = {
      *[Symbol.iterator]() {
        for (let n = 0; n < 20_000; n++) {
          made++;
          yield record({ en: `The boat ${n} is late.`, zh: `第${n % 10_000}号船晚点。` });
        }
      },
    };
    const chunks = toTmx(pairs, { direction: 'zh-en' })[Symbol.iterator]();
    chunks.next();
    chunks.next();
    const [seen, unit] = [made, chunks.next().value as string];
    expect(made).toBe(seen + 1);
    expect(unit).toContain('<prop type="x-flags">conflict</prop>');
  });
});

describe('clause markers', () => {
  const both = { a: '(1)', b: '（一）' };
  it.each<[string, TmxOptions['markers'], string, string, Record<string, string>, string[]]>([
    ['kept', 'keep', '(1) Scope', '（一）范围', both, ['(1) Scope | （一）范围']],
    ['stripped', 'strip', '(1) Scope', '（一）范围', both, ['Scope | 范围']],
    ['both', 'both', '(1) Scope', '（一）范围', both, ['(1) Scope | （一）范围', 'Scope | 范围']],
    [
      'both is the default',
      undefined,
      '(1) Scope',
      '（一）范围',
      both,
      ['(1) Scope | （一）范围', 'Scope | 范围'],
    ],
    ['nothing to strip', 'both', 'Scope', '范围', {}, ['Scope | 范围']],
    ['nothing to strip', 'strip', 'Scope', '范围', {}, ['Scope | 范围']],
    ['one side only', 'strip', '(1) Scope', '范围', { a: '(1)' }, ['Scope | 范围']],
    ['one side only', 'both', '(1) Scope', '范围', { a: '(1)' }, ['(1) Scope | 范围', 'Scope | 范围']],
    // A second target for one source would win over the first.
    ['target only', 'both', 'Scope', '（一）范围', { b: '（一）' }, ['Scope | （一）范围']],
    ['target only', 'strip', 'Scope', '（一）范围', { b: '（一）' }, ['Scope | 范围']],
    ['not at the start', 'strip', 'See (1) Scope', '范围', { a: '(1)' }, ['See (1) Scope | 范围']],
    ['nothing else', 'strip', '(1)', '（一）', both, ['(1) | （一）']],
    ['nothing but a stop', 'strip', '(1).', '（一） 。', both, ['(1). | （一） 。']],
    ['nothing else on one side', 'strip', '(1)', '（一）范围', both, ['(1) | 范围']],
  ])('%s: %s', (_, markers, a, b, labels, expected) => {
    const options = markers === undefined ? {} : { markers };
    expect(texts(onePair(a, b, { markers: labels }), options)).toEqual(expected);
  });

  it('gives the unit without markers a name of its own', () => {
    const [kept, stripped] = units(onePair('(1) Scope', '（一）范围', { markers: both }));
    expect(kept.tuid).toMatch(/^[0-9a-f]{16}$/);
    expect(stripped.tuid).toBe(`${kept.tuid}-s`);
  });

  it('leaves ordinal words in their sentence', () => {
    const scheme: Label['scheme'] = 'ordinal-word';
    const alignment = onePair('First, look.', '一是看。', { markers: { a: 'First,', b: '一是' }, scheme });
    expect(texts(alignment, { markers: 'strip' })).toEqual(['First, look. | 一是看。']);
  });

  it('finds the conflicts that stripping makes', () => {
    const alignment = alignmentOf('a | b ; c | d', {
      texts: { a: '(1) Scope', b: '（一）范围', c: '(2) Scope', d: '（二）领域' },
      markers: { a: '(1)', b: '（一）', c: '(2)', d: '（二）' },
    });
    expect(units(alignment).map((unit) => [unit.source, unit.props['x-flags']])).toEqual([
      ['(1) Scope', undefined],
      ['Scope', 'conflict'],
      ['(2) Scope', undefined],
      ['Scope', 'conflict'],
    ]);
  });
});

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

describe.skipIf(!hasXmllint)(
  'validation against the DTD of TMX 1.4 (skipped where xmllint is missing)',
  () => {
    const dtd = fileURLToPath(new URL('../fixtures/tmx14.dtd', import.meta.url));
    const validate = (xml: string) => {
      const directory = mkdtempSync(join(tmpdir(), 'duiqi-tmx-'));
      const file = join(directory, 'memory.tmx');
      writeFileSync(file, xml);
      // The document type of the file names its DTD without a directory.
      copyFileSync(dtd, join(directory, 'tmx14.dtd'));
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--valid', file], {
        encoding: 'utf8',
      });
      rmSync(directory, { recursive: true });
      return { status, stderr };
    };

    const hostile = alignmentOf('a | b ; c | d ; e | - ; f | g', {
      texts: {
        a: '(1) <R&D> "\u0001\uD800',
        b: '（一）研发\uFFFE\u000B]]>',
        c: '(1) Fish',
        d: '鱼',
        f: '(1) Fish',
        g: '水',
      },
      markers: { a: '(1)', b: '（一）', c: '(1)' },
      clauses: { a: '(1)' },
      flags: [['low-score', 'number-mismatch'], [], [], ['truncated']],
      sources: ['a<b>.txt'],
    });

    it.each<[string, Alignment, TmxOptions]>([
      ['nothing', alignmentOf('a | -'), {}],
      ['hostile text', hostile, { date: '20260131T080000Z', creationToolVersion: '"1"<&' }],
      ['hostile text, Chinese first', hostile, { direction: 'zh-en', markers: 'strip' }],
    ])('%s', (_, alignment, options) => {
      expect(validate(write(alignment, options).join(''))).toEqual({ status: 0, stderr: '' });
    });

    it('would notice a property behind the texts', () => {
      const xml = write(hostile).join('').replace('</tu>', '<prop type="x">y</prop></tu>');
      expect(validate(xml).stderr).toMatch(/Element tu content does not follow the DTD/);
    });
  },
);
