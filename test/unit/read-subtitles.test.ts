import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readAssSubtitles } from '../../packages/aligner/src/document/read/ass-subtitles.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import * as subtitles from '../../packages/aligner/src/document/read/subtitles.js';
import { align } from '../../packages/aligner/src/index.js';

const readSubtitles = (text: string, name: string) => finish(subtitles.readSubtitles(text, name));

/** Blocks as `start-end text`, in milliseconds. */
function blocksOf(file: string): string[] {
  return blocksIn(readSubtitles(file, 'film.srt'));
}

function blocksIn({ text, blocks }: Reading): string[] {
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

describe('Advanced SubStation Alpha', () => {
  const HEAD =
    '[Script Info]\n; made by hand\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n';
  const FORMAT = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
  const event = (text: string, start = '0:00:01.00', end = '0:00:02.50', style = 'Default'): string =>
    `Dialogue: 0,${start},${end},${style},,0,0,0,,${text}\n`;
  const shownIn = (events: string): string[] =>
    blocksIn(finish(readAssSubtitles(`${HEAD}[Events]\n${events}`, 'film.ass')));

  test.each<[string, string, string[]]>([
    ['an event', FORMAT + event('Fog, and rain.'), ['1000-2500 Fog, and rain.']],
    ['without the line that names the fields', event('Fog, and rain.'), ['1000-2500 Fog, and rain.']],
    [
      'fields in another order, as SSA has them',
      'Format: Marked, Start, End, Text\nDialogue: Marked=0,1:00:01.5,1:00:02.05,Fog, and rain.\n',
      ['3601500-3602050 Fog, and rain.'],
    ],
    [
      'both languages',
      event('雾散了。\\N{\\fs28}The fog lifts.'),
      ['1000-2500 雾散了。', '1000-2500 The fog lifts.'],
    ],
    [
      'overrides and remarks',
      event('{\\an8\\c&HFFFFFF&}{check this}Fog {\\i1}lifts{\\i0}.'),
      ['1000-2500 Fog lifts.'],
    ],
    [
      'drawings',
      event('{\\p1}m 0 0 l 100 0{\\c&H00&} 100 100{\\p0}Fog.') + event('{\\pos(1,2)\\p4}m 0 0'),
      ['1000-2500 Fog.'],
    ],
    ['a brace that stays open', event('Fog {lifts.'), ['1000-2500 Fog {lifts.']],
    [
      'what is not shown',
      `Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Later.\n${event('Fog.')}`,
      ['1000-2500 Fog.'],
    ],
    ['layers of the same words', event('Fog.') + event('{\\blur3}Fog.'), ['1000-2500 Fog.']],
    [
      'the same word in both languages',
      event('OK', '0:00:01.00', '0:00:02.50', '中文') + event('OK', '0:00:01.00', '0:00:02.50', 'English'),
      ['1000-2500 OK', '1000-2500 OK'],
    ],
    [
      'styles one after the other, by time',
      event('雾。', '0:00:01.00', '0:00:02.00', '中文') +
        event('雨。', '0:00:03.00', '0:00:04.00', '中文') +
        event('Fog.', '0:00:01.00', '0:00:02.00') +
        event('Rain.', '0:00:03.00', '0:00:04.00'),
      ['1000-2000 雾。', '1000-2000 Fog.', '3000-4000 雨。', '3000-4000 Rain.'],
    ],
    [
      'fonts that come along',
      `${event('Fog.')}[Fonts]\nDialogue: 0,0:00:03.00,0:00:04.00,,,0,0,0,,no\n`,
      ['1000-2500 Fog.'],
    ],
    ['nothing', '', []],
  ])('%s', (_, events, expected) => {
    expect(shownIn(events)).toEqual(expected);
  });

  test('times that cannot be read are said, and their text stands where it stood', () => {
    const file = `[Events]\n${event('Fog.', '0:00:05.00')}${event('Rain.', 'soon')}${event('Sun.', '0:00:01.00')}`;
    const reading = finish(readAssSubtitles(file, 'film.ass'));
    expect(reading.diagnostics.map(({ code }) => code)).toEqual(['unreadable-times']);
    expect(blocksIn(reading)).toEqual(['1000-2500 Sun.', '5000-5001 Fog.', 'Rain.']);
  });

  test('a file is known by its name and by what it begins with', async () => {
    const pair = [event('The fog lifts.'), event('雾散了。')].map(
      (one) => `${HEAD}[Events]\n${FORMAT}${one}`,
    );
    for (const names of [
      ['film.en.ass', 'film.zh.ssa'],
      ['en', 'zh'],
    ]) {
      const { pairs } = await align(pair as [string, string], { names });
      expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual(['The fog lifts. | 雾散了。']);
    }
  });
});

describe('sentences', () => {
  test('go on in the next cue of their language where each has cues of its own', () => {
    expect(
      blocksOf(
        '00:01.0 --> 00:02.0\nWhen the fog lifts,\n\n00:01.4 --> 00:02.4\n雾散的时候，\n\n' +
          '00:02.0 --> 00:03.0\nboats leave.\n\n00:02.4 --> 00:03.4\n船就出港。',
      ),
    ).toEqual(['1000-3000 When the fog lifts, boats leave.', '1400-3400 雾散的时候，船就出港。']);
  });

  test('end where something else is shown after them', () => {
    expect(
      blocksOf(
        '00:01 --> 00:02\nWhen the fog lifts,\n\n00:02 --> 00:03\n雾散的时候。\n\n00:03 --> 00:04\nboats leave.',
      ),
    ).toEqual(['1000-2000 When the fog lifts,', '2000-3000 雾散的时候。', '3000-4000 boats leave.']);
  });

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
    ['nor after what only looks unfinished', '这件外套是谁的', '我叔叔的', 2],
    ['nor after that', '你说得对', '我们走', 2],
    ['but after a conjunction', '船和', '人都走了', 1],
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

  test('of which one says what is heard: a sound is part of no sentence and no translation of one', async () => {
    const cue = (at: number, text: string): string =>
      `${at}\n00:00:${String(at).padStart(2, '0')},000 --> 00:00:${String(at).padStart(2, '0')},900\n${text}\n`;
    const en = [cue(1, '[wind howling]'), cue(3, 'The table is laid for six.'), cue(4, '[ticking]')];
    const zh = [cue(3, '桌上摆着六个人的餐具。'), cue(6, '汤还是温的。')];
    const { pairs } = await align(
      { en: [...en, cue(6, 'The soup is still warm.')].join('\n'), zh: zh.join('\n') },
      { format: 'srt' },
    );
    expect(pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual([
      ['The table is laid for six.', '桌上摆着六个人的餐具。'],
      ['The soup is still warm.', '汤还是温的。'],
    ]);
  });

  test('of which one begins later, which is said', async () => {
    const { pairs, diagnostics } = await pairsOf((start) => start + 2000);
    expect(pairs).toEqual(expected);
    expect(diagnostics.map(({ code, message }) => [code, /2\.0 s later/.test(message)])).toEqual([
      ['time-shift', true],
    ]);
  });

  test('of which one is later from the third on: the words outrank the times, and the place is named', async () => {
    const { pairs, diagnostics } = await pairsOf((start) => (start < 9000 ? start : start + 3000));
    expect(pairs).toEqual(expected);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'From 00:00:09 on, the times of the Chinese subtitles are 3.0 s later than those of the English ones; this difference was taken into account.',
    ]);
  });

  test('of which one lacks some: they are alone', async () => {
    const { pairs, unaligned } = await align(
      {
        en: film(english, (start) => start),
        zh: film(chinese, (start) => start).replace('把灯拿给我。', ''),
      },
      { format: 'srt' },
    );
    expect(pairs).toHaveLength(5);
    expect(unaligned.map(({ side }) => side.text)).toEqual(['Bring me the lamp.']);
  });

  test('in one file, the Chinese one cue later from the third on', async () => {
    const late = [...chinese.slice(0, 2), '', ...chinese.slice(2)];
    const cues = late.map((line, index) => {
      const second = 10 + 3 * index;
      return `${index + 1}\n00:00:${second},000 --> 00:00:${second + 2},000\n${[english[index], line].filter(Boolean).join('\n')}\n`;
    });
    const result = await align(cues.join('\n'), { format: 'srt' });
    expect(result.pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual(expected);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['time-shift']);
  });

  test('of which one is finer: its cues are joined with a space for the pause', async () => {
    const cue = (from: number, to: number, line: string) =>
      `1\n00:00:${from.toFixed(3).padStart(6, '0')} --> 00:00:${to.toFixed(3).padStart(6, '0')}\n${line}\n\n`;
    const { pairs } = await align(
      {
        en: `${cue(1, 4, 'When the rain stopped, we walked to the harbour.')}${cue(5, 7, 'The ships were gone.')}`,
        zh: `${cue(1, 2.4, '雨停以后')}${cue(2.5, 4, '我们走到港口')}${cue(5, 7, '船都走了')}`,
      },
      { format: 'srt' },
    );
    expect(pairs.map(({ zh }) => zh.text)).toEqual(['雨停以后 我们走到港口', '船都走了']);
  });

  test('of which one is slower: times force nothing', async () => {
    const { pairs, diagnostics } = await pairsOf((start) => start * 2);
    expect(pairs).toEqual(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(['time-shift']);
  });
});
