import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSubtitles } from '../../packages/aligner/src/document/read/subtitles.js';
import { align } from '../../packages/aligner/src/index.js';

/** Blocks as `start-end text`, in milliseconds. */
function blocksOf(subtitles: string): string[] {
  const { text, blocks } = readSubtitles(subtitles, 'film.srt');
  return blocks.map(({ lines, position }) => {
    const written = lines.map(({ start, end }) => text.slice(start, end)).join('⏎');
    return position ? `${position.start}-${position.end} ${written}` : written;
  });
}

describe('cues', () => {
  test.each<[string, string, string[]]>([
    [
      'numbered',
      '1\n00:00:01,000 --> 00:00:02,500\nFog.\n\n2\n01:00:03,000 --> 01:00:04,000\nRain.',
      ['1000-2500 Fog.', '3603000-3604000 Rain.'],
    ],
    [
      'without numbers or blank lines',
      '00:00:01,000 --> 00:00:02,000\nFog.\n00:00:03,000 --> 00:00:04,000\nRain.',
      ['1000-2000 Fog.', '3000-4000 Rain.'],
    ],
    [
      'numbers right after the text',
      '1\n00:01,0 --> 00:02,0\nFog.\n2\n00:03,0 --> 00:04,0\nRain.',
      ['1000-2000 Fog.', '3000-4000 Rain.'],
    ],
    [
      'a number that is said',
      '1\n00:01 --> 00:02\n42\n\n2\n00:03 --> 00:04\nRain.',
      ['1000-2000 42', '3000-4000 Rain.'],
    ],
    ['points, single digits, no hours', '0:1.5 --> 0:2.25\nFog.', ['1500-2250 Fog.']],
    [
      'CR LF and a byte order mark',
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nFog.\r\n',
      ['1000-2000 Fog.'],
    ],
    [
      'blank lines inside',
      '1\n00:01 --> 00:02\nThe fog\n\nlifts.\n\n2\n00:03 --> 00:04\nRain.',
      ['1000-2000 The fog lifts.', '3000-4000 Rain.'],
    ],
    ['a wrong arrow', '1\n00:01 -> 00:02\nFog.', ['1000-2000 Fog.']],
    ['an end before the start', '1\n00:05 --> 00:02\nFog.', ['5000-5001 Fog.']],
    ['empty', '1\n00:01 --> 00:02\n\n2\n00:03 --> 00:04\nRain.', ['3000-4000 Rain.']],
    ['no cues', 'Fog\nand rain.', ['Fog and rain.']],
    ['nothing', '', []],
  ])('%s', (_, subtitles, expected) => {
    expect(blocksOf(subtitles)).toEqual(expected);
  });

  test('WebVTT: what is not shown is left out', () => {
    const vtt =
      'WEBVTT - Harbour\nKind: captions\n\nNOTE by hand\nof two\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n' +
      'opening\n00:01.000 --> 00:02.000 line:0 align:start\n<v Ann>Fog &amp; <i.loud>rain</i>.\n\n' +
      'NOTE\nlast\n\n00:03.000 --> 00:04.000\n<00:00:03.500><c.a>Sun.</c>\n';
    expect(blocksOf(vtt)).toEqual(['1000-2000 Fog & rain.', '3000-4000 Sun.']);
  });

  test.each([
    ['{\\an8}<font color="#fff">Fog</font>', 'Fog'],
    ['{y:i}Fog', 'Fog'],
    ['Fog\\Nlifts', 'Fog lifts'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['{sighs} Fog', '{sighs} Fog'],
  ])('styles: %s', (line, expected) => {
    expect(blocksOf(`00:01 --> 00:02\n${line}`)).toEqual([`1000-2000 ${expected}`]);
  });

  test('times that cannot be read are said, and their text is kept', () => {
    const { diagnostics } = readSubtitles('1\nsoon --> later\nFog.\n', 'film.srt');
    expect(diagnostics.map(({ code }) => code)).toEqual(['unreadable-times']);
    expect(blocksOf('1\nsoon --> later\nFog.\n')).toEqual(['Fog.']);
  });
});

describe('sentences', () => {
  test('both languages of a cue have its times', () => {
    expect(blocksOf('00:01 --> 00:02\n雾散了，\n船出港。\nThe fog lifts,\nboats leave.')).toEqual([
      '1000-2000 雾散了，船出港。',
      '1000-2000 The fog lifts, boats leave.',
    ]);
  });

  test('speakers who take turns stand apart', () => {
    expect(blocksOf('00:01 --> 00:02\n- Fog?\n- Yes, and\nrain.')).toEqual([
      '1000-2000 - Fog?',
      '1000-2000 - Yes, and rain.',
    ]);
  });

  test.each<[string, string, string, number]>([
    ['a lower-case letter goes on', 'When the fog lifts', 'boats leave.', 1],
    ['a capital does not', 'When the fog lifts', 'Boats leave.', 2],
    ['nor after a full stop', 'The fog lifts.', 'boats leave.', 2],
    ['nor another speaker', 'When the fog lifts', '- boats leave.', 2],
    ['text without capitals is no sentence', 'when the fog lifts', 'boats leave', 2],
    ['Chinese goes on after a comma', '雾散了，', '船出港。', 1],
    ['and not without', '雾散了', '船出港', 2],
  ])('%s', (_, first, second, count) => {
    expect(blocksOf(`00:01 --> 00:02\n${first}\n\n00:02 --> 00:03\n${second}`)).toHaveLength(count);
  });

  test('a text that always goes on is cut after four cues', () => {
    const cues = ['When', ...'abcdefg'].map((word, second) => `00:0${second} --> 00:0${second + 1}\n${word}`);
    expect(blocksOf(cues.join('\n\n'))[0]).toBe('0-4000 When a b c');
  });
});

describe('odd files', () => {
  test.each(['-->\n', '00:01 --> 00:02\nx\n', '1\n', '<a', '{\\', ':', '00:', 'WEBVTT\n\nNOTE\n'])(
    'many times %j',
    (piece) => {
      const { text, blocks } = readSubtitles(piece.repeat(20_000), '');
      expect(blocks.every(({ lines }) => lines.at(-1)!.end <= text.length)).toBe(true);
    },
  );

  test('random lines never throw, and no word outside of tags is lost', () => {
    const line = fc.constantFrom(
      'fog',
      '雾',
      '',
      '1',
      '00:01 --> 00:02',
      '1:00:01,5 -> x',
      '-->',
      '- rain',
      '<i>sun</i>',
      '{\\an8}',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { text } = readSubtitles(lines.join('\n'), '');
        for (const word of ['fog', '雾', 'rain', 'sun']) {
          const count = (among: string) => among.split(word).length;
          expect(count(text)).toBe(count(lines.join('\n')));
        }
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('two files', () => {
  const english = [
    'The harbour opens at six.',
    'Who is on watch tonight?',
    'Nobody saw the grey boat.',
    'Bring me the lamp.',
    'It has started to rain.',
    'We sail on Monday.',
  ];
  const chinese = [
    '港口六点开放。',
    '今晚谁值班？',
    '没有人看见那条灰船。',
    '把灯拿给我。',
    '开始下雨了。',
    '我们星期一启航。',
  ];
  const starts = [1000, 4200, 9700, 12_100, 20_500, 26_000];
  const film = (lines: readonly string[], time: (start: number) => number): string =>
    lines
      .map((line, index) => {
        const stamp = (at: number): string => `00:00:${(at / 1000).toFixed(3).padStart(6, '0')}`;
        return `${index + 1}\n${stamp(time(starts[index]!))} --> ${stamp(time(starts[index]!) + 1500)}\n${line}\n`;
      })
      .join('\n');
  const pairsOf = async (time: (start: number) => number) => {
    const result = await align(
      { en: film(english, (start) => start), zh: film(chinese, time) },
      { format: 'srt' },
    );
    return { ...result, pairs: result.pairs.map(({ en, zh }) => [en.text, zh.text]) };
  };
  const expected = english.map((line, index) => [line, chinese[index]]);

  test('with the same times', async () => {
    const { pairs, diagnostics } = await pairsOf((start) => start);
    expect(pairs).toEqual(expected);
    expect(diagnostics).toEqual([]);
  });

  test('of which one begins later, which is said', async () => {
    const { pairs, diagnostics } = await pairsOf((start) => start + 2000);
    expect(pairs).toEqual(expected);
    expect(diagnostics.map(({ code, message }) => [code, /2\.0 s later/.test(message)])).toEqual([
      ['time-shift', true],
    ]);
  });

  test('of which one is slower: times force nothing', async () => {
    const { pairs, diagnostics } = await pairsOf((start) => start * 2);
    expect(pairs).toEqual(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(['time-shift']);
  });
});
