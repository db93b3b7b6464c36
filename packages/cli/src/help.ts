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
  duiqi align contract.docx --update contract.jsonl -o contract-2.jsonl    a new version
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
      --update OLD       the pairs of an earlier version, in any format: keeps those whose texts
                         have not changed, with what a person has confirmed, and aligns the rest

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

export const CHECK_HELP = `duiqi check FILE [--fix OUT]

Lists what would break the import of a TMX, XLIFF or JSONL file of any origin: a finding a line,
with its place, its code, and what to do. Errors lose units or the whole file, in many tools
without a word; warnings want a look.

  duiqi check memory.tmx
  duiqi check memory.tmx --fix repaired.tmx

      --fix OUT          write a copy with all repaired that can be; FILE stays as it is
      --all              list all findings, not only the first 20 of each code
  -q, --quiet            list nothing: only count

Exit status: 0 nothing would break (or --fix repaired it), 1 something would, 2 wrong use.
`;

export const MERGE_HELP = `duiqi merge FILE... [-o OUT]... [-f FORMAT]

Joins files of pairs of any format. A pair that comes again is there once; of one text with several
translations all are kept and flagged "conflict". What a person has confirmed outranks a score.

  duiqi merge 2024.tmx 2025.tmx review.xlsx -o all.tmx
  duiqi merge old.tmx -o new.tmx                         the same without its repeats

  -o, --output OUT       .tmx, .jsonl, .tsv, .csv, .xlsx, .xlf or .moses
  -f, --to FORMAT        the format for standard output and other endings
      --from FORMAT      of all files: tmx, jsonl, tsv, csv, xlsx or xliff (by their names)
      --min-score N      leave out pairs with a score below N, 0 to 1
      --drop FLAG,...    leave out pairs with one of these flags, such as conflict
  -q, --quiet            say nothing unless something is wrong

The options for TMX are those of duiqi align.
`;

export const DIFF_HELP = `duiqi diff OLD NEW

Shows what changed between two files of pairs, of any format each: which pairs are new, gone or
changed, and where: [-this is gone-]{+this is new+}. The exit status is 0 whatever has changed.

  duiqi diff old.jsonl new.jsonl
  duiqi diff memory.tmx review.xlsx

  -f jsonl               every change as a line of JSON, for programs
      --from FORMAT      of both files: tmx, jsonl, tsv, csv, xlsx or xliff (by their names)
  -q, --quiet            no remarks about what could not be read
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
