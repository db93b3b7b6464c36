import { describe, expect, test } from 'vitest';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import type { Diagnostic } from '../../packages/aligner/src/types.js';

async function read(text: string, diagnostics: Diagnostic[] = []): Promise<PairRecord[]> {
  const onDiagnostic = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  return [...(await readPairs(text, { format: 'xliff', names: ['pier.xlf'], onDiagnostic }))];
}

const texts = async (text: string): Promise<string[]> =>
  (await read(text)).map(({ en, zh }) => `${en} | ${zh}`);

const xliff2 = (units: string, languages = 'srcLang="en" trgLang="zh-Hans"'): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" ${languages}><file id="f">${units}</file></xliff>`;
const segment = (content: string, attributes = ''): string => `<segment ${attributes}>${content}</segment>`;
const unit = (...segments: readonly string[]): string => `<unit id="1">${segments.join('')}</unit>`;

const xliff12 = (units: string, languages = 'source-language="EN-GB" target-language="ZH-CN"'): string =>
  `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="pier.docx" datatype="plaintext" ${languages}><body>${units}</body></file></xliff>`;

describe('XLIFF 2', () => {
  test('a pair for each segment, without codes and suggestions', async () => {
    const suggestion =
      '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1"><source>No</source><target>不</target></mtc:match></mtc:matches>';
    const content =
      `<unit id="1">${suggestion}<originalData><data id="d">&lt;b&gt;</data></originalData>` +
      segment(
        '<source>The <pc id="1">old <mrk id="m" type="term">pier</mrk></pc><ph id="2"/>.</source><target>老<sc id="3"/>码头<cp hex="002e"/></target>',
      ) +
      '<ignorable><source> </source></ignorable>' +
      segment('<source>Closed.</source><target>关闭。</target>') +
      '</unit>';
    expect(await texts(xliff2(content))).toEqual(['The old pier. | 老码头.', 'Closed. | 关闭。']);
  });

  test('what was reviewed is confirmed', async () => {
    const states = ['initial', 'translated', 'reviewed', 'final'];
    const content = states.map((state) =>
      unit(segment('<source>Pier</source><target>码头</target>', `state="${state}"`)),
    );
    expect((await read(xliff2(content.join('')))).map(({ confirmed }) => confirmed)).toEqual([
      undefined,
      undefined,
      true,
      true,
    ]);
  });

  test('ids of others are not taken over, since every file has the same', async () => {
    const [pair] = await read(xliff2(unit(segment('<source>Pier</source><target>码头</target>'))));
    expect(pair).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{16}$/), doc: 'pier.xlf', score: null });
  });

  test('fields only out of our own metadata, and only what they can be', async () => {
    const metadata = (category: string, score: string) =>
      `<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="${category}"><mda:meta type="score">${score}</mda:meta></mda:metaGroup></mda:metadata>`;
    const scoreOf = async (data: string) =>
      (await read(xliff2(unit(data, segment('<source>Pier</source><target>码头</target>')))))[0].score;
    expect(await scoreOf(metadata('duiqi', '0.5'))).toBe(0.5);
    expect(await scoreOf(metadata('duiqi', '5'))).toBeNull();
    expect(await scoreOf(metadata('quality', '0.5'))).toBeNull();
  });
});

describe('XLIFF 1.2', () => {
  test('text of marks is kept, that of codes is not', async () => {
    const content =
      '<trans-unit id="1"><source><g id="1">The pier</g><x id="2"/><bpt id="3">{\\b</bpt> is<ept id="3">}</ept> open.</source>' +
      '<seg-source><mrk mtype="seg" mid="1">The pier is open.</mrk></seg-source>' +
      '<target><mrk mtype="seg" mid="1">码头开放。</mrk></target><note>Checked.</note>' +
      '<alt-trans><source>A pier</source><target>一座码头</target></alt-trans></trans-unit>';
    expect(await read(xliff12(content))).toMatchObject([
      { en: 'The pier is open.', zh: '码头开放。', note: 'Checked.', doc: 'pier.docx' },
    ]);
  });

  test('approved units are confirmed', async () => {
    const content = (attributes: string) =>
      `<trans-unit id="1" ${attributes}><source>Pier</source><target>码头</target></trans-unit>`;
    const pairs = await read(xliff12(content('approved="yes"') + content('approved="no"')));
    expect(pairs.map(({ confirmed }) => confirmed)).toEqual([true, undefined]);
  });

  test('the target says its language where the file does not', async () => {
    const content =
      '<trans-unit id="1"><source>码头</source><target xml:lang="en">Pier</target></trans-unit>';
    expect(await texts(xliff12(content, 'source-language="zh-TW"'))).toEqual(['Pier | 码头']);
  });
});

test('what is no pair is counted', async () => {
  const diagnostics: Diagnostic[] = [];
  const content =
    unit(segment('<source>Pier</source>')) +
    unit(segment('<source>Pier</source><target/>')) +
    unit(segment('<source>Pier</source><target xml:lang="fr">Quai</target>'));
  expect(await read(xliff2(content), diagnostics)).toEqual([]);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    [
      'left-out',
      '"pier.xlf" has segments that are not pairs and were passed over: 2 without a translation and 1 in other languages than English and Chinese.',
    ],
  ]);
});

describe('damage', () => {
  test('is said with its place', async () => {
    await expect(read(`${xliff2(unit(segment('<source>Pier &'))).slice(0, -9)}`)).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(
        /^"pier\.xlf" is no well-formed XML at line 1, column \d+ \(.+\): mend it/,
      ),
    });
    await expect(read('<xliff>\n  <file></xliff>')).rejects.toThrow(/line 2, column \d+/);
  });

  test('other XML is no XLIFF without pairs', async () => {
    await expect(read('<tmx version="1.4"/>')).rejects.toThrow('"pier.xlf" is no XLIFF file');
  });

  test('entities are not expanded, and nothing is fetched', async () => {
    const bomb =
      '<!DOCTYPE xliff [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const content = (entity: string) =>
      bomb + xliff2(unit(segment(`<source>${entity}</source><target>码头</target>`)));
    await expect(read(content('&b;'))).rejects.toThrow(/no well-formed XML/);
    await expect(read(content('&c;'))).rejects.toThrow(/no well-formed XML/);
  });

  test('elements nested without end are refused at once', async () => {
    await expect(read(xliff2('<group>'.repeat(500_000)))).rejects.toThrow(/nested too deep/);
  });
});

test('a file is read in pieces, in any of the encodings of XML', async () => {
  const bytes = Buffer.from(
    `\uFEFF${xliff2(unit(segment('<source>Pier</source><target>码头</target>')))}`,
    'utf16le',
  );
  const chunks = {
    *[Symbol.iterator]() {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    },
  };
  const pairs = await readPairs(chunks, { names: ['pier.xliff'] });
  expect([...pairs]).toEqual([...pairs]);
  expect([...pairs]).toMatchObject([{ en: 'Pier', zh: '码头' }]);
});
