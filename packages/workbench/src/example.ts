// A pair of short texts of our own, to try the page with: a few rows want a look.

export const EXAMPLE = {
  en: `Agreement on the Delivery of Bicycles

1. General

1.1 The Seller delivers bicycles to the Buyer on the terms of this Agreement.

1.2 Changes of this Agreement need the written form. Oral promises have no effect.

2. Delivery

2.1 The Seller shall deliver 240 bicycles within 30 days after the order.

2.2 Risk passes to the Buyer as soon as the goods are loaded. The Buyer bears the cost of insurance.

2.3 If the Seller is late, the Buyer may withdraw from the order after a further ten days.

3. Payment

3.1 The price of a bicycle is 480 euros. It includes packing but no duties.

3.2 The Buyer pays one third on ordering and the rest within 14 days after delivery.

3.3 Payment by cheque is not accepted.

4. Warranty

4.1 The Seller warrants that frame and fork are free of defects for five years.

4.2 Brakes, tyres and chains are parts that wear out; for these the warranty lasts six months.

5. Final Provisions

5.1 This Agreement is governed by the law of the place of delivery.

5.2 It is made in two copies, one for each party.
`,
  zh: `自行车供货协议

1. 总则

1.1 卖方按照本协议的条款向买方交付自行车。

1.2 本协议的修改须采用书面形式，口头承诺无效。

2. 交货

2.1 卖方应在下单后20天内交付240辆自行车。

2.2 货物装车后，风险即转移给买方。保险费用由买方承担。

2.3 卖方逾期交货的，买方可在再过十天后撤销订单。

3. 付款

3.1 每辆自行车的价格为480欧元。价格含包装费。不含关税。

3.2 买方在下单时支付三分之一，其余部分在交货后14天内支付。

4. 保修

4.1 卖方保证车架和前叉五年内无缺陷。

4.2 刹车、轮胎和链条属于易损件，其保修期为六个月。

5. 最终条款

5.1 本协议适用交货地法律。

5.2 本协议一式两份，双方各执一份。
`,
};
