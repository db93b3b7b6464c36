import type { Flag } from '../../types.js';

/** The languages in which a reviewer can be told what wants a look; `zh` is written in simplified characters. */
export const UI_LANGUAGES = ['en', 'zh', 'zh-Hant'] as const;
/**
 * A language in which a reviewer can be told what wants a look.
 *
 * @useDeclaredType
 */
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** The columns of a review sheet that are for a person; their headings are in his language. */
export type ReviewColumn = 'confirmed' | 'en' | 'zh' | 'reasons' | 'note' | 'score' | 'clause';

/** All that a reviewer reads beside the texts. */
export interface ReviewWords {
  /** What the flags say against a pair; `null` where they only tell how it came about. */
  readonly reasons: Readonly<Record<Flag, string | null>>;
  readonly noCounterpart: string;
  readonly tooLong: string;
  /** What stands behind the reason `number-mismatch`, if the numbers are known; a side without any is `null`. */
  differing(en: string | null, zh: string | null): string;
  /** Of a note: what stands before the reasons, between two of them, and behind them. */
  readonly opening: string;
  readonly between: string;
  readonly end: string;
  readonly columns: Readonly<Record<ReviewColumn, string>>;
  readonly yes: string;
  readonly no: string;
  /** Names of the two sheets. */
  readonly pairsSheet: string;
  readonly guideSheet: string;
  /** The first sheet, a line each: a title, by which it is known when it is read back, and how the review works. */
  readonly guide: readonly [title: string, ...lines: string[]];
}

const en: ReviewWords = {
  reasons: {
    conflict: 'the same text has another translation too',
    crossing: 'it stands in another order',
    duplicate: null,
    'length-ratio': 'one side is much too long for the other',
    'low-score': 'the score is low',
    'number-mismatch': 'the numbers differ',
    doubted: 'a person has said no to it, or has doubts',
    stitched: null,
    truncated: 'the text breaks off',
    untranslated: 'both sides are the same',
    'wrong-language': 'one side is in another language',
  },
  noCounterpart: 'it has no counterpart',
  tooLong: 'it is longer than 2,000 characters, which some tools do not import',
  differing(english, chinese) {
    if (english === null) return `: only the Chinese has ${chinese}`;
    return chinese === null
      ? `: only the English has ${english}`
      : `: the English has ${english}, the Chinese ${chinese}`;
  },
  opening: 'Please check: ',
  between: '; ',
  end: '.',
  columns: {
    confirmed: 'confirmed',
    en: 'English',
    zh: 'Chinese',
    reasons: 'please check',
    note: 'note',
    score: 'score',
    clause: 'clause',
  },
  yes: 'yes',
  no: 'no',
  pairsSheet: 'pairs',
  guideSheet: 'how it works',
  guide: [
    'duiqi: how to review the pairs of the next sheet',
    'Yellow rows want a look; the column “please check” says why. To see them alone, press the arrow at the top of that column and untick (Blanks).',
    'Mend the English or the Chinese in its cell. A sentence in the wrong row: cut it out and paste it into the right one.',
    'Under “confirmed”, choose yes for what is right as it now stands: it stays so, in later versions of the document too. Choose no for what is wrong and stays open: it remains doubtful. Empty: nobody has looked.',
    'Delete the whole row of a pair that nobody needs; insert a row for one that is missing. Leave the headings as they are, and the hidden columns at the end: the pairs are found again by them.',
    'Save it as .xlsx and give it back to whoever sent it, who makes the memory: duiqi export review.xlsx -o memory.tmx',
  ],
};

const zh: ReviewWords = {
  reasons: {
    conflict: '同一文本还有另一种译法',
    crossing: '前后位置与另一边不一致',
    duplicate: null,
    'length-ratio': '两边长短相差太大',
    'low-score': '得分偏低',
    'number-mismatch': '数字不一致',
    doubted: '有人选了“否”，或对它有疑问',
    stitched: null,
    truncated: '文本不完整，中途断开',
    untranslated: '两边文字相同，可能没有翻译',
    'wrong-language': '有一边不是应有的语言',
  },
  noCounterpart: '另一边没有对应的文本',
  tooLong: '超过2000个字符，有些软件不会导入',
  differing(english, chinese) {
    if (english === null) return `：只有中文有${chinese}`;
    return chinese === null ? `：只有英文有${english}` : `：英文有${english}，中文有${chinese}`;
  },
  opening: '请核对：',
  between: '；',
  end: '。',
  columns: {
    confirmed: '确认',
    en: '英文',
    zh: '中文',
    reasons: '请核对',
    note: '备注',
    score: '得分',
    clause: '条款',
  },
  yes: '是',
  no: '否',
  pairsSheet: '句对',
  guideSheet: '说明',
  guide: [
    'duiqi：怎样审校下一页的句对',
    '黄色的行需要核对，原因写在“请核对”一栏。只想看这些行：点该栏标题上的箭头，去掉“（空白）”前的勾。',
    '英文或中文有误，直接在单元格里修改；句子放错了行，剪切后粘贴到正确的行。',
    '“确认”一栏：改好无误的选“是”，以后的版本也照此保留；有误而暂时不改的选“否”，仍作存疑；空着表示还没有看过。',
    '不要的句对，删除整行；缺少的句对，插入一行填上。标题行和末尾隐藏的各列请勿改动，要靠它们找回句对。',
    '存为 .xlsx 后交还给发来的人，由其生成翻译记忆库：duiqi export review.xlsx -o memory.tmx',
  ],
};

const zhHant: ReviewWords = {
  reasons: {
    conflict: '同一文本還有另一種譯法',
    crossing: '前後位置與另一邊不一致',
    duplicate: null,
    'length-ratio': '兩邊長短相差太大',
    'low-score': '得分偏低',
    'number-mismatch': '數字不一致',
    doubted: '有人選了「否」，或對它有疑問',
    stitched: null,
    truncated: '文本不完整，中途斷開',
    untranslated: '兩邊文字相同，可能沒有翻譯',
    'wrong-language': '有一邊不是應有的語言',
  },
  noCounterpart: '另一邊沒有對應的文本',
  tooLong: '超過2000個字元，有些軟體不會匯入',
  differing(english, chinese) {
    if (english === null) return `：只有中文有${chinese}`;
    return chinese === null ? `：只有英文有${english}` : `：英文有${english}，中文有${chinese}`;
  },
  opening: '請核對：',
  between: '；',
  end: '。',
  columns: {
    confirmed: '確認',
    en: '英文',
    zh: '中文',
    reasons: '請核對',
    note: '備註',
    score: '得分',
    clause: '條款',
  },
  yes: '是',
  no: '否',
  pairsSheet: '句對',
  guideSheet: '說明',
  guide: [
    'duiqi：怎樣審校下一頁的句對',
    '黃色的列需要核對，原因寫在「請核對」一欄。只想看這些列：點該欄標題上的箭頭，取消勾選「(空格)」。',
    '英文或中文有誤，直接在儲存格裡修改；句子放錯了列，剪下後貼到正確的列。',
    '「確認」一欄：改好無誤的選「是」，以後的版本也照此保留；有誤而暫時不改的選「否」，仍作存疑；空著表示還沒有看過。',
    '不要的句對，刪除整列；缺少的句對，插入一列填上。標題列和末尾隱藏的各欄請勿改動，要靠它們找回句對。',
    '存為 .xlsx 後交還給寄來的人，由其產生翻譯記憶庫：duiqi export review.xlsx -o memory.tmx',
  ],
};

export const REVIEW_WORDS: Readonly<Record<UiLanguage, ReviewWords>> = { en, zh, 'zh-Hant': zhHant };

/** Whether a row is the title of the sheet that says how the review works, in whichever language. */
export function isGuide(cells: readonly string[]): boolean {
  return Object.values(REVIEW_WORDS).some(({ guide }) => guide[0] === cells[0]?.trim());
}
