import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Debian has it. */
const JAR = '/usr/share/omegat/OmegaT.jar';

/** What OmegaT made of its documents with the memory alone; nobody translated anything. */
export interface OmegatResult {
  /** The translated documents, by name: what the memory did not have is in the source language still. */
  readonly targets: Readonly<Record<string, string>>;
  /** Everything that it said and logged. */
  readonly log: string;
}

/** What OmegaT offers for a sentence out of its memories. */
export interface OmegatMatch {
  readonly source: string;
  readonly translation: string;
  /** 0–100, penalties taken off. */
  readonly score: number;
}

interface OmegatProject {
  /** Tags of the source and the target language. */
  readonly languages: readonly [source: string, target: string];
  /** Plain texts by name, a paragraph a line. */
  readonly documents: Readonly<Record<string, string>>;
  /** The memory, as it lies in `tm/auto`: its full matches are taken over unasked. */
  readonly tmx: string;
  /** Further memories by their places in `tm`. */
  readonly memories?: Readonly<Record<string, string>>;
}

/**
 * Translates a project without its window, cutting sentences by OmegaT's own rules. All it writes, settings and log included,
 * is in a directory that is gone afterwards.
 */
export function translateWithOmegat({ tmx, memories, ...rest }: OmegatProject): OmegatResult {
  return inProject({ ...rest, memories: { 'auto/memory.tmx': tmx, ...memories } }, (directory) => {
    const file = (...path: readonly string[]) => join(directory, ...path);
    const said = execFileSync(
      'omegat',
      [directory, '--mode=console-translate', `--config-dir=${file('settings')}`, '--no-team'],
      { encoding: 'utf8', env: { ...process.env, HOME: directory, LC_ALL: 'C.UTF-8' }, stdio: 'pipe' },
    );
    const logged = readdirSync(file('settings', 'logs')).map((name) =>
      readFileSync(file('settings', 'logs', name), 'utf8'),
    );
    const names = Object.keys(rest.documents);
    const targets = names.map((name) => [name, readFileSync(file('target', name), 'utf8')]);
    return { targets: Object.fromEntries(targets), log: [said, ...logged].join('\n') };
  });
}

/**
 * What its window would offer for each sentence, and from which score on it fills in the best of them by itself where a person
 * has asked for that, marked as fuzzy.
 */
export function omegatMatches(project: Omit<OmegatProject, 'tmx'>): {
  readonly matches: readonly OmegatMatch[];
  readonly filledInFrom: number;
} {
  return inProject(project, (directory) => {
    const probe = fileURLToPath(new URL('OmegatMatches.java', import.meta.url));
    const said = execFileSync('java', ['-cp', JAR, probe, directory, join(directory, 'settings')], {
      encoding: 'utf8',
      env: { ...process.env, HOME: directory, LC_ALL: 'C.UTF-8' },
      stdio: 'pipe',
    });
    const lines = said.split('\n').map((line) => line.split('\t'));
    return {
      matches: lines.flatMap(([kind, source = '', translation = '', score]) =>
        kind === 'MATCH' ? [{ source, translation, score: Number(score) }] : [],
      ),
      filledInFrom: Number(lines.find(([kind]) => kind === 'LEAST')?.[1]),
    };
  });
}

/** A project in a directory that is gone afterwards. */
function inProject<Result>(
  { languages, documents, memories = {} }: Omit<OmegatProject, 'tmx'>,
  use: (directory: string) => Result,
): Result {
  const directory = mkdtempSync(join(tmpdir(), 'duiqi-omegat-'));
  const file = (...path: readonly string[]) => join(directory, ...path);
  try {
    for (const folder of ['source', 'target', 'omegat', 'glossary', 'dictionary', 'tm/auto', 'settings']) {
      mkdirSync(file(folder), { recursive: true });
    }
    writeFileSync(file('omegat.project'), projectFile(languages));
    for (const [place, memory] of Object.entries(memories)) {
      mkdirSync(dirname(file('tm', place)), { recursive: true });
      writeFileSync(file('tm', place), memory);
    }
    for (const [name, text] of Object.entries(documents)) writeFileSync(file('source', name), text);
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function projectFile([source, target]: OmegatProject['languages']): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <source_lang>${source}</source_lang>
    <target_lang>${target}</target_lang>
    <sentence_seg>true</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
  </project>
</omegat>
`;
}

/** The official DTD of TMX 1.4, of which OmegaT carries a copy; `null` where it does not. */
export function omegatDtd(): string | null {
  const { status, stdout } = spawnSync('unzip', ['-p', JAR, 'schemas/tmx14.dtd'], {
    encoding: 'utf8',
  });
  return status === 0 ? stdout : null;
}
