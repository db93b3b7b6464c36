import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPages } from '../../packages/workbench/build.mjs';
import { runCommand } from '../helpers/command.js';
import { FIREFOX, Firefox } from '../helpers/firefox.js';

// The workbench in another browser: what opens, aligns, is kept and is given out there.
const hasFirefox = existsSync(FIREFOX);
if (!hasFirefox) console.warn(`Skipped: there is no ${FIREFOX}.`);

let folder: string;
let firefox: Firefox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duiqi-firefox-'));
  if (!hasFirefox) return;
  for (const [name, text] of Object.entries(await buildPages())) await writeFile(join(folder, name), text);
  firefox = await Firefox.launch(folder);
}, 120_000);

afterAll(async () => {
  await firefox?.close();
  await rm(folder, { recursive: true, force: true });
});

const press = (name: string) =>
  firefox.run(
    `[...document.querySelectorAll('button')].find((button) =>
      (button.ariaLabel ?? button.textContent).trim().startsWith(arguments[0])).click()`,
    name,
  );
const rowHas = (text: string) =>
  firefox.until(
    `document.querySelector('[role=row][aria-selected=true]')?.textContent.includes(${JSON.stringify(text)})`,
  );
/** A download, once it is whole: until then its name has nothing in it. */
const saved = async (name: string): Promise<string> => {
  for (let step = 0; step < 100; step++) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (text !== '' && !existsSync(join(folder, `${name}.part`))) return text;
    await pause(100);
  }
  throw new Error(`${name} was not downloaded.`);
};

describe.skipIf(!hasFirefox)(`the workbench in Firefox (skipped where ${FIREFOX} is missing)`, () => {
  test('an example is aligned, mended, kept, opened again, and given out as the command does', async () => {
    const address = pathToFileURL(join(folder, 'duiqi.html')).href;
    await firefox.open(address);
    await firefox.until(`document.querySelector('.drop')`);
    await press('Try an example');
    await firefox.until(`document.querySelector('[role=grid]')`);
    await firefox.press('n');
    await rowHas('the numbers differ: 30 ↔ 20');
    await firefox.press('\uE007');
    await rowHas('it has no counterpart');
    await firefox.press('r');
    await firefox.until(`document.querySelector('[role=status]')?.textContent.includes('were not touched')`);
    await firefox.until(`/saved \\d/.test(document.querySelector('footer')?.textContent)`);

    await firefox.open(address);
    await firefox.until(
      `[...document.querySelectorAll('button')].some((each) => /^Open/.test(each.ariaLabel))`,
    );
    await press('Open: bicycles');
    await firefox.until(`document.querySelector('[role=grid]')`);
    await press('Download TMX');
    const memory = await saved('bicycles.tmx');
    expect(memory).toContain('x-confirmed');
    await press('Formats');
    await press('Save project');
    await saved('bicycles.review.html');
    await runCommand(folder, ['export', 'bicycles.review.html', '-o', 'command.tmx']);
    expect(memory).toBe(await readFile(join(folder, 'command.tmx'), 'utf8'));
  });
});
