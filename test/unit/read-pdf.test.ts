import { align } from 'duiqi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuiqiError } from '../../packages/aligner/src/common/errors.js';
import { findPageFurniture } from '../../packages/aligner/src/document/read/page-furniture.js';
import { type Page, whatIsMissing } from '../../packages/aligner/src/document/read/pdf/missing.js';
import { readPdf } from '../../packages/aligner/src/document/read/pdf/pdf.js';
import { CHRONICLE } from '../helpers/orchard-town.js';
import { handMadePdf, makePdf, setLines, showLines } from '../helpers/pdf.js';

/** The chronicle in numbered sections of five sentences: a heading and two paragraphs each. */
const SECTIONS = Array.from({ length: 6 }, (_, index) => {
  const sentences = CHRONICLE.slice(index * 5, index * 5 + 5);
  const texts = (side: 0 | 1, from: number, to: number) =>
    sentences
      .slice(from, to)
      .map((pair) => pair[side])
      .join(side === 0 ? ' ' : '');
  return {
    en: [`(${index + 1}) ${texts(0, 0, 3)}`, texts(0, 3, 5)],
    zh: [`（${'一二三四五六'[index]}）${texts(1, 0, 3)}`, texts(1, 3, 5)],
  };
});
const PARAGRAPHS = {
  en: SECTIONS.flatMap(({ en }) => en),
  zh: SECTIONS.flatMap(({ zh }) => zh),
};
const HEADS = { en: 'Chronicle of Orchard Town', zh: '果园镇编年史' };

const pairTexts = (pairs: readonly { en: { text: string }; zh: { text: string } }[]) =>
  pairs.map(({ en, zh }) => [en.text, zh.text]);

/** The pairs of the same text as it was before it was set. */
async function uncutPairs() {
  return pairTexts((await align([PARAGRAPHS.en.join('\n\n'), PARAGRAPHS.zh.join('\n\n')])).pairs);
}

/** A page of English, a page of Chinese, and so on, cut wherever a page is full. */
function interleaved(linesOnPage: { en: number; zh: number }) {
  return makePdf(
    (document) => {
      const lines = {
        en: setLines(document, PARAGRAPHS.en, { language: 'en', width: 300 }),
        zh: setLines(document, PARAGRAPHS.zh, { language: 'zh', width: 300 }),
      };
      const pages = Math.max(
        ...(['en', 'zh'] as const).map((side) => Math.ceil(lines[side].length / linesOnPage[side])),
      );
      for (let page = 0; page < pages; page++) {
        for (const language of ['en', 'zh'] as const) {
          document.addPage();
          document.font(language).fontSize(9);
          document.text(HEADS[language], 72, 40, { lineBreak: false });
          document.text(`- ${page + 1} -`, 280, 760, { lineBreak: false });
          const count = linesOnPage[language];
          showLines(
            document,
            lines[language].slice(page * count, (page + 1) * count),
            { language, left: 72, width: 300 },
            72,
          );
        }
      }
    },
    { autoFirstPage: false },
  );
}

const linesRead = async (pdf: Uint8Array | Promise<Uint8Array>) =>
  (await readPdf(await pdf, 'a.pdf')).text.split('\n\n');
const names = ['a.pdf'];

describe('readPdf', () => {
  it.each([
    { en: 16, zh: 11 },
    { en: 13, zh: 9 },
    { en: 10, zh: 8 },
    { en: 7, zh: 5 },
    { en: 2, zh: 1 },
  ])(
    'gives the pairs of the uncut text out of pages of $en English and $zh Chinese lines in turn',
    async (lines) => {
      const { pairs, diagnostics } = await align(await interleaved(lines), { names });
      expect(pairTexts(pairs)).toEqual(await uncutPairs());
      const leftOut = diagnostics.find(({ code }) => code === 'left-out');
      expect(leftOut?.message).toContain(HEADS.zh);
      expect(leftOut?.message).toContain('- # -');
    },
  );

  it('reads a page with a column for each language column by column, under a heading over both', async () => {
    const pdf = await makePdf((document) => {
      const columns = [
        { language: 'en', left: 60, width: 220 },
        { language: 'zh', left: 310, width: 220 },
      ] as const;
      document
        .font('en')
        .fontSize(16)
        .text('The Chronicle of Orchard Town, Volume One, Years of Growth', 60, 50, { lineBreak: false });
      for (const column of columns) {
        showLines(
          document,
          setLines(document, PARAGRAPHS[column.language].slice(0, 6), column),
          column,
          column.language === 'en' ? 90 : 95,
        );
      }
    });
    const { blocks, text } = await readPdf(pdf, 'a.pdf');
    expect(blocks.map(({ lines }) => text.slice(lines[0]!.start, lines.at(-1)!.end))).toEqual([
      'The Chronicle of Orchard Town, Volume One, Years of Growth',
      ...PARAGRAPHS.en.slice(0, 6),
      ...PARAGRAPHS.zh.slice(0, 6),
    ]);
    expect(blocks[0]!.kind).toBe('heading');
  });

  it('gives the rows of a table with a column for each language as pairs', async () => {
    const rows = CHRONICLE.slice(0, 8);
    const pdf = await makePdf((document) =>
      rows.forEach(([en, zh], row) => {
        document.fontSize(9);
        document.font('en').text(`${row + 1}.`, 50, 80 + row * 30, { lineBreak: false });
        document.font('en').text(en, 70, 80 + row * 30, { lineBreak: false });
        document.font('zh').text(zh, 340, 80 + row * 30, { lineBreak: false });
      }),
    );
    const { pairs } = await align(pdf, { names });
    expect(pairs.map(({ zh }) => zh.text)).toEqual(rows.map(([, zh]) => zh));
    expect(pairs.map(({ en }) => en.text.replace(/^\d+\. /, ''))).toEqual(rows.map(([en]) => en));
  });

  it('keeps paragraphs of one language whole that a page end cuts', async () => {
    const paragraph = PARAGRAPHS.en.join(' ').replaceAll(/\(\d\) /g, '');
    const pdf = await makePdf(
      (document) => {
        const column = { language: 'en', left: 72, width: 300 } as const;
        const lines = setLines(document, [paragraph], column);
        for (let from = 0; from < lines.length; from += 9) {
          document.addPage();
          showLines(document, lines.slice(from, from + 9), column, 72);
        }
      },
      { autoFirstPage: false },
    );
    expect(await linesRead(pdf)).toEqual([paragraph]);
  });

  it('joins letter-spaced Chinese and keeps the spaces of English', async () => {
    const pdf = makePdf((document) => {
      document.font('zh').fontSize(14).text('总则和范围', 72, 72, { characterSpacing: 6, lineBreak: false });
      document.font('zh').fontSize(11).text('共有 12 个 A 类 项目', 72, 110, { lineBreak: false });
      document.font('en').fontSize(11).text('Words', 72, 150, { lineBreak: false });
      document.text('apart', 106, 150, { lineBreak: false });
    });
    expect(await linesRead(pdf)).toEqual(['总则和范围', '共有 12 个 A 类 项目', 'Words apart']);
  });

  it('keeps the hyphen of a compound that the document writes with one elsewhere', async () => {
    const pdf = makePdf((document) => {
      document.font('en').fontSize(11);
      [
        'A plan that is truly long-term by design, which each town has under-',
        'stood well, is not bettered by one that asks for some short and long-',
        'term works.',
      ].forEach((line, index) => {
        document.text(line, 72, 72 + index * 14, { lineBreak: false });
      });
    });
    expect(await linesRead(pdf)).toEqual([
      'A plan that is truly long-term by design, which each town has understood well, is not bettered by one that asks for some short and long-term works.',
    ]);
  });

  it('leaves out a watermark that stands aslant and reads a page that lies on its side', async () => {
    const pdf = await makePdf((document) => {
      document.font('en').fontSize(11).text('This page is upright.', 72, 72, { lineBreak: false });
      document
        .save()
        .rotate(40, { origin: [200, 300] })
        .fontSize(60)
        .text('DRAFT', 200, 300, { lineBreak: false })
        .restore();
      document.addPage();
      document.rotate(90, { origin: [300, 300] });
      document
        .fontSize(11)
        .text('This page lies', 72, 72, { lineBreak: false })
        .text('on its side.', 72, 90, { lineBreak: false });
    });
    const { blocks, text, diagnostics } = await readPdf(pdf, 'a.pdf');
    expect(blocks.map(({ lines }) => text.slice(lines[0]!.start, lines.at(-1)!.end))).toEqual([
      'This page is upright.',
      'This page lies',
      'on its side.',
    ]);
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('DRAFT')]);
  });

  it('leaves the bytes as they were', async () => {
    const pdf = await makePdf((document) => document.text('Some text.'));
    const before = pdf.slice();
    await readPdf(pdf, 'a.pdf');
    expect(pdf).toEqual(before);
  });

  it('reads the buffers that Node makes of files, and leaves them as they were', async () => {
    const buffer = Buffer.from(await makePdf((document) => document.text('Some text.')));
    const before = buffer.toString('latin1');
    expect(await linesRead(buffer)).toEqual(['Some text.']);
    expect(buffer.toString('latin1')).toBe(before);
  });
});

/** The dictionary of a Chinese font that is not embedded. */
const chineseFont = (encoding: string, ordering = 'GB1') =>
  `/F1<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 2>>/DW 1000/W[1 95 500 814[500]]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -100/CapHeight 800/StemV 80>>>>]>>`;
const shown = (hex: string, encoding: string, ordering?: string) =>
  handMadePdf(`BT /F1 12 Tf 72 720 Td <${hex}> Tj ET`, chineseFont(encoding, ordering));
const utf16 = (text: string) =>
  text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');

describe('Chinese fonts that are not embedded', () => {
  it.each([
    ['UniGB-UCS2-H', utf16('第三条 本法（2024年）'), undefined, '第三条 本法（2024年）'],
    ['UniGB-UTF16-H', utf16('第三条'), undefined, '第三条'],
    ['UniGB-UCS2-H', utf16('含𬭛的合金，不含㹴𬬸。'), undefined, '含𬭛的合金，不含㹴𬬸。'],
    ['UniCNS-UTF16-H', utf16('𨋢槽及𠝹票機'), 'CNS1', '𨋢槽及𠝹票機'],
    ['GBK-EUC-H', 'b5dac8fdccf52033', undefined, '第三条 3'],
    ['GBKp-EUC-H', 'b5dac8fdccf52033', undefined, '第三条 3'],
    ['GBK2K-V', 'b5dac8fdccf5', undefined, '第三条'],
    ['ETen-B5-H', 'b2c4a454b1f8', 'CNS1', '第三條'],
    ['UniCNS-UTF16-H', utf16('第三條'), 'CNS1', '第三條'],
    ['Identity-H', '05bb0cd80e48', 'GB1', '第三条'],
  ])('are read in %s', async (encoding, hex, ordering, text) => {
    expect(await linesRead(shown(hex, encoding, ordering))).toEqual([text]);
  });

  it.each([
    ['Identity-H', 'Identity'],
    ['90ms-RKSJ-H', 'Japan1'],
  ])('are said to be undecodable in %s of %s, and give no wrong text', async (encoding, ordering) => {
    await expect(readPdf(shown('0a1b0c3d04f5', encoding, ordering), 'a.pdf')).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/^"a\.pdf" .*fonts.*OCR.*\.$/),
    });
  });

  it('are named as the cause where only strays beside them can be read', async () => {
    const pdf = handMadePdf(
      `BT /F1 12 Tf 72 720 Td <${'0a1b0c3d'.repeat(20)}> Tj /F2 12 Tf 0 -40 Td (ffi) Tj ET`,
      `${chineseFont('Identity-H', 'Identity')}/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>`,
    );
    await expect(readPdf(pdf, 'a.pdf')).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringMatching(/^"a\.pdf" .*fonts.*OCR.*\.$/),
    });
  });

  it('are named by page where other text can be read', async () => {
    const pdf = handMadePdf(
      'BT /F1 12 Tf 72 720 Td <0a1b0c3d> Tj /F2 12 Tf 0 -40 Td (Legible) Tj ET',
      `${chineseFont('Identity-H', 'Identity')}/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>`,
    );
    const { text, diagnostics } = await readPdf(pdf, 'a.pdf');
    expect(text).toBe('Legible');
    expect(diagnostics).toMatchObject([
      { code: 'undecodable-text', message: expect.stringContaining('page 1') },
    ]);
  });
});

it('what says for itself which text it is stands where it is drawn, in a form as well', async () => {
  const form =
    'BT /F1 12 Tf 1 0 0 1 60 20 Tm (A ) Tj /Span<</ActualText(ferry)>>BDC 1 0 0 1 72 20 Tm (f) Tj EMC 1 0 0 1 102 20 Tm (sailed at noon.) Tj ET';
  const font = '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  const pdf = handMadePdf(
    'q 1 0 0 1 0 600 cm /Fm Do Q q 0.5 0 0 0.5 250 650 cm /Fm Do Q',
    `${font}>>/XObject<</Fm 5 0 R`,
    [
      `<</Type/XObject/Subtype/Form/BBox[0 0 300 100]/Resources<</Font<<${font}>>>>/Length ${form.length}>>stream\n${form}\nendstream`,
    ],
  );
  expect(await linesRead(pdf)).toEqual(['A ferry sailed at noon.', 'A ferry sailed at noon.']);
});

describe('PDFs that cannot be read', () => {
  const picture = (document: PDFKit.PDFDocument) => document.image(ONE_PIXEL, 72, 72, { width: 400 });
  const refuses = async (pdf: Uint8Array, what: RegExp) =>
    expect(readPdf(pdf, 'a.pdf')).rejects.toMatchObject({
      name: 'DuiqiError',
      code: 'unreadable',
      message: expect.stringMatching(what),
    });

  it('says of a scan that it wants OCR', async () => {
    await refuses(await makePdf(picture), /^"a\.pdf" is a PDF of pictures without text.*ocrmypdf.*\.$/);
  });

  it('says of one without bytes that it is empty', async () => {
    await refuses(new Uint8Array(), /^"a\.pdf" is empty \(0 bytes\): .*\.$/);
  });

  it('names the pages that have no text', async () => {
    const pdf = await makePdf((document) => {
      document.text('A page with text.');
      picture(document.addPage());
      picture(document.addPage());
    });
    const { diagnostics } = await readPdf(pdf, 'a.pdf');
    expect(diagnostics).toMatchObject([
      { code: 'no-text-on-page', severity: 'warning', message: expect.stringContaining('pages 2 and 3') },
    ]);
  });

  it('wants a copy without a password, and needs none that only forbids printing', async () => {
    const draw = (document: PDFKit.PDFDocument) => document.text('Kept from printers.');
    await refuses(await makePdf(draw, { userPassword: 'pear' }), /^"a\.pdf" .*password.*\.$/);
    expect(await linesRead(makePdf(draw, { ownerPassword: 'pear' }))).toEqual(['Kept from printers.']);
  });

  it('refuses a file cut off early and what only begins as PDFs do', async () => {
    const pdf = await interleaved({ en: 16, zh: 11 });
    await refuses(pdf.slice(0, 400), /damaged/);
    await refuses(new TextEncoder().encode('%PDF-1.7\nThis is none.'), /damaged/);
  });
});

describe('damaged PDFs', () => {
  const isReadOrRefused = async (pdf: Uint8Array) => {
    const outcome = await readPdf(pdf, 'a.pdf').catch((error: unknown) => error);
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DuiqiError);
    else expect(outcome).toHaveProperty('text');
  };

  it('are read or refused wherever they are cut off', async () => {
    const pdf = await interleaved({ en: 16, zh: 11 });
    for (let part = 1; part < 30; part++) await isReadOrRefused(pdf.slice(0, (pdf.length * part) / 30));
  });

  it('are read or refused whatever their streams hold', async () => {
    const pdf = await interleaved({ en: 16, zh: 11 });
    const places = fc.array(fc.nat(), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(places, async (wheres) => {
        const damaged = pdf.slice();
        for (const where of wheres) damaged[where % Math.floor(pdf.length / 2)]! ^= 1 << (where % 8);
        await isReadOrRefused(damaged);
      }),
      { seed: 20261122, numRuns: 30 },
    );
  });

  it('names a page whose content breaks off, and keeps what stands before', async () => {
    const pdf = handMadePdf('', '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
    const written = new TextDecoder().decode(pdf);
    const twoPages = written
      .replace('[3 0 R]/Count 1', '[3 0 R 9 0 R]/Count 2')
      .replace('<</Length 0>>stream\n\n', () => {
        const content = 'BT /F1 12 Tf 72 720 Td (Still here.) Tj ET';
        return `<</Length ${content.length}>>stream\n${content}\n`;
      });
    const { text, diagnostics } = await readPdf(new TextEncoder().encode(twoPages), 'a.pdf');
    expect(text).toBe('Still here.');
    expect(diagnostics).toMatchObject([{ code: 'damaged-page', message: expect.stringContaining('page 2') }]);
  });

  it('say so where fonts number their glyphs as they like', async () => {
    const hex = ['0905', '0a1b', '0c3d', '0f05', '10a0', '1401'].join('');
    await expect(readPdf(shown(hex, 'Identity-H', 'Identity'), 'a.pdf')).rejects.toMatchObject({
      message: expect.stringContaining('fonts'),
    });
  });
});

describe('what is not read of a PDF', () => {
  const page = (number: number, state: Page['state'] = 'whole'): Page => ({
    number,
    state,
    directions: [[{ text: 'Text', left: 0, right: 20, baseline: 0, size: 10 }]],
    aslant: [],
    rules: [],
    sides: { left: 0, right: 595 },
    undecodable: 0,
    replaced: 0,
    blocks: [],
  });

  it('is said by page where a page has too much text, and by number where there are too many pages', () => {
    const missing = whatIsMissing([page(1), page(2, 'cut-short')], 30, 'a.pdf');
    expect(missing).toMatchObject([
      {
        code: 'too-long',
        severity: 'warning',
        message: expect.stringMatching(/page 2: there is more text.*first part/),
      },
      {
        code: 'too-long',
        severity: 'warning',
        message: expect.stringMatching(/30 pages.*first 2.*split it/),
      },
    ]);
  });

  it('is nothing where all of it was', () => {
    expect(whatIsMissing([page(1), page(2)], 2, 'a.pdf')).toEqual([]);
  });
});

describe('findPageFurniture', () => {
  const indices = (pages: readonly string[][]) => findPageFurniture(pages).map((found) => [...found].sort());

  it('finds heads, numbers that count pages, and numbers shared by two languages', () => {
    expect(
      indices(
        [1, 2, 3, 4].map((page) => ['Report', `Text ${page * page}`, 'More'.repeat(page), `${page} / 4`]),
      ),
    ).toEqual(Array(4).fill([0, 3]));
    expect(indices(['1', '1', '2', '2', '3', '3'].map((page, at) => [`Line ${at * at}`, page]))).toEqual(
      Array(6).fill([1]),
    );
    expect(indices(['i', 'ii', 'iii', 'iv'].map((page) => [`Preface ${page}.`, page]))).toEqual(
      Array(4).fill([1]),
    );
  });

  it('leaves text alone that only looks alike', () => {
    expect(
      indices([
        ['Article 4', 'a'],
        ['Article 9', 'b'],
        ['Article 11', 'c'],
      ]),
    ).toEqual([[], [], []]);
    expect(indices([['The same words'], ['Other words']])).toEqual([[], []]);
    expect(indices([['One page', '1']])).toEqual([[]]);
  });

  it('looks further in only where all that is further out is repeated', () => {
    expect(
      indices([1, 2, 3].map((page) => ['Head', 'Second head', `Text ${page * page}`, 'Again', 'Footer'])),
    ).toEqual(Array(3).fill([0, 1, 3, 4]));
    expect(
      indices([1, 2, 3].map((page) => [`Own ${page * page}`, 'Again', 'More', 'Text', `${page * page} end`])),
    ).toEqual(Array(3).fill([]));
  });
});

/** A PNG of one grey pixel. */
const ONE_PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
