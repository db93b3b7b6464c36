// Aligns a small bilingual text with the library and prints what a program gets to work with.
// After `npm start` or `npm test` has built it: node examples/library.mjs
import { align } from 'duiqi';

const notice = `
Notice on the Use of the Harbour Market

(1) The market hall opens at six in the morning. Sellers of fish may bring in their goods from four.

(2) Every stall pays 120 yuan a month.

(3) Whoever leaves a stall empty for 30 days loses it.

海港市场使用通知

（一）市场大厅早上六点开门。鱼贩可以从四点起运入货物。

（二）每个摊位每月缴费120元。

（三）摊位空置满30天的，予以收回。

（四）本通知由市场管理处负责解释。
`;

const { pairs, unaligned } = await align(notice);

for (const { en, zh, score } of pairs) {
  console.log(`${score.toFixed(2)}  ${en.clause ?? '-'} = ${zh.clause ?? '-'}`);
  console.log(`      ${en.text}`);
  console.log(`      ${zh.text}`);
}
for (const { language, side } of unaligned) console.log(`only ${language}: ${side.text}`);
