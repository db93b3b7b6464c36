import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packedProject, projectElement, readProject, startReview, writeProject } from 'duiqi/review';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../helpers/command.js';

// `duiqi review` writes a page with an alignment inside, and `duiqi export` reads back what was saved from it.
const directory = mkdtempSync(join(tmpdir(), 'duiqi-review-page-'));
afterAll(() => rmSync(directory, { recursive: true }));
const duiqi = (...args: readonly string[]) => runCommand(directory, args);
const text = (name: string) => readFileSync(join(directory, name), 'utf8');

writeFileSync(
  join(directory, 'mill.md'),
  '(1) The mill grinds rye. </script><b>Bold</b>\n\n（一）磨坊磨黑麦。</script><b>粗体</b>\n\n(2) It closes at nine.\n\n（二）它九点关门。\n',
);

describe('duiqi review', () => {
  it('writes one page, the same each time, which duiqi export reads', async () => {
    const { status, err } = await duiqi('review', 'mill.md');
    expect(status).toBe(0);
    expect(err).toContain('Written to mill.review.html: open it in a browser.');
    const page = text('mill.review.html');
    await duiqi('review', 'mill.md', '-o', 'again.html');
    expect(text('again.html')).toBe(page);
    expect(page.match(/<script/g)!.length).toBe(page.match(/<\/script>/g)!.length);

    await duiqi('export', 'mill.review.html', '-o', 'exported.tmx');
    await duiqi('align', 'mill.md', '-o', 'aligned.tmx');
    expect(text('exported.tmx')).toBe(text('aligned.tmx'));
  });

  it('gives back what a person has done, without what she has undone', async () => {
    const page = text('mill.review.html');
    const project = await readProject(gunzipSync(Buffer.from(packedProject(page)!, 'base64')).toString());
    const [row, next] = startReview(project.alignment).rows;
    const acts = [
      { type: 'confirm', row: row!.id },
      { type: 'delete', row: next!.id },
    ] as const;
    const packed = gzipSync(writeProject({ ...project, acts, position: 1 })).toString('base64');
    const saved = page.replace(projectElement(packedProject(page)!), () => projectElement(packed));
    writeFileSync(join(directory, 'saved.html'), saved);
    const { out } = await duiqi('export', 'saved.html');
    const pairs = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(pairs.map(({ confirmed }) => confirmed)).toEqual([true, undefined, undefined]);
  });

  it('says what is wrong in one sentence', async () => {
    const page = text('mill.review.html');
    writeFileSync(
      join(directory, 'cut.html'),
      page.replace(packedProject(page)!, (packed) => packed.slice(0, 400)),
    );
    const damaged = await duiqi('export', 'cut.html');
    expect([damaged.status, damaged.err]).toEqual([
      1,
      expect.stringMatching(/^duiqi: the project in "cut.html" is damaged/),
    ]);

    const named = await duiqi('review', 'mill.md', '-o', 'mill.tmx');
    expect([named.status, named.err]).toEqual([2, expect.stringContaining('end in .html')]);
    expect(existsSync(join(directory, 'mill.tmx'))).toBe(false);

    writeFileSync(join(directory, 'one.txt'), 'The mill grinds rye, and nobody has translated that.\n');
    expect((await duiqi('review', 'one.txt')).status).toBe(3);
    expect(existsSync(join(directory, 'one.review.html'))).toBe(false);
  });
});
