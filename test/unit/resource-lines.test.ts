import { describe, expect, test } from 'vitest';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { readText } from '../../packages/aligner/src/document/read/text.js';

const linesOf = ({ text, blocks }: Reading): string[] =>
  blocks.map(({ lines, position }) => {
    const written = lines.map(({ start, end }) => text.slice(start, end)).join('/');
    return position === undefined ? written : `${position.column}/${position.start} ${written}`;
  });
const read = async (text: string, name = 'a.txt'): Promise<string[]> => linesOf(await readText(text, name));

describe('strings of a program, without their keys', () => {
  test.each<[string, string, string[]]>([
    [
      'of Java, with comments and a string over two lines',
      '# Mill\nmill.open=Open the sluice.\n! once\nmill.wait = Wait for the \\\n   miller.\n\nmill.off="Stop"\n',
      ['Open the sluice.', 'Wait for the/miller.', 'Stop'],
    ],
    ['with capitals in them', 'OPEN_MILL=打开\nstopMill=停止\nwait_mill=等候\n', ['打开', '停止', '等候']],
    ['in parts', '[mill]\nmill_a=Old rye\nmill_b=Oats\nmill_c=\nmill_d=Hay\n', ['Old rye', 'Oats', 'Hay']],
    [
      'of Apple, with comments over lines',
      '/* The mill\n * and more */\n"mill.open" = "Open";\n"mill.say" = "Say \\"stop\\"";\n// once\n"mill.stop" = "Stop";\n',
      ['Open', 'Say \\"stop\\"', 'Stop'],
    ],
    [
      'of Apple whose keys are the texts: both are',
      '"Open" = "打开";\n"Stop" = "停止";\n"Wait" = "等候";\n',
      ['0/0 Open', '1/0 打开', '0/1 Stop', '1/1 停止', '0/2 Wait', '1/2 等候'],
    ],
    [
      'of gettext: the head, what is no longer used and contexts are none',
      'msgid ""\nmsgstr ""\n"Language: zh\\n"\n\n#: mill.c:4\nmsgctxt "menu"\nmsgid "Open"\nmsgstr "打开"\n\nmsgid ""\n"The mill "\n"stops."\nmsgstr "磨坊停止。"\n\n#~ msgid "Old"\n#~ msgstr "旧"\n',
      ['0/2 Open', '1/2 打开', '0/3 The mill /stops.', '1/3 磨坊停止。'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test.each<[string, unknown, string[]]>([
    [
      'by the order of their keys, however deep they lie, with placeholders and plurals',
      {
        mill: { wait: 'Wait for {name}', cart_one: '{{count}} cart', cart_other: '{{count}} carts' },
        about: ['Old', 'New %s', 7],
        '@about': { description: 'none' },
        $schema: 'none',
        empty: '',
      },
      ['Old', 'New %s', '{{count}} carts', 'Wait for {name}'],
    ],
    ['of Chrome', { open: { message: 'Open\n"it"', description: 'none' } }, ['Open/"it"']],
    [
      'of both languages below their names',
      { en: { open: 'Open', wait: 'Wait' }, 'zh-CN': { open: '打开', stop: '停止' } },
      ['0/0 Open', '1/0 打开', '0/1 Wait', '1/2 停止'],
    ],
    [
      'of both languages below each key',
      { open: { zh: '打开', en: 'Open' }, wait: { zh: '等候', en: 'Wait' } },
      ['0/0 Open', '1/0 打开', '0/1 Wait', '1/1 等候'],
    ],
    [
      'of languages to choose from, which are texts',
      { langs: { english: '英语', chinese: '中文' }, stop: '停止' },
      ['中文', '英语', '停止'],
    ],
    [
      'whose keys are the texts',
      { Open: '打开', 'Stop at once.': '立即停止。' },
      ['0/0 Open', '1/0 打开', '0/1 Stop at once.', '1/1 立即停止。'],
    ],
    ['of which there are none', { size: 4, wide: true }, []],
  ])('in JSON, %s', async (_, value, expected) => {
    expect(await read(JSON.stringify(value, null, 2), 'a.json')).toEqual(expected);
    expect(await read(`\ufeff${JSON.stringify(value)}`, 'a.json')).toEqual(expected);
  });

  test('not: what only looks like JSON, or is nested deeper than any', async () => {
    expect(await read('{ "open": "Open", }')).toEqual(['{ "open": "Open", }']);
    const deep = 100_000;
    expect(await read(`${'{"a":'.repeat(deep)}"Open"${'}'.repeat(deep)}`)).toEqual([]);
  });

  test('of Java, with characters by their numbers', async () => {
    const text = 'a.open=\\u6253\\u5f00\na.stop=\\u505c\\u6b62\\u0021\na.path=C:\\\\u6253 \\u7b49\n';
    expect(await read(text, 'a.properties')).toEqual(['打开', '停止\\u0021', 'C:\\\\u6253 等']);
  });

  test('by the name of the file, whatever the keys look like', async () => {
    const text = 'mill:\n  open: Open\n  stop: "Stop"\n  wait: Wait: now\n';
    expect(await read(text, 'a.yml')).toEqual(['Open', 'Stop', 'Wait: now']);
    expect(await read('open=打开\nstop=停止\nwait=等候\n', 'a.properties')).toEqual(['打开', '停止', '等候']);
  });

  test('which is said', async () => {
    const { diagnostics } = await readText('mill.a=Old rye\nmill.b=Oats\nmill.c=Hay\n', 'a.txt');
    expect(diagnostics).toMatchObject([{ code: 'left-out', values: { kind: 'keys', name: 'a.txt' } }]);
  });

  test.each([
    ['words and their translations', 'open=打开\nstop=停止\nwait=等候\n'],
    [
      'a text that quotes some',
      'The mill has a file.\nIt reads:\nmill.a=Rye\nmill.b=Oats\nmill.c=Hay\nThat is all.\n',
    ],
    [
      'settings',
      '# The mill\n# 磨坊\nmill_speed = 24.5\nmill_mode = fast\nmill_grain = rye\nmill_wait = 8\n',
    ],
    ['two alone', 'mill.a=Rye\nmill.b=Oats\n'],
  ])('not: %s', async (_, text) => {
    expect((await read(text)).join('\n')).toContain('=');
  });

  test('marks without end cost no more than their length', async () => {
    for (const part of ['a.', '"\\', 'a=\\\n', 'msgid "', '"a" = ', '[a', '/*', 'aA'])
      expect((await readText(`a.b=c\n${part.repeat(50_000)}`, 'a.txt')).text).toHaveLength(
        6 + part.length * 50_000,
      );
  });
});
