import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression of one of the packages, and where it stands. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** Path from the top of the repository, with `/`. */
  readonly file: string;
  readonly line: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['packages/aligner/src', 'packages/cli/src'];

/** A `new RegExp` in the sources. What it builds is known when it runs. */
export type Site = Pick<Pattern, 'file' | 'line'>;

export interface FoundPatterns {
  readonly patterns: readonly Pattern[];
  /** Where an expression is built that no module builds as it is loaded: what it is cannot be seen. */
  readonly unseen: readonly Site[];
}

/** All regular expressions of both packages: those written out, by the compiler, and those built, by loading each module. */
export async function findPatterns(): Promise<FoundPatterns> {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ).sort();
  const written = files.map((file) => readSource(file));
  const sites = written.flatMap((each) => each.sites);
  const built = await patternsBuilt(files.filter((file) => !beginsThread(file)));
  return {
    patterns: [...written.flatMap((each) => each.literals), ...built],
    unseen: sites.filter((site) => !built.some((pattern) => isAt(pattern, site))),
  };
}

/** Whether a module is what a thread begins with: it works as it is loaded, and builds nothing that others do not. */
function beginsThread(file: string): boolean {
  return /^import \{[^}]*\b(?:workerData|parentPort)\b/m.test(readFileSync(ROOT + file, 'utf8'));
}

function isAt(pattern: Pattern, { file, line }: Site): boolean {
  return pattern.file === file && pattern.line === line;
}

function readSource(file: string): { literals: Pattern[]; sites: Site[] } {
  const source = ts.createSourceFile(file, readFileSync(ROOT + file, 'utf8'), ts.ScriptTarget.Latest, true);
  const literals: Pattern[] = [];
  const sites: Site[] = [];
  const visit = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), file, line });
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText() === 'RegExp'
    ) {
      sites.push({ file, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { literals, sites };
}

/** Loads each module with a constructor in the place of `RegExp` that writes down what it builds, and where. */
async function patternsBuilt(files: readonly string[]): Promise<Pattern[]> {
  const built: Pattern[] = [];
  const original = globalThis.RegExp;
  const writeDown = (pattern: RegExp): RegExp => {
    // The first line is the message, the next two are this function and the one that called it.
    const caller = new Error().stack?.split('\n')[3] ?? '';
    const [, file, line] = /(packages\/(?:aligner|cli)\/src\/[^:?]+)[^:]*:(\d+):\d+/.exec(caller) ?? [];
    const { source, flags } = pattern;
    if (file !== undefined) built.push({ source, flags, file, line: Number(line) });
    return pattern;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args, newTarget) => writeDown(Reflect.construct(target, args, newTarget)),
    apply: (target, receiver, args) => writeDown(Reflect.apply(target, receiver, args)),
  });
  try {
    for (const file of files) await import(/* @vite-ignore */ ROOT + file);
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}
