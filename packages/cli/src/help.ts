import { INPUT_FORMATS } from 'duiqi';
import { wrap } from './display-width.js';
import { listed } from './words.js';

/** Columns of a line of help, and of what stands before the meaning of an option. */
const WIDTH = 100;
const INDENT = 25;

const FORMAT_NAMES = wrap(
  `auto, ${listed(
    INPUT_FORMATS.map(({ name }) => name),
    'or',
  )} (auto)`,
  WIDTH - INDENT,
  9,
).join(`\n${' '.repeat(INDENT)}`);

const GLOSSARY = `      --glossary FILE    terms that outrank the word list: Excel, CSV, TSV or TBX; the columns of
                         English and Chinese are found
`;

const READING = `      --format FORMAT    ${FORMAT_NAMES}
      --encoding NAME    auto, utf-8, utf-16le, utf-16be, gb18030 or big5 (auto)
      --lossy            put \uFFFD for bytes that are no text in that encoding instead of stopping
      --layout LAYOUT    how both languages lie in one file: auto, pages, paragraphs, lines,
                         halves, columns, inline or comments (auto)
      --segments UNIT    sentences, or lines: every line of the input is one segment (sentences)
      --rules FILE       cut sentences by the rules of a translation tool (SRX)
`;

const WRITING = `Output: the ending of OUT is its format; all are written, or none. Without -o: standard output.
  .tmx                   translation memory
  .xlsx, .csv            a sheet for review: yes under "confirmed" keeps a pair as a person wants it
  .xlf, .xliff           XLIFF 2.1, for translation tools
  .jsonl                 a pair a line, with all that is known of it
  .tsv                   a pair a line, in columns, for programs: a spreadsheet would take a text
                         that begins with = for a formula, so for one take .xlsx or .csv
  .moses                 two texts in line: corpus.moses is written as corpus.en and corpus.zh
  .srt                   bilingual subtitles, the source above; of subtitles, from duiqi align only
  .beads, .align         numbers of sentences, as Vecalign has them; from duiqi align only

  -o, --output OUT       may be given several times
  -f, --to FORMAT        tmx, xlsx, csv, xliff, jsonl, tsv, moses, srt or beads: for standard output
                         (jsonl) and for other endings
      --min-score N      leave out pairs with a score below N, 0 to 1
      --drop FLAG,...    leave out pairs with one of these flags, such as conflict,truncated;
                         confirmed pairs stay, but for duplicate and stitched
      --ui LANGUAGE      what a reviewer is told, in the sheet and in notes: en, zh (simplified) or
                         zh-Hant (traditional) (en)
`;

const FORMAT_OPTIONS = `
TMX and XLIFF
      --direction D      en-zh or zh-en (en-zh); also of subtitles and of the JSONL profiles flat
                         and st
      --source-lang TAG  such as en-GB
      --target-lang TAG  such as zh-TW
      --markers M        TMX: clause markers such as (1): keep, strip or both (both)
      --doubtful D       TMX: pairs that want a look: separate (into OUT.doubtful.tmx, for a folder
                         such as OmegaT's tm/penalty-30), mark (with a note), keep (as any other)
                         or leave-out (separate for files, mark for standard output)
      --numbers          TMX: also pairs without a letter that are the same on both sides: 4,820
      --parts            TMX: of a pair of two sentences with one, also its two parts, where the one
                         divides clearly at its own clause
      --date TIME        TMX: creation date, such as 20261122T093000Z (none); also of mnbvc

JSONL and TSV
      --profile P        JSONL as others read it: hf {"translation":{"en":…,"zh":…}},
                         flat {"src":…,"tgt":…,"score":…}, st {"anchor":…,"positive":…},
                         mnbvc (MNBVC corpora) or default
      --columns NAME,... TSV: which to write, such as en,zh,score (en,zh,score,bead,clause,flags)
`;

const FROM = `      --from FORMAT      tmx, xlsx, csv, xliff, jsonl or tsv, where the name does not say it
      --from-columns NAME,...  what the columns of TSV, CSV or Excel hold, where the first row does
                         not name them: en,zh,score; - for one that is not wanted
      --from-lang TAG    of a TMX with several kinds of Chinese or English in a unit, such as zh-TW:
                         only that one; else each is a pair of its own
`;

export const ALIGN_HELP = `duiqi align FILE [FILE2] [-o OUT]... [-f FORMAT]

Aligns the English and the Chinese of one mixed file, or of two files in either order.
Without -o the pairs go to standard output as JSON lines. FILE may be - for standard input.

  duiqi align report.md -o report.tmx -o report.jsonl    Markdown
  duiqi align english.txt chinese.txt > pairs.jsonl      plain text
  duiqi align contract.docx -o contract.tmx              Word, also with a column for each language
  duiqi align gazette.pdf -o gazette.tmx                 PDF with text in it
  duiqi align about.html chinese.docx -o about.tmx       a web page, and the other language in Word
  duiqi align film.en.srt film.zh.vtt -o film.tmx        subtitles, by their times (.ass too)
  duiqi align pairs.xlsx -o pairs.tmx                    a table of rough pairs, in Excel
  duiqi align pairs.csv -o pairs.tmx                     the same as text: .csv or .tsv
  duiqi align report.md -o review.xlsx                   a sheet: see duiqi export
  duiqi align report-2.md --update review.xlsx -o report-2.tmx    a new version
  duiqi align old.txt --encoding big5 -o old.tmx         an old encoding; most are found out

${WRITING}      --unaligned        also write text without a counterpart, where the format can hold it
      --document NAME    what the document is called there, and in the ids (its path from here)
      --preview N        show N pairs after writing (8)
  -q, --quiet            say nothing unless something is wrong

Input
${READING}${GLOSSARY}      --lexicon FILE     what duiqi train has learnt
      --update OLD       the pairs of an earlier version, in any format: keeps those whose texts
                         have not changed, with what a person has confirmed, and aligns the rest
${FORMAT_OPTIONS}
Exit status: 0 done, 1 failed, 2 wrong use, 3 nothing to align: no pair was found, also
where the texts are no translations of each other. With --unaligned such texts are written
alone, and the status is 0, as where only a part of them is no translation, which is said first.
`;

export const REVIEW_HELP = `duiqi review FILE [FILE2] [-o NAME.html]

Aligns as duiqi align does, and writes one page with the pairs inside: open it in a browser, or
mail it. Pairs are mended and confirmed there by keyboard or mouse, saved as such a page, and
downloaded in any format. The page asks nothing of any network.

  duiqi review contract.docx 合同.docx -o contract.html
  duiqi export contract.review.html -o contract.tmx      what was saved from the page

  -o, --output NAME      the page (FILE.review.html, in the working folder)
  -q, --quiet            say nothing unless something is wrong

Input
${READING}${GLOSSARY}      --lexicon FILE     what duiqi train has learnt
      --update OLD       the pairs of an earlier version: those whose texts have not changed stay

Exit status: 0 done, 1 failed, 2 wrong use, 3 nothing to align.
`;

export const INSPECT_HELP = `duiqi inspect FILE [FILE2] [--why N]

Shows what was understood: languages, layout, stitched page cuts, clauses side by side.
With --why it tells what spoke for one pair, and what other ways to cut there would have cost.

  duiqi inspect report.md
  duiqi inspect report.md --why 12

      --why N            the Nth pair: line N of what "duiqi align FILE" prints
${READING}      --glossary FILE    terms in English and Chinese: Excel, CSV, TSV or TBX
      --lexicon FILE     what duiqi train has learnt
`;

export const SEGMENT_HELP = `duiqi segment FILE [FILE2] [-o OUT]

Prints every sentence as a line of JSON, in the order of the input. One language is enough.

  duiqi segment report.md > sentences.jsonl

  -o, --output OUT       write to OUT instead of standard output
${READING}  -q, --quiet            say nothing unless something is wrong
`;

export const EXPORT_HELP = `duiqi export FILE [FILE2] [-o OUT]... [-f FORMAT]

Writes pairs of one format in others, without aligning again. FILE is TMX, XLIFF, Excel, CSV, JSONL
or TSV, of any origin, Moses, or a page of duiqi review; - is standard input. Text without a
counterpart goes along where the format can hold it (not in TMX, Moses and the JSONL profiles).

  duiqi align report.md -o review.xlsx                   doubtful pairs are yellow there
  duiqi export review.xlsx -o memory.tmx                 what you have made of it, as a memory
  duiqi export memory.tmx -o pairs.jsonl --profile hf    for training
  duiqi export corpus.en corpus.zh -o corpus.tmx         Moses; or corpus.moses
  duiqi export all.jsonl --min-score 0.9 --drop duplicate,conflict -o good.jsonl

${WRITING}  -q, --quiet            say nothing unless something is wrong

Input
${FROM}${FORMAT_OPTIONS}
Exit status: 0 done, 1 failed, 2 wrong use.
`;

export const CHECK_HELP = `duiqi check FILE [--fix [OUT]]

Lists what would break the import of a TMX, XLIFF or JSONL file of any origin: a finding a line,
with its place, its code, and what to do. Errors lose units or the whole file, in many tools
without a word; warnings want a look.

  duiqi check memory.tmx
  duiqi check memory.tmx --fix                           writes memory.fixed.tmx
  duiqi check memory.tmx --fix repaired.tmx

      --fix [OUT]        write a copy with all repaired that can be; FILE stays as it is
  -o, --output OUT       the same name, for --fix
      --all              list all findings, not only the first 20 of each code
  -q, --quiet            list nothing: only count

Exit status: 0 nothing would break (or --fix repaired it), 1 something would, 2 wrong use.
`;

export const MERGE_HELP = `duiqi merge FILE... [-o OUT]... [-f FORMAT]

Joins files of pairs of any format. A pair that comes again is there once; of one text with several
translations all are kept and flagged "conflict". What a person has confirmed outranks a score.

  duiqi merge 2024.tmx 2025.tmx review.xlsx -o all.tmx
  duiqi merge old.tmx -o new.tmx                         the same without its repeats

${WRITING}  -q, --quiet            say nothing unless something is wrong

Input
${FROM}                         (the same for all files)
${FORMAT_OPTIONS}
Exit status: 0 done, 1 failed, 2 wrong use.
`;

export const DIFF_HELP = `duiqi diff OLD NEW

Shows what changed between two files of pairs, of any format each: which pairs are new, gone or
changed, and where: [-this is gone-]{+this is new+}. The exit status is 0 whatever has changed.

  duiqi diff old.jsonl new.jsonl
  duiqi diff memory.tmx review.xlsx                      what was changed in the review

  -f jsonl               every change as a line of JSON, for programs
${FROM}  -q, --quiet            no remarks about what could not be read
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
      --glossary FILE    terms in English and Chinese: Excel, CSV, TSV or TBX
${READING}  -q, --quiet            say nothing unless something is wrong
`;

export const TERMS_HELP = `duiqi terms FILE... [-o OUT]

Proposes terms that the documents use, with their translations, for a glossary: FILE is what duiqi
align has written, or pairs of any origin. Look them through, and align the next document with them.

  duiqi align report.md -o report.jsonl
  duiqi terms report.jsonl -o terms.xlsx
  duiqi align next.md --glossary terms.xlsx -o next.tmx

  -o, --output OUT       .tsv, .xlsx or .tbx (TSV, to standard output); may be given several times
      --min-count N      terms that are together in at least N pairs (2)
  -q, --quiet            say nothing unless something is wrong

Input
${FROM}`;
const CORPUS = `      --jobs N           documents worked on at a time (one for each processor)
      --max-seconds N    what a document may take, or it is given up (600)
      --max-mb N         the same of memory, in megabytes (2000)
`;

export const STREAM_HELP = `duiqi stream [--jobs N] < documents.jsonl > aligned.jsonl

Aligns documents in number, in one process: a line of JSON in, a line of JSON out, in their order.

  in:   {"id": …, "en": …, "zh": …}, or "text" in place of both, or "files": [one or two paths];
        "meta" is handed through as it is
  out:  {"id", "meta", "status", "code", "message", "quality", "signature", "pairs": […]}, every
        key always there; status is ok, nothing (no pair), mismatch (no translations of each
        other) or error, and a bad line or document does not end the stream

  duiqi stream < documents.jsonl > aligned.jsonl
  zcat docs.jsonl.gz | duiqi stream --pairs flat --manifest status.jsonl | gzip > pairs.jsonl.gz

${CORPUS}      --pairs FORM       nested, or flat: a line for each pair, with its "meta" (nested)
      --manifest FILE    the rows without their pairs, which flat wants
      --min-score N      leave out pairs with a score below N, 0 to 1
      --drop FLAG,...    leave out pairs with one of these flags, such as conflict,truncated
      --unaligned        also write text without a counterpart
  -q, --quiet            say nothing unless something is wrong

Documents
${READING}${GLOSSARY}      --lexicon FILE     what duiqi train has learnt

Exit status: 0 done, whatever became of single documents, 1 failed, 2 wrong use.
`;

export const BATCH_HELP = `duiqi batch EN_DIR ZH_DIR -o OUT [--resume]

Aligns folders of documents: files of two folders in pairs by their names, or those of one folder
(x.en.txt and x.zh.txt, en/x and zh/x, x.docx and x_ZH.docx, en.json and zh.json), where others
are taken for bilingual files. All that duiqi align reads is read, packed as .gz too.

  duiqi batch project/ -o memory.tmx                     one memory, and a sheet of doubtful pairs
  duiqi batch english/ chinese/ -o corpus/               a corpus, in shards of JSON lines
  duiqi batch english/ chinese/ -o corpus/ -f parquet    the same in Parquet
  duiqi batch english/ chinese/ -o corpus/ --resume      goes on where a run was ended, however

OUT is a folder, or a file whose ending is its format. Each gets a manifest with a row for each
document: ok, nothing (no pair), mismatch (no translations of each other: their pairs stand
apart) or error. A pair whose texts have both come before in the run is written once. The same
input gives the same bytes, whatever --jobs is and however often the run was ended.

  -o, --output OUT       a folder or a file
  -f, --to FORMAT        of a folder: jsonl, parquet, tmx, xlsx, csv, xliff, tsv or moses (jsonl)
      --list FILE        the documents, in place of folders: a line for each, an English and a
                         Chinese file with a tab between them, or one bilingual file
      --pair HOW         two folders: by name, or by content, as duiqi pair does it (name)
      --shard N          pairs in a file of the folder (100000)
      --resume           go on with a run that was ended
${CORPUS}      --min-score N      leave out pairs with a score below N, 0 to 1
      --drop FLAG,...    leave out pairs with one of these flags, such as conflict,truncated
      --unaligned        also write text without a counterpart, where the format can hold it
  -q, --quiet            say nothing unless something is wrong

Documents
${READING}${GLOSSARY}      --lexicon FILE     what duiqi train has learnt
${FORMAT_OPTIONS}
Exit status: 0 done, whatever became of single documents, 1 failed, 2 wrong use, 3 no pair at all.
`;

export const PAIR_HELP = `duiqi pair EN_DIR ZH_DIR [-o list.tsv]

Finds which file of one folder belongs to which of the other by what they say: translated words,
numbers and names. Names of files do not matter, and files without a counterpart are left over.

  duiqi pair english/ chinese/ -o list.tsv
  duiqi batch --list list.tsv -o corpus/
  duiqi batch english/ chinese/ --pair content -o corpus/     both at once

The list has the columns en, zh and score: about 0 for any two texts, 0.2 and more for
translations. Files that are left over stand at its end, beside an empty cell.

  -o, --output OUT       write to OUT instead of standard output
${CORPUS}  -q, --quiet            say nothing unless something is wrong

Documents
${READING}
Exit status: 0 done, 1 failed, 2 wrong use, 3 no two files say the same.
`;

/** What `duiqi --help` prints. */
export const HELP = `duiqi (对齐) turns bilingual English-Chinese documents into aligned sentence pairs.

  duiqi align report.md -o report.tmx     pairs to TMX, Excel, JSONL and more
  duiqi review report.md                  a page to look the pairs through in a browser
  duiqi inspect report.md                 what was understood of a document
  duiqi segment report.md                 its sentences, one a line
  duiqi export review.xlsx -o memory.tmx  pairs of one format to others
  duiqi check memory.tmx                  what would break an import, and what to do about it
  duiqi merge a.tmx b.tmx -o all.tmx      memories to one
  duiqi diff old.jsonl new.jsonl          what changed between two files of pairs
  duiqi eval got.beads gold.beads         precision and recall of an alignment
  duiqi train reports/*.md -o my.lexicon  translations learnt from documents
  duiqi terms report.jsonl -o terms.xlsx  terms that documents use, for a glossary
  duiqi batch project/ -o memory.tmx      folders of documents, in pairs by their names
  duiqi pair english/ chinese/ -o a.tsv   which files belong together, by what they say
  duiqi stream < docs.jsonl > out.jsonl   documents in number, a line of JSON each

A first walk, from a document to a memory that you have looked through:

  duiqi align report.md -o review.xlsx    mend the yellow rows in Excel
  duiqi export review.xlsx -o report.tmx
  duiqi check report.tmx

  duiqi align --help                      the options of a command
  duiqi --version
`;
