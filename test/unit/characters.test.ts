import { align, explain, segment } from 'duiqi';
import { train } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { SENTENCES } from '../../packages/aligner/src/document/segment/segmenter.js';
import { fold } from '../../packages/aligner/src/document/writing/folding.js';
import { joint } from '../../packages/aligner/src/document/writing/join.js';
import { readLabels } from '../../packages/aligner/src/document/writing/label.js';
import { simplifierFor } from '../../packages/aligner/src/document/writing/simplify.js';
import { expectAllSegmented } from '../helpers/conservation.js';

describe('folding', () => {
  test.each([
    ['full-width letters and digits', 'ＡＢＣ１２３％', 'ABC123%'],
    ['full-width punctuation stays', '好，吗？（是）．', '好，吗？（是）．'],
    ['zero-width characters', '合\u200b同\u200c规\u200d定\u2060了\ufeff', '合同规定了'],
    ['marks of direction', '\u200f合同\u202c', '合同'],
    ['soft hyphens', 'agree\u00adment', 'agreement'],
    ['spaces', 'a\u00a0b\u2009c\u202fd\u3000e', 'a b c d e'],
    ['line breaks stay', 'a\nb\u00a0c', 'a\nb c'],
    ['combining marks', 'cafe\u0301', 'café'],
    ['compatibility ideographs', '\uf900\ufa0c', '豈兀'],
    ['Kangxi radicals', '\u2f08\u2f00', '人一'],
    ['radicals without a compatibility form', '⻓⻔⻚', '长门页'],
    ['variation selectors', '葛\u{e0100}城\ufe00', '葛城'],
    ['ligatures', 'ﬁve', 'five'],
    ['letter-spaced Chinese', '特 别 行 政 区', '特别行政区'],
    ['letter-spaced with wide spaces', '第　三　条　 合同', '第三条  合同'],
    ['words of two characters with spaces stay', '合同 规定 付款', '合同 规定 付款'],
    ['two characters with a space stay', '张 三', '张 三'],
    ['quotation marks the wrong way round', '”社区“和”街道“的工作', '“社区”和“街道”的工作'],
    ['a text that begins within a quotation', '走吧。”他说：“快走', '走吧。”他说：“快走'],
    ['a text that begins within a quotation and ends outside', '好”和“坏”', '好”和“坏”'],
    ['emoji', '👍\ufe0f 😀', '👍 😀'],
  ])('%s', (_, written, text) => {
    expect(fold(written).text).toBe(text);
  });

  test('there is a way back', () => {
    const written = '合\u200b同 cafe\u0301';
    const { text, starts, ends } = fold(written);
    const place = (word: string): string => {
      const at = text.indexOf(word);
      return written.slice(starts![at], ends![at + word.length - 1]);
    };
    expect([place('合同'), place('café')]).toEqual(['合\u200b同', 'cafe\u0301']);
  });

  test('text with nothing to fold is itself', () => {
    expect(fold('Plain text，普通文字。')).toEqual({
      text: 'Plain text，普通文字。',
      starts: null,
      ends: null,
    });
  });

  test.each([
    '\u0301'.repeat(200_000),
    '一 '.repeat(200_000),
    '\u200b'.repeat(200_000),
    'a\u200b'.repeat(100_000),
    '”a“'.repeat(100_000),
  ])('odd text of any length is folded', (text) => {
    expect(fold(text).text.length).toBeLessThan(text.length + 1);
  });
});

describe('simplifying', () => {
  test.each([
    ['of Taiwan', '這個軟體的網路資訊', '这个软件的网络信息'],
    ['of Hong Kong', '為保障衞生，裏面的説明', '为保障卫生，里面的说明'],
    ['after its context', '皇后後來說，乾坤已乾', '皇后后来说，乾坤已干'],
    ['where a word would be shorter', '我們的部落格', '我们的部落格'],
    ['Cantonese', '佢哋喺呢間學校讀書', '佢哋喺呢间学校读书'],
  ])('%s', async (_, traditional, simplified) => {
    const simplify = await simplifierFor(['我們會說', traditional]);
    expect(simplify(traditional)).toBe(simplified);
  });

  test('simplified text stays', async () => {
    const simplify = await simplifierFor(['我们会说', '著作權']);
    expect(simplify('著作權')).toBe('著作權');
  });
});

describe('sentences', () => {
  const sentences = (text: string): string[] =>
    SENTENCES.zh(text).map(({ start, end }) => text.slice(start, end));
  const halfWidth = (text: string): string =>
    text.replace(/[，；：？！（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));

  test.each([
    '他问：“你去吗？”我说：“不去！太远了。”于是大家都回家了。',
    '附件（见下页）已经寄出；请查收！是否收到？请告知。',
    '（一）收入；（二）支出：包括工资、租金（含税）。第二句！',
    '价格是５０元？不，是６０元！好吧。',
    '《去哪里？》这本书很好看！你看过（真的！）吗？',
    '真的？！不会吧？？是的。',
  ])('are the same with half-width punctuation: %s', (text) => {
    expect(sentences(halfWidth(text)).map(halfWidth)).toEqual(sentences(text).map(halfWidth));
  });

  test('are the same with quotation marks the wrong way round', () => {
    const reversed = '他说：”走吧。“她笑了。大家都去了”社区“。';
    expect(sentences(reversed)).toEqual(['他说：”走吧。“', '她笑了。', '大家都去了”社区“。']);
  });

  test.each([
    ['after a stop', '天黑了。\u200b我们走吧。', ['天黑了。\u200b', '我们走吧。']],
    ['before a closing quote', '“走吧。\u2060”他说。天黑了。', ['“走吧。\u2060”他说。', '天黑了。']],
    ['within a marker', '１\u200b．总则。第二句。', ['１\u200b．总则。', '第二句。']],
  ])('keep invisible characters: %s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('English ones, with no-break spaces and zero-width characters', () => {
    const text = 'Mr.\u00a0Pan left.\u200b He was tired of it.';
    expect(SENTENCES.en(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Mr.\u00a0Pan left.\u200b',
      'He was tired of it.',
    ]);
  });
});

describe('clause markers', () => {
  test.each([
    ['第 二 十 三 条　合同', '第 二 十 三 条', [23]],
    ['\u200b第\u200b三条 合同', '第\u200b三条', [3]],
    ['（\u2060一）总则', '（\u2060一）', [1]],
    ['１．\u00a0总则', '１．', [1]],
    ['⼀、总则', '⼀、', [1]],
  ])('%s', (text, raw, ordinals) => {
    expect(readLabels(text, 'zh')[0]).toMatchObject({ raw, ordinals });
    expect(text.slice(readLabels(text, 'zh')[0]!.length)).toMatch(/^(合同|总则)/);
  });
});

describe('lines divided within a word', () => {
  test.each([
    ['a soft hyphen', 'the agree\u00ad', 'ment', ''],
    ['a hyphen before a small letter', 'a well-', 'known fact', ''],
    ['a hyphen before a capital', 'the Anglo-', 'Saxons', ' '],
    ['a dash that stands alone', 'the end -', 'or not', ' '],
    ['a number', 'from 5-', 'years on', ' '],
  ])('%s', (_, before, after, expected) => {
    expect(joint(before, after, 'en')).toBe(expected);
  });

  const wrapped = (cut: string, rest: string): string =>
    `The owner of the old house by the lake has signed the long ${cut}-\n${rest} about the roof and the garden, which the buyers wanted so much.\n`;

  test('a word that was cut is whole, and its hyphen is none of the text', async () => {
    const found = await segment(wrapped('agree', 'ment'));
    expect(found.en.segments[0]!.text).toContain('the long agreement about');
    expectAllSegmented(found);
  });

  test.each([
    ['well', 'known'],
    ['self', 'addressed'],
    ['up-to', 'date'],
  ])('a compound keeps its hyphen: %s-%s', async (cut, rest) => {
    const { en } = await segment(wrapped(cut, rest));
    expect(en.segments[0]!.text).toContain(`the long ${cut}-${rest} about`);
  });

  test('what the document writes with a hyphen elsewhere keeps it', async () => {
    const { en } = await segment(`${wrapped('agree', 'ment')}\nNo agree-ment was found.\n`);
    expect(en.segments[0]!.text).toContain('the long agree-ment about');
  });

  test('so is a word that the end of a page cuts', async () => {
    const text = `${wrapped('agree', 'ment')}\nThe lake is so deep that nobody has ever seen the very bottom of the har-\f\nbour, and the owner of the house is glad of it.\n`;
    const found = await segment(text);
    expect(found.en.segments.at(-1)!.text).toContain('of the harbour, and');
    expectAllSegmented(found);
  });

  test('lines that are no paragraph together keep their hyphens', async () => {
    const { en } = await segment('We sell:\nwind-\nmill\nwater-\n');
    expect(en.segments.map(({ text }) => text)).toContain('wind-');
  });
});

describe('pairs', () => {
  const english =
    'The contract takes effect on signing.\n\nThe software is delivered over the network in 30 days.\n';

  test('have the words of traditional text explained as they are written', async () => {
    const { pair, evidence } = await explain(
      `${english}\n合約自簽訂之日起生效。\n\n軟體應當在三十日內經網路交付。\n`,
      2,
    );
    expect(pair.zh.text).toBe('軟體應當在三十日內經網路交付。');
    const links = evidence.map(({ en, zh }) => `${en} ${zh}`);
    expect(links).toEqual(expect.arrayContaining(['software 軟體', 'network 網路', '30 三十']));
  });

  test('have the words of folded text explained as they are written', async () => {
    const { evidence } = await explain(
      `${english}\n合\u200b同自签订之日起生效。\n\n软件应当在３０日内经网络交付。\n`,
      1,
    );
    expect(evidence.map(({ en, zh }) => `${en} ${zh}`)).toContain('contract 合\u200b同');
  });

  test('a traditional glossary holds for traditional text', async () => {
    const text = 'The zorbs are ready.\n\n這個軟體準備好了。\n';
    const { evidence } = await explain(text, 1, { glossary: [{ en: 'zorb', zh: '軟體' }] });
    expect(evidence.map(({ en, zh }) => `${en} ${zh}`)).toContain('zorbs 軟體');
  });

  test('what is learnt from traditional text holds for simplified text', async () => {
    const zorbs = await align(
      'The zorbs are here.\n\nBuy new zorbs.\n\n這些軟體在這裡。\n\n購買新的軟體。\n',
    );
    const learnt = await train([zorbs, zorbs, zorbs, zorbs]);
    expect(learnt.translations).toContainEqual(expect.objectContaining({ zh: '软件', stem: 'zorb' }));
  });
});
