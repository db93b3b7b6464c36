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
