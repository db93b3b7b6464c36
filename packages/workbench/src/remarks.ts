// What the library says of documents, in Chinese: by the code of a diagnostic and its values, and by the problem of an error and its
// details. In English the library's own sentences are shown.
import {
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticValues,
  DuiqiError,
  type ErrorCode,
  type LeftOutPart,
  type Problem,
} from 'duiqi';
import { filled, INTERFACES, type Interface } from './words.js';

/** 简体, 繁體. A sentence may hold places such as `{name}`. */
type Sentence = readonly [string, string];

/** A sentence for each kind of a code; for a code without kinds, one. */
type Sentences<Values> = [Values] extends [{ readonly kind: infer Kind extends string }]
  ? Readonly<Record<Kind, Sentence>>
  : Sentence;

const DIAGNOSTICS: { readonly [Code in DiagnosticCode]: Sentences<DiagnosticValues[Code]> } = {
  'band-widened': [
    '有些地方两份文本相距较远，因此在那里扩大了查找范围。',
    '有些地方兩份文字相距較遠，因此在那裡擴大了尋找範圍。',
  ],
  'bilingual-text': [
    '{name}含有两种语言，但因为给出了两份文件，只按一种语言读取：如需其中的句对，请单独对齐这份文件。',
    '{name}含有兩種語言，但因為給出了兩份檔案，只按一種語言讀取：如需其中的句對，請單獨對齊這份檔案。',
  ],
  'characters-replaced': [
    '{count} 个形近字符（如部首 ⼈、连字 ﬁ）已替换为正常字符（人、fi）。',
    '{count} 個形近字元（如部首 ⼈、連字 ﬁ）已替換為正常字元（人、fi）。',
  ],
  'chinese-lost': {
    misread: [
      '{name}中的中文在保存之前就以错误的编码读取了（“{found}”应为“{meant}”）：请重新打开原文件，另存为 UTF-8。',
      '{name}中的中文在儲存之前就以錯誤的編碼讀取了（「{found}」應為「{meant}」）：請重新開啟原檔案，另存為 UTF-8。',
    ],
    'question-marks': [
      '{name}中有 {count} 个连续的问号，说明保存它的程序无法保存中文：请重新打开原文件，另存为 UTF-8。',
      '{name}中有 {count} 個連續的問號，說明儲存它的程式無法儲存中文：請重新開啟原檔案，另存為 UTF-8。',
    ],
    symbols: [
      '{name}中有 {count} 个字符离开原来的字体或编码就无法辨认：请从能正常显示的地方复制文本，另存为 UTF-8。',
      '{name}中有 {count} 個字元離開原來的字型或編碼就無法辨認：請從能正常顯示的地方複製文字，另存為 UTF-8。',
    ],
    'too-few': [
      '{name}只有 {count} 个汉字（“{found}”），太少了：请提供逐句对应的译文。',
      '{name}只有 {count} 個漢字（「{found}」），太少了：請提供逐句對應的譯文。',
    ],
  },
  'clauses-unmatched': [
    '两份文本有很大部分的编号差别过大，这些部分在对齐时没有使用条款编号。',
    '兩份文字有很大部分的編號差別過大，這些部分在對齊時沒有使用條款編號。',
  ],
  'confirmed-lost': [
    '一个已确认的句对在文本中不再存在：“{en}”–“{zh}”。',
    '一個已確認的句對在文字中不再存在：「{en}」–「{zh}」。',
  ],
  'damaged-page': [
    '{name}第 {pages} 页已损坏，只读取了一部分，或完全无法读取。',
    '{name}第 {pages} 頁已損壞，只讀取了一部分，或完全無法讀取。',
  ],
  deleted: ['人工删除：“{en}”–“{zh}”。', '人工刪除：「{en}」–「{zh}」。'],
  encoding: {
    certain: ['{name}按 {encoding} 编码读取。', '{name}按 {encoding} 編碼讀取。'],
    either: [
      '{name}按 {encoding} 编码读取，但也可能是 {other}：如有乱码，请另存为 UTF-8。',
      '{name}按 {encoding} 編碼讀取，但也可能是 {other}：如有亂碼，請另存為 UTF-8。',
    ],
    doubtful: [
      '{name}按 {encoding} 编码读取，但读出的内容不太像中文或英文：如有乱码，请另存为 UTF-8。',
      '{name}按 {encoding} 編碼讀取，但讀出的內容不太像中文或英文：如有亂碼，請另存為 UTF-8。',
    ],
  },
  'endless-sentence': [
    '有一个句子达到或超过 {count} 个词，只比较了前 {count} 个：请检查它是否真是一个句子。',
    '有一個句子達到或超過 {count} 個詞，只比較了前 {count} 個：請檢查它是否真是一個句子。',
  ],
  'field-passed-over': [
    '{name}有 {count} 行的字段“{field}”格式不符，已略过，第一处在第 {line} 行。',
    '{name}有 {count} 行的欄位「{field}」格式不符，已略過，第一處在第 {line} 行。',
  ],
  'glossary-rows': [
    '{name}有 {count} 行（{rows}）缺少英文或中文术语，已略过。',
    '{name}有 {count} 列（{rows}）缺少英文或中文術語，已略過。',
  ],
  hidden: {
    sheets: ['{name}中隐藏的工作表 {names} 也一并读取了。', '{name}中隱藏的工作表 {names} 也一併讀取了。'],
    slides: ['{name}中隐藏的幻灯片 {names} 也一并读取了。', '{name}中隱藏的投影片 {names} 也一併讀取了。'],
  },
  'languages-found': {
    'english-first': [
      '{name}没有注明各列的语言；按字符判断，英文在前，中文在后（{others} 个句对相反）。',
      '{name}沒有註明各欄的語言；按字元判斷，英文在前，中文在後（{others} 個句對相反）。',
    ],
    'chinese-first': [
      '{name}没有注明各列的语言；按字符判断，中文在前，英文在后（{others} 个句对相反）。',
      '{name}沒有註明各欄的語言；按字元判斷，中文在前，英文在後（{others} 個句對相反）。',
    ],
  },
  'left-out': {
    code: ['{name}中的 {count} 段代码未参与对齐。', '{name}中的 {count} 段程式碼未參與對齊。'],
    columns: ['{name}的第 {columns} 列未参与对齐。', '{name}的第 {columns} 欄未參與對齊。'],
    contents: [
      '{count} 行属于目录，其中的点线和页码已略去：“{text}”。',
      '{count} 行屬於目錄，其中的點線和頁碼已略去：「{text}」。',
    ],
    'chapters-lacked': [
      '{name}中提到的 {count} 个章节不在文件里（{names}），未能读取：请重新复制、下载或保存这份文件。',
      '{name}中提到的 {count} 個章節不在檔案裡（{names}），未能讀取：請重新複製、下載或儲存這份檔案。',
    ],
    'sheets-lacked': [
      '{name}中提到的 {count} 个工作表不在文件里（{names}），未能读取：请重新复制、下载或保存这份文件。',
      '{name}中提到的 {count} 個工作表不在檔案裡（{names}），未能讀取：請重新複製、下載或儲存這份檔案。',
    ],
    'slides-lacked': [
      '{name}中提到的 {count} 张幻灯片不在文件里（{names}），未能读取：请重新复制、下载或保存这份文件。',
      '{name}中提到的 {count} 張投影片不在檔案裡（{names}），未能讀取：請重新複製、下載或儲存這份檔案。',
    ],
    'hidden-text': [
      '{name}中有 {count} 段含有隐藏文字，隐藏文字未参与对齐。',
      '{name}中有 {count} 段含有隱藏文字，隱藏文字未參與對齊。',
    ],
    'header-row': [
      '{name}的第 {row} 行是列名（{columns}），未参与对齐。',
      '{name}的第 {row} 列是欄名（{columns}），未參與對齊。',
    ],
    keys: [
      '{name}按程序的文字资源读取，其中的键名和注释已略去。',
      '{name}按程式的文字資源讀取，其中的鍵名和註解已略去。',
    ],
    'note-marks': ['正文中的 {count} 个注释标记已略去。', '正文中的 {count} 個註釋標記已略去。'],
    'page-furniture': [
      '{name}中的菜单、横幅、侧栏、表单或 Cookie 提示未参与对齐：“{text}”。',
      '{name}中的選單、橫幅、側欄、表單或 Cookie 提示未參與對齊：「{text}」。',
    ],
    'page-heads': [
      '{count} 页的页眉、页脚和页码已略去：{text}。',
      '{count} 頁的頁首、頁尾和頁碼已略去：{text}。',
    ],
    slanted: [
      '{count} 页上的斜排文字（如水印“{text}”）已略去。',
      '{count} 頁上的斜排文字（如浮水印「{text}」）已略去。',
    ],
    parts: ['读取{name}时略去了{parts}。', '讀取{name}時略去了{parts}。'],
    'running-heads': ['{name}中的页眉或页码已略去：{text}。', '{name}中的頁首或頁碼已略去：{text}。'],
    rows: [
      '{name}有 {count} 行没有同时包含英文和中文，已略过。',
      '{name}有 {count} 列沒有同時包含英文和中文，已略過。',
    ],
    segments: [
      '{name}中有些句段不是句对，已略过：{untranslated} 个没有译文，{foreign} 个是其他语言。',
      '{name}中有些句段不是句對，已略過：{untranslated} 個沒有譯文，{foreign} 個是其他語言。',
    ],
    sheets: [
      '{name}的 {all} 个工作表中有 {count} 个没有英文列和中文列，已略过。',
      '{name}的 {all} 個工作表中有 {count} 個沒有英文欄和中文欄，已略過。',
    ],
    'table-headers': [
      '{name}中 {count} 个表格的首行是列名（{columns}），未参与对齐。',
      '{name}中 {count} 個表格的首列是欄名（{columns}），未參與對齊。',
    ],
  },
  'no-text-on-page': [
    '{name}第 {pages} 页没有文字：如果是扫描件，请先用文字识别（OCR）软件处理。',
    '{name}第 {pages} 頁沒有文字：如果是掃描檔，請先用文字辨識（OCR）軟體處理。',
  ],
  'no-value': [
    '{name}有 {count} 个公式没有结果，这些单元格按空白处理：请用 Excel 或 LibreOffice 打开并保存一次。',
    '{name}有 {count} 個公式沒有結果，這些儲存格按空白處理：請用 Excel 或 LibreOffice 開啟並儲存一次。',
  ],
  'not-a-translation': {
    whole: [
      '英文和中文文本似乎不是互译：只有 {percent}% 的内容找到了对应。',
      '英文和中文文字似乎不是互譯：只有 {percent}% 的內容找到了對應。',
    ],
    stretch: [
      '从“{enText}”起的 {en} 个英文句段，与从“{zhText}”起的 {zh} 个中文句段，似乎不是互译。',
      '從「{enText}」起的 {en} 個英文句段，與從「{zhText}」起的 {zh} 個中文句段，似乎不是互譯。',
    ],
  },
  'note-lost': [
    '备注“{note}”所在的句对已重新对齐：“{en}”–“{zh}”。',
    '備註「{note}」所在的句對已重新對齊：「{en}」–「{zh}」。',
  ],
  'nothing-to-align': {
    'no-text': ['没有可对齐的内容：文件中没有文字。', '沒有可對齊的內容：檔案中沒有文字。'],
    'no-translation': [
      '没有可对齐的内容：英文文本中没有任何一句是中文文本的译文。',
      '沒有可對齊的內容：英文文字中沒有任何一句是中文文字的譯文。',
    ],
    'no-english': [
      '没有可对齐的内容：没有找到英文（找到的语言：{found}）。',
      '沒有可對齊的內容：沒有找到英文（找到的語言：{found}）。',
    ],
    'no-chinese': [
      '没有可对齐的内容：没有找到中文（找到的语言：{found}）。',
      '沒有可對齊的內容：沒有找到中文（找到的語言：{found}）。',
    ],
    neither: [
      '没有可对齐的内容：没有找到英文和中文（找到的语言：{found}）。',
      '沒有可對齊的內容：沒有找到英文和中文（找到的語言：{found}）。',
    ],
  },
  'odd-cells': [
    '{name}的 {columns} 列中有些单元格的内容不符合该列的用途，按空白处理。',
    '{name}的 {columns} 欄中有些儲存格的內容不符合該欄的用途，按空白處理。',
  ],
  'other-format': [
    '{name}按 {format} 格式读取：文件名虽不同，内容却是这种格式。',
    '{name}按 {format} 格式讀取：檔名雖不同，內容卻是這種格式。',
  ],
  'other-language': [
    '有一段是{language}，请检查它与什么配成了对：{text}…',
    '有一段是{language}，請檢查它與什麼配成了對：{text}…',
  ],
  'page-cut': [
    '被分页切断的一个句子已连接起来：…{before} ⟂ {after}…',
    '被分頁切斷的一個句子已連接起來：…{before} ⟂ {after}…',
  ],
  'passed-over': {
    units: [
      '{name}：{all} 个单元中有 {count} 个缺少英文或中文，已略过。',
      '{name}：{all} 個單元中有 {count} 個缺少英文或中文，已略過。',
    ],
    variants: [
      '{name}：有 {count} 段文本的语言变体不是 {variants}，已略过。',
      '{name}：有 {count} 段文字的語言變體不是 {variants}，已略過。',
    ],
    cells: [
      '{name}有 {count} 行的单元格比列数多，多出的已略过：请检查文本中是否有制表符。',
      '{name}有 {count} 列的儲存格比欄數多，多出的已略過：請檢查文字中是否有定位字元。',
    ],
  },
  'path-guessed': [
    '两份文本有较长的部分没有共同的罕见词、名称或数字，那里只按句子长短配对：使用前请检查这些句对。',
    '兩份文字有較長的部分沒有共同的罕見詞、名稱或數字，那裡只按句子長短配對：使用前請檢查這些句對。',
  ],
  'read-as-text': {
    cells: [
      '{name}有的行多达数万个单元格，不像是表格，已按纯文本读取。',
      '{name}有的列多達數萬個儲存格，不像是表格，已按純文字讀取。',
    ],
    'dense-markdown': [
      '{name}有数千个 Markdown 标记之间没有空行，已按纯文本读取。',
      '{name}有數千個 Markdown 標記之間沒有空行，已按純文字讀取。',
    ],
    'large-markdown': [
      '{name}有数兆字节的 Markdown 没有分段或标题，已按纯文本读取。',
      '{name}有數兆位元組的 Markdown 沒有分段或標題，已按純文字讀取。',
    ],
    'long-markdown': [
      '{name}太长，无法按 Markdown 读取，已按纯文本读取。',
      '{name}太長，無法按 Markdown 讀取，已按純文字讀取。',
    ],
    quotes: [
      '{name}有数十万个引号没有括住单元格，不像是表格，已按纯文本读取。',
      '{name}有數十萬個引號沒有括住儲存格，不像是表格，已按純文字讀取。',
    ],
    tags: [
      '{name}的标签过多或嵌套过深，因此只读取了文字，没有列表和表格。',
      '{name}的標籤過多或巢狀過深，因此只讀取了文字，沒有清單和表格。',
    ],
    'uneven-rows': [
      '{name}各行的单元格数不同，不像是表格，已按纯文本读取。',
      '{name}各列的儲存格數不同，不像是表格，已按純文字讀取。',
    ],
  },
  'repeated-text': [
    '一段 {length} 个字符的文本在此重复出现了 {count} 次，第二次在第 {line} 行。',
    '一段 {length} 個字元的文字在此重複出現了 {count} 次，第二次在第 {line} 行。',
  ],
  'row-shift': {
    lower: [
      '表格第 {from} 行到第 {to} 行的中文单元格比对应的英文低 {count} 行，因此按词语配对。',
      '表格第 {from} 列到第 {to} 列的中文儲存格比對應的英文低 {count} 列，因此按詞語配對。',
    ],
    higher: [
      '表格第 {from} 行到第 {to} 行的中文单元格比对应的英文高 {count} 行，因此按词语配对。',
      '表格第 {from} 列到第 {to} 列的中文儲存格比對應的英文高 {count} 列，因此按詞語配對。',
    ],
    sorted: [
      '表格第 {from} 行到第 {to} 行的中英文单元格顺序不同，像是只给其中一列排过序，因此按词语配对。',
      '表格第 {from} 列到第 {to} 列的中英文儲存格順序不同，像是只給其中一欄排過序，因此按詞語配對。',
    ],
  },
  'side-labels': ['标明语言的标签已略去：{labels}。', '標明語言的標籤已略去：{labels}。'],
  'sides-exchanged': [
    '给出的英文其实是中文，给出的中文则不是：已各按其实际语言处理。',
    '給出的英文其實是中文，給出的中文則不是：已各按其實際語言處理。',
  ],
  'time-shift': {
    unlike: ['中英文字幕的时间对不上，因此只按文字对齐。', '中英文字幕的時間對不上，因此只按文字對齊。'],
    varying: [
      '中文字幕与英文字幕的时间相差 {least} 秒到 {most} 秒，对齐时已计入。',
      '中文字幕與英文字幕的時間相差 {least} 秒到 {most} 秒，對齊時已計入。',
    ],
    all: [
      '中文字幕与英文字幕的时间相差 {seconds} 秒，对齐时已计入。',
      '中文字幕與英文字幕的時間相差 {seconds} 秒，對齊時已計入。',
    ],
    from: [
      '从 {at} 起，中文字幕与英文字幕的时间相差 {seconds} 秒，对齐时已计入。',
      '從 {at} 起，中文字幕與英文字幕的時間相差 {seconds} 秒，對齊時已計入。',
    ],
  },
  'too-long': {
    page: [
      '{name}第 {pages} 页的文字超出一页所能容纳的量，只读取了开头部分。',
      '{name}第 {pages} 頁的文字超出一頁所能容納的量，只讀取了開頭部分。',
    ],
    pages: [
      '{name}有 {all} 页，只读取了前 {count} 页：其余部分请拆分后再读取。',
      '{name}有 {all} 頁，只讀取了前 {count} 頁：其餘部分請拆分後再讀取。',
    ],
  },
  truncated: ['文本在句子中间中断，后面没有接续：…{text}', '文字在句子中間中斷，後面沒有接續：…{text}'],
  undecodable: {
    big5: [
      '{name}含有香港增补字符集（HKSCS）或自造字，此处无法解码：请另存为 UTF-8。',
      '{name}含有香港增補字元集（HKSCS）或自造字，此處無法解碼：請另存為 UTF-8。',
    ],
    replaced: [
      '{name}有 {count} 个字符无法解码，已替换为 �，第一处在第 {line} 行。',
      '{name}有 {count} 個字元無法解碼，已替換為 �，第一處在第 {line} 行。',
    ],
  },
  'undecodable-text': [
    '{name}第 {pages} 页：字体没有说明某些字符是什么，这些字符已略去；文字识别（OCR）软件可以读出它们。',
    '{name}第 {pages} 頁：字型沒有說明某些字元是什麼，這些字元已略去；文字辨識（OCR）軟體可以讀出它們。',
  ],
  'unpaired-quotes': [
    '{name}中有引号没有括住单元格，第一处在第 {row} 行：请检查各行是否正确，或把单元格内的引号写成两个。',
    '{name}中有引號沒有括住儲存格，第一處在第 {row} 列：請檢查各列是否正確，或把儲存格內的引號寫成兩個。',
  ],
  'unreadable-times': [
    '{name}有 {count} 条字幕的时间无法读取（应写作 00:01:02,500 --> 00:01:04,000），其文字未按时间对齐。',
    '{name}有 {count} 條字幕的時間無法讀取（應寫作 00:01:02,500 --> 00:01:04,000），其文字未按時間對齊。',
  ],
};

const PROBLEMS: Readonly<Record<Problem, Sentence>> = {
  'archive-cut-off': [
    '{name}是不完整的 ZIP 压缩包：请重新复制或下载。',
    '{name}是不完整的 ZIP 壓縮檔：請重新複製或下載。',
  ],
  'archive-damaged': [
    '{name}已损坏或已加密：请用 Word 或 Excel 打开，不设密码重新保存。',
    '{name}已損壞或已加密：請用 Word 或 Excel 開啟，不設密碼重新儲存。',
  ],
  'archive-empty': [
    '{name}是空的 ZIP 压缩包，里面没有文件：请重新保存、复制或下载。',
    '{name}是空的 ZIP 壓縮檔，裡面沒有檔案：請重新儲存、複製或下載。',
  ],
  'archive-other': [
    '{name}是 ZIP 压缩包，不是 Word 或 Excel 文件：请解压后使用其中的文件。',
    '{name}是 ZIP 壓縮檔，不是 Word 或 Excel 檔案：請解壓後使用其中的檔案。',
  ],
  'archive-too-large': [
    '{name}的内容超出一次所能读取的量：请拆分成几份文件。',
    '{name}的內容超出一次所能讀取的量：請拆分成幾份檔案。',
  ],
  'binary-workbook': [
    '{name}是二进制 Excel 工作簿（.xlsb）：请用 Excel 打开，另存为 .xlsx。',
    '{name}是二進位 Excel 活頁簿（.xlsb）：請用 Excel 開啟，另存為 .xlsx。',
  ],
  'copy-protected': [
    '{name}有版权保护（DRM），无法读取其中的文字：请使用没有保护的副本。',
    '{name}有版權保護（DRM），無法讀取其中的文字：請使用沒有保護的副本。',
  ],
  'cut-is-none': ['该处不能拆分：不能把一个字符切成两半。', '該處不能拆分：不能把一個字元切成兩半。'],
  'cut-off': [
    '{name}在一个字符中间结束（第 {line} 行），并不完整：请重新复制或下载。',
    '{name}在一個字元中間結束（第 {line} 行），並不完整：請重新複製或下載。',
  ],
  emptied: [
    '不能通过清空来去掉文件中的文字：请拆开两侧，或删除这一行。',
    '不能透過清空來去掉檔案中的文字：請拆開兩側，或刪除這一列。',
  ],
  'empty-file': [
    '{name}是空文件（0 字节）：请重新保存、复制或下载。',
    '{name}是空檔案（0 位元組）：請重新儲存、複製或下載。',
  ],
  'first-row': ['第一行之前没有别的行。', '第一列之前沒有別的列。'],
  'glossary-columns': [
    '{name}第 {line} 行的前两列不是英文和中文：两列之间请用制表符隔开。',
    '{name}第 {line} 行的前兩欄不是英文和中文：兩欄之間請用定位字元隔開。',
  ],
  'glossary-languages': [
    '{name}第 {line} 行的前两列中，没有一列是英文、另一列是中文。',
    '{name}第 {line} 行的前兩欄中，沒有一欄是英文、另一欄是中文。',
  ],
  'glossary-order': [
    '{name}第 {line} 行中两种语言的顺序与前面各行不同。',
    '{name}第 {line} 行中兩種語言的順序與前面各行不同。',
  ],
  iwork: [
    '{name}是 Pages、Numbers 或 Keynote 文件：请导出为 .docx 或 .xlsx。',
    '{name}是 Pages、Numbers 或 Keynote 檔案：請匯出為 .docx 或 .xlsx。',
  ],
  'last-row': ['最后一行之后没有别的行。', '最後一列之後沒有別的列。'],
  'moved-text-is-none': ['这一行的这一侧没有可移动的文字。', '這一列的這一側沒有可移動的文字。'],
  'no-column-names': [
    '{name}的第一行没有列名，无法知道各列是什么：请在第一行写上列名，如 en、zh。',
    '{name}的第一列沒有欄名，無法知道各欄是什麼：請在第一列寫上欄名，如 en、zh。',
  ],
  'no-columns': [
    '{name}中没有找到英文列和中文列：请在第一行写上列名“en”和“zh”。',
    '{name}中沒有找到英文欄和中文欄：請在第一列寫上欄名「en」和「zh」。',
  ],
  'no-json': [
    '{name}第 {line} 行不是 JSON 对象：JSONL 每行应是一个完整的对象。',
    '{name}第 {line} 行不是 JSON 物件：JSONL 每行應是一個完整的物件。',
  ],
  'no-pair-format': [
    '{name}不是 duiqi 认识的句对格式（TMX、XLIFF、JSONL、XLSX、CSV、TSV）。',
    '{name}不是 duiqi 認識的句對格式（TMX、XLIFF、JSONL、XLSX、CSV、TSV）。',
  ],
  'no-project': ['无法打开项目：它不是项目，或已损坏。', '無法開啟專案：它不是專案，或已損壞。'],
  'no-text': [
    '一行至少要有一种语言的文字；如要去掉它，请删除。',
    '一列至少要有一種語言的文字；如要去掉它，請刪除。',
  ],
  'no-texts-in-line': [
    '{name}第 {line} 行没有英文和中文两段文本。',
    '{name}第 {line} 行沒有英文和中文兩段文字。',
  ],
  'not-rtf': [
    '{name}的开头不是 RTF 格式：请改用正确的扩展名，或用 Word 打开后重新保存。',
    '{name}的開頭不是 RTF 格式：請改用正確的副檔名，或用 Word 開啟後重新儲存。',
  ],
  'not-text': [
    '{name}不是纯文本，而是别的类型的文件：请用它的程序打开，另存为 UTF-8 纯文本。',
    '{name}不是純文字，而是別的類型的檔案：請用它的程式開啟，另存為 UTF-8 純文字。',
  ],
  'not-tmx': ['{name}不是 TMX 文件。', '{name}不是 TMX 檔案。'],
  'not-utf-8': [
    '{name}的编码与所声明的不符：请另存为 UTF-8。',
    '{name}的編碼與所聲明的不符：請另存為 UTF-8。',
  ],
  'not-xliff': ['{name}不是 XLIFF 文件。', '{name}不是 XLIFF 檔案。'],
  'nothing-before-cut': ['切点之前没有文字：请往后移。', '切點之前沒有文字：請往後移。'],
  'nothing-behind-cut': ['切点之后没有文字：请往前移。', '切點之後沒有文字：請往前移。'],
  'nothing-to-part': ['这一行只有一种语言的文字，没有可拆开的。', '這一列只有一種語言的文字，沒有可拆開的。'],
  'old-office': [
    '{name}是旧版 Word 或 Excel 文件，或设有密码：请用 Word 或 Excel 打开，不设密码另存为 .docx 或 .xlsx。',
    '{name}是舊版 Word 或 Excel 檔案，或設有密碼：請用 Word 或 Excel 開啟，不設密碼另存為 .docx 或 .xlsx。',
  ],
  'one-row': ['配对需要两个不同的行。', '配對需要兩個不同的列。'],
  'opendocument-drawing': [
    '{name}是 OpenDocument 绘图或公式：请用 LibreOffice 打开，把文字导出为 .odt 或 .pdf。',
    '{name}是 OpenDocument 繪圖或公式：請用 LibreOffice 開啟，把文字匯出為 .odt 或 .pdf。',
  ],
  'other-encoding': [
    '{name}从第 {line} 行起无法按 {encoding} 编码读取：请另存为 UTF-8。',
    '{name}從第 {line} 行起無法按 {encoding} 編碼讀取：請另存為 UTF-8。',
  ],
  packed: ['{name}是压缩文件：请解压后使用其中的文件。', '{name}是壓縮檔：請解壓縮後使用其中的檔案。'],
  'part-damaged': [
    '{name}的内部部件 {part} 已损坏：请用 Word 或 Excel 打开后重新保存。',
    '{name}的內部部件 {part} 已損壞：請用 Word 或 Excel 開啟後重新儲存。',
  ],
  'part-lacked': [
    '{name}是 ZIP 压缩包，里面没有这种文件应有的内容：请使用文件本身，或打开后重新保存。',
    '{name}是 ZIP 壓縮檔，裡面沒有這種檔案應有的內容：請使用檔案本身，或開啟後重新儲存。',
  ],
  password: [
    '{name}设有密码：请用 LibreOffice 打开，不设密码保存。',
    '{name}設有密碼：請用 LibreOffice 開啟，不設密碼儲存。',
  ],
  'pdf-damaged': [
    '{name}是已损坏的 PDF，或根本不是 PDF：请用 PDF 阅读器打开，打印成新的 PDF。',
    '{name}是已損壞的 PDF，或根本不是 PDF：請用 PDF 閱讀器開啟，列印成新的 PDF。',
  ],
  'pdf-fonts': [
    '{name}是 PDF，能显示文字，但字体没有说明是哪些字符：请用文字识别（OCR）软件处理，或使用制作它的原文件。',
    '{name}是 PDF，能顯示文字，但字型沒有說明是哪些字元：請用文字辨識（OCR）軟體處理，或使用製作它的原檔案。',
  ],
  'pdf-password': [
    '{name}是需要密码才能打开的 PDF：请另存一份没有密码的，再使用。',
    '{name}是需要密碼才能開啟的 PDF：請另存一份沒有密碼的，再使用。',
  ],
  'pdf-pictures': [
    '{name}是没有文字的图片 PDF（扫描件）：请先用文字识别（OCR）软件处理，再使用其结果。',
    '{name}是沒有文字的圖片 PDF（掃描檔）：請先用文字辨識（OCR）軟體處理，再使用其結果。',
  ],
  'pdf-too-large': [
    '{name}是 PDF，解开后远超正常文本的大小：请用 PDF 阅读器打开，打印成新的 PDF。',
    '{name}是 PDF，解開後遠超正常文字的大小：請用 PDF 閱讀器開啟，列印成新的 PDF。',
  ],
  picture: [
    '{name}是图片，其中的文字尚未识别：请先用文字识别（OCR）程序识别，再使用识别结果。',
    '{name}是圖片，其中的文字尚未辨識：請先用文字辨識（OCR）程式辨識，再使用辨識結果。',
  ],
  'project-damaged': ['无法打开项目：它已损坏。', '無法開啟專案：它已損壞。'],
  'project-newer': ['无法打开项目：它由较新版本的 duiqi 保存。', '無法開啟專案：它由較新版本的 duiqi 儲存。'],
  'rows-changed': ['相关的行后来又有变动：请先撤销那些改动。', '相關的列後來又有變動：請先復原那些改動。'],
  'rtf-nesting': [
    '{name}的 RTF 嵌套过深：请用 Word 打开后重新保存。',
    '{name}的 RTF 巢狀過深：請用 Word 開啟後重新儲存。',
  ],
  'text-too-long': [
    '{name}中有一段文本超过 6000 万个字符，不可能是句子：请拆分，或检查是否缺少结束标记。',
    '{name}中有一段文字超過 6000 萬個字元，不可能是句子：請拆分，或檢查是否缺少結束標記。',
  ],
  'too-large': [
    '{name}超过 {most}，无法一次读取：请拆分成几份文件。',
    '{name}超過 {most}，無法一次讀取：請拆分成幾份檔案。',
  ],
  'too-long-for-cell': [
    '第 {pair} 个句对的文字超过 Excel 单元格的上限：请改用 CSV 或 JSONL。',
    '第 {pair} 個句對的文字超過 Excel 儲存格的上限：請改用 CSV 或 JSONL。',
  ],
  'too-many-cells': [
    '{name}的单元格或文字过多，无法一次读取：请拆分成几个工作簿。',
    '{name}的儲存格或文字過多，無法一次讀取：請拆分成幾個活頁簿。',
  ],
  'too-many-pairs': [
    '句对超过 Excel 工作表的 {most} 行上限：请改用 CSV，或减少文件。',
    '句對超過 Excel 工作表的 {most} 列上限：請改用 CSV，或減少檔案。',
  ],
  'too-many-terms': [
    '术语超过 Excel 工作表的行数上限：请改用 TSV 或 TBX。',
    '術語超過 Excel 工作表的列數上限：請改用 TSV 或 TBX。',
  ],
  'xml-damaged': [
    '{name}第 {line} 行不是正确的 XML：请在该处修正，或从原程序重新导出。',
    '{name}第 {line} 行不是正確的 XML：請在該處修正，或從原程式重新匯出。',
  ],
};

/** What is left out of a document. */
const PARTS: Readonly<Record<LeftOutPart, Sentence>> = {
  charts: ['图表', '圖表'],
  comments: ['批注', '註解'],
  contents: ['目录', '目錄'],
  deletions: ['修订中已删除的文字', '追蹤修訂中已刪除的文字'],
  documents: ['嵌入的文档', '內嵌的文件'],
  heads: ['页眉和页脚', '頁首和頁尾'],
  objects: ['嵌入的对象', '內嵌的物件'],
};

/** Errors whose problem has no name: what the library says of them follows. */
const ERRORS: Readonly<Record<ErrorCode, Sentence>> = {
  'bad-act': ['此处不能这样操作（{message}）', '此處不能這樣操作（{message}）'],
  'bad-input': ['无法使用这些内容（{message}）', '無法使用這些內容（{message}）'],
  'bad-option': ['选项的值不合适（{message}）', '選項的值不合適（{message}）'],
  undecodable: ['无法解码其中的文字（{message}）', '無法解碼其中的文字（{message}）'],
  unreadable: ['无法读取（{message}）', '無法讀取（{message}）'],
};

const NAMED: Sentence = ['“{name}”', '「{name}」'];
const UNNAMED: Sentence = ['此文件', '此檔案'];
const NOTHING: Sentence = ['无', '無'];
const UNKNOWN: Sentence = ['未知语言', '未知語言'];

/** A sentence, and the language that it is in. */
export interface Said {
  readonly text: string;
  readonly lang: Interface;
}

/** What the library said when it refused something, as far as it can be sent from the worker and stored. */
export interface Refusal {
  /** Null where the library did not mean to say it. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly details: Values;
}

type Values = Readonly<Record<string, unknown>>;

/** What is to be said of an error, wherever it was thrown. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (!(error instanceof DuiqiError)) {
    return { code: null, message: error instanceof Error ? error.message : String(error), details: {} };
  }
  const { code, message, details } = error;
  // Values that a sentence names; functions among the others could not be sent.
  const named = Object.entries(details).filter(([, value]) => /^(?:string|number)$/.test(typeof value));
  return { code, message, details: Object.fromEntries(named) };
}

/** A refusal on its way through the page. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A diagnostic in a language of the interface; in English where an older duiqi saved it without its values. */
export function diagnosticIn(language: Interface, { code, message, values }: Diagnostic): Said {
  const sentences: Sentence | Readonly<Record<string, Sentence>> = DIAGNOSTICS[code];
  const sentence = isSentence(sentences) ? sentences : sentences[String(values?.['kind'])];
  return said(language, sentence, values ?? {}) ?? { text: message, lang: 'en' };
}

/** A refusal in a language of the interface. */
export function refusalIn(language: Interface, { code, message, details }: Refusal): Said {
  const problem = PROBLEMS[details['problem'] as Problem] as Sentence | undefined;
  return (
    said(language, problem, details) ??
    said(language, code === null ? undefined : ERRORS[code], { message }) ?? { text: message, lang: 'en' }
  );
}

/** Null in English, and where a value is missing: half a sentence says less than one in another language. */
function said(language: Interface, sentence: Sentence | undefined, values: Values): Said | null {
  const column = INTERFACES.indexOf(language) - 1;
  const template = sentence?.[column];
  if (template === undefined) return null;
  const places = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  if (places.some((name) => values[name] === undefined)) return null;
  return { text: filled(template, (name) => valueIn(language, column, name, values[name])), lang: language };
}

function valueIn(language: Interface, column: number, name: string, value: unknown): string {
  if (name === 'name') {
    return value === '' ? UNNAMED[column]! : filled(NAMED[column]!, () => String(value));
  }
  // Lines and rows are names of places, and thousands in them are not parted.
  if (typeof value === 'number') return NUMBERED.has(name) ? String(value) : value.toLocaleString(language);
  if (name === 'language') return languageName(language, String(value));
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item: string) =>
    name === 'parts' ? PARTS[item as LeftOutPart][column]! : languageName(language, item),
  );
  return items.length === 0 ? NOTHING[column]! : items.join('、');
}

const NUMBERED: ReadonlySet<string> = new Set(['line', 'row', 'from', 'to', 'pair']);

/** @param code of ISO 639-3, as `FoundLanguage` has it */
function languageName(language: Interface, code: string): string {
  if (code === 'und' || code === 'mis') return UNKNOWN[INTERFACES.indexOf(language) - 1]!;
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}

function isSentence(sentences: Sentence | Readonly<Record<string, Sentence>>): sentences is Sentence {
  return Array.isArray(sentences);
}

/** All sentences, for tests. */
export const ALL_REMARKS = { ...DIAGNOSTICS, ...PROBLEMS };
