const READING = `      --format FORMAT    auto, text, markdown, html, docx, pdf, srt, vtt, csv, tsv or xlsx (auto)
      --encoding NAME    auto, utf-8, utf-16le, utf-16be, gb18030 or big5 (auto)
      --lossy            put \uFFFD for bytes that are no text in that encoding instead of stopping
      --layout LAYOUT    how both languages lie in one file: auto, pages, paragraphs, lines,
                         halves, columns or inline (auto)
      --segments UNIT    sentences, or lines: every line of the input is one segment (sentences)
`;

export const ALIGN_HELP = `duiqi align FILE [FILE2] [-o OUT]... [-f tmx|jsonl|tsv|beads]

Aligns the English and the Chinese of one mixed file, or of two files in either order.
Without -o the pairs go to standard output as JSON lines. FILE may be - for standard input.

  duiqi align report.md -o report.tmx -o report.jsonl    Markdown
  duiqi align english.txt chinese.txt > pairs.jsonl      plain text
  duiqi align contract.docx -o contract.tmx              Word, also with a column for each language
  duiqi align gazette.pdf -o gazette.tmx                 PDF with text in it
  duiqi align about.html chinese.docx -o about.tmx       a web page, and the other language in Word
  duiqi align film.en.srt film.zh.vtt -o film.tmx        subtitles, by their times
  duiqi align pairs.xlsx -o pairs.tmx                    a table of rough pairs, in Excel
  duiqi align pairs.csv -o pairs.tmx                     the same as text: .csv or .tsv
  duiqi align old.txt --encoding big5 -o old.tmx         an old encoding; most are found out

Output
  -o, --output OUT       .tmx, .jsonl, .tsv, .beads or .align; all are written, or none
  -f, --to FORMAT        tmx, jsonl, tsv or beads: for standard output and other endings
      --min-score N      leave out pairs with a score below N, 0 to 1
      --drop FLAG,...    leave out pairs with one of these flags, such as conflict,truncated
      --unaligned        also write text without a counterpart (JSONL and TSV)
      --preview N        show N pairs after writing (8)
  -q, --quiet            say nothing unless something is wrong

Input
${READING}      --glossary FILE    terms with a tab between English and Chinese, which outrank the word list
      --lexicon FILE     what duiqi train has learnt

TMX
      --direction D      en-zh or zh-en (en-zh)
      --markers M        clause markers such as (1): keep, strip or both (both)
      --source-lang TAG  such as en-GB
      --target-lang TAG  such as zh-TW
      --date TIME        creation date, such as 20261122T093000Z (none)

Exit status: 0 done, 1 failed, 2 wrong use, 3 nothing to align.
`;

export const INSPECT_HELP = `duiqi inspect FILE [FILE2] [--why N]

Shows what was understood: languages, layout, stitched page cuts, clauses side by side.
With --why it tells what spoke for one pair, and what other ways to cut there would have cost.

  duiqi inspect report.md
  duiqi inspect report.md --why 12

      --why N            the Nth pair: line N of what "duiqi align FILE" prints
${READING}      --glossary FILE    terms with a tab between English and Chinese
      --lexicon FILE     what duiqi train has learnt
`;

export const SEGMENT_HELP = `duiqi segment FILE [FILE2] [-o OUT]

Prints every sentence as a line of JSON, in the order of the input. One language is enough.

  duiqi segment report.md > sentences.jsonl

  -o, --output OUT       write to OUT instead of standard output
${READING}  -q, --quiet            say nothing unless something is wrong
`;

export const EXPORT_HELP = `duiqi export FILE [FILE2] [-o OUT]... [-f FORMAT]

Writes pairs of one format in others, without aligning again.

  duiqi export review.xlsx -o memory.tmx
  duiqi export corpus.en corpus.zh -o corpus.jsonl       Moses: two texts in line
`;

export const CHECK_HELP = `duiqi check FILE
`;

export const MERGE_HELP = `duiqi merge FILE FILE... -o OUT
`;

export const DIFF_HELP = `duiqi diff OLD NEW
`;

export const EVAL_HELP = `duiqi eval GOT GOLD

Compares two bead files, a bead a line: [0,1]:[0]. Strict and lax are as in Vecalign;
"all" counts every bead, also those with an empty side.

  duiqi align english.txt chinese.txt --segments lines -o got.beads
  duiqi eval got.beads gold.beads
`;

export const TRAIN_HELP = `duiqi train FILE... -o OUT

Learns translations from documents, for aligning others of the same kind with --lexicon.
A file holds both languages, or one of them and the next file the other.

  duiqi train reports/*.md -o reports.lexicon
  duiqi align new-report.md --lexicon reports.lexicon -o new-report.tmx

  -o, --output OUT       a text: Chinese word, English stem, occurrences
      --lexicon FILE     go on from what was learnt before; OUT may be the same file
      --glossary FILE    terms with a tab between English and Chinese
${READING}  -q, --quiet            say nothing unless something is wrong
`;

/** What `duiqi --help` prints. */
export const HELP = `duiqi (对齐) turns bilingual English-Chinese documents into aligned sentence pairs.

  duiqi align report.md -o report.tmx     pairs to TMX, JSONL, TSV or beads
  duiqi inspect report.md                 what was understood of a document
  duiqi segment report.md                 its sentences, one a line
  duiqi export review.xlsx -o memory.tmx  pairs of one format to others
  duiqi check memory.tmx                  what would break an import, and what to do about it
  duiqi merge a.tmx b.tmx -o all.tmx      memories to one
  duiqi diff old.jsonl new.jsonl          what changed between two alignments
  duiqi eval got.beads gold.beads         precision and recall of an alignment
  duiqi train reports/*.md -o my.lexicon  translations learnt from documents

  duiqi align --help                      the options of a command
  duiqi --version
`;
