import { describe, expect, it } from 'vitest';
import { align } from '../../packages/aligner/src/index.js';

// A heading, or a paragraph, in both languages; `''` where a language lacks it.
type Block = readonly [kind: '#' | '', en: string, zh: string];

const CANAL: readonly Block[] = [
  ['#', 'Rules for Boats on the Canal', '运河船只规则'],
  ['', 'These rules apply to all boats longer than four metres.', '本规则适用于长度超过四米的所有船只。'],
  ['#', 'Speed', '航速'],
  ['', 'No boat may go faster than six kilometres an hour.', '船速不得超过每小时六公里。'],
  ['', 'Near moored boats the engine must be idling.', '靠近停泊船只时，发动机须怠速。'],
  ['#', 'Moorings', '泊位'],
  ['', 'Nobody may stay longer than three nights at one place.', '同一泊位停留不得超过三晚。'],
  ['', 'Fires on the bank are forbidden.', '岸上严禁生火。'],
  ['#', 'Fines', '罚款'],
  ['', 'Whoever breaks these rules pays up to 200 yuan.', '违反本规则者，处二百元以下罚款。'],
];

type Side = 'en' | 'zh';
const textOf = ([, en, zh]: Block, side: Side): string => (side === 'en' ? en : zh);

/** The blocks with headings, but for the title, in one language only. */
function headedIn(only: Side): Block[] {
  return CANAL.map((block, index) => {
    const [kind, en, zh] = block;
    if (kind === '' || index === 0) return block;
    return only === 'en' ? [kind, en, ''] : [kind, '', zh];
  });
}

function written(blocks: readonly Block[], sides: readonly Side[], mark: string): string {
  return blocks
    .flatMap((block) =>
      sides.flatMap((side) => {
        const text = textOf(block, side);
        return text === '' ? [] : [`${block[0] === '#' ? mark : ''}${text}`];
      }),
    )
    .join('\n\n');
}

/** All of an alignment, `English | Chinese`, in any order. */
async function found(input: Parameters<typeof align>[0], format: 'text' | 'markdown'): Promise<string[]> {
  const { pairs, unaligned } = await align(input, { format });
  return [
    ...pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`),
    ...unaligned.map(({ language, side }) => (language === 'en' ? `${side.text} | ` : ` | ${side.text}`)),
  ].sort();
}

const wanted = (blocks: readonly Block[]): string[] => blocks.map(([, en, zh]) => `${en} | ${zh}`).sort();

describe('a heading that one language has stays alone', () => {
  for (const only of ['en', 'zh'] as const) {
    const blocks = headedIn(only);
    for (const [format, mark] of [
      ['markdown', '## '],
      ['text', ''],
    ] as const) {
      it(`${only}, two files, ${format}`, async () => {
        const input = { en: written(blocks, ['en'], mark), zh: written(blocks, ['zh'], mark) };
        expect(await found(input, format)).toEqual(wanted(blocks));
      });
      for (const order of [
        ['en', 'zh'],
        ['zh', 'en'],
      ] as const) {
        it(`${only}, one file, ${order[0]} first, ${format}`, async () => {
          expect(await found(written(blocks, order, mark), format)).toEqual(wanted(blocks));
        });
      }
    }
  }

  it('also where each sentence has a line and no blank line stands between them', async () => {
    const blocks = headedIn('en');
    const [en, zh] = [written(blocks, ['en'], ''), written(blocks, ['zh'], '')].map((text) =>
      text.replaceAll('\n\n', '\n'),
    ) as [string, string];
    expect(await found({ en, zh }, 'text')).toEqual(wanted(blocks));
  });

  it('in capitals, whatever stands before it and whatever it ends in', async () => {
    const en =
      'Dear shareholders,\n\nHIGHLIGHTS\n\nSales rose by 6%.\n\nWHAT DID NOT\n\nWe sent 40,000 tins with the wrong lid to Shenyang.';
    const zh = '各位股东：\n\n销售额增长6%。\n\n我们把四万罐盖错盖子的产品发往了沈阳。';
    expect(await found({ en, zh }, 'text')).toEqual(
      [
        'Dear shareholders, | 各位股东：',
        'HIGHLIGHTS | ',
        'Sales rose by 6%. | 销售额增长6%。',
        'WHAT DID NOT | ',
        'We sent 40,000 tins with the wrong lid to Shenyang. | 我们把四万罐盖错盖子的产品发往了沈阳。',
      ].sort(),
    );
  });

  it('so that the chapters after it are not shifted', async () => {
    const en =
      'Chapter One The Umbrella\n\nIt was raining when Lin left the office.\n\nShe opened it and stepped into the street.\n\n' +
      'On the third floor lived a man who never spoke.\n\nThat evening he knocked at her door.\n\nThey sat in the kitchen until midnight.';
    const zh =
      '第一章 雨伞\n\n林下班时正下着雨。\n\n她撑开伞，走上街头。\n\n第二章 邻居\n\n' +
      '三楼住着一个从不说话的男人。\n\n那天晚上他敲了她的门。\n\n第三章 茶\n\n他们在厨房坐到半夜。';
    expect(await found({ en, zh }, 'text')).toEqual(
      [
        'Chapter One The Umbrella | 第一章 雨伞',
        'It was raining when Lin left the office. | 林下班时正下着雨。',
        'She opened it and stepped into the street. | 她撑开伞，走上街头。',
        ' | 第二章 邻居',
        'On the third floor lived a man who never spoke. | 三楼住着一个从不说话的男人。',
        'That evening he knocked at her door. | 那天晚上他敲了她的门。',
        ' | 第三章 茶',
        'They sat in the kitchen until midnight. | 他们在厨房坐到半夜。',
      ].sort(),
    );
  });
});

describe('a heading that both languages have', () => {
  it('is paired however freely it is translated, and whether or not both mark it', async () => {
    const en =
      '## Good to know\n\nThe shop is closed on Mondays.\n\n## Getting here\n\nTake the tram to the last stop.';
    const zh = '小贴士\n\n商店星期一不营业。\n\n交通指南\n\n请乘电车到终点站。';
    expect(await found({ en, zh }, 'markdown')).toEqual(
      [
        'Good to know | 小贴士',
        'The shop is closed on Mondays. | 商店星期一不营业。',
        'Getting here | 交通指南',
        'Take the tram to the last stop. | 请乘电车到终点站。',
      ].sort(),
    );
  });

  it('may be two lines in one of them', async () => {
    const en = 'Charter of\n\nThe Rowing Club\n\nThe club owns nine boats. They lie under the bridge.';
    const zh = '赛艇俱乐部章程\n\n俱乐部有九条船。船停在桥下。';
    expect(await found({ en, zh }, 'text')).toEqual(
      [
        'Charter of The Rowing Club | 赛艇俱乐部章程',
        'The club owns nine boats. | 俱乐部有九条船。',
        'They lie under the bridge. | 船停在桥下。',
      ].sort(),
    );
  });
});
