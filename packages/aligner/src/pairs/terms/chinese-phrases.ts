import type { Lexicon } from '../../alignment/score/lexicon.js';
import { wordsAt } from '../../alignment/score/lexicon.js';
import { chineseWords } from '../../document/segment/chinese-words.js';
import type { Phrase } from './english-phrases.js';

/** In words, and in characters. */
const LONGEST = 6;
const LONGEST_TEXT = 16;

/** Particles, pronouns, prepositions and the like, with which no term begins or ends and which stand in none. */
const GRAMMAR: ReadonlySet<string> = new Set(
  `的 了 着 地 得 之 之一 而 且 与 和 及 以及 或 或者 在 于 从 向 对 对于 把 被 将 给 由 以 为 所 其 则 个 位 项 种 这 那 这个 那个 这些 那些
  也 都 就 还 又 再 便 即 并 并且 而且 等 吧 吗 呢 啊 呀 是 有 上 中 里 下 到 去 来 起来 出来 一 是的 说的 我 你 他 她 它 我们 你们 他们 她们
  它们 您 自己 本 该 各 每 某 任何 所有 一切 其他 其它 不 没 没有 不得 不能 可以 可 能 能够 应 应当 应该 必须 须 会 要 需要 如 如果 但 但是
  因 因为 因此 所以 因而 当 时 时候 后 前 之后 之前 以后 以前 以上 以下 内 外 间 之间 根据 按照 依照 通过 关于 由于 为了 除 除了 包括 例如 比如
  同 跟 使 让 让 叫 更 最 很 非常 十分 较 比较 已 已经 曾 正在 仍 仍然 只 仅 均 共 全 多 少 一个 两个 进行 予以 作为 成为 作出 有关 相关 上述 下列
  以外 为止 起 至 第 年 月 日 条 款 号 次 者 们 不是 就是 还是 这样 那样 什么 怎么 如何 未 此 此外 另 另外 凡 另有 新 届 〇 零 二 三 四 五 六 七 八 九 十 百 千 万 亿 两`.split(
    /\s+/,
  ),
);

const RUN = /\p{Script=Han}+/gu;

/** A Chinese phrase: its stems are its words. */
export function chinesePhrases(text: string, lexicon: Lexicon): Phrase[] {
  const found = new Map<string, Phrase>();
  const at = wordsAt(lexicon);
  for (const [run] of text.matchAll(RUN)) {
    const words = chineseWords(run, at).map(({ start, end }) => run.slice(start, end));
    for (let first = 0; first < words.length; first++) {
      let joined = '';
      for (let last = first; last < Math.min(words.length, first + LONGEST); last++) {
        const word = words[last]!;
        // Longer words that end in a particle are in no list for themselves.
        if (GRAMMAR.has(word) || /^[的之了]|[的之了]$/.test(word)) break;
        joined += word;
        if (joined.length > LONGEST_TEXT) break;
        if (joined.length < 2 || found.has(joined)) continue;
        const stems = words.slice(first, last + 1);
        const parts = last > first ? [joined.slice(stems[0]!.length), joined.slice(0, -word.length)] : [];
        found.set(joined, { key: joined, text: joined, stems, parts });
      }
    }
  }
  return [...found.values()];
}
