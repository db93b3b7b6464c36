// What each system of the matrix is given: programs that align one text, one Word file and one PDF, and what they must print.
import { strToU8, zipSync } from 'fflate';

const WORD_XML = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const TEXT = '(1) The mill grinds rye.\n\n（一）磨坊磨黑麦。\n';
export const WORD = zipSync({
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  'word/document.xml': strToU8(
    `<?xml version="1.0"?><w:document xmlns:w="${WORD_XML}"><w:body>${paragraph('The oven is hot.')}${paragraph('炉子很热。')}</w:body></w:document>`,
  ),
});
/** Without a table of its objects, which readers then make. */
export const PDF = strToU8(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 54>>stream
BT /F1 12 Tf 72 720 Td (The bread smells good.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`,
);

export const EXPECTED = [
  '(1) The mill grinds rye. = （一）磨坊磨黑麦。',
  'The oven is hot. = 炉子很热。',
  'The bread smells good. = 面包很香。',
  '1 unit',
];

const base64 = (bytes) => Buffer.from(bytes).toString('base64');

/** A module with the function `lines`, which aligns all three and writes one of them as TMX. */
export const LINES = `import { align } from 'duiqi';
import { toTmx } from 'duiqi/pairs';

const bytes = (text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));

export async function lines(options = {}) {
  const text = await align(${JSON.stringify(TEXT)}, options);
  const word = await align(bytes('${base64(WORD)}'), { names: ['oven.docx'], ...options });
  const pdf = await align([bytes('${base64(PDF)}'), '面包很香。'], { names: ['bread.pdf', 'bread.txt'], ...options });
  const pairs = [text, word, pdf].flatMap((each) => each.pairs);
  const units = [...toTmx(text, { markers: 'keep' })].join('').match(/<tu[ >]/g).length;
  return [...pairs.map(({ en, zh }) => en.text + ' = ' + zh.text), units + ' unit'];
}
`;

const say = (call) =>
  `${call}.catch((error) => [error.name, error.message, error.stack]).then((found) => console.log(JSON.stringify(found)));\n`;

/** Prints what \`lines\` gives. */
export const PROGRAM = `import { lines } from './lines.mjs';\n${say('lines()')}`;

/** The same where the bundler hands over the places of the two files. */
export const PROGRAM_WITH_PLACES = `import lexicon from 'duiqi/data/lexicon.bin';
import pdfium from 'duiqi/data/pdfium.wasm';
import { lines } from './lines.mjs';
${say('lines({ lexicon: new URL(lexicon, import.meta.url), pdfium: new URL(pdfium, import.meta.url) })')}`;

/** The same in a worker of a page, and what came out of both. */
export const PROGRAM_WITH_WORKER = `import { lines } from './lines.mjs';
const inWorker = () => new Promise((resolve, reject) => {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error('the worker: ' + message));
});
${say('inWorker().then(async (found) => [...(await lines()), ...found])')}`;
export const WORKER = `import { lines } from './lines.mjs';
lines().catch((error) => [error.name, error.message]).then((found) => postMessage(found));
`;

/** Files by their paths, which are beside the program. */
export const FILES_PROGRAM = `import { alignFiles } from 'duiqi/node';
import { lines } from './lines.mjs';
const files = async () => {
  const word = await alignFiles('oven.docx');
  const pdf = await alignFiles(['bread.pdf', 'bread.txt']);
  return [...(await lines()), ...[word, pdf].flatMap((each) => each.pairs).map(({ en, zh }) => en.text + ' = ' + zh.text)];
};
${say('files()')}`;

/** A consumer that uses each entry, as strict as TypeScript can be. */
export const TYPESCRIPT = `import { type Alignment, align, type AlignOptions, type DiagnosticCode, DuiqiError, segmentIndex } from 'duiqi';
import { check, type Finding } from 'duiqi/check';
import { type DocumentPair, pairDocuments } from 'duiqi/documents';
import { alignFiles } from 'duiqi/node';
import { type PairRecord, readPairs, toTmx } from 'duiqi/pairs';
import { History, type Review, startReview } from 'duiqi/review';
import { builtInLexicon, type GlossaryTerm } from 'duiqi/words';

const glossary: readonly GlossaryTerm[] = [{ en: 'mill', zh: '磨坊' }];
const options: AlignOptions = { glossary, layout: 'paragraphs' };
export async function consume(stream: ReadableStream<Uint8Array>): Promise<string> {
  const alignment: Alignment = await align('text', options);
  const codes: DiagnosticCode[] = alignment.diagnostics.map(({ code }) => code);
  const pairs: Iterable<PairRecord> = await readPairs(stream);
  const findings: Iterable<Finding> = await check(stream);
  const review: Review = startReview(await alignFiles('a.docx'));
  const documents: readonly DocumentPair[] | undefined = undefined;
  void [findings, new History(alignment), review, pairDocuments, documents, builtInLexicon, segmentIndex(0), codes];
  try {
    return [...toTmx(pairs)].join('');
  } catch (error) {
    if (error instanceof DuiqiError) return error.code;
    throw error;
  }
}
`;

/** An application of Next: a route that aligns on the server, and a page that does in the browser. */
export const NEXT_FILES = {
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  'app/page.jsx': `'use client';
import { useEffect, useState } from 'react';
import { lines } from '../lines.mjs';
export default function Page() {
  const [found, setFound] = useState([]);
  useEffect(() => {
    lines().catch((error) => [error.name, error.message]).then((found) => {
      setFound(found);
      console.log(JSON.stringify(found));
    });
  }, []);
  return <pre>{found.join('\\n')}</pre>;
}
`,
  'app/lines/route.js': `import { lines } from '../../lines.mjs';
export const dynamic = 'force-dynamic';
export async function GET() {
  return Response.json(await lines().catch((error) => [error.name, error.message]));
}
`,
};
