// All words on the screen, in one table. A sentence may hold places such as `{n}`; `{n|pair|pairs}` is the English word for
// one and for more, which Chinese does not tell apart.

export const INTERFACES = ['en', 'zh-Hans', 'zh-Hant'] as const;
/** The languages of the interface, as BCP 47 tags. */
export type Interface = (typeof INTERFACES)[number];

const TABLE = {
  // The frame.
  tagline: [
    'Two documents in, a translation memory out',
    '两份文件进来，一个翻译记忆库出去',
    '兩份文件進來，一個翻譯記憶庫出去',
  ],
  language: ['Language', '界面语言', '介面語言'],
  dark: ['Dark', '深色', '深色'],
  light: ['Light', '浅色', '淺色'],
  toDark: ['Dark colours', '切换到深色', '切換到深色'],
  toLight: ['Light colours', '切换到浅色', '切換到淺色'],
  keys: ['Keys', '快捷键', '快速鍵'],
  licences: ['Licences', '许可证', '授權條款'],
  close: ['Close', '关闭', '關閉'],
  home: ['All documents', '全部文件', '全部文件'],
  english: ['English', '英文', '英文'],
  chinese: ['Chinese', '中文', '中文'],

  // Nothing open.
  dropTitle: [
    'Drop your English and Chinese files here',
    '把英文和中文文件拖到这里',
    '把英文和中文檔案拖到這裡',
  ],
  dropText: [
    'Two files, or one that holds both languages: Word, PDF, Excel, web pages, subtitles, text. A memory (TMX, XLIFF, JSONL) opens for review.',
    '两份文件，或一份中英对照的文件均可：Word、PDF、Excel、网页、字幕、纯文本。已有的记忆库（TMX、XLIFF、JSONL）可直接打开审校。',
    '兩份檔案，或一份中英對照的檔案均可：Word、PDF、Excel、網頁、字幕、純文字。已有的記憶庫（TMX、XLIFF、JSONL）可直接開啟審校。',
  ],
  dropPrivacy: [
    'Nothing leaves this computer: the page has no way into the network.',
    '内容不会离开这台电脑：本页面无法访问网络。',
    '內容不會離開這台電腦：本頁面無法存取網路。',
  ],
  chooseFiles: ['Choose files', '选择文件', '選擇檔案'],
  tryExample: ['Try an example', '试用示例', '試用範例'],
  pasteTitle: ['Or paste text', '或粘贴文本', '或貼上文字'],
  pasteFirst: ['English, or a text in both languages', '英文，或中英对照的文本', '英文，或中英對照的文字'],
  pasteSecond: ['Chinese', '中文', '中文'],
  pasteHtml: ['Pasted with its tables and lists.', '已保留表格和列表。', '已保留表格和清單。'],
  alignPasted: ['Align', '开始对齐', '開始對齊'],
  pastedName: ['pasted text', '粘贴的文本', '貼上的文字'],
  glossaryTitle: ['Or add a glossary', '或添加术语表', '或加入術語表'],
  glossaryText: [
    'Its terms help with every document that you put in next.',
    '对齐此后放入的文件时，会参考其中的术语。',
    '對齊之後放入的檔案時，會參考其中的術語。',
  ],
  glossaryCount: ['{n} {n|term|terms}', '{n} 条术语', '{n} 條術語'],
  glossaryChoose: [
    'From a file (Excel, CSV, TSV, TBX)',
    '从文件读取（Excel、CSV、TSV、TBX）',
    '從檔案讀取（Excel、CSV、TSV、TBX）',
  ],
  recentTitle: ['Documents of last time', '上次的文件', '上次的文件'],
  recentOpen: ['Open', '打开', '開啟'],
  recentWaiting: [
    'not aligned yet: the page was closed before',
    '尚未对齐：上次未完成页面就关闭了',
    '尚未對齊：上次未完成頁面就關閉了',
  ],
  recentGoOn: ['Go on', '继续对齐', '繼續對齊'],
  recentGoOnAll: ['Align these {n} documents', '继续对齐这 {n} 份文件', '繼續對齊這 {n} 份文件'],
  recentForget: ['Remove from this browser', '从此浏览器中移除', '從此瀏覽器中移除'],
  recentForgotten: ['“{title}” was removed.', '已移除“{title}”。', '已移除「{title}」。'],
  restore: ['Put back', '恢复', '復原'],
  recentLine: [
    '{n} {n|pair|pairs}, {acts} {acts|change|changes}, {when}',
    '{n} 个句对，{acts} 处修改，{when}',
    '{n} 個句對，{acts} 處修改，{when}',
  ],
  recentToLook: ['{n} to look at', '{n} 处需查看', '{n} 處需查看'],
  recentHeld: [
    'only until this page is closed: open it and save the project',
    '仅保留到关闭本页面为止：请打开并保存项目',
    '僅保留到關閉本頁面為止：請開啟並儲存專案',
  ],
  togetherWith: ['Download with the others: {title}', '一并下载：{title}', '一併下載：{title}'],
  togetherAll: ['Choose all', '全选', '全選'],
  togetherHint: [
    'In one file; a pair that comes again is in it once.',
    '合并为一个文件，重复的句对只保留一次。',
    '合併為一個檔案，重複的句對只保留一次。',
  ],
  downloadTogether: [
    'Download {n} {n|document|documents} as TMX',
    '将 {n} 份文件下载为 TMX',
    '將 {n} 份文件下載為 TMX',
  ],
  noStorage: [
    'This browser keeps nothing for a page that was opened from a file: save the project before you close the page.',
    '此浏览器不为从文件打开的页面保存数据：关闭页面前请先保存项目。',
    '此瀏覽器不為從檔案開啟的頁面儲存資料：關閉頁面前請先儲存專案。',
  ],

  // Many files.
  pairingTitle: ['Which files belong together?', '哪些文件是一对？', '哪些檔案是一對？'],
  pairingText: [
    'Guessed from their names. Change what is wrong.',
    '根据文件名推测，如有错误请更改。',
    '依檔名推測，如有錯誤請更改。',
  ],
  pairingFirst: ['First file', '第一份文件', '第一份檔案'],
  pairingSecond: ['Second file', '第二份文件', '第二份檔案'],
  pairingAlone: ['none: it holds both languages', '无：该文件含两种语言', '無：該檔案含兩種語言'],
  pairingStart: ['Align {n} {n|document|documents}', '对齐 {n} 份文件', '對齊 {n} 份文件'],

  // Working.
  workingTitle: ['Aligning', '正在对齐', '正在對齊'],
  workingOf: ['{at} of {n}', '第 {at} 份，共 {n} 份', '第 {at} 份，共 {n} 份'],
  phaseStart: ['Getting ready', '正在准备', '正在準備'],
  phaseReading: ['Reading the documents', '正在读取文件', '正在讀取文件'],
  phaseAligning: ['Finding which sentences belong together', '正在查找对应的句子', '正在尋找對應的句子'],
  phaseWords: ['Looking up the words', '正在查词', '正在查詞'],
  phasePairs: ['Putting the pairs together', '正在整理句对', '正在整理句對'],
  phaseRealigning: ['Aligning what is not confirmed', '正在重新对齐未确认的部分', '正在重新對齊未確認的部分'],
  phaseExplaining: ['Looking for reasons', '正在查找依据', '正在尋找依據'],
  cancel: ['Cancel', '取消', '取消'],
  cancelled: ['Cancelled.', '已取消。', '已取消。'],
  failedTitle: ['This could not be done', '未能完成', '未能完成'],
  failedAt: ['{title}: {why}', '{title}：{why}', '{title}：{why}'],
  nothingFound: ['No pairs were found.', '没有找到句对。', '沒有找到句對。'],
  failedOpen: [
    '“{name}” cannot be opened: it is a folder, or it was moved or deleted. Choose the files again.',
    '无法打开“{name}”：它是文件夹，或已被移动、删除。请重新选择文件。',
    '無法開啟「{name}」：它是資料夾，或已被移動、刪除。請重新選擇檔案。',
  ],
  back: ['Back', '返回', '返回'],
  goOn: ['Go on', '继续', '繼續'],

  // The list.
  pairs: ['Pairs', '句对', '句對'],
  columnNumber: ['No.', '序号', '序號'],
  columnState: ['State', '状态', '狀態'],
  empty: ['nothing here', '此处为空', '此處為空'],
  stateFine: ['fine', '正常', '正常'],
  stateDoubtful: ['doubtful', '存疑', '存疑'],
  stateOpen: ['to look at', '需查看', '需查看'],
  stateConfirmed: ['confirmed', '已确认', '已確認'],
  stateAlone: ['alone', '无对应', '無對應'],
  stateDeleted: ['deleted', '已删除', '已刪除'],
  edited: ['edited', '已修改', '已修改'],
  score: ['Score {score}', '得分 {score}', '得分 {score}'],
  noScore: ['No score', '无得分', '無得分'],
  comment: ['Comment', '备注', '備註'],
  commentAdd: ['Comment …', '添加备注…', '新增備註…'],
  filter: ['Show', '显示', '顯示'],
  filterAll: ['All rows', '全部', '全部'],
  filterOpen: ['Still to look at', '仍需查看', '仍需查看'],
  filterDoubtful: ['Doubtful', '存疑', '存疑'],
  filterConfirmed: ['Confirmed', '已确认', '已確認'],
  filterAlone: ['Without a counterpart', '无对应', '無對應'],
  filterEdited: ['Changed by hand', '人工改动', '人工改動'],
  filterCount: ['{name} ({n})', '{name}（{n}）', '{name}（{n}）'],
  filterReasons: ['Doubtful because', '存疑原因', '存疑原因'],
  search: ['Search', '查找', '尋找'],
  searchCount: ['{n} {n|row|rows}', '{n} 行', '{n} 列'],
  noRows: ['No row is like that.', '没有符合条件的行。', '沒有符合條件的列。'],

  replaceWhat: ['Replace “{query}” by', '将“{query}”替换为', '將「{query}」取代為'],
  replaceNothing: [
    'Write what to look for into the search field. Replace it by',
    '请先在查找框中输入要查找的内容。替换为',
    '請先在尋找框中輸入要尋找的內容。取代為',
  ],
  replaceAll: ['Replace all', '全部替换', '全部取代'],

  // Reasons.
  reasonAlone: ['it has no counterpart', '没有对应的译文', '沒有對應的譯文'],
  reasonConflict: [
    'the same text has another translation too',
    '同一文本另有不同译法',
    '同一文字另有不同譯法',
  ],
  reasonCrossing: ['it stands in another order', '语序位置不同', '語序位置不同'],
  reasonLength: ['one side is much too long for the other', '一侧比另一侧长得多', '一側比另一側長得多'],
  reasonScore: ['few words speak for it', '支持它的词语很少', '支持它的詞語很少'],
  reasonNumbers: ['the numbers differ', '数字不一致', '數字不一致'],
  reasonNumbersNamed: [
    'the numbers differ: {en} ↔ {zh}',
    '数字不一致：{en} ↔ {zh}',
    '數字不一致：{en} ↔ {zh}',
  ],
  reasonTruncated: ['the text breaks off', '文本中断', '文字中斷'],
  reasonUntranslated: ['it looks untranslated', '似乎没有翻译', '似乎沒有翻譯'],
  reasonWrongLanguage: ['one side is in another language', '一侧是另一种语言', '一側是另一種語言'],
  reasonTooLong: [
    'it is longer than 2,000 characters, which some tools do not import',
    '超过 2000 个字符，有些工具无法导入',
    '超過 2000 個字元，有些工具無法匯入',
  ],
  reasonDoubted: ['a person doubts it', '人工标记为存疑', '人工標記為存疑'],
  nothing: ['nothing', '无', '無'],

  // Acts.
  acts: ['What to do', '操作', '操作'],
  actConfirm: ['Confirm', '确认', '確認'],
  actUnconfirm: ['Take the confirmation back', '取消确认', '取消確認'],
  actDoubt: ['Doubt', '标为存疑', '標為存疑'],
  actMerge: ['Merge with next', '与下一行合并', '與下一列合併'],
  actSplit: ['Split at caret', '在光标处拆分', '在游標處拆分'],
  actUp: ['Move sentence up', '句子上移', '句子上移'],
  actDown: ['Move sentence down', '句子下移', '句子下移'],
  actPart: ['Part', '拆开两侧', '拆開兩側'],
  actPair: ['Pair with marked row', '与标记行配对', '與標記列配對'],
  actMark: ['Mark', '标记', '標記'],
  actEdit: ['Edit', '编辑', '編輯'],
  actDelete: ['Delete', '删除', '刪除'],
  actRestore: ['Put back', '恢复', '復原'],
  shortMerge: ['Merge', '合并', '合併'],
  shortSplit: ['Split', '拆分', '拆分'],
  shortUp: ['Up', '上移', '上移'],
  shortDown: ['Down', '下移', '下移'],
  actMove: ['Move sentence', '移动句子', '移動句子'],
  actInsert: ['Insert row', '插入行', '插入列'],
  actRecut: ['Cut in another way', '改用其他切分', '改用其他切分'],
  actSeveral: ['Several at once', '多项操作', '多項操作'],
  actUndo: ['Undo', '撤销', '復原'],
  actRedo: ['Redo', '重做', '重做'],
  actNext: ['Next to look at', '下一处需查看', '下一處需查看'],
  actPrevious: ['Previous to look at', '上一处需查看', '上一處需查看'],
  actWhy: ['Why?', '依据', '依據'],
  actRealign: ['Align the rest anew', '重新对齐其余部分', '重新對齊其餘部分'],
  actComment: ['Comment', '备注', '備註'],
  actSearch: ['Search', '查找', '尋找'],
  actReplace: ['Replace', '替换', '取代'],
  actRow: ['Row up, row down', '上一行、下一行', '上一列、下一列'],
  actOther: ['Other language', '切换到另一语言', '切換到另一語言'],
  actCaret: ['Move the caret in the text', '在文本中移动光标', '在文字中移動游標'],
  actLeave: ['Leave, close', '退出、关闭', '離開、關閉'],
  actEnds: ['First row, last row', '第一行、最后一行', '第一列、最後一列'],
  actPage: ['One screen up or down', '上一屏、下一屏', '上一頁、下一頁'],
  save: ['Save', '保存', '儲存'],

  // What acts say.
  saidConfirmed: ['Row {n} confirmed.', '第 {n} 行已确认。', '第 {n} 列已確認。'],
  saidDone: [
    '{act}: done. Undo with {key}.',
    '{act}：已完成，可按 {key} 撤销。',
    '{act}：已完成，可按 {key} 復原。',
  ],
  saidUndone: ['Undone: {act}.', '已撤销：{act}。', '已復原：{act}。'],
  saidRedone: ['Done again: {act}.', '已重做：{act}。', '已重做：{act}。'],
  saidNothingToUndo: ['There is nothing to undo.', '没有可撤销的操作。', '沒有可復原的操作。'],
  saidNothingToRedo: ['There is nothing to do again.', '没有可重做的操作。', '沒有可重做的操作。'],
  saidAligned: [
    '{n} {n|document was|documents were} aligned; they are under “All documents”.',
    '已对齐 {n} 份文件，可在“全部文件”中找到。',
    '已對齊 {n} 份檔案，可在「全部文件」中找到。',
  ],
  saidBefore: [
    'You have worked on files of these names before: that work is under “All documents”.',
    '之前已处理过同名文件，当时的修改在“全部文件”中。',
    '之前已處理過同名檔案，當時的修改在「全部文件」中。',
  ],
  saidBusy: [
    'Something is being worked on: wait for it or cancel it, and then drop the files again.',
    '正在处理：请等待完成或先取消，然后再拖入文件。',
    '正在處理：請等待完成或先取消，然後再拖入檔案。',
  ],
  saidOnlyProject: [
    'Only the project “{name}” was opened: drop the other files by themselves.',
    '只打开了项目“{name}”：请单独拖入其他文件。',
    '只開啟了專案「{name}」：請單獨拖入其他檔案。',
  ],
  saidReplaced: [
    'Replaced in {n} {n|row|rows}. Undo with {key}.',
    '已在 {n} 行中替换，可按 {key} 撤销。',
    '已在 {n} 列中取代，可按 {key} 復原。',
  ],
  saidNothingReplaced: [
    'Nothing was replaced: no text that is shown holds it.',
    '没有可替换的内容：显示的文本中没有找到。',
    '沒有可取代的內容：顯示的文字中沒有找到。',
  ],
  saidNoneOpen: ['No row is left to look at.', '没有需查看的行了。', '沒有需查看的列了。'],
  saidCannot: ['That does not work here: {why}', '此处无法执行：{why}', '此處無法執行：{why}'],
  saidCaret: [
    'Put the caret where to split: click into the text, or use ← and →.',
    '请先放置光标：点击文本，或用 ← →。',
    '請先放置游標：點按文字，或用 ← →。',
  ],
  saidSplitProposed: [
    'The cut on the other side is proposed: Enter takes it, ← and → move it, Esc leaves.',
    '另一侧的切点已给出：Enter 接受，← → 移动，Esc 放弃。',
    '另一側的切點已給出：Enter 接受，← → 移動，Esc 放棄。',
  ],
  saidMarked: [
    'Row {n} is marked: go to the other row and press P.',
    '已标记第 {n} 行：移到另一行后按 P。',
    '已標記第 {n} 列：移到另一列後按 P。',
  ],
  saidRealigned: [
    '{n} {n|row|rows} changed; confirmed rows were not touched.',
    '{n} 行有变化；已确认的行未作改动。',
    '{n} 列有變化；已確認的列未作改動。',
  ],
  saidSaved: [
    '“{name}” was saved to your downloads.',
    '“{name}”已保存到下载文件夹。',
    '「{name}」已儲存到下載資料夾。',
  ],
  saidTogether: [
    'Putting {n} {n|document|documents} together …',
    '正在合并 {n} 份文件…',
    '正在合併 {n} 份文件…',
  ],
  saidTogetherSaved: [
    '“{name}” was saved to your downloads: {n} {n|row|rows} of {documents} {documents|document|documents}, {repeats} {repeats|repeat|repeats} left out.',
    '“{name}”已保存到下载文件夹：{documents} 份文件共 {n} 行，略去重复 {repeats} 行。',
    '「{name}」已儲存到下載資料夾：{documents} 份文件共 {n} 列，略去重複 {repeats} 列。',
  ],
  saidGlossary: [
    '{n} {n|term|terms} from “{name}”.',
    '已从“{name}”读入 {n} 条术语。',
    '已從「{name}」讀入 {n} 條術語。',
  ],
  saidNoRoom: [
    'This browser has no room for this document: it is there until the page is closed. Save the project.',
    '此浏览器已没有空间存放此文件，关闭页面后内容会丢失。请保存项目。',
    '此瀏覽器已沒有空間存放此文件，關閉頁面後內容會遺失。請儲存專案。',
  ],
  saidCopy: [
    'Another tab has gone on with this document. What you do here is kept as a second one, under “All documents”.',
    '另一个标签页也在修改此文件。此处的修改已另存为一份，见“全部文件”。',
    '另一個分頁也在修改此文件。此處的修改已另存為一份，見「全部文件」。',
  ],
  saidTerms: ['Looking for terms …', '正在查找术语…', '正在尋找術語…'],
  saidNoTerms: [
    'No terms were found: a term has to be together with its translation in at least two pairs.',
    '没有找到术语：一条术语须与其译文在至少两个句对中同时出现。',
    '沒有找到術語：一條術語須與其譯文在至少兩個句對中同時出現。',
  ],
  saidNoAligner: [
    'This page has no aligner inside: open the project in duiqi.html for that.',
    '本页面不含对齐程序：请在 duiqi.html 中打开此项目。',
    '本頁面不含對齊程式：請在 duiqi.html 中開啟此專案。',
  ],

  saidNoFiles: [
    'Why pairs were found is known only where the documents themselves are open: here are only their pairs.',
    '只有打开原文件时才能查看配对依据：这里只有句对。',
    '只有開啟原檔案時才能查看配對依據：這裡只有句對。',
  ],

  // Outline and map.
  outline: ['Outline', '大纲', '大綱'],
  outlineEmpty: ['No numbered clauses were found.', '未找到编号条款。', '未找到編號條款。'],
  fold: ['Fold: {clause}', '折叠：{clause}', '折疊：{clause}'],
  unfold: ['Unfold: {clause}', '展开：{clause}', '展開：{clause}'],
  outlineBefore: ['Before the first clause', '第一条之前', '第一條之前'],
  map: ['Map', '全图', '全圖'],
  mapLabel: [
    'Map of the alignment: English from left to right, Chinese from top to bottom. Arrow keys and clicks go to a row.',
    '对齐全图：英文从左到右，中文从上到下。点击或按方向键可跳转到相应的行。',
    '對齊全圖：英文從左到右，中文從上到下。點按或按方向鍵可跳到相應的列。',
  ],
  mapEnglish: ['English →', '英文 →', '英文 →'],
  mapChinese: ['Chinese ↓', '中文 ↓', '中文 ↓'],
  side: ['Outline and map', '大纲和全图', '大綱和全圖'],

  // Why?
  whyTitle: ['Why this pair?', '为何这样配对？', '為何這樣配對？'],
  whyEvidence: ['What spoke for it', '支持的依据', '支持的依據'],
  whyNone: ['No word speaks for it.', '没有词语支持。', '沒有詞語支持。'],
  whyUnexplained: ['Without an answer on the other side', '在另一侧没有对应的词', '在另一側沒有對應的詞'],
  whyOther: ['Other ways to cut', '其他切分方式', '其他切分方式'],
  whyNoOther: ['There is no other way close to it.', '没有相近的其他方式。', '沒有相近的其他方式。'],
  whyTake: ['Take this', '采用', '採用'],
  whyAlone: [
    'Nothing in the other language was found to translate it. Where you know of something, mark the row with Space, go to the other one and press P.',
    '未在另一种语言中找到它的译文。如果知道译文在哪一行，请按空格键标记此行，再到那一行按 P。',
    '未在另一種語言中找到它的譯文。如果知道譯文在哪一列，請按空白鍵標記此列，再到那一列按 P。',
  ],
  whyHand: [
    'This row was made by hand: nothing else spoke for it.',
    '这一行由人工确定，没有其他依据。',
    '這一列由人工確定，沒有其他依據。',
  ],
  kindWord: ['known translation', '词典译法', '詞典譯法'],
  kindLearnt: ['learnt from this text', '从本文学到', '從本文學到'],
  kindNumber: ['same number', '数字相同', '數字相同'],
  kindName: ['sounds alike', '读音相近', '讀音相近'],
  kindLatin: ['same letters', '字母相同', '字母相同'],
  strength: ['strength {n} of 5', '强度 {n}/5', '強度 {n}/5'],

  // What was understood.
  understood: ['What was understood', '读取结果', '讀取結果'],
  understoodFiles: ['Files', '文件', '檔案'],
  understoodLanguages: ['Languages', '语言', '語言'],
  understoodLayout: ['Layout', '排列方式', '排列方式'],
  understoodSentences: ['Sentences', '句子', '句子'],
  understoodClauses: ['Clauses', '条款', '條款'],
  understoodQuality: ['Matched', '匹配程度', '匹配程度'],
  understoodNotes: ['Remarks', '说明', '說明'],
  understoodUnits: ['Cut into', '切分单位', '切分單位'],
  understoodSentencesUnit: ['sentences', '句子', '句子'],
  understoodLinesUnit: ['lines as they are', '原有的行', '原有的行'],
  understoodGlossary: ['Glossary', '术语表', '術語表'],
  understoodGlossaryHint: [
    'One term a line: English, a tab or =, Chinese',
    '每行一条术语：英文、制表符或 =、中文',
    '每行一條術語：英文、定位字元或 =、中文',
  ],
  understoodAgain: ['Align again with this', '按此重新对齐', '依此重新對齊'],
  understoodAgainHint: [
    'Your changes are taken back by that; undo is lost.',
    '这会放弃已作的修改。',
    '這會放棄已作的修改。',
  ],
  understoodText: ['text', '纯文本', '純文字'],
  understoodPercent: ['{n} %', '{n}%', '{n}%'],
  layoutAuto: ['found out', '自动', '自動'],
  layoutPages: ['page by page', '逐页交替', '逐頁交替'],
  layoutParagraphs: ['paragraph by paragraph', '逐段交替', '逐段交替'],
  layoutLines: ['line by line', '逐行交替', '逐行交替'],
  layoutHalves: ['all of one, then all of the other', '先一种语言，后另一种', '先一種語言，後另一種'],
  layoutColumns: ['in columns', '分栏', '分欄'],
  layoutInline: ['both on one line', '同一行内', '同一行內'],
  layoutComments: ['original in comments', '原文在批注中', '原文在註解中'],
  layoutTwoTexts: ['one text in each language', '每种语言一份文本', '每種語言一份文字'],
  layoutOneLanguage: ['one language only', '只有一种语言', '只有一種語言'],
  languageShare: ['{name}: {n} {n|character|characters}', '{name}：{n} 个字符', '{name}：{n} 個字元'],
  sentencesOf: ['English {en}, Chinese {zh}', '英文 {en}，中文 {zh}', '英文 {en}，中文 {zh}'],

  // The foot.
  footCounts: [
    '{n} {n|pair|pairs}: {fine} fine, {doubtful} doubtful',
    '{n} 个句对：{fine} 个正常，{doubtful} 个存疑',
    '{n} 個句對：{fine} 個正常，{doubtful} 個存疑',
  ],
  footAlone: ['{n} without a counterpart', '{n} 个无对应', '{n} 個無對應'],
  footLooked: [
    '{looked} of {n} looked at',
    '需查看 {n} 处，已看 {looked} 处',
    '需查看 {n} 處，已看 {looked} 處',
  ],
  footSaved: ['saved {time}', '已保存 {time}', '已儲存 {time}'],
  footSaving: ['saving …', '正在保存…', '正在儲存…'],
  footUnsaved: ['not saved in this browser', '未保存在此浏览器中', '未儲存在此瀏覽器中'],
  download: ['Download {format}', '下载 {format}', '下載 {format}'],
  formats: ['Formats', '其他格式', '其他格式'],
  formatTmx: ['translation memory', '翻译记忆库', '翻譯記憶庫'],
  formatXlsx: ['review sheet', '审校表格', '審校表格'],
  formatCsv: ['table', '表格', '表格'],
  formatXliff: ['for translation editors', '供翻译编辑器使用', '供翻譯編輯器使用'],
  formatJsonl: ['all that is known', '全部信息', '全部資訊'],
  formatTsv: ['for scripts', '供脚本使用', '供指令碼使用'],
  formatMoses: ['two texts in line', '两份逐行对应的文本', '兩份逐行對應的文字'],
  downloadTerms: ['Terms as {format}', '术语 {format}', '術語 {format}'],
  formatTerms: ['for a glossary', '供术语表使用', '供術語表使用'],
  formatProject: ['this page with your work', '含本次工作的页面', '含本次工作的頁面'],
  saveProject: ['Save project', '保存项目', '儲存專案'],
  options: ['Options', '选项', '選項'],
  optionDirection: ['Source language', '源语言', '原文語言'],
  optionUnaligned: ['With text that has no counterpart', '包含无对应的文本', '包含無對應的文字'],
  optionVariant: ['Chinese is', '中文为', '中文為'],
  variantAuto: ['as found', '自动', '自動'],
  variantTag: ['{tag} ({name})', '{tag}（{name}）', '{tag}（{name}）'],
} as const satisfies Readonly<Record<string, readonly [string, string, string]>>;

/** The name of a sentence of the table. */
export type Word = keyof typeof TABLE;

export type Words = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

/** The sentences of one language of the interface. */
export function wordsIn(language: Interface): Words {
  const column = INTERFACES.indexOf(language);
  const numbers = new Intl.NumberFormat(language);
  return (word, values = {}) =>
    filled(
      TABLE[word][column]!,
      (name) => {
        const value = values[name];
        return typeof value === 'number' ? numbers.format(value) : (value ?? '');
      },
      (name) => values[name] === 1,
    );
}

/** A sentence with its places filled in; of words for one and for more, the one is chosen. */
export function filled(
  sentence: string,
  placed: (name: string) => string,
  isOne: (name: string) => boolean = () => false,
): string {
  return sentence
    .replace(/\{(\w+)\|([^|]*)\|((?:[^{}]|\{\w+\})*)\}/g, (_, name: string, one: string, many: string) =>
      isOne(name) ? one : many,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => placed(name));
}

/** The language of the interface for what a browser prefers. */
export function interfaceFor(preferred: readonly string[]): Interface {
  for (const tag of preferred) {
    if (/^zh\b(?:.*-(?:Hant|TW|HK|MO))\b/i.test(tag)) return 'zh-Hant';
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** All sentences, for tests. */
export const ALL_WORDS: Readonly<Record<Word, readonly [string, string, string]>> = TABLE;
