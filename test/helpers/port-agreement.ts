/** An agreement of our own writing, with defined terms, items with labels, a table of dues and notes. */
export interface Clause {
  readonly en: string;
  readonly zh: string;
  /** `heading`, or how deep an item stands. */
  readonly level: 'title' | 'heading' | 0 | 1 | 2;
}

const clause = (level: Clause['level'], en: string, zh: string): Clause => ({ level, en, zh });

export const AGREEMENT: readonly Clause[] = [
  clause('title', 'Berth and Pilotage Agreement', '泊位与引航协议'),
  clause(
    0,
    'This Agreement is made on 3 May 2024 between the Harbor Board of Linjiang (the "Board") and Northern Ferry Lines Limited (the "Line"), each of which is called a "Party".',
    '本协议由临江市港务局（以下简称“港务局”）与北方渡轮有限公司（以下简称“船公司”）于2024年5月3日订立，任何一方均称为“一方”。',
  ),
  clause('heading', 'Article 1 Berths', '第一条 泊位'),
  clause(
    0,
    '1.1 The Board shall keep berths 4 and 7 free for the ferries of the Line from 6:00 a.m. to 10:30 p.m. on every day on which the harbor is open to shipping.',
    '1.1 凡港口对船舶开放之日，港务局应自上午6时至晚上10时30分为船公司的渡轮空出4号和7号泊位。',
  ),
  clause(
    0,
    '1.2 The Board may move a ferry to another berth if:',
    '1.2 遇有下列情形之一的，港务局可以将渡轮移至其他泊位：',
  ),
  clause(
    1,
    '(a) the depth of water at the berth, measured at the lowest tide of the week, has fallen below 5.5 metres;',
    '(a) 按当周最低潮位测量，泊位水深已降至5.5米以下；',
  ),
  clause(
    1,
    '(b) a vessel in distress, or a vessel that carries the sick or the wounded, has to be brought alongside without delay; or',
    '(b) 遇险船舶或者载有伤病人员的船舶必须立即靠泊；或者',
  ),
  clause(
    1,
    '(c) the fenders, bollards or steps of the berth are under repair, provided that the Line was told of the repair in writing:',
    '(c) 泊位的护舷、系船柱或者阶梯正在维修，但维修事宜须已书面告知船公司：',
  ),
  clause(
    2,
    '(i) ten days before it begins, where it was planned; and',
    '(i) 属计划维修的，在开工十日之前告知；以及',
  ),
  clause(2, '(ii) on the same day, where it was not.', '(ii) 非计划维修的，在当日告知。'),
  clause('heading', 'Article 2 Pilots', '第二条 引航员'),
  clause(
    0,
    '2.1 Every ferry that draws more than 4.2 metres shall take a pilot of the Board between the outer light and the berth, unless its master holds a certificate of exemption that was issued within the last twenty-four months.',
    '2.1 吃水超过4.2米的渡轮，在外灯标与泊位之间航行时应当使用港务局的引航员，但船长持有最近二十四个月内签发的免除引航证书的除外。',
  ),
  clause(
    0,
    '2.2 A pilot advises the master and does not replace him. The Line remains answerable for the ferry, its crew and its passengers while a pilot is on board.',
    '2.2 引航员向船长提供建议，并不取代船长。引航员在船期间，船公司仍须对渡轮、船员和旅客负责。',
  ),
  clause('heading', 'Article 3 Dues', '第三条 费用'),
  clause(
    0,
    '3.1 The Line shall pay the dues in Schedule 1 within thirty days of the end of each month. Dues that are paid late bear interest of 0.03 percent for each day of delay.',
    '3.1 船公司应当在每月结束后三十日内支付附件一所列费用。逾期支付的，每逾期一日按0.03%计收利息。',
  ),
  clause(
    0,
    '3.2 The Board shall not raise the dues more than once in a calendar year, nor by more than the rise of consumer prices in the city as published by the Bureau of Statistics.',
    '3.2 港务局在一个公历年度内提高费用不得超过一次，提高幅度不得超过统计局公布的本市居民消费价格涨幅。',
  ),
  clause('heading', 'Article 4 Term and Notice', '第四条 期限与通知'),
  clause(
    0,
    '4.1 This Agreement runs for five years. It is renewed for two years at a time unless a Party gives notice six months before it ends.',
    '4.1 本协议有效期为五年。除非一方在期满六个月前发出通知，本协议每次续展两年。',
  ),
  clause(
    0,
    '4.2 Notices are given in writing, in English and in Chinese, to the address that stands at the head of this Agreement. If the two texts differ, the Chinese text prevails.',
    '4.2 通知应当以书面形式用中英文发出，送至本协议首部所载地址。两种文本不一致的，以中文文本为准。',
  ),
];

/** The rows of its schedule. */
export const DUES: readonly (readonly [en: string, zh: string])[] = [
  ['Berthing of a ferry of up to 60 metres, for each call', '60米以下渡轮靠泊费，每航次'],
  [
    'Berthing of a longer ferry, for each call and each further ten metres or part of ten metres',
    '60米以上渡轮靠泊费，每航次每增加十米，不足十米的按十米计',
  ],
  ['Pilotage from the outer light to the berth by day', '日间自外灯标至泊位的引航费'],
  [
    'Pilotage by night, in fog, or when the wind is stronger than force seven on the scale of Beaufort',
    '夜间、雾天或者风力超过蒲福风级七级时的引航费',
  ],
  ['Fresh water, for each cubic metre delivered at the berth', '泊位供应淡水费，每立方米'],
  ['Removal of waste that was sorted on board', '船上已分类垃圾的清运费'],
];
