import { align, type Diagnostic, DuiqiError } from 'duiqi';
import { readPairs } from 'duiqi/pairs';
import { applyAct, startReview } from 'duiqi/review';
import { readGlossary } from 'duiqi/words';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../packages/aligner/src/common/diagnostic.js';
import { PROBLEMS } from '../../packages/aligner/src/common/problems.js';
import { ALL_REMARKS, diagnosticIn, refusalIn, refusalOf } from '../../packages/workbench/src/remarks.js';

// What the library says of documents, as the Chinese pages of the workbench say it.

const CHINESE = ['zh-Hans', 'zh-Hant'] as const;

/** All sentences of a code: one, or one for each kind. */
function sentencesOf(key: string): [name: string, sentence: readonly [string, string]][] {
  const found = (ALL_REMARKS as Readonly<Record<string, object>>)[key];
  if (Array.isArray(found)) return [[key, found as unknown as [string, string]]];
  return Object.entries(found ?? {}).map(([kind, sentence]) => [`${key} ${kind}`, sentence]);
}

function placesIn(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();
}

describe('every code has its sentences', () => {
  it.each([...DIAGNOSTIC_CODES, ...PROBLEMS])('%s', (key) => {
    const sentences = sentencesOf(key);
    expect(sentences.length).toBeGreaterThan(0);
    for (const [, [simplified, traditional]] of sentences) {
      expect(simplified).toMatch(/\p{Script=Han}.*[。…}]$/u);
      expect(traditional).toMatch(/\p{Script=Han}.*[。…}]$/u);
      expect(placesIn(traditional)).toEqual(placesIn(simplified));
      // Characters of the other way of writing, in words that they often stand in.
      expect(simplified).not.toMatch(/[個這檔讀請開儲對應無說「」]/u);
      expect(traditional).not.toMatch(/[个这档读请开储对应无说“”]/u);
    }
  });
});

const EN = `The mill grinds rye and stands by the river.\n\nThe miller pays 30 crowns in May.\n\nThe kiosk sells umbrellas.\n`;
const ZH = `磨坊磨黑麦，位于河边。\n\n磨坊主五月支付30克朗。\n\n售货亭出售雨伞。\n`;

/** What the library says of odd texts and files. */
async function remarks(): Promise<Diagnostic[]> {
  const told: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void told.push(diagnostic);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const gb = Uint8Array.from(
    [...'\xc4\xa5\xb7\xbb\xc4\xa5\xba\xda\xc2\xf3\xa1\xa3'].map((c) => c.charCodeAt(0)),
  );
  for (const [input, names] of [
    [EN, ['a.txt']],
    [ZH, ['a.txt']],
    ['', ['a.txt']],
    ['Le meunier paie trente couronnes au mois de mai.\n'.repeat(3), ['a.txt']],
    [`${EN}${'?'.repeat(30)} ${'?'.repeat(20)}\n`, ['a.txt']],
    [`${EN}磨坊`, ['a.txt']],
    [
      [bytes(EN), gb],
      ['a.txt', 'b.txt'],
    ],
    [
      [EN, `${ZH}${EN}`.repeat(3)],
      ['a.txt', 'b.txt'],
    ],
    [
      [`English:\n${EN}`, `中文：\n${ZH}`],
      ['a.txt', 'b.txt'],
    ],
    ['en,zh\nThe mill grinds rye.,磨坊磨黑麦。\nIt stands by the river.,它位于河边。\n', ['a.csv']],
    [
      'a\tb\nThe mill grinds rye.\t磨坊磨黑麦。\tx"y\t1\n"It" stands by the river.\t它位于河边。\n',
      ['a.tsv'],
    ],
    [`# Mill\n\n${EN}\n\`\`\`\nlet x = 1;\nlet y = 2;\n\`\`\`\n\n${ZH}`, ['a.md']],
    [bytes(`<html><body><nav>Home | About | Contact</nav><p>${EN}</p><p>${ZH}</p></body></html>`), ['a.txt']],
  ] as const) {
    told.push(...(await align(input as never, { names: [...names] })).diagnostics);
  }
  const pairs: readonly (readonly [string, string])[] = [
    ['{"src":"Yes.","tgt":"是。","score":"high"}\n', 'a.jsonl'],
    ['Yes.\t是。\nNo.\t不。\n', 'a.tsv'],
    [
      '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>Yes.</seg></tuv></tu></body></tmx>',
      'a.tmx',
    ],
  ];
  for (const [text, name] of pairs) {
    for (const _ of await readPairs(text, { names: [name], onDiagnostic: tell }));
  }
  await readGlossary('en,zh\nmill,磨坊\n磨坊,mill\n', { name: 'a.csv', onDiagnostic: tell });
  return told;
}

describe('what the library says', () => {
  it('is said in Chinese, with nothing left open', async () => {
    const told = await remarks();
    expect(new Set(told.map(({ code }) => code)).size).toBeGreaterThan(9);
    for (const diagnostic of told) {
      for (const language of CHINESE) {
        const { text, lang } = diagnosticIn(language, diagnostic);
        expect([diagnostic.message, lang]).toEqual([diagnostic.message, language]);
        expect(text).not.toMatch(/[{}]/);
      }
      expect(diagnosticIn('en', diagnostic)).toEqual({ text: diagnostic.message, lang: 'en' });
    }
  });

  it('names languages, files and numbers as each of the languages does', async () => {
    const last: Diagnostic = {
      ...(await align('')).diagnostics.at(-1)!,
      values: { kind: 'neither', found: ['fra'] },
    };
    expect(CHINESE.map((language) => diagnosticIn(language, last).text)).toEqual([
      '没有可对齐的内容：没有找到英文和中文（找到的语言：法语）。',
      '沒有可對齊的內容：沒有找到英文和中文（找到的語言：法文）。',
    ]);
  });

  it('is in English where an older duiqi stored it without its values', () => {
    const message = '"a.txt" was read as GB18030.';
    const stored: Diagnostic = { code: 'encoding', severity: 'info', side: null, span: null, message };
    expect(diagnosticIn('zh-Hans', stored)).toEqual({ text: message, lang: 'en' });
  });
});

/** What something is refused with. */
async function refusalBy(what: () => unknown): Promise<ReturnType<typeof refusalOf>> {
  try {
    await what();
  } catch (error) {
    return refusalOf(error);
  }
  throw new Error('Nothing was refused.');
}

describe('what the library refuses', () => {
  const word = (parts: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
  const reading = (bytes: Uint8Array, name: string) => () => align(bytes, { names: [name] });

  it.each([
    [
      'empty-file',
      reading(new Uint8Array(), 'a.docx'),
      '“a.docx”是空文件（0 字节）：请重新保存、复制或下载。',
    ],
    ['archive-damaged', reading(word({ 'word/document.xml': '<w/>' }).subarray(9), 'a.docx'), null],
    ['part-damaged', reading(word({ 'word/document.xml': '<w:document><w:p>' }), 'a.docx'), null],
    ['old-office', reading(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), 'a.doc'), null],
    ['picture', reading(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'a.png'), null],
    ['picture', reading(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0), 'a.txt'), null],
    ['packed', reading(Uint8Array.of(0x1f, 0x8b, 8, 0), 'a.txt.gz'), null],
    ['packed', reading(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 4, 0), 'a.txt.zst'), null],
    ['archive-other', reading(word({ 'a.txt': 'a' }), 'a.zip'), null],
    ['pdf-damaged', reading(strToU8('%PDF-1.7\nnothing'), 'a.pdf'), null],
    ['not-text', reading(Uint8Array.of(1, 0, 2, 0, 0, 3), 'a.txt'), null],
  ] as const)('%s', async (problem, what, wanted) => {
    const refusal = await refusalBy(what);
    expect(refusal).toMatchObject({ details: { problem } });
    const { text, lang } = refusalIn('zh-Hans', refusal);
    expect(lang).toBe('zh-Hans');
    if (wanted !== null) expect(text).toBe(wanted);
    expect(refusalIn('en', refusal)).toEqual({ text: refusal.message, lang: 'en' });
  });

  it('includes acts that do not apply', async () => {
    const review = startReview(await align({ en: EN, zh: ZH }));
    const row = review.rows.at(-1)!.id;
    const refusal = await refusalBy(() => applyAct(review, { type: 'merge', row }));
    expect(refusalIn('zh-Hans', refusal).text).toBe('最后一行之后没有别的行。');
    expect(refusalIn('zh-Hant', refusal).text).toBe('最後一列之後沒有別的列。');
  });

  it('has a Chinese frame round what has no name, and none round what nobody meant to say', () => {
    const nameless = refusalOf(new DuiqiError('bad-act', 'There is no act "x".'));
    expect(refusalIn('zh-Hans', nameless).text).toBe('此处不能这样操作（There is no act "x".）');
    expect(refusalIn('zh-Hans', refusalOf(new Error('Oh.')))).toEqual({ text: 'Oh.', lang: 'en' });
  });
});
