// The examples of the documents, as they are run: the test compares what they print with what the documents say, and
// `npm run readmes` writes what they print into the documents.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The documents with an example whose output follows it, in a block of `text`, and which of their examples it is. */
export const EXAMPLES = [
  { readme: 'README.md', number: 0, language: 'js' },
  { readme: 'README.zh-CN.md', number: 0, language: 'js' },
  { readme: 'packages/aligner/README.md', number: 0, language: 'js' },
  { readme: 'packages/aligner/README.md', number: 1, language: 'js' },
  { readme: 'packages/aligner/README.md', number: 2, language: 'js' },
  { readme: 'packages/aligner/docs/review.md', number: 0, language: 'js' },
  { readme: 'packages/cli/README.md', number: 0, language: 'sh' },
];

/** A block of code, directly followed by one of text: what it prints. */
const EXAMPLE = /^```(\w+)\n((?:(?!```).*\n)*)```\n\n```text\n((?:(?!```).*\n)*)```$/gm;

/** Every example of a document that has its output. */
export function examplesOf(text) {
  return [...text.matchAll(EXAMPLE)].filter(([, language]) => language === 'js' || language === 'sh');
}

/** What an example prints, on what was built. */
async function outputOf(language, code) {
  if (language === 'js') {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT });
    return stdout;
  }
  const folder = await mkdtemp(join(tmpdir(), 'duiqi-readme-'));
  try {
    const path = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
    const { stdout } = await run('sh', ['-c', code], { cwd: folder, env: { ...process.env, PATH: path } });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A document as it is, and as it would be with what one example prints; without space at the ends of lines. */
export async function readmeAndOutput({ readme, number, language }) {
  const text = await readFile(join(ROOT, readme), 'utf8');
  const [whole, found, code, said] = examplesOf(text)[number] ?? [];
  if (found !== language)
    throw new Error(`${readme} has no example ${number} in ${language} with its output.`);
  const printed = (await outputOf(language, code)).replace(/[ \t]+$/gm, '');
  const example = `${whole.slice(0, whole.length - said.length - 3)}${printed}\`\`\``;
  return { text, updated: text.replace(whole, () => example), said, printed };
}
