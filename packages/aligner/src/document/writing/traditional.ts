/** Frequent characters that only traditional texts have. */
// The n-th character of one is the n-th of the other. Only frequent pairs of which each form is, in modern
// use, found in one of the two scripts only: 后 or 里, say, stand in both.
export const TRADITIONAL =
  '們這個國會來時對說為過學現發經與動進開關應當業務產實義體點書問間電話讓見長東車風門員總權條規則設議認記許論證護財責費資質轉選運還題類驗聯職統組結給級線編處觀計訂請調談變歷區縣億價優';
const simplified =
  '们这个国会来时对说为过学现发经与动进开关应当业务产实义体点书问间电话让见长东车风门员总权条规则设议认记许论证护财责费资质转选运还题类验联职统组结给级线编处观计订请调谈变历区县亿价优';

/** For each UTF-16 code unit 1 if it is traditional, -1 if it is simplified. */
const balance = new Int8Array(0x10000);
for (let at = 0; at < TRADITIONAL.length; at++) {
  balance[TRADITIONAL.charCodeAt(at)] = 1;
  balance[simplified.charCodeAt(at)] = -1;
}

/** How many more of these characters of a text are traditional than simplified. */
export function traditionalBalance(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += balance[text.charCodeAt(at)]!;
  return sum;
}

/** Whether Chinese texts are written in traditional characters; without evidence they count as simplified. */
export function isTraditional(texts: Iterable<string>): boolean {
  let sum = 0;
  for (const text of texts) sum += traditionalBalance(text);
  return sum > 0;
}
