import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckFormat,
  type CheckOptions,
  check,
  repaired,
} from '../../packages/aligner/src/pairs/check/check.js';
import type { Finding } from '../../packages/aligner/src/pairs/check/finding.js';
import { readableTag } from '../../packages/aligner/src/pairs/check/lang-tag.js';
import { toTmx } from '../../packages/aligner/src/pairs/export/tmx.js';
import { tmxDate } from '../../packages/aligner/src/pairs/export/tmx-date.js';
import type { PairSource } from '../../packages/aligner/src/pairs/import/pair-source.js';
import { alignmentOf } from '../helpers/alignment.js';
import { broken, MEMORY, placeOf, REPAIRABLE } from '../helpers/broken-memories.js';

async function findings(source: PairSource, options: CheckOptions = { format: 'tmx' }): Promise<Finding[]> {
  return [...(await check(source, options))];
}

/** `line:column code` of each. */
async function found(source: PairSource, options?: CheckOptions): Promise<string[]> {
  return (await findings(source, options)).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

async function repair(source: PairSource, options: CheckOptions = { format: 'tmx' }): Promise<string> {
  return [...(await repaired(source, options))].join('');
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]));

it('a unit may have any number of properties, and all may stand in the wrong place', async () => {
  const property = '<prop type="a">b</prop>';
  const text = MEMORY.replace('</tu>', `${property.repeat(130_000)}</tu>`);
  expect((await findings(text)).filter(({ code }) => code === 'order')).toHaveLength(130_000);
  expect(await found(await repair(text))).toEqual([]);
});

describe('a memory', () => {
  it('that is sound has no findings and stays as it is', async () => {
    expect(await found(MEMORY)).toEqual([]);
    expect(await repair(utf8(MEMORY))).toBe(MEMORY);
  });

  it.each(REPAIRABLE)('$name is found and repaired', async (breakage) => {
    const text = broken(breakage);
    expect(text).not.toBe(MEMORY);
    expect(await found(text)).toContain(`${placeOf(text, breakage.at)} ${breakage.code}`);
    const copy = await repair(text);
    expect(copy).toContain(breakage.repaired);
    expect(await found(copy)).toEqual([]);
  });

  it.each<[string, string, string, string, string]>([
    ['a tag that no end tag ends', '</seg></tuv>', '</tuv>', 'not-well-formed', '<tuv xml:lang="zh'],
    ['another root', '<tmx version="1.4">', '<tm version="1.4">', 'structure', '<tm '],
    ['no header', '<header', '<header2', 'structure', '<body>'],
    ['an element in the wrong place', '<seg>The old', '<seg><b/>The old', 'structure', '<b/>'],
    ['a date of which the month is unclear', '20260131T080000Z', '01/02/2026', 'date', '<tu tuid="1"'],
    ['a day that no month has', '20260131T080000Z', '20260231T080000Z', 'date', '<tu tuid="1"'],
    [
      'a language that is none',
      'xml:lang="zh-CN"',
      'xml:lang="Mandarin"',
      'lang-tag',
      '<tuv xml:lang="Mandarin"',
    ],
    ['a tuid twice', 'tuid="2"', 'tuid="1"', 'id', '<tu tuid="1"><tuv'],
    ['numbers that differ', '12张', '13张', 'number-mismatch', '<tu tuid="2"'],
    ['an untranslated target', '旧桥已经开放。', 'The old bridge is open.', 'untranslated', '<tu tuid="1"'],
    [
      'a target in the wrong language',
      '旧桥已经开放。',
      'Le vieux pont est ouvert.',
      'wrong-language',
      '<tu tuid="1"',
    ],
    ['a lost character', '旧桥', '旧\ufffd', 'lost-character', '\ufffd'],
    ['a long segment', '旧桥', '旧'.repeat(2001), 'long', '<seg>旧'],
    [
      'another target',
      'The clinic has <ph x="1"/> 12 beds.',
      'The old bridge is open.',
      'conflict',
      '<tu tuid="2"',
    ],
  ])('%s is found, and left to a person', async (_, from, to, code, at) => {
    const text = broken({ from, to });
    expect(await found(text)).toContain(`${placeOf(text, at)} ${code}`);
    const fixable = (await findings(text)).filter(({ fix }) => fix !== undefined);
    if (fixable.length === 0) expect(await repair(text)).toBe(text);
  });

  it('keeps what is no text: comments, CDATA, codes and their blanks', async () => {
    const text = broken({
      from: 'The old bridge',
      to: '<!-- a & b --><![CDATA[R & D]]> <bpt i="1"> &lt;b&gt;\u00a0</bpt>bridge<ept i="1"/>',
    });
    expect(await repair(text)).toBe(text);
  });

  it.each([
    ['a text', '<!ENTITY co "Old &#38; Sons">', '&co;', ['entity']],
    ['a text that stands there', "<!-- for us --> <!ENTITY co 'Bridge Builders'>", '&co;', []],
    ['a character', '<!ENTITY nbsp "&#160;">', '&nbsp;', []],
    ['another name', '<!ENTITY co "Bridge Builders">', '&ko;', ['entity']],
    ['a comment', '<!-- <!ENTITY co "Bridge Builders"> -->', '&co;', ['entity']],
    ['a file', '<!ENTITY co SYSTEM "co.txt">', '&co;', ['entity']],
  ])('may declare entities: %s', async (_, declaration, reference, expected) => {
    const doctype = /<!DOCTYPE tmx[^>]*>/.exec(MEMORY)?.[0] ?? '';
    const text = broken({ from: 'old bridge', to: `old ${reference} bridge` }).replace(
      ...((doctype === ''
        ? [/<tmx/, `<!DOCTYPE tmx [${declaration}]>\n<tmx`]
        : [doctype, `<!DOCTYPE tmx [${declaration}]>`]) as [string, string]),
    );
    expect((await findings(text)).map(({ code }) => code)).toEqual(expected);
    if (expected.length === 0) expect(await repair(text)).toBe(text);
    expect(await found(await repair(text))).toEqual([]);
  });

  it('may have several languages: only the empty one is taken out', async () => {
    const text = broken({ from: '</tu>', to: '<tuv xml:lang="de"><seg/></tuv></tu>' });
    expect(await repair(text)).toBe(MEMORY);
  });

  it('may name the source language of a unit', async () => {
    const text = broken({ from: 'xml:lang="en-US"', to: 'xml:lang="en-GB"' }).replace(
      '"en-US" datatype',
      '"zh-CN" datatype',
    );
    expect(await found(text)).toEqual([]);
    const other = MEMORY.replace('tuid="2"><tuv xml:lang="en-US"', 'tuid="2"><tuv xml:lang="en-GB"');
    expect(await repair(other)).toContain('<tu tuid="2" srclang="en-GB">');
  });

  it('that we write has no errors', async () => {
    const hostile = alignmentOf('a | b ; c | d ; e | f', {
      texts: { a: '(1) <R&D> \u0001\u00a0', b: '（一）研发 ]]>', c: 'Fish', d: '鱼', e: 'Fish', f: '水' },
      markers: { a: '(1)', b: '（一）' },
    });
    const all = await findings([...toTmx(hostile, { date: '20260131T080000Z' })].join(''));
    expect(all.filter(({ fix, severity }) => severity === 'error' || fix !== undefined)).toEqual([]);
    expect(all.map(({ code }) => code)).toContain('conflict');
  });
});

describe('hostile memories', () => {
  it('end at too deep a nesting', async () => {
    expect(await found('<tmx>'.repeat(200_000))).toContain('1:2006 not-well-formed');
  });

  it('may have more properties and texts than a function takes arguments', async () => {
    const many = broken({
      from: '</tu>',
      to: `${'<prop type="x"/>'.repeat(150_000)}${'<tuv xml:lang="de"><seg> </seg></tuv>'.repeat(50_000)}</tu>`,
    });
    const copy = await repair(many);
    expect(copy).toContain('<tu tuid="1" creationdate="20260131T080000Z"><prop type="x"/><prop type="x"/>');
    expect(await found(copy)).toEqual([]);
  });
});

describe('bytes', () => {
  const declared = (encoding: string) => MEMORY.replace('UTF-8', encoding);
  it.each<[string, Uint8Array, string[]]>([
    ['UTF-16 with a mark', utf16(`\ufeff${declared('UTF-16')}`), ['1:1 encoding']],
    ['UTF-16 without a mark', utf16(declared('UTF-16')), ['1:1 encoding']],
    ['UTF-8 with a mark', utf8(`\ufeff${MEMORY}`), ['1:1 bom']],
  ])('%s are repaired to UTF-8', async (_, bytes, expected) => {
    expect(await found(bytes)).toEqual(expected);
    expect(await repair(bytes)).toBe(MEMORY);
  });

  it('that are no UTF-8 are found where they are', async () => {
    const bytes = utf8(MEMORY);
    bytes[bytes.indexOf(0xe6)] = 0xff; // a byte of 旧
    const all = await findings(bytes);
    expect(all[0]).toMatchObject({ line: 6, severity: 'error', code: 'encoding' });
    expect((await found(utf8(await repair(bytes)))).every((each) => each.endsWith('lost-character'))).toBe(
      true,
    );
  });

  it('make the same however they are cut', async () => {
    const bytes = utf8(REPAIRABLE.slice(0, 5).map(broken).join(''));
    const cut = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
      bytes.subarray(7 * at, 7 * at + 7),
    );
    expect(await findings(cut)).toEqual(await findings(bytes));
    expect(await repair(cut)).toBe(await repair(bytes));
  });
});

describe('XLIFF', () => {
  const second = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US" trgLang="zh-CN"><file id="f">
<unit id="u1"><segment><source>The old bridge is open.</source><target>旧桥已经开放。</target></segment></unit>
<unit id="u2"><segment><source>The clinic has 12 beds.</source><target>诊所有12张病床。</target></segment></unit>
</file></xliff>`;
  const first = `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" datatype="plaintext" source-language="en-US" target-language="zh-CN"><body>
<trans-unit id="a b"><source>The old bridge is open.</source><target>旧桥已经开放。</target></trans-unit>
</body></file></xliff>`;
  it.each<[string, string, string, string, string[]]>([
    ['a sound file', second, '', '', []],
    ['a sound file of 1.2', first, '', '', []],
    ['no source language', second, ' srcLang="en-US"', '', ['1:1 attribute']],
    ['targets of no language', second, ' trgLang="zh-CN"', '', ['2:64 target-language']],
    ['targets of no language in 1.2', first, ' target-language="zh-CN"', '', ['2:62 target-language']],
    ['the namespace of 1.2', second, 'document:2.0', 'document:1.2', ['1:1 namespace']],
    ['an unknown version', second, 'version="2.0"', 'version="2.9"', ['1:1 attribute']],
    ['an id twice', second, 'u2', 'u1', ['3:1 id']],
    ['an id with a space', second, 'u2', 'u 2', ['3:1 id']],
    ['no id', second, ' id="u2"', '', ['3:1 id']],
    ['an empty target', second, '旧桥已经开放。', '', ['2:15 empty']],
    ['numbers that differ', second, '12张', '13张', ['3:15 number-mismatch']],
    ['a wrong tag', second, 'zh-CN', 'zh_CN', ['1:1 lang-tag']],
  ])('%s', async (_, text, from, to, expected) => {
    expect(await found(text.replace(from, to), { format: 'xliff' })).toEqual(expected);
  });
});

describe('JSON Lines', () => {
  const lines = [
    '{"en":"The old bridge is open.","zh":"旧桥已经开放。","score":0.9}',
    '{"en":"The clinic has 12 beds.","zh":"诊所有12张病床。","score":null}',
  ];
  const sound = `${lines.join('\n')}\n`;
  it.each<[string, string, string, string[], string]>([
    ['a sound file', '', '', [], sound],
    ['a line that is no object', '{"en":"The clinic', '["en":"The clinic', ['2:1 json'], `${lines[0]}\n`],
    ['a line that breaks off', ',"score":null}', '', ['2:1 json', '2:1 keys'], '床。"}\n'],
    ['a line in the midst of a text', '床。","score":null}', '', ['2:1 json'], `${lines[0]}\n`],
    ['a list around its lines', '"score":0.9}', '"score":0.9},', ['1:1 json'], sound],
    ['a number that is none', 'null', 'NaN', ['2:1 json'], sound],
    ['a tab in a text', 'old bridge', 'old\tbridge', ['1:1 json'], 'old\\u0009bridge'],
    ['two lines in one', '}\n{', '}{', ['1:1 json'], sound],
    ['a blank line', '}\n{', '}\n\n{', ['2:1 json'], sound],
    ['another field', '"score":null', '"note":null', ['2:1 keys'], '"note":null'],
    ['another type', '"score":null', '"score":"1"', ['2:1 type'], '"score":"1"'],
    ['a byte order mark', '{', '\ufeff{', ['1:1 bom'], sound],
    ['half a character', '12 beds', '\\ud800 12 beds', ['2:1 character'], '\\ufffd 12 beds'],
    ['a whole character in two halves', '12 beds', '\\ud83d\\ude00 12 beds', [], '\\ud83d\\ude00 12 beds'],
    ['an escaped backslash', '12 beds', '\\\\ud800 12 beds', [], '\\\\ud800 12 beds'],
    ['an empty side', '旧桥已经开放。', ' ', ['1:1 empty'], '"zh":" "'],
    ['a repeated line', '}\n{', `}\n${lines[0]}\n{`, ['2:1 repeat'], sound],
    ['numbers that differ', '12张', '13张', ['2:1 number-mismatch'], '13张'],
  ])('%s', async (_, from, to, expected, copy) => {
    const text = sound.replace(from, () => to);
    expect(await found(text, { format: 'jsonl' })).toEqual(expected);
    const mended = await repair(text, { format: 'jsonl' });
    expect(mended).toContain(copy);
    // Whatever a line was like, all that is left can be read.
    for (const line of mended.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object');
  });

  it.each([
    '{"translation":{"en":"12 beds are here.","zh":"这里有13张床。"}}',
    '{"src":"这里有13张床。","tgt":"12 beds are here.","score":1}',
    '{"anchor":"12 beds are here.","positive":"这里有13张床。"}',
  ])('in a profile: %s', async (line) => {
    expect(await found(line, { format: 'jsonl' })).toEqual(['1:1 number-mismatch']);
  });
});

describe('JSON Lines that we write', () => {
  // Far enough apart in what they say that nothing but their fields can be found.
  const [first, second] = [
    '{"id":"1","en":"The ferry sails at noon.","zh":"渡轮正午开航。","score":0.9,"bead":"1-1","clause":null,"flags":[],"en_spans":[],"zh_spans":[],"doc":"a"}\n',
    '{"id":"2","en":"(1) The harbour is open.","zh":"（一）港口开放。","score":0.9,"bead":"1-1","clause":"(1)","clause_zh":"（一）","flags":[],"en_spans":[],"zh_spans":[],"doc":"a","confirmed":true}\n',
  ];

  it('may have fields that only some of them need', async () => {
    expect(await found(first + second, { format: 'jsonl' })).toEqual([]);
    expect(await found(second + first, { format: 'jsonl' })).toEqual([]);
    expect(await found(`${first}${second.replace('"doc"', '"document"')}`, { format: 'jsonl' })).toEqual([
      '2:1 keys',
    ]);
  });

  it('are warned of where such a field comes late in a large file', async () => {
    const filler = Array.from({ length: 5_000 }, (_, id) =>
      first.replace('"1"', `"${id}"`).replace('noon', `${'a'.repeat(2_000)}${id}`),
    );
    const codes = (await findings(filler.join('') + second, { format: 'jsonl' })).filter(
      ({ code }) => code === 'keys',
    );
    expect(codes.map(({ line, severity }) => [line, severity])).toEqual([
      [5_001, 'warning'],
      [5_001, 'warning'],
    ]);
  });
});

describe('the format', () => {
  it.each<[string, string, string]>([
    ['a.tmx', '', 'not-well-formed'],
    ['a.xlf', '<tmx/>', 'structure'],
    ['', '{"a":1}', 'keys'],
    ['a', '<tmx version="2"/>', 'attribute'],
  ])('is told by the name or the beginning: %s %s', async (name, text, code) => {
    expect((await findings(text, { name })).map((finding) => finding.code)).toContain(code);
  });

  it('has to be known', async () => {
    await expect(findings('a,b', { name: 'a.csv' })).rejects.toThrow(/^"a\.csv" is neither TMX nor/);
  });
});

describe('laws', () => {
  const bits =
    '<|>|&|&amp;|&#1;|&nbsp;|\u0001|\ud800|"|\'|<!--|-->|<![CDATA[|]]>|<?|?>|</seg>|<seg>|<tu>|</tu>|<prop type="x">|</prop>| |\n|\u00a0|&#160;|\u200b|\ufeff|lang="en"|en_US|srclang="eng"|<bpt i="1">|</bpt>|\r|\v|{|\\ud800|\\|\n{"en":"a","zh":"b"}\n'.split(
      '|',
    );
  const mutated = fc
    .array(fc.tuple(fc.nat(MEMORY.length), fc.constantFrom(...bits), fc.nat(6)), { maxLength: 4 })
    .map((changes) =>
      changes.reduce((text, [at, bit, length]) => text.slice(0, at) + bit + text.slice(at + length), MEMORY),
    );
  const garbage = fc.array(fc.constantFrom(...bits), { maxLength: 12 }).map((parts) => parts.join(''));

  it.each<CheckFormat>(['tmx', 'xliff', 'jsonl'])(
    'of %s: nothing throws, a repaired file stays as it is, and nothing in it could be repaired again',
    async (format) => {
      const source = fc.oneof<fc.Arbitrary<string | Uint8Array>[]>(
        mutated,
        garbage,
        fc.uint8Array({ maxLength: 60 }),
      );
      await fc.assert(
        fc.asyncProperty(source, async (file) => {
          const before = await findings(file, { format });
          const copy = await repair(file, { format });
          expect(await repair(copy, { format })).toBe(copy);
          expect((await findings(copy, { format })).filter(({ fix }) => fix !== undefined)).toEqual([]);
          if (before.length === 0 && typeof file === 'string') expect(copy).toBe(file);
        }),
        { seed: 20261122, numRuns: 200 },
      );
    },
  );
});

it.each([
  ['en', 'en'],
  ['EN-GB', 'EN-GB'],
  ['zh-Hans-CN', 'zh-Hans-CN'],
  ['cmn', 'cmn'],
  ['yue-HK', 'yue-HK'],
  ['en_US', 'en-US'],
  ['eng', 'en'],
  ['chi', 'zh'],
  ['zho_CN', 'zh-CN'],
  ['English', 'en'],
  ['Chinese (Simplified)', 'zh-CN'],
  ['zh-CHT', 'zh-TW'],
  ['', null],
  ['?', null],
])('the language tag %j is read as %j', (tag, expected) => {
  expect(readableTag(tag)).toBe(expected);
});

it.each([
  ['20260131T080000Z', '20260131T080000Z'],
  ['2026-01-31T08:00:00Z', '20260131T080000Z'],
  ['20260131T080000', '20260131T080000Z'],
  ['2026-01-31 08:00:00.125', '20260131T080000Z'],
  ['2026-01-31T08:00:00-0230', '20260131T103000Z'],
  ['20260131', '20260131T000000Z'],
  ['20261331T080000Z', null],
  ['2026-02-30', null],
  ['31.01.2026', null],
])('the date %j is read as %j', (date, expected) => {
  expect(tmxDate(date)).toBe(expected);
});
