import { grouped } from '../words.js';
import type { BatchSummary } from './batch-summary.js';

/** The columns as Hugging Face datasets names their types. */
const FEATURES = `  - name: id
    dtype: string
  - name: en
    dtype: string
  - name: zh
    dtype: string
  - name: score
    dtype: float64
  - name: bead
    dtype: string
  - name: clause
    dtype: string
  - name: clause_zh
    dtype: string
  - name: flags
    list: string
  - name: en_spans
    list:
      list: int64
  - name: zh_spans
    list:
      list: int64
  - name: doc
    dtype: string
  - name: file
    list: int64
`;

/** A data card: what Hugging Face datasets reads to know the files and their columns, and what people read. */
export function dataCard(summary: BatchSummary, ending: string): string {
  const { documents, status, pairs, duplicates } = summary;
  const row = (what: string, count: number): string => `| ${what} | ${grouped(count)} |\n`;
  return `---
language:
- en
- zh
task_categories:
- translation
configs:
- config_name: default
  data_files: pairs-*${ending}
dataset_info:
  features:
${FEATURES}---

# English–Chinese sentence pairs

Aligned by duiqi. \`manifest.jsonl\` has a row for each document; pairs of documents that are no translations of each other
are in \`apart${ending}\`, if there are any, and not in the files \`pairs-*${ending}\`.

| | |
|---|---:|
${row('pairs', pairs)}${row('left out since an earlier pair has both texts', duplicates)}${row('documents', documents)}${row('with pairs', status.ok)}${row('with nothing to align', status.nothing)}${row('no translations of each other', status.mismatch)}${row('that could not be read', status.error)}
A \`score\` estimates how likely both sides are exactly right; \`flags\` name what wants a look; spans count UTF-16 code units of
the text of \`doc\`.
`;
}
