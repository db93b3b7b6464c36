// The field cases in ../shared/cases: small bilingual files with the pairs that a careful human wants. They are read and
// aligned by the command's own functions, all in this process, so that what is measured is what a user gets.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { alignCommand } from '../../packages/cli/dist/align-command.js';
import { CommandLine } from '../../packages/cli/dist/command-line.js';
import { explain } from '../../packages/cli/dist/explain-error.js';

export const casesFolder = fileURLToPath(new URL('../../../shared/cases/', import.meta.url));
export const hasCases = existsSync(casesFolder);

/** A pair that is wrong at this score or above it misleads whoever sorts by score; below the other nobody trusts it. */
const SURE = 0.9;
const TRUSTED = 0.5;

/** The kinds of the cases, which are the folders that they lie in. */
export function kindsOfCases(folder = casesFolder) {
  return foldersIn(folder).sort();
}

/** Gold lines and those that came out right, by kind, and the wrong pairs of all of them. */
export async function evaluateCases(folder = casesFolder) {
  const figures = { kinds: {}, sure: 0, unflagged: 0 };
  for (const kind of kindsOfCases(folder)) {
    const sums = { right: 0, gold: 0 };
    for (const name of foldersIn(path.join(folder, kind)).sort()) {
      const directory = path.join(folder, kind, name);
      if (!existsSync(path.join(directory, 'case.json'))) continue;
      const { right, gold, sure, unflagged } = await evaluateCase(directory);
      sums.right += right;
      sums.gold += gold;
      figures.sure += sure;
      figures.unflagged += unflagged;
    }
    figures.kinds[kind] = sums;
  }
  return figures;
}

function foldersIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

async function evaluateCase(directory) {
  const wanted = JSON.parse(readFileSync(path.join(directory, 'case.json'), 'utf8'));
  const files = wanted.files.map((file) => path.join(directory, file));
  const { status, message, pairs } = await aligned(files, wanted.options ?? []);
  if (wanted.status) {
    const isRefused = status === wanted.status && (wanted.says ?? []).every((word) => message.includes(word));
    return { right: isRefused ? 1 : 0, gold: 1, sure: 0, unflagged: 0 };
  }
  return judgedPairs(pairs, readFileSync(path.join(directory, 'gold.tsv'), 'utf8'));
}

/** What `duiqi align FILES --unaligned` writes, and how it ends. */
async function aligned(files, options) {
  const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-case-'));
  const output = path.join(folder, 'pairs.jsonl');
  try {
    const args = [...files, '-o', output, '--unaligned', '-q', ...options];
    await alignCommand.run(new CommandLine('align', args, alignCommand.options));
    const lines = readFileSync(output, 'utf8').split('\n');
    return {
      status: 0,
      message: '',
      pairs: lines.filter((line) => line !== '').map((line) => JSON.parse(line)),
    };
  } catch (error) {
    const [status, message] = explain(error);
    return { status, message, pairs: [] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A gold line allows one spelling of each side or several, and may ask for a flag, for its absence, or for no clause. */
function goldLines(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//'));
  return lines.map((line) => {
    const isOptional = line.startsWith('?');
    const [en = '', zh = '', conditions = ''] = line.slice(isOptional ? 1 : 0).split('\t');
    const spellings = en.split('||').flatMap((one) => zh.split('||').map((other) => keyOf(one, other)));
    return { isOptional, spellings, conditions: conditions.split(' ').filter((each) => each !== '') };
  });
}

/** Each gold line takes the first pair that is spelt so; the pairs of two languages that are left are wrong. */
export function judgedPairs(pairs, gold) {
  const left = new Map();
  for (const pair of pairs) {
    const key = keyOf(pair.en, pair.zh);
    left.set(key, [...(left.get(key) ?? []), pair]);
  }
  let [right, count] = [0, 0];
  for (const { isOptional, spellings, conditions } of goldLines(gold)) {
    const pair = left.get(spellings.find((key) => left.get(key)?.length > 0))?.shift();
    if (isOptional) continue;
    count++;
    if (pair !== undefined && conditions.every((condition) => holds(pair, condition))) right++;
  }
  const wrong = [...left.values()].flat().filter(({ en, zh }) => bare(en) !== '' && bare(zh) !== '');
  return {
    right,
    gold: count,
    sure: wrong.filter(({ score }) => score >= SURE).length,
    unflagged: wrong.filter(({ score, flags }) => score >= TRUSTED && !isFlagged(flags ?? [])).length,
  };
}

/** `stitched` says how a pair came about, and not that anything may be wrong with it. */
const isFlagged = (flags) => flags.some((flag) => flag !== 'stitched');

function holds({ flags = [], clause }, condition) {
  if (condition === 'clause=none') return (clause ?? null) === null;
  return flags.includes(condition.slice(1)) === condition.startsWith('+');
}

const keyOf = (en, zh) => `${bare(en)}\t${bare(zh)}`;

/** White space, marks of Markdown and the mark of a list are none of what a gold line says. */
function bare(text) {
  const plain = text.normalize('NFC').replace(/[\s\u200b\u00ad\ufeff*#`>]/gu, '');
  return /^[-•]/.test(plain) ? plain.slice(1) : plain;
}
