import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { segment } from 'duiqi';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ended, runCommand } from '../helpers/command.js';

const ENGLISH = [
  'Every evening the keeper of the lighthouse climbs the ninety steps and lights the lamp.',
  'In winter the sailors bring him bread, coal and letters from the town.',
  'Last year his daughter painted the door blue.',
  'On clear days one can see the mountains behind the bay.',
];
const CHINESE = [
  '每天晚上，灯塔看守人登上九十级台阶，点亮灯。',
  '冬天，水手们从镇上给他带来面包、煤和信件。',
  '去年他的女儿把门漆成了蓝色。',
  '晴天的时候，可以看见海湾后面的山。',
];

/** The same in other languages. */
const THIRD: Readonly<Record<string, string>> = {
  French:
    'Chaque soir, le gardien du phare monte les quatre-vingt-dix marches et allume la lampe. En hiver, les marins lui apportent du pain, du charbon et des lettres de la ville. L’année dernière, sa fille a peint la porte en bleu. Par temps clair, on voit les montagnes derrière la baie.',
  German:
    'Jeden Abend steigt der Wärter des Leuchtturms die neunzig Stufen hinauf und zündet die Lampe an. Im Winter bringen ihm die Seeleute Brot, Kohle und Briefe aus der Stadt. Letztes Jahr hat seine Tochter die Tür blau gestrichen. An klaren Tagen sieht man die Berge hinter der Bucht.',
  Spanish:
    'Cada tarde el guardián del faro sube los noventa escalones y enciende la lámpara. En invierno los marineros le llevan pan, carbón y cartas del pueblo. El año pasado su hija pintó la puerta de azul. En los días claros se ven las montañas detrás de la bahía.',
  Vietnamese:
    'Mỗi buổi tối người gác đèn biển leo chín mươi bậc thang và thắp đèn. Mùa đông các thủy thủ mang cho ông bánh mì, than và thư từ thị trấn. Năm ngoái con gái ông sơn cánh cửa màu xanh. Những ngày trời quang có thể nhìn thấy dãy núi phía sau vịnh, và ông ngồi trước nhà rất lâu để nhìn chúng.',
  Russian:
    'Каждый вечер смотритель маяка поднимается на девяносто ступеней и зажигает лампу. Зимой моряки привозят ему хлеб, уголь и письма из города.',
  Ukrainian:
    'Щовечора доглядач маяка піднімається на дев’яносто сходинок і запалює лампу. Взимку моряки привозять йому хліб, вугілля та листи з міста.',
  Arabic:
    'كل مساء يصعد حارس المنارة تسعين درجة ويشعل المصباح. وفي الشتاء يجلب له البحارة الخبز والفحم والرسائل من المدينة.',
  Hindi:
    'हर शाम प्रकाशस्तंभ का रखवाला नब्बे सीढ़ियाँ चढ़कर दीपक जलाता है। सर्दियों में नाविक उसके लिए शहर से रोटी, कोयला और चिट्ठियाँ लाते हैं।',
  Greek:
    'Κάθε βράδυ ο φύλακας του φάρου ανεβαίνει τα ενενήντα σκαλιά και ανάβει τη λάμπα. Τον χειμώνα οι ναύτες του φέρνουν ψωμί, κάρβουνο και γράμματα.',
  Thai: 'ทุกเย็นผู้ดูแลประภาคารขึ้นบันไดเก้าสิบขั้นและจุดตะเกียง ในฤดูหนาวลูกเรือนำขนมปัง ถ่านหิน และจดหมายจากเมืองมาให้เขา',
  Japanese:
    '毎晩、灯台守は九十段の階段を上り、灯りをともす。冬には船員たちが町からパンや石炭や手紙を届ける。昨年、娘が扉を青く塗った。',
  Korean:
    '매일 저녁 등대지기는 아흔 개의 계단을 올라 등불을 켠다. 겨울이면 선원들이 마을에서 빵과 석탄과 편지를 가져다준다.',
};
const KANJI =
  '第一条　灯台管理者、毎日日没時刻前点灯準備完了の事。\n第二条　冬季石炭配給量、一箇月九十貫を限度とする。\n第三条　郵便物受領後、速やかに台帳記載の事。';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'duiqi-languages-'));
});

afterEach(() => rm(directory, { recursive: true }));

/** Aligns texts, each in a file of its own, into a file. */
async function alignFiles(
  ...texts: readonly string[]
): Promise<Ended & { readonly made: readonly string[] }> {
  const names = texts.map((_, index) => `${index + 1}.txt`);
  await Promise.all(names.map((name, index) => writeFile(join(directory, name), `${texts[index]}\n`)));
  const ended = await runCommand(directory, ['align', ...names, '-o', 'out.tmx']);
  const made = (await readdir(directory)).filter((name) => !names.includes(name));
  return { ...ended, made };
}

/** The languages that a text is found to be in. */
async function namesOf(...text: readonly string[]): Promise<string[]> {
  return (await segment(text.join('\n\n'))).languages.map(({ name }) => name);
}

const paragraphs = (texts: readonly string[]): string => texts.join('\n\n');

describe('nothing to align', () => {
  it.each([
    ['English alone', [paragraphs(ENGLISH)], /it holds English \(\d+ letters\) and no Chinese\./],
    ['Chinese alone', [paragraphs(CHINESE)], /it holds Chinese \(\d+ characters\) and no English\./],
    [
      'a third language alone',
      [THIRD['French']!],
      /it holds French \(\d+ letters\) and neither English nor Chinese\./,
    ],
    [
      'two files in English',
      [ENGLISH[0]!, ENGLISH[1]!],
      /they hold English \(\d+ letters\) and no Chinese\./,
    ],
    [
      'English and Japanese',
      [paragraphs(ENGLISH), THIRD['Japanese']!],
      /they hold English \(\d+ letters\) and Japanese \(\d+ characters\) and no Chinese\./,
    ],
    [
      'Russian and Chinese',
      [THIRD['Russian']!, paragraphs(CHINESE)],
      /they hold Russian \(\d+ letters\) and Chinese \(\d+ characters\) and no English\./,
    ],
    [
      'one text in German and Chinese',
      [paragraphs([THIRD['German']!, ...CHINESE])],
      /it holds German \(\d+ letters\) and Chinese \(\d+ characters\) and no English\./,
    ],
    [
      'a few words in letters of no English word',
      ['Доброе утро, капитан!'],
      /it holds a language in Cyrillic letters \(17 letters\) and neither English nor Chinese\./,
    ],
  ])('%s: one sentence, status 3, no file', async (_, texts, message) => {
    const { status, out, err, made } = await alignFiles(...texts);
    expect(err).toMatch(message);
    expect([status, out, made]).toEqual([3, '', []]);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

it('a third language beside the two is named, and the two are aligned', async () => {
  const { status, err, made } = await alignFiles(
    paragraphs([...ENGLISH.flatMap((text, index) => [text, CHINESE[index]!]), THIRD['Russian']!]),
  );
  expect([status, made]).toEqual([0, ['out.tmx']]);
  expect(err).toMatch(/Warning: .*Russian/);
  expect(err).toMatch(/4 pairs/);
});

describe('which language a text is in', () => {
  it.each(Object.entries(THIRD))('%s', async (name, text) => {
    expect(await namesOf(text)).toEqual([name]);
  });

  it('Japanese in which characters outnumber kana by far', async () => {
    expect(await namesOf(KANJI)).toEqual(['Japanese']);
  });

  it.each([
    ['in traditional characters', '每天晚上，燈塔看守人登上九十級臺階，點亮燈。冬天水手們給他帶來麵包和煤。'],
    ['Cantonese', '佢哋今晚喺碼頭食飯，冇人知道嗰隻船幾時返嚟。你哋係咪想去睇下？'],
    ['classical', '海上有山，山下有舟。舟人夜行，見燈而喜，曰：“吾歸矣。”'],
    ['with Japanese names', '去年我们在名古屋看了《となりのトトロ》，还在なごや城的门口买了纪念品。'],
    ['of a shop sign', '樱の小屋欢迎光临'],
    ['with Korean names', '昨天他在首尔的书店买了一本《봄날》，这是他最喜欢的小说之一。'],
  ])('Chinese %s', async (_, text) => {
    expect(await namesOf(text)).toEqual(['Chinese']);
  });

  it.each([
    [
      'full of Chinese names',
      'Lin Xiaoyu, He Jianzhou and Zhang Weimin met Chen Guangming in Shijiazhuang, and from there they went to Hohhot, Xilinhot and Zhangjiakou.',
    ],
    [
      'with pinyin',
      'The dish is called hongshao rou (紅燒肉), and the tea is longjing cha; both are sold in Hangzhou near the lake.',
    ],
  ])('English %s', async (_, text) => {
    expect(await namesOf(text)).toEqual(['English']);
  });

  it.each([
    'Chapitre II',
    'Guten Morgen',
    'Lin Xiaoyu',
    'Привет',
    'Δ = α + β',
    'สวัสดี',
    'Overview',
    'COVID-19',
  ])('too short to be given a name: %s', async (text) => {
    const [found] = (await segment(text)).languages;
    expect(['und', 'mis']).toContain(found?.code);
  });
});
