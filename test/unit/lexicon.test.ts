import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtInLexicon, DuiqiError, lexiconBytes, openLexicon } from 'duiqi';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lexiconBytes as fetchedBytes } from '../../packages/aligner/src/alignment/score/lexicon-bytes.js';

const FILE = fileURLToPath(new URL('../../packages/aligner/data/lexicon.bin', import.meta.url));
const file = Uint8Array.from(readFileSync(FILE)).buffer;

describe('the built-in lexicon', () => {
  const lexicon = openLexicon(file);

  test.each([
    ['桥', 'bridg'],
    ['国际货币基金组织', 'fund'],
  ])('%s may be %s', (word, stem) => {
    expect(lexicon.translations(word).map((translation) => translation.stem)).toContain(stem);
  });

  test('each translation of a word comes once, with a weight above 0', () => {
    for (const word of ['打', '上', '好', '工作', '发展']) {
      const translations = lexicon.translations(word);
      expect(new Set(translations.map(({ stem }) => stem)).size).toBe(translations.length);
      expect(Math.min(...translations.map(({ weight }) => weight))).toBeGreaterThan(0);
      expect(Math.max(...translations.map(({ weight }) => weight))).toBe(1);
    }
  });

  test('the same question has the same answer', () => {
    const first = lexicon.translations('工作');
    lexicon.translations('劳动');
    expect(lexicon.translations('工作')).toEqual(first);
  });

  test('common words are more frequent than rare ones', () => {
    expect(lexicon.frequency('中国')).toBeGreaterThan(lexicon.frequency('渡船'));
    expect(lexicon.frequency('渡船')).toBeGreaterThan(0);
  });

  test.each(['', '们我', '我们橙', 'bridge', '\ud840', '\u0000'])('no word: %j', (word) => {
    expect([lexicon.frequency(word), lexicon.translations(word)]).toEqual([0, []]);
  });

  test.each([
    ['长', ['chang', 'zhang']],
    ['桥', ['qiao']],
    ['a', []],
    ['', []],
  ])('readings of %j', (character, readings) => {
    expect(lexicon.readings(character)).toEqual(readings);
  });
});

test('its bytes are shared memory in Node, and are what builtInLexicon opens', async () => {
  const bytes = await lexiconBytes();
  expect(bytes).toBeInstanceOf(SharedArrayBuffer);
  expect(Buffer.compare(Buffer.from(bytes), Buffer.from(file))).toBe(0);
  const [shared, builtIn] = [openLexicon(bytes), await builtInLexicon()];
  expect(shared.name).toBe(builtIn.name);
  expect(shared.translations('桥')).toEqual(builtIn.translations('桥'));
  expect(await builtInLexicon()).toBe(builtIn);
});

describe('bytes that are no lexicon', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no bytes', new ArrayBuffer(0)],
    ['other bytes', new ArrayBuffer(1000)],
    ['a file cut off in the list of sections', file.slice(0, 40)],
    ['a file cut off at its end', file.slice(0, -1)],
    ['a later version', withByte(14, '2')],
    ['a view of bytes', new Uint8Array(file)],
    ['text', 'duiqi lexicon 1\n'.repeat(100)],
  ])('%s', (_, bytes) => {
    const open = () => openLexicon(bytes as ArrayBuffer);
    expect(open).toThrow(DuiqiError);
    expect(open).toThrow(
      /^These bytes are no lexicon that this duiqi can open: .*lexicon\.bin of the same version\.$/,
    );
  });

  function withByte(at: number, character: string): ArrayBuffer {
    const copy = file.slice(0);
    new Uint8Array(copy)[at] = character.charCodeAt(0);
    return copy;
  }
});

describe('in a browser', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('the bytes are fetched from beside the module', async () => {
    const fetch = vi.fn(async (_: URL) => new Response(file));
    vi.stubGlobal('fetch', fetch);
    expect(openLexicon(await fetchedBytes()).readings('桥')).toEqual(['qiao']);
    expect(fetch.mock.calls[0]![0].pathname).toMatch(/\/data\/lexicon\.bin$/);
  });

  test('a missing file is named', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    const failed = fetchedBytes();
    await expect(failed).rejects.toThrow(DuiqiError);
    await expect(failed).rejects.toThrow(/\(HTTP status 404\): serve data\/lexicon\.bin/);
  });
});
