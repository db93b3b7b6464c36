// Holds the library: reads and aligns what the page sends, so that the page itself never waits.
import {
  type Alignment,
  type AlignOptions,
  alignExplained,
  type Diagnostic,
  type ExplainedAlignment,
  proposeCut,
  realignAct,
} from 'duiqi';
import { type PairRecord, readPairs } from 'duiqi/pairs';
import { alignmentOfPairs, readProject, replay, startReview, writeProject } from 'duiqi/review';
import { openLexicon, proposeTerms, readGlossary, writeTerms } from 'duiqi/words';
import { type Bytes, fromBase64, unzipped } from '../parts.js';
import { refusalOf } from '../remarks.js';
import type { Answer, DocumentFile, Documents, Parts, Question, Service, Services } from './protocol.js';

let parts: Parts = { lexicon: '', pdfium: '' };
let lexicon: Promise<Uint8Array> | null = null;
let pdfium: Promise<Uint8Array> | null = null;
/** The document that was aligned last, with what explains it. */
let last: { readonly id: string; readonly explained: Promise<ExplainedAlignment> } | null = null;

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  if (data.kind === 'start') {
    parts = data.parts;
    return;
  }
  const { number } = data;
  try {
    say({ number, kind: 'done', answer: await answer(data) });
  } catch (error) {
    say({ number, kind: 'failed', refusal: refusalOf(error) });
  }
});

async function answer(question: Exclude<Question, { kind: 'start' }>): Promise<Services[Service]['answer']> {
  const { number } = question;
  switch (question.kind) {
    case 'align':
      last = null;
      return asBytes((await explained(question.asked, number)).alignment);
    case 'explain':
      return (await explained(question.asked.document, number)).explain(question.asked.pair);
    case 'pairs': {
      const alignment = await pairsIn(question.asked);
      return alignment && asBytes(alignment);
    }
    case 'realign': {
      const { packed, acts, choices } = question.asked;
      const { alignment } = await readProject(new TextDecoder().decode(await unzipped(packed)));
      return realignAct(replay(alignment, acts), {
        ...(choices.glossary && { glossary: choices.glossary }),
        lexicon: await lexiconBytes(),
        onProgress: progressOf(number),
      });
    }
    case 'glossary': {
      const { name, bytes } = question.asked;
      const remarks: Diagnostic[] = [];
      const terms = await readGlossary(bytes, {
        name,
        onDiagnostic: (diagnostic) => remarks.push(diagnostic),
      });
      return { terms, remarks };
    }
    case 'terms': {
      const terms = await proposeTerms(question.asked.pairs, { lexicon: openLexicon(await lexiconBytes()) });
      return terms.length === 0 ? null : [...(await writeTerms(terms, question.asked.format))];
    }
    case 'cut': {
      const { texts, side, offset } = question.asked;
      // A review of that one row: the whole one would take longer to be sent than the cut to be found.
      const review = startReview(await alignmentOfPairs([{ ...NO_PAIR, ...texts }], ''));
      return proposeCut(review, review.rows[0]!.id, side, offset, { lexicon: await lexiconBytes() });
    }
  }
}

const NO_PAIR: Omit<PairRecord, 'en' | 'zh'> = {
  id: '',
  score: null,
  bead: null,
  clause: null,
  flags: [],
  en_spans: [],
  zh_spans: [],
  doc: '',
};

/** A document aligned; the last one is not aligned again. */
async function explained(document: Documents, number: number): Promise<ExplainedAlignment> {
  if (last?.id !== document.id) last = { id: document.id, explained: aligned(document, number) };
  try {
    return await last.explained;
  } catch (error) {
    last = null;
    throw error;
  }
}

async function aligned({ files, choices }: Documents, number: number): Promise<ExplainedAlignment> {
  const [first, second] = files.map(({ bytes }) => bytes) as [Uint8Array, Uint8Array?];
  // Unpacked only where it is wanted: the bytes are five megabytes.
  if (files.some(isPdf)) pdfium ??= unzipped(fromBase64(parts.pdfium));
  return alignExplained(second === undefined ? first : [first, second], {
    names: files.map(({ name }) => name),
    ...choices,
    lexicon: await lexiconBytes(),
    ...(pdfium && { pdfium: await pdfium }),
    onProgress: progressOf(number),
  });
}

/** A file of pairs as something to be reviewed; null for a table that is none of ours and is to be aligned. */
async function pairsIn({ name, bytes }: DocumentFile): Promise<Alignment | null> {
  const isTable = /\.(?:xlsx|csv|tsv)$/i.test(name);
  try {
    const pairs = [...(await readPairs(bytes, { names: [name] }))];
    // A table that counts sentences was written for a review; another one holds rough pairs.
    if (isTable && !pairs.some(({ bead }) => bead !== null)) return null;
    return await alignmentOfPairs(pairs, name);
  } catch (error) {
    if (isTable) return null;
    throw error;
  }
}

function asBytes(alignment: Alignment): Bytes {
  return new TextEncoder().encode(writeProject({ title: '', alignment, acts: [], position: 0 }));
}

function progressOf(number: number): NonNullable<AlignOptions['onProgress']> {
  return ({ phase, fraction }) => say({ number, kind: 'progress', phase, fraction });
}

function lexiconBytes(): Promise<Uint8Array> {
  lexicon ??= unzipped(fromBase64(parts.lexicon));
  return lexicon;
}

function isPdf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): boolean {
  return /\.pdf$/i.test(name) || new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

function say(answer: Answer): void {
  const isBytes = answer.kind === 'done' && answer.answer instanceof Uint8Array;
  self.postMessage(answer, isBytes ? { transfer: [(answer.answer as Bytes).buffer] } : {});
}
