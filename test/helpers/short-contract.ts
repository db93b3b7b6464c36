/** A contract of our own writing that takes a page: clauses of several lines, and a schedule whose lines are all short. */
type Texts = readonly [en: string, zh: string];

const CLAUSES: readonly Texts[] = [
  [
    'The price is fixed. No surcharge for fuel, storage or insurance may be added to it unless both parties have agreed to the surcharge in writing and the agreement names its amount and the period for which it is to be paid.',
    '价格固定不变。除非双方已就附加费达成书面协议，且协议载明其金额和支付期间，否则不得在价格之外另行收取燃料、仓储或者保险附加费。',
  ],
  [
    'The Purchaser may reject any item that differs from its description. It shall tell the Supplier of the rejection within fourteen days of delivery and shall keep the rejected item safe, at the cost of the Supplier, until the Supplier collects it.',
    '货物与其说明不符的，购买方可以拒收。购买方应在交货后十四日内将拒收事宜通知供应方，并妥善保管被拒收的货物，直至供应方取回，费用由供应方负担。',
  ],
  [
    'The Supplier gives a guarantee of 24 months for every pump, valve and gauge. Where an item fails within that period for a reason other than wear, the Supplier shall repair or replace it free of charge within thirty days of the report of the failure.',
    '供应方对每台泵、每个阀门和每只压力表提供24个月的质量保证。在该期间内因磨损以外的原因发生故障的，供应方应在收到故障报告后三十日内免费修理或者更换。',
  ],
  [
    'Neither party is liable for delay that is caused by flood, earthquake, strike or an order of the authorities, provided that it has told the other party of the cause without delay and has done what could reasonably be expected of it to keep the delay short.',
    '因洪水、地震、罢工或者主管机关命令造成迟延的，任何一方均不承担责任，但该方须已将原因及时告知另一方，并已采取可以合理期待的措施缩短迟延。',
  ],
  [
    'All software that comes with the equipment, including the Windows drivers, the PLC firmware and the REST interface of the control unit, is licensed to the Purchaser without limit in time and may be copied for the purpose of keeping a backup.',
    '随设备提供的全部软件，包括Windows驱动程序、PLC固件以及控制单元的REST接口，均无期限限制地许可购买方使用，购买方可以为备份目的进行复制。',
  ],
];

const SCHEDULE: readonly Texts[] = [
  ['Centrifugal pump, 40 cubic metres per hour', '离心泵，每小时40立方米'],
  ['Ball valve DN50, stainless steel', '球阀DN50，不锈钢'],
  ['Pressure gauge, 0 to 16 bar', '压力表，0至16巴'],
  ['Control unit with touch screen and Ethernet port', '带触摸屏和Ethernet接口的控制单元'],
  ['Set of spare seals', '备用密封件一套'],
];

const numbered = (texts: readonly Texts[]): Texts[] =>
  texts.map(([en, zh], at) => [`${at + 1}. ${en}`, `${at + 1}. ${zh}`]);

export const CONTRACT = { clauses: numbered(CLAUSES), schedule: numbered(SCHEDULE) };
