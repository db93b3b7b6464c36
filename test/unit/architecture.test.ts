import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SOURCES = fileURLToPath(new URL('../../packages/aligner/src/', import.meta.url));
/** In the order in which data flows: no wing knows a later one; what only Node can do stands above the story, and calls it. */
const WINGS = ['common', 'document', 'alignment', 'pairs', 'node'] as const;
/** What stands at the top tells the story; wings may know of it what callers give and get. */
const FOR_ALL = ['types.ts', 'options.ts', 'plugins.ts'];

const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

/** The files that a file imports, from the sources' folder. */
function importsOf(file: string): string[] {
  const text = readFileSync(SOURCES + file, 'utf8');
  return Array.from(text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g), ([, path]) =>
    posix.normalize(posix.join(dirname(file), `${path}.ts`)),
  );
}

const wingOf = (file: string): number => WINGS.findIndex((wing) => file.startsWith(`${wing}/`));
/** A wing's folder, or the wing itself for what stands in it. */
const folderOf = (file: string): string => {
  const [wing, folder] = file.split('/');
  return folder?.endsWith('.ts') ? wing! : `${wing}/${folder}`;
};

const arrows = files.flatMap((file) => importsOf(file).map((imported) => ({ file, imported })));

describe('the shape of the library', () => {
  test('at the top stands the story and nothing else', () => {
    expect(files.filter((file) => !file.includes('/')).sort()).toEqual(
      [
        'align.ts',
        'check.ts',
        'documents.ts',
        'explain.ts',
        'index.ts',
        'node.ts',
        'on-demand.ts',
        'options.ts',
        'pairs.ts',
        'plugins.ts',
        'realign.ts',
        'review.ts',
        'types.ts',
        'words.ts',
      ].sort(),
    );
  });

  test('wings know no later one, and of the top only what callers give and get', () => {
    expect(arrows.length).toBeGreaterThan(500);
    const wrong = arrows.filter(({ file, imported }) => {
      if (wingOf(file) < 0) return false;
      if (imported.includes('/')) return wingOf(imported) > wingOf(file);
      return !FOR_ALL.includes(imported) && !(file.startsWith('node/') && imported === 'on-demand.ts');
    });
    expect(wrong).toEqual([]);
  });

  test('folders of a wing do not know each other both ways', () => {
    const between = new Map<string, string>();
    for (const { file, imported } of arrows) {
      const [from, to] = [folderOf(file), folderOf(imported)];
      if (wingOf(file) >= 0 && wingOf(imported) >= 0 && from !== to) between.set(`${from} → ${to}`, file);
    }
    const bothWays = [...between].filter(([arrow]) => between.has(arrow.split(' → ').reverse().join(' → ')));
    expect(bothWays).toEqual([]);
  });
});
