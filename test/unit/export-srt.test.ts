import { type AlignInput, type AlignOptions, align } from 'duiqi';
import { toSrt } from 'duiqi/pairs';
import { describe, expect, test } from 'vitest';

const stamp = (seconds: number): string => `00:00:${String(seconds).padStart(2, '0')},000`;
/** Subtitles of two seconds each, every four seconds. */
const film = (lines: readonly string[], later = 0): string =>
  lines
    .map((line, at) => `${at + 1}\n${stamp(4 * at + later)} --> ${stamp(4 * at + later + 2)}\n${line}\n`)
    .join('\n');

const EN = [
  'Where is the boat?',
  'It is at the pier. The tide turned.',
  'Bring the two nets.',
  'We leave at noon.',
  'Good night.',
];
const ZH = ['船在哪里？', '在码头。潮水转向了。', '把两张网拿来。', '我们中午出发。', '晚安。'];

const changed = (at: number, line: string): string[] => EN.map((own, index) => (index === at ? line : own));

const write = async (input: AlignInput, options: AlignOptions = {}, more = {}): Promise<string> =>
  [...toSrt(await align(input, { format: 'srt', ...options }), more)].join('');
const cue = (number: number, from: string, to: string, ...lines: readonly string[]): string =>
  `${number}\n00:00:${from} --> 00:00:${to}\n${lines.join('\n')}\n\n`;

describe('bilingual subtitles', () => {
  test('have each pair at the time of the source, its sentences their shares', async () => {
    const written = await write({ en: film(EN), zh: film(ZH, 1) });
    expect(written).toContain(cue(1, '00,000', '02,000', EN[0]!, ZH[0]!));
    const [first, second] = written.split('\n\n').slice(1, 3);
    expect(first).toMatch(/^2\n00:00:04,000 --> (\S+)\nIt is at the pier\.\n在码头。$/);
    expect(second).toMatch(/^3\n(\S+) --> 00:00:06,000\nThe tide turned\.\n潮水转向了。$/);
    expect(/--> (\S+)/.exec(first!)![1]).toBe(/\n(\S+) -->/.exec(second!)![1]);
    expect(written).toContain(cue(6, '16,000', '18,000', EN[4]!, ZH[4]!));
  });

  test('have the other language above and its times, where that is the source', async () => {
    const written = await write({ en: film(EN), zh: film(ZH, 1) }, {}, { direction: 'zh-en' });
    expect(written).toContain(cue(1, '01,000', '03,000', ZH[0]!, EN[0]!));
  });

  test('show text without a counterpart only if it is asked for, at the time of the other film', async () => {
    const input = { en: film(changed(3, '')), zh: film(ZH, 1) };
    const alignment = await align(input, { format: 'srt' });
    const alone = alignment.unaligned.find(({ side }) => side.text === ZH[3]);
    expect(alone).toBeDefined();
    const texts = (more: object): string => [...toSrt(alignment, more)].join('');
    expect(texts({})).not.toContain(ZH[3]);
    expect(texts({ unaligned: true })).toContain(`00:00:12,000 --> 00:00:14,000\n${ZH[3]}\n\n`);
  });

  test('are read again as the same pairs', async () => {
    const pairs = async (input: AlignInput): Promise<string[]> =>
      (await align(input, { format: 'srt' })).pairs.map(({ en, zh }) => `${en.text}|${zh.text}`);
    const input = { en: film(EN), zh: film(ZH, 1) };
    expect(await pairs(await write(input))).toEqual(await pairs(input));
  });

  test('cannot be made of texts without times, which is said at once', async () => {
    const alignment = await align({ en: EN.join('\n\n'), zh: ZH.join('\n\n') });
    expect(() => toSrt(alignment)).toThrow(
      expect.objectContaining({
        code: 'bad-option',
        message: expect.stringMatching(/^Only subtitles have times.*\.$/),
      }),
    );
  });

  test('hold nothing that would be taken for times or for the end of one', async () => {
    const en = film(changed(0, 'Where --> is the boat?'));
    const written = await write({ en, zh: film(ZH) });
    expect(
      written
        .split('\n')
        .filter((line) => line.includes('-->'))
        .every((line) => /^\d\d:/.test(line)),
    ).toBe(true);
  });
});
