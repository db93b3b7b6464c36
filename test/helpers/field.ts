import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alignFiles } from 'duiqi/node';

const FIELD = fileURLToPath(new URL('../field', import.meta.url));

/** A line of a case's gold: the pair in all spellings that are right, and the flags that it must or must not have. */
interface GoldLine {
  readonly written: string;
  readonly mayBeAbsent: boolean;
  readonly keys: readonly string[];
  readonly flags: readonly string[];
}

/** What came of a case: the gold lines that no pair is right for, and the pairs that no gold line asks for. */
export interface CaseResult {
  readonly lines: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** The cases of `test/field/`, as `KIND/NAME`. */
export function fieldCases(): string[] {
  return readdirSync(FIELD, { withFileTypes: true })
    .filter((kind) => kind.isDirectory())
    .flatMap(({ name: kind }) => readdirSync(join(FIELD, kind)).map((name) => `${kind}/${name}`))
    .filter((name) => existsSync(join(FIELD, name, 'case.json')))
    .sort();
}

/** Aligns the files of a case and compares the pairs with its gold, whose README says how it is written. */
export async function runFieldCase(name: string): Promise<CaseResult> {
  const folder = join(FIELD, name);
  const { files } = JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as {
    files: [string] | [string, string];
  };
  const { pairs, unaligned } = await alignFiles(
    files.map((file) => join(folder, file)) as [string] | [string, string],
  );
  const got = new Map<string, { readonly written: string; readonly flags: readonly string[] }[]>();
  const add = (en: string, zh: string, flags: readonly string[]): void => {
    got.set(keyOf(en, zh), [...(got.get(keyOf(en, zh)) ?? []), { written: `${en} | ${zh}`, flags }]);
  };
  for (const { en, zh, flags } of pairs) add(en.text, zh.text, flags);
  for (const { side, language } of unaligned) {
    if (language === 'en') add(side.text, '', []);
    else add('', side.text, []);
  }
  const gold = readGoldLines(readFileSync(join(folder, 'gold.tsv'), 'utf8'));
  const missed: string[] = [];
  // Lines with one spelling choose first: an entry of a list of contents may look like the heading that it names.
  for (const line of [...gold].sort((a, b) => a.keys.length - b.keys.length)) {
    const key = line.keys.find((each) => (got.get(each)?.length ?? 0) > 0);
    const pair = key === undefined ? undefined : got.get(key)!.shift()!;
    const isRight =
      pair !== undefined &&
      line.flags.every((flag) => pair.flags.some((has) => has === flag.slice(1)) === flag.startsWith('+'));
    if (!isRight && !line.mayBeAbsent) missed.push(line.written);
  }
  const others = [...got].filter(([key]) => !key.startsWith('\t') && !key.endsWith('\t'));
  return {
    lines: gold.filter(({ mayBeAbsent }) => !mayBeAbsent).length,
    missed,
    wrong: others.flatMap(([, left]) => left.map(({ written }) => written)),
  };
}

function readGoldLines(text: string): GoldLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((written) => {
      const mayBeAbsent = written.startsWith('?');
      const [en = '', zh = '', flags = ''] = (mayBeAbsent ? written.slice(1) : written).split('\t');
      const keys = en.split('||').flatMap((one) => zh.split('||').map((other) => keyOf(one, other)));
      return { written, mayBeAbsent, keys, flags: flags.split(' ').filter((flag) => flag !== '') };
    });
}

/** A pair without white space, marks of Markdown and marks of lists. */
function keyOf(en: string, zh: string): string {
  return `${bare(en)}\t${bare(zh)}`;
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\u00ad\ufeff*#`>]+/gu, '')
    .replace(/^[-•]/u, '');
}
