import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitChinese } from '../../packages/aligner/src/document/segment/chinese.js';

const sentences = (text: string): string[] =>
  splitChinese(text).map(({ start, end }) => text.slice(start, end));

/** Each case is one paragraph; `|` stands where it is to be cut. */
const cases: Record<string, readonly string[]> = {
  stops: [
    '他走了。|她来了！|你呢？！|好!!|是吗?|对｡|完',
    '他走；她来; 好：是，不是、都行。|完',
    '他走了。|\n她来了。| 然后\n天黑了。',
  ],
  'dots for full stops': [
    '他走了.|她也走了.',
    '他走了. |她来了． |完',
    '产量增长5%. |今年到了2021. |都很好.',
    '格式：主版本号.次版本号，如1.0.0。|完',
    '版本1.0.0和3.5万人，见U.S.公司。|完',
  ],
  'ASCII marks': ['走吗?|走!|看Yahoo!公司和a.example?b=c。|OK! |完'],
  ellipses: ['嗯……我想...走。|“可是……”|他停了。|真的吗？……|是的……', '他说。。。我走。|完……'],
  quotes: [
    '他说：“好。”|然后走了。',
    '“好。”他说。|走了。',
    '“走吧！”老潘高声喊道。|「來。」她說。|"来。"他问。|走了。',
    '“好吗？”|潘点点头。|“难道？”|她知道道路。',
    '“好。|不错。”|他说。',
    '他说：“一。|二。|三。”|完',
    '“好。”|她笑道：“走吧。”|他说：“不。”|她说不去。',
    '“不好。”|他说了很久，说到天黑，说到大家都睡着了，还在说个不停。',
    '“去吗？”这句话没人答。|他问“去吗？”，没人答。|“走！”——他喊。',
    '他笑了。 ”|然后走了。',
    '”社区“很好。”|社区“不好。',
    '“他去了。“|后来又来了。',
    '“他去了。|“她没去。”|后来都来了。',
    '他说：“他去了。"|后来又来了。',
    '“走吧，“他说。|“好。”|她走了。',
  ],
  brackets: [
    '《去哪里？》很好看。|他看《去哪里？》。|完',
    '他（真奇怪！）走了。|（见附件。）|然后呢（不知道)？|完',
    '（甲走。乙来）丙看。|（甲。|乙。）',
    '他（甲（乙。）丙。丁)走了。|完',
    '他（甲走了。|乙没来。|完',
    `（${'长'.repeat(80)}。|短。）|完`,
  ],
  'clause markers': [
    '（一）加强合作。|与各国往来。',
    '1. 1.0.0 的版本号。|2. 别的。',
    '第三条　中华有法。|一、好。',
    '一. 总则。|第二条. 分则。|（三）. 附则。',
    '1. 一是好的. |如下：1. 甲；2. 乙. |完.',
    '步骤：①甲。|②乙。|③丙。',
  ],
  'English that was left in a translation': [
    'The weir was built in 1931. |It keeps the mill pond full. |Nobody had repaired it since.',
    '堰建于1931年。|It keeps the mill pond full. |Nobody had repaired it since. |水闸是新的。',
    '注意：this option is deprecated and will go. |Please use the new one instead.',
    '用法见 the guide of the mill. 它在桌上。|完',
    '他说：“I have seen the old weir. It was dry all summer. We left it.”然后走了。|完',
    '标题是《The weir that was dry. A story of the mill》。|完',
    '由 Acme Weirs Inc. 建造。|Mill Pond Ltd. 拥有它。|完',
    'He saw the weir at 5 p.m. and went home. |Mr. Pan did not go with him.',
  ],
  'footnote marks': ['他走了。[1]|她来了。①|“好。”²|完'],
  edges: ['', '。。。', '……', '一.', '字', '— 。 —'],
};

describe.each(Object.entries(cases))('%s', (_, paragraphs) => {
  test.each(paragraphs)('%s', (marked) => {
    const expected = marked.split('|').map((part) => part.trim());
    expect(sentences(marked.replaceAll('|', ''))).toEqual(marked === '' ? [] : expected);
  });
});

test('white space alone has no sentence', () => {
  expect(splitChinese(' \n\t\u3000')).toEqual([]);
});

test('ranges are trimmed, in order, and hold every character but white space', () => {
  const piece = fc.constantFrom(
    ...[
      '他',
      '说',
      '走',
      '。',
      '！',
      '?',
      '.',
      '…',
      '“',
      '”',
      '"',
      '（',
      ')',
      '《',
      '》',
      '①',
      '[1]',
      '5',
      '　',
      '\n',
      '𠀀',
      '：',
      'a.',
    ],
  );
  const paragraph = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string(),
  );
  const covers = (text: string): void => {
    let last = 0;
    for (const { start, end } of splitChinese(text)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(last, start).trim()).toBe('');
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim() || 'no empty range');
      last = end;
    }
    expect(text.slice(last).trim()).toBe('');
  };
  fc.assert(fc.property(paragraph, covers), { seed: 20261122, numRuns: 1000 });
});

test.each(['。', '走.', '（', '（甲。', '《走。', '）。', '…', '"', '“走。”他说', '①。', '\u3000'])(
  'a long run of %j takes linear time',
  (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    expect(splitChinese(text).at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  },
);
