import { join, parse } from 'node:path';
import { check, type Finding, type FindingCode, repaired } from 'duiqi/check';
import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { Failure, Status } from './failure.js';
import { print, STANDARD_INPUT, tell } from './files.js';
import { CHECK_HELP } from './help.js';
import { nameOf, sourceOf } from './pair-files.js';
import { checkOutputs } from './places.js';
import { counted, grouped, listed } from './words.js';
import { writeFiles } from './write-files.js';

/** `duiqi check`: what would break the import of a file of pairs, and a copy with that repaired. */
export const checkCommand: Command = { options: ['all', 'fix', 'output', 'quiet'], help: CHECK_HELP, run };

/** Findings of a code that are listed. */
const MOST_LISTED = 20;

async function run(line: CommandLine): Promise<void> {
  if (line.has('output') && !line.has('fix'))
    throw usage('check writes a file only with --fix: add it, or leave out -o.');
  const [path, named] = line.files(1, line.has('fix') ? 2 : 1);
  const copy = line.has('fix') ? (line.all('output').at(-1) ?? named ?? besides(path)) : undefined;
  if (copy !== undefined) await checkOutputs([copy], [path]);

  const source = await sourceOf(path);
  const name = nameOf(path);
  const findings = await check(source, { name });
  const most = line.has('quiet') ? 0 : line.has('all') ? Number.POSITIVE_INFINITY : MOST_LISTED;
  const tally = new Tally();
  await print(report(findings, name, most, tally));
  const { errors, warnings } = tally;
  const found = `${name}: ${describe(errors, 'error')}, ${describe(warnings, 'warning')}`;
  if (copy === undefined) {
    if (total(errors) > 0) throw new Failure(Status.failed, `${found}.${advice(tally)}`);
    tell(`${found}.`);
    return;
  }

  await writeFiles([{ path: copy, chunks: await repaired(source, { name }) }]);
  tell(`${found}.`);
  tell(`${copy}: ${describe(tally.repaired, 'finding')} repaired.`);
  if (total(tally.unrepairedErrors) === 0) return;
  throw new Failure(
    Status.failed,
    `${describe(tally.unrepairedErrors, 'error')} cannot be repaired without you: see the list.`,
  );
}

/** `memory.fixed.tmx` for `memory.tmx`. */
function besides(path: string): string {
  if (path === STANDARD_INPUT) throw usage('standard input has no name: name the repaired copy after --fix.');
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.fixed${ext}`);
}

type Counts = Map<FindingCode, number>;

/** Counts findings by their codes. */
class Tally {
  readonly all: Counts = new Map();
  readonly errors: Counts = new Map();
  readonly warnings: Counts = new Map();
  readonly repaired: Counts = new Map();
  readonly unrepairedErrors: Counts = new Map();

  /** Returns how many of the code there are now. */
  add({ severity, code, fix }: Finding): number {
    increase(severity === 'error' ? this.errors : this.warnings, code);
    if (fix !== undefined) increase(this.repaired, code);
    else if (severity === 'error') increase(this.unrepairedErrors, code);
    return increase(this.all, code);
  }
}

function increase(counts: Counts, code: FindingCode): number {
  const count = (counts.get(code) ?? 0) + 1;
  counts.set(code, count);
  return count;
}

function total(counts: Counts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** A line for each of the first findings of a code, and at the end how many more there are. */
function* report(findings: Iterable<Finding>, name: string, most: number, tally: Tally): Iterable<string> {
  for (const finding of findings) {
    const { line, column, severity, code, message } = finding;
    if (tally.add(finding) <= most) {
      yield `${name}:${line}:${column} ${severity.padEnd(7)}  ${code}  ${message}\n`;
    }
  }
  if (most === 0) return;
  for (const [code, count] of tally.all) {
    if (count > most) yield `… and ${grouped(count - most)} more ${code}\n`;
  }
}

/** `3 errors (2 date, 1 lang-tag)`. */
function describe(counts: Counts, noun: string): string {
  if (counts.size === 0) return `no ${noun}s`;
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return `${counted(total(counts), noun)} (${listed(sorted.map(([code, count]) => `${grouped(count)} ${code}`))})`;
}

function advice({ repaired }: Tally): string {
  return repaired.size === 0 ? '' : ` With --fix, ${grouped(total(repaired))} of them would be repaired.`;
}
