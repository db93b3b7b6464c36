import { expect, test } from 'vitest';
import { align } from '../../packages/aligner/src/index.js';

const PAIRS: readonly (readonly [en: string, zh: string])[] = [
  ['The ferry to Orsay Island leaves twice a day.', '开往奥赛岛的渡船每天两班。'],
  ['My grandfather built the first jetty in 1912.', '第一座码头是我祖父在1912年修建的。'],
  ['In those days the island had no doctor and no school.', '那时候岛上没有医生，也没有学校。'],
  ['He kept seven goats and three mules.', '他家养着五十只鸽子。'],
  ['On market days the whole family rowed across the sound.', '每逢集日，全家人划船渡过海峡。'],
  ['They sold cheese, wool and dried fish.', '他们卖奶酪、羊毛和鱼干。'],
  ['A bag of wool was worth five loaves of bread.', '一袋羊毛值五个面包。'],
  ['In the winter of 1937 the sea froze for nine days.', '1937年冬天，海面冻了九天。'],
  ['I keep a photograph of the old house above my desk.', '我的书桌上方挂着老屋的一张照片。'],
  ['The roof has fallen in, but the chimney still stands.', '屋顶已经塌了，烟囱却还立着。'],
  ['Two of the four windows have no glass.', '四扇窗户有两扇没了玻璃。'],
  ['Next spring I shall go back and count the apple trees.', '明年春天我要回去，数一数那些苹果树。'],
];

test('sentences of two editions at one place are not believed where their numbers are others', async () => {
  const input = { en: PAIRS.map(([en]) => en).join('\n'), zh: PAIRS.map(([, zh]) => zh).join('\n') };
  const { pairs } = await align(input);
  const scores = PAIRS.map(([en]) => pairs.find((pair) => pair.en.text.includes(en))?.score ?? 0);
  expect(scores[3]).toBeLessThan(0.9);
  for (const [at, score] of scores.entries()) if (at !== 3) expect(score).toBeGreaterThan(0.9);
});
