import {
  checkedLexicon,
  checkedScorer,
  checkedSegmenter,
  checkedSimilarity,
} from './alignment/plugin-answers.js';
import { isBytes, type LexiconBytes, openLexicon } from './alignment/score/compiled-lexicon.js';
import { checkGlossary, type GlossaryTerm } from './alignment/score/glossary.js';
import { checkLearnt, type LearntLexicon } from './alignment/score/learnt-lexicon.js';
import type { Lexicon } from './alignment/score/lexicon.js';
import { checkOptionsAreOne, shown } from './common/arguments.js';
import { DuiqiError } from './common/errors.js';
import type { Abort } from './common/pacer.js';
import type { Progress } from './common/progress.js';
import type { PdfReader } from './document/read/document-options.js';
import { ENCODINGS, type Encoding } from './document/read/encodings.js';
import { INPUT_FORMATS } from './document/read/format-table.js';
import type { PairRecord } from './pairs/pair-record.js';
import {
  defineLexicon,
  defineScorer,
  defineSegmenter,
  defineSimilarity,
  type Scorer,
  type Segmenter,
  type Similarity,
} from './plugins.js';
import type { BilingualLayout, InputFormat } from './types.js';

/** Text as a string, or the bytes of a file: of a text or of a document; `INPUT_FORMATS` lists the formats. */
export type TextInput = string | Uint8Array;

/**
 * What can be aligned: one bilingual text; two texts whose languages are known; or two texts in either order, whose
 * languages are found out. Where what is given as `en` is plainly Chinese and `zh` is not, they are exchanged, with the warning
 * `sides-exchanged`: the English side of the result is in English, and `source` of each side says which input it is from.
 */
export type AlignInput =
  | TextInput
  | { readonly en: TextInput; readonly zh: TextInput }
  | readonly [TextInput, TextInput];

const LAYOUTS: readonly BilingualLayout[] = [
  'pages',
  'paragraphs',
  'lines',
  'halves',
  'columns',
  'inline',
  'comments',
];

/** A URL; all that is asked of it. */
export interface LexiconAddress {
  readonly href: string;
}

/** Everything that can be set; all of it has a default. */
export interface AlignOptions {
  /**
   * Names of the inputs, in their order (English first for `{ en, zh }`): for messages, the format, and the ids of pairs, which
   * are the same for the same pair of documents of the same name.
   */
  readonly names?: readonly string[];
  /** `auto` goes by the ending of the name, and by the first bytes where that says nothing. Default `auto`. */
  readonly format?: 'auto' | InputFormat;
  /** How the bytes of texts are encoded; `auto` finds out. Default `auto`. */
  readonly encoding?: 'auto' | Encoding;
  /** Reads bytes that are no text in the encoding as U+FFFD, and says so, instead of refusing them. Default `false`. */
  readonly lossy?: boolean;
  /** How the two languages lie in a bilingual text; `auto` finds out. Default `auto`. */
  readonly layout?: 'auto' | BilingualLayout;
  /** `lines` takes each line of the input as one segment, for texts that are split already. Default `sentences`. */
  readonly segments?: 'sentences' | 'lines';
  /**
   * Replaces the built-in word list; or says where data/lexicon.bin of the package lies, as a URL or, in Node, a path, or
   * gives its bytes. Each place is read once, and again after a failure. The signature names what the lexicon is made of,
   * not where it lies. Default: the built-in one, from the file beside the code.
   */
  readonly lexicon?: Lexicon | LexiconBytes | LexiconAddress | string;
  /**
   * Says where data/pdfium.wasm of the package lies, the program that PDFs are read with, as a URL or, in Node, a path; or
   * gives its bytes. Wanted only where a PDF is read. Default: the file beside the code.
   */
  readonly pdfium?: LexiconBytes | LexiconAddress | string;
  /**
   * Reads PDFs in place of the reader that is built in. A program that reads files of strangers calls `readPdf` in a worker
   * thread, which it ends where a file takes too long; see the README. Default: `readPdf`, in this thread.
   */
  readonly readPdf?: PdfReader;
  /** What `train` has learnt from other documents: added to the lexicon. */
  readonly learnt?: LearntLexicon;
  /** Terms whose translations are known: they outrank the lexicon and what was learnt. */
  readonly glossary?: readonly GlossaryTerm[];
  /** Replace the built-in sentence or word splitting of a language. */
  readonly segmenters?: readonly Segmenter[];
  /** Adds to the built-in score of each bead. */
  readonly scorer?: Scorer;
  /** How alike sentences are by a model of the caller's: it speaks beside the words of the lexicon, from the first pass on. */
  readonly similarity?: Similarity;
  /**
   * The pairs of an earlier version of the document, from `readPairs` or `records`: those whose texts have not changed stay,
   * and only the rest is aligned. See `Pair.kept`.
   */
  readonly update?: Iterable<PairRecord>;
  /** Called now and then with what is being worked on and how far it is, up to a fraction of 1. */
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Gives the work up, within some 50 ms once it is past the parsers of formats: the call then fails with the signal's
   * reason, an `AbortError` where none was given.
   */
  readonly signal?: Abort;
}

/** Options after checking, with the defaults filled in. */
export interface Settings {
  readonly names: readonly string[];
  readonly format: 'auto' | InputFormat;
  readonly encoding: 'auto' | Encoding;
  readonly lossy: boolean;
  readonly layout: 'auto' | BilingualLayout;
  readonly segments: 'sentences' | 'lines';
  /** A text is the place of one. */
  readonly lexicon: Lexicon | string | null;
  /** A text is the place of it. */
  readonly pdfium: Uint8Array | string | null;
  readonly readPdf: PdfReader | null;
  readonly learnt: LearntLexicon | null;
  readonly glossary: readonly GlossaryTerm[];
  readonly segmenters: readonly Segmenter[];
  readonly scorer: Scorer | null;
  readonly similarity: Similarity | null;
  readonly update: readonly PairRecord[] | null;
  readonly onProgress: ((progress: Progress) => void) | null;
  readonly signal: Abort | null;
}

/** @throws DuiqiError `bad-option` naming the option, its value and what it may be */
export function checkOptions(options: AlignOptions): Settings {
  checkOptionsAreOne(options);
  const known = [
    'names',
    'format',
    'encoding',
    'lossy',
    'layout',
    'segments',
    'lexicon',
    'pdfium',
    'readPdf',
    'learnt',
    'glossary',
    'segmenters',
    'scorer',
    'similarity',
    'update',
    'onProgress',
    'signal',
  ];
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) {
      throw new DuiqiError('bad-option', `There is no option "${name}": use one of ${known.join(', ')}.`, {
        name,
      });
    }
  }
  const {
    names = [],
    format = 'auto',
    encoding = 'auto',
    lossy = false,
    layout = 'auto',
    segments = 'sentences',
    lexicon,
    pdfium,
    readPdf,
    learnt,
    glossary = [],
    segmenters = [],
    scorer,
    similarity,
    update,
    onProgress,
    signal,
  } = options;
  oneOf('format', format, ['auto', ...INPUT_FORMATS.map((each) => each.name)]);
  oneOf('encoding', encoding, ['auto', ...ENCODINGS]);
  oneOf('layout', layout, ['auto', ...LAYOUTS]);
  if (typeof lossy !== 'boolean') throw unexpected('lossy', lossy, 'true or false');
  oneOf('segments', segments, ['sentences', 'lines']);
  for (const name of list('names', names)) {
    if (typeof name !== 'string') throw unexpected('names', name, 'a list of strings');
  }
  for (const segmenter of list('segmenters', segmenters)) defineSegmenter(segmenter);
  if (learnt) checkLearnt(learnt);
  checkGlossary(list('glossary', glossary));
  if (scorer) defineScorer(scorer);
  if (similarity) defineSimilarity(similarity);
  if (readPdf !== undefined && typeof readPdf !== 'function')
    throw unexpected('readPdf', readPdf, 'a function');
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw unexpected('onProgress', onProgress, 'a function');
  }
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') {
    throw unexpected('signal', signal, 'an AbortSignal');
  }
  return {
    names,
    format,
    encoding,
    lossy,
    layout,
    segments,
    lexicon: lexiconOf(lexicon ?? null),
    pdfium: pdfiumOf(pdfium ?? null),
    readPdf: readPdf ?? null,
    learnt: learnt ?? null,
    glossary,
    segmenters: segmenters.map(checkedSegmenter),
    scorer: scorer ? checkedScorer(scorer) : null,
    similarity: similarity ? checkedSimilarity(similarity) : null,
    update: update === undefined ? null : pairsOf(update),
    onProgress: onProgress ?? null,
    signal: signal ?? null,
  };
}

function lexiconOf(lexicon: AlignOptions['lexicon'] | null): Settings['lexicon'] {
  if (lexicon === null || lexicon === undefined) return null;
  if (isBytes(lexicon)) return openLexicon(lexicon);
  if (lexicon === '') throw unexpected('lexicon', '""', 'a lexicon, or the place or the bytes of one');
  if (typeof lexicon === 'string') return lexicon;
  if ('href' in Object(lexicon)) return String((lexicon as LexiconAddress).href);
  return checkedLexicon(defineLexicon(lexicon as Lexicon));
}

function pdfiumOf(pdfium: AlignOptions['pdfium'] | null): Settings['pdfium'] {
  if (pdfium === null || pdfium === undefined) return null;
  if (pdfium instanceof Uint8Array) return pdfium;
  if (isBytes(pdfium)) return new Uint8Array(pdfium);
  if (typeof pdfium === 'string' && pdfium !== '') return pdfium;
  if ('href' in Object(pdfium)) return String((pdfium as LexiconAddress).href);
  throw unexpected('pdfium', pdfium, 'the place or the bytes of data/pdfium.wasm');
}

function pairsOf(update: Iterable<PairRecord>): readonly PairRecord[] {
  if (typeof update !== 'object' || update === null || !(Symbol.iterator in update)) {
    throw unexpected('update', update, 'pairs, such as readPairs gives');
  }
  return Array.from(update, (pair) => {
    if (typeof pair?.en === 'string' && typeof pair.zh === 'string') return pair;
    throw unexpected('update', JSON.stringify(pair), 'a list of pairs, each with the texts en and zh');
  });
}

function list<T>(option: string, value: readonly T[]): readonly T[] {
  if (Array.isArray(value)) return value;
  throw unexpected(option, value, 'an array');
}

function unexpected(option: string, value: unknown, wanted: string): DuiqiError {
  return new DuiqiError('bad-option', `Unexpected ${option}: ${shown(value)}. It must be ${wanted}.`, {
    option,
    value,
  });
}

function oneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new DuiqiError(
    'bad-option',
    `Unexpected ${option}: ${shown(value)}. It may be ${allowed.join(', ')}.`,
    {
      option,
      value,
    },
  );
}
