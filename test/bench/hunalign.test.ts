import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtInLexicon } from 'duiqi/words';
import { afterAll, expect, test } from 'vitest';
import { timeHunalign, writeForHunalign } from './hunalign.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-hunalign-'));
afterAll(() => rmSync(folder, { recursive: true }));
const text = { english: path.join(folder, 'en.txt'), chinese: path.join(folder, 'zh.txt') };
writeFileSync(text.english, 'The bridges were closed.\nSee page 12.\n');
writeFileSync(text.chinese, '大桥封闭了。\n见第12页。\n');

test('hunalign gets both texts in words, a segment a line, and what the lexicon has for them', async () => {
  const files = writeForHunalign(folder, text, await builtInLexicon());
  const [dictionary, english, chinese] = files.map((file) => readFileSync(file, 'utf8'));
  expect(english).toBe('the bridg be close .\nsee page 12 .\n');
  expect(chinese).toBe('大桥 封闭 了 。\n见 第 12 页 。\n');
  expect(dictionary).toContain('页 @ page\n');
  expect(dictionary).toContain('封闭 @ close\n');
});

test('a program that fails has no time', () => {
  expect(timeHunalign(process.execPath, ['-e', '0'], 60)).toBeGreaterThan(0);
  expect(timeHunalign(process.execPath, ['-e', 'process.exit(1)'], 60)).toBeNull();
});
