import { join } from 'node:path';
import type { Language } from 'duiqi';
import { type DocumentWords, namesOf, pairDocuments } from 'duiqi/documents';
import { builtInLexicon } from 'duiqi/words';
import { AlignerPool } from './aligner-pool.js';
import type { DocumentFiles, FilesBelow } from './document-list.js';
import type { WordsAnswer, WordsJob } from './document-worker.js';
import { inOrder } from './in-order.js';
import { RunProgress } from './run-progress.js';
import type { WorkerSettings } from './settings.js';

/** Two files that belong together, by what they say. */
export interface FilePair {
  readonly en: string;
  readonly zh: string;
  /** See `DocumentPair` of the library. */
  readonly score: number;
}

/** What became of all files of two folders. */
export interface ContentPairs {
  readonly pairs: readonly FilePair[];
  /** Files without a counterpart, the English ones first. */
  readonly alone: readonly (DocumentFiles & { readonly language: Language })[];
}

/**
 * Finds which files of two folders belong together, by what they say.
 *
 * @param below what the folders hold
 */
export async function pairByContent(
  [english, chinese]: readonly [string, string],
  below: Readonly<Record<Language, FilesBelow>>,
  settings: WorkerSettings,
  jobs: number,
): Promise<ContentPairs> {
  const files = { en: below.en.paths, zh: below.zh.paths };
  const progress = new RunProgress(0, files.en.length + files.zh.length);
  const en = await wordsOfAll(files.en, { folder: english, language: 'en', settings, jobs, progress });
  const names = namesOf(en.flatMap((answer) => ('words' in answer ? [answer.words] : [])));
  const withNames = { ...settings, names };
  const zh = await wordsOfAll(files.zh, {
    folder: chinese,
    language: 'zh',
    settings: withNames,
    jobs,
    progress,
  });
  progress.end();
  const found = pairDocuments(en.map(wordsIn), zh.map(wordsIn), await builtInLexicon());
  const path = {
    en: (at: number) => join(english, files.en[at]!),
    zh: (at: number) => join(chinese, files.zh[at]!),
  };
  const taken = { en: new Set(found.map((pair) => pair.en)), zh: new Set(found.map((pair) => pair.zh)) };
  const alone = (['en', 'zh'] as const).flatMap((language) => [
    ...files[language].flatMap((id, at) => {
      if (taken[language].has(at)) return [];
      const answer = { en, zh }[language][at]!;
      const file = { id, files: [path[language](at)], language };
      return ['refusal' in answer ? { ...file, refusal: answer.refusal } : file];
    }),
    ...below[language].unreadable.map((file) => ({ ...file, language })),
  ]);
  return { pairs: found.map(({ en, zh, score }) => ({ en: path.en(en), zh: path.zh(zh), score })), alone };
}

interface Reading {
  readonly folder: string;
  readonly language: Language;
  readonly settings: WorkerSettings;
  readonly jobs: number;
  readonly progress: RunProgress;
}

async function wordsOfAll(
  files: readonly string[],
  { folder, language, settings, jobs, progress }: Reading,
): Promise<WordsAnswer[]> {
  const pool = new AlignerPool(settings, jobs);
  try {
    const answers: WordsAnswer[] = [];
    const all = inOrder(
      files,
      (file) =>
        pool.run<WordsJob, WordsAnswer>('wordsOf', { path: join(folder, file), language }, (outcome) => ({
          refusal: { status: 'error', code: outcome.code, message: outcome.message },
        })),
      { jobs, ahead: 16 * jobs },
    );
    for await (const answer of all) {
      answers.push(answer);
      progress.add();
    }
    return answers;
  } finally {
    await pool.end();
  }
}

/** A file that could not be read is like none of the others. */
function wordsIn(answer: WordsAnswer): DocumentWords {
  return 'words' in answer ? answer.words : { words: [], counts: [], names: [] };
}
