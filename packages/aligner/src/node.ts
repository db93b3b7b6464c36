/**
 * What only Node (Bun, Deno) can do: files by their paths, and PDFs in a thread of their own.
 *
 * @module duiqi/node
 */
export { alignFiles } from './node/align-files.js';
export { readPdfInThread } from './node/pdf-thread.js';
