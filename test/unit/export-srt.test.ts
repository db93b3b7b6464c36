import { align, toSrt } from 'duiqi';
import { expect, test } from 'vitest';

const cue = (start: string, end: string, text: string): string =>
  `00:00:${start} --> 00:00:${end}\n${text}\n\n`;
const film = (...cues: readonly string[]): string =>
  cues.map((each, index) => `${index + 1}\n${each}`).join('');

const en = film(
  cue('01,000', '02,500', 'The ferry sails at noon.'),
  cue('03,000', '04,000', 'Who has the tickets?\nNobody has them.'),
  cue('05,000', '06,000', 'Then we have to swim'),
  cue('06,100', '07,250', 'to the old lighthouse.'),
);
const zh = film(
  cue('01,100', '02,600', '渡轮正午开航。'),
  cue('03,100', '04,100', '谁有船票？没有人有。'),
  cue('05,100', '07,200', '那我们只好游到老灯塔去。'),
);
const options = { names: ['film.en.srt', 'film.zh.srt'] };

test('an alignment of subtitles is written as subtitles in both languages, at the times of the source', async () => {
  const alignment = await align({ en, zh }, options);
  const written = [...toSrt(alignment)].join('');
  expect(written).toBe(
    film(
      cue('01,000', '02,500', 'The ferry sails at noon.\n渡轮正午开航。'),
      cue('03,000', '04,000', 'Who has the tickets? Nobody has them.\n谁有船票？没有人有。'),
      cue('05,000', '07,250', 'Then we have to swim to the old lighthouse.\n那我们只好游到老灯塔去。'),
    ),
  );
  const turned = [...toSrt(alignment, { direction: 'zh-en' })].join('');
  expect(turned).toContain(
    cue('05,100', '07,200', '那我们只好游到老灯塔去。\nThen we have to swim to the old lighthouse.'),
  );
  // It is read as what it is.
  const again = await align(written, { names: ['film.srt'] });
  expect(again.pairs.map((pair) => pair.zh.text)).toEqual(alignment.pairs.map((pair) => pair.zh.text));
});

test('text without a counterpart is shown alone', async () => {
  const more = `${en}5\n${cue('30,000', '31,000', 'Written by Ann Weir and Tom Brook')}`;
  const alignment = await align({ en: more, zh }, options);
  expect(alignment.unaligned).toHaveLength(1);
  expect([...toSrt(alignment)].at(-1)).toBe(
    `4\n${cue('30,000', '31,000', 'Written by Ann Weir and Tom Brook')}`,
  );
});

test('texts without times are refused', async () => {
  const alignment = await align({ en: 'The ferry sails.', zh: '渡轮开航。' });
  expect(() => toSrt(alignment)).toThrow(/need times/);
});
