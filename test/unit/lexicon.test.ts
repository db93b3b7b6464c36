import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type AlignOptions, align, DuiqiError } from 'duiqi';
import { builtInLexicon, lexiconBytes, openLexicon, train } from 'duiqi/words';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { translationLists } from '../../packages/aligner/src/alignment/score/lexicon.js';
import * as elsewhere from '../../packages/aligner/src/common/file-bytes.js';
import { readBytes } from '../../packages/aligner/src/common/file-bytes-node.js';

vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof import('node:fs/promises')>();
  return { ...files, open: vi.fn(files.open) };
});

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

  test('translations by number are those with texts, in the same order, also where none can be listed by number', () => {
    const unlisted = { ...lexicon, translations: (word: string) => lexicon.translations(word) };
    for (const word of ['打', '上', '好', '工作', '发展', '国际货币基金组织', '', '没有这个词']) {
      const wanted = lexicon.translations(word);
      for (const lists of [translationLists(lexicon), translationLists(unlisted)]) {
        const count = lists.list(word);
        const listed = Array.from({ length: count }, (_, k) => ({
          stem: lists.stem(k),
          weight: lists.weight(k),
        }));
        expect(listed).toEqual(wanted);
        expect(lists.isKnown(word)).toBe(wanted.length > 0);
        const texts = [
          '#24',
          '',
          ...wanted.map(({ stem }) => stem).filter((_, k) => k % 2 === 0),
          'xq',
          '好',
        ];
        const among = lists.among(texts);
        lists.list(word);
        expect(wanted.map((_, k) => among(k))).toEqual(wanted.map(({ stem }) => texts.indexOf(stem)));
      }
    }
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
    ['a view of a part of them', new Uint8Array(file, 4)],
    ['bytes that were handed over', handedOver(new Uint8Array(file.slice(0)))],
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

describe('given as the option lexicon', () => {
  const TEXT = 'The mill grinds rye.\n\n磨坊磨黑麦。\n';
  const signature = async (lexicon: NonNullable<AlignOptions['lexicon']>): Promise<string> =>
    (await align(TEXT, { lexicon })).signature;

  test.each<[string, NonNullable<AlignOptions['lexicon']>]>([
    ['a path', FILE],
    ['a URL', pathToFileURL(FILE)],
    ['a URL as a text', pathToFileURL(FILE).href],
    ['a buffer', file],
    ['a view of bytes', new Uint8Array(file)],
    ['a view of bytes among others', new Uint8Array(amongOthers(file), 3, file.byteLength)],
    ['the bytes of a file', readFileSync(FILE)],
  ])('%s says the same as the built-in one', async (_, lexicon) => {
    expect(await align(TEXT, { lexicon })).toEqual(await align(TEXT));
    expect((await train([await align(TEXT)], { lexicon })).base).toBe((await builtInLexicon()).name);
  });

  test.each<[string, unknown]>([
    ['no place', ''],
    ['a number', 5],
    ['a promise', builtInLexicon()],
  ])('%s is refused', async (_, lexicon) => {
    await expect(signature(lexicon as string)).rejects.toMatchObject({
      name: 'DuiqiError',
      code: 'bad-option',
    });
  });

  test.each<[string, string]>([
    ['no-such.bin', 'there is no such file'],
    ['package.json', 'what is there is another file, or one of another version'],
  ])('of the file %s it is said that %s', async (name, reason) => {
    const message = `The lexicon could not be read from ${pathToFileURL(name)} (${reason}): put the file data/lexicon.bin of the package duiqi there, or give its place or its bytes as the option lexicon.`;
    await expect(signature(name)).rejects.toMatchObject({
      name: 'DuiqiError',
      code: 'unreadable',
      message,
    });
  });

  function amongOthers(buffer: ArrayBuffer): ArrayBuffer {
    const more = new Uint8Array(buffer.byteLength + 7);
    more.set(new Uint8Array(buffer), 3);
    return more.buffer;
  }
});

describe('fetched', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('where there are no files', async () => {
    const fetch = vi.fn(async (_: string) => new Response(file));
    vi.stubGlobal('fetch', fetch);
    const address = 'https://cdn.example/lexicon.bin';
    expect(openLexicon(await elsewhere.readBytes(address)).readings('桥')).toEqual(['qiao']);
    expect(fetch).toHaveBeenCalledWith(address);
  });

  test('again after each failure, which is told, and once when it came', async () => {
    const address = 'https://cdn.example/lexicon.bin';
    const body = () =>
      new Response(new ReadableStream({ pull: (c) => c.error(new TypeError('terminated')) }));
    const answers = [
      async () =>
        Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') })),
      async () => Promise.reject(new TypeError('Failed to fetch')),
      async () => new Response('', { status: 404 }),
      async () => body(),
      async () => new Response('<!doctype html><title>Welcome</title>'),
    ];
    const fetch = vi.fn(async () => (answers.shift() ?? (async () => new Response(file)))());
    vi.stubGlobal('fetch', fetch);
    const ask = () => align('The mill.\n\n磨坊。\n', { lexicon: address });
    for (const reason of [
      'getaddrinfo ENOTFOUND',
      'Failed to fetch',
      'HTTP status 404',
      'terminated',
      'what is there is another file, or one of another version',
    ]) {
      await expect(ask()).rejects.toMatchObject({
        name: 'DuiqiError',
        code: 'unreadable',
        message: expect.stringContaining(`from ${address} (${reason}): put the file data/lexicon.bin`),
      });
    }
    const both = await Promise.all([ask(), ask()]);
    both.push(await ask());
    expect(both.map(({ pairs }) => pairs.length)).toEqual([1, 1, 1]);
    expect(fetch).toHaveBeenCalledTimes(6);
  });
});

describe('read from a file', () => {
  afterEach(() => vi.mocked(open).mockReset());

  /** A file that gives 1,000 bytes at a time, and `there` in all. */
  function slowFile(size: number, there: number): void {
    const read = async (view: Uint8Array, offset: number, length: number, position: number) => {
      const bytesRead = Math.max(0, Math.min(1000, length, there - position));
      view.fill(7, offset, offset + bytesRead);
      return { bytesRead };
    };
    const handle = { stat: async () => ({ size }), read, close: async () => {} };
    vi.mocked(open).mockResolvedValue(handle as unknown as Awaited<ReturnType<typeof open>>);
  }

  test('all of it, however little comes at a time', async () => {
    slowFile(2500, 2500);
    const bytes = new Uint8Array(await readBytes('file:///slow.bin'));
    expect([bytes.length, bytes.every((byte) => byte === 7)]).toEqual([2500, true]);
  });

  test('one that ends early is not taken for a whole one', async () => {
    slowFile(2500, 1200);
    await expect(readBytes('file:///short.bin')).rejects.toThrow('it ends after 1200 of its 2500 bytes');
  });
});

/** The bytes, which another thread has now. */
function handedOver(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}
