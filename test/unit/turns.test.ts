import { describe, expect, it } from 'vitest';
import { align, explain } from '../../packages/aligner/src/index.js';
import { AGREEMENT, DUES } from '../helpers/port-agreement.js';
import { asHtml } from '../helpers/set-documents.js';

/** Paragraphs of a file, each on a line: `en|zh`, one of them empty where it is missing; `+` joins two of one language. */
const HUT = `
The Hut Under the Pass|垭口下的小屋
The hut stands at 2,870 metres.|小屋海拔2870米。
It was built in 1934 by shepherds.|它由牧羊人建于1934年。
From the bench one sees three glaciers.|
Marmots sleep under the floor.|旱獭在地板下过冬。
|这里没有电话。
|请勿喂食骡子。
The warden comes up in June with two mules.|看守人六月带着两头骡子上山。
He brings oil, rice and newspapers.|他带来油、米和报纸。
Soup is served at six.|六点供应热汤。
Boots are left in the porch.|
Blankets are folded in the morning.|
Whoever arrives late sleeps on the table.|晚到的人睡在桌子上。
In 1971 an avalanche tore away the stable.|1971年，一场雪崩冲走了马厩。
The key hangs behind the shutter.|钥匙挂在百叶窗后面。`;

type Turn = readonly [en: string, zh: string];
const turnsIn = (text: string): Turn[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|') as unknown as Turn);

function written(turns: readonly Turn[], first: 'en' | 'zh', between: string): string {
  return turns
    .flatMap(([en, zh]) => (first === 'en' ? [en, zh] : [zh, en]))
    .flatMap((side) => side.split('+'))
    .filter((side) => side !== '')
    .join(between);
}

const wanted = (turns: readonly Turn[]): string[] =>
  turns.map(([en, zh]) => `${en.replaceAll('+', ' ')} | ${zh.replaceAll('+', '')}`).sort();

async function found(text: string, layout: 'auto' | 'paragraphs' = 'auto'): Promise<string[]> {
  const { pairs, unaligned } = await align(text, { format: 'text', layout });
  expect(pairs.filter(({ score }) => score < 0.5)).toEqual([]);
  return [
    ...pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`),
    ...unaligned.map(({ language, side }) => (language === 'en' ? `${side.text} | ` : ` | ${side.text}`)),
  ].sort();
}

describe('a file in which the languages take turns', () => {
  it('leaves alone what lacks its other language on both sides of a turn, in a short file', async () => {
    const turns = turnsIn(`
The hall is open to all.|礼堂向所有人开放。
The piano was tuned in May.|钢琴已于五月调音。
|请勿倚靠栏杆。
A small tram runs every hour.|小电车每小时开动一次。
The attic has no electric light.|
Children may use the green room.|儿童可使用绿色房间。
The kiosk sells maps.|小卖部出售地图。`);
    for (const between of ['\n\n', '\n'])
      expect(await found(written(turns, 'zh', between))).toEqual(wanted(turns));
  });

  it('pairs two paragraphs that stand before the two of the other language in one turn', async () => {
    const text = `The hall is open to all.

礼堂向所有人开放。

The piano was tuned in May.

钢琴已于五月调音。

The curtain is heavy.

Two men must pull it.

幕布很重。

要两个人才能拉动。

Children may use the green room.

儿童可使用绿色房间。`;
    expect(await found(text)).toEqual(
      [
        'The hall is open to all. | 礼堂向所有人开放。',
        'The piano was tuned in May. | 钢琴已于五月调音。',
        'The curtain is heavy. | 幕布很重。',
        'Two men must pull it. | 要两个人才能拉动。',
        'Children may use the green room. | 儿童可使用绿色房间。',
      ].sort(),
    );
  });

  for (const [name, between] of [
    ['paragraph by paragraph', '\n\n'],
    ['line by line', '\n'],
  ] as const) {
    for (const first of ['en', 'zh'] as const) {
      it(`${name}, ${first} first: what lacks its other language stays alone and shifts nothing`, async () => {
        const turns = turnsIn(HUT);
        expect(await found(written(turns, first, between))).toEqual(wanted(turns));
      });
    }
  }

  it('may have two paragraphs for one, in one sentence or in several', async () => {
    const turns = turnsIn(`
The baths were built by a brewer in 1908.|浴场由一位酿酒商建于1908年。
He could not swim himself,+but he liked to hear children laugh.|他自己不会游泳，却喜欢听孩子们笑。
The water comes from a spring.|水来自一处泉眼。
The lamps are a present of the railway.|
In the war potatoes were kept in the basin.|战争期间，池子里存放土豆。
The tiles were renewed in 1960.|瓷砖于1960年更换。`);
    expect(await found(written(turns, 'en', '\n\n'))).toEqual(wanted(turns));
  });

  it('may begin with text that only the language that comes second has', async () => {
    const turns: Turn[] = [['', '译文仅供参考。'], ...turnsIn(HUT)];
    expect(await found(written(turns, 'en', '\n\n'))).toEqual(wanted(turns));
  });

  it('may be pages before a table, whose rows are turns of one paragraph', async () => {
    const clauses = AGREEMENT.slice(0, 12);
    const page = asHtml({
      pages: [
        clauses.map(({ en, level }) => ({ text: en, level })),
        clauses.map(({ zh, level }) => ({ text: zh, level })),
        [{ rows: DUES.map(([en, zh]) => [en, zh]), hasRules: false }],
      ],
    });
    const { pairs } = await align(page, { format: 'html' });
    expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual(
      expect.arrayContaining(clauses.map(({ en, zh }) => `${en} | ${zh}`)),
    );
  });

  it('may be long, and say the same again and again', async () => {
    const once = turnsIn(HUT);
    const turns = Array.from({ length: 45 }, (_, n) => (n % 9 === 4 ? once.slice(0, 3) : once)).flat();
    expect(await found(written(turns, 'en', '\n\n'))).toEqual(wanted(turns));
  }, 60_000);
});

describe('what turns say', () => {
  it('is against a pair that stands in two of them, and nothing in two texts', async () => {
    const turns = turnsIn(`
The baths were built by a brewer in 1908.|浴场由一位酿酒商建于1908年。
The water comes from a spring.+In the war potatoes were kept in the cellar.|水来自一处泉眼。
The tiles were renewed in 1960.|战争期间，地窖里存放土豆。+瓷砖于1960年更换。
The lamps are a present of the railway.|灯具是铁路局赠送的。`);
    const text = written(turns, 'en', '\n\n');
    const turnsOf = async (english: string): Promise<number> => {
      const { pairs } = await align(text);
      const { pair, terms } = await explain(
        text,
        1 + pairs.findIndex(({ en }) => en.text.startsWith(english)),
      );
      expect(pair.bead).toBe('1-1');
      return terms.turns;
    };
    expect(await turnsOf('In the war')).toBeGreaterThan(1);
    expect(await turnsOf('The lamps')).toBe(0);
    const [en, zh] = (['en', 'zh'] as const).map((side) =>
      turns.map((turn) => turn[side === 'en' ? 0 : 1].replaceAll('+', '\n\n')).join('\n\n'),
    ) as [string, string];
    expect((await explain({ en, zh }, 3)).terms.turns).toBe(0);
  });

  it('is not believed where the texts do not go by turns', async () => {
    const turns = turnsIn(HUT).filter(([en, zh]) => en !== '' && zh !== '');
    const english = turns.map(([en]) => en);
    english.splice(5, 0, '内部资料，请勿外传。');
    const text = [...english, ...turns.map(([, zh]) => zh)].join('\n\n');
    expect(await found(text, 'paragraphs')).toEqual([...wanted(turns), ' | 内部资料，请勿外传。'].sort());
  });
});
