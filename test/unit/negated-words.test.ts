import { align } from 'duiqi';
import { expect, test } from 'vitest';
import { explain } from '../../packages/aligner/src/explain.js';

// A dictionary has `dislike` for 不喜欢 and `unknown` for 不知道; texts have *not* and the word itself just as well.
test.each([
  ['He does not like cats.', '他不喜欢猫。'],
  ['He doesn’t like cats.', '他不喜欢猫。'],
  ['She does not know him.', '她不认识他。'],
  ["I don't know.", '我不知道。'],
])('%s is as sure as the sentence without its negation', async (en, zh) => {
  const { pairs } = await align({ en, zh });
  expect(pairs.map(({ score }) => score > 0.999)).toEqual([true]);
});

test('a negated word speaks for both the negation and the word', async () => {
  const { evidence } = await explain({ en: 'He doesn’t like cats.', zh: '他不喜欢猫。' }, 1);
  const spoken = evidence.map(({ en, zh }) => `${en} ${zh}`);
  expect(spoken).toEqual(expect.arrayContaining(['doesn’t 不喜欢', 'like 不喜欢']));
});
