import PDFDocument from 'pdfkit';

/** A text of a gazette, as long as its translation in clauses. */
export interface GazetteClause {
  readonly en: string;
  readonly zh: string;
  /** `heading` is set in the middle; the others are indented this often. */
  readonly level: 'title' | 'heading' | 0 | 1 | 2;
}

/** How the languages lie: on pages in turn; on the two halves of a spread, shown whole or each in turn; in columns of one page. */
export type GazetteLayout = 'pages' | 'spreads' | 'halves' | 'columns';

const PAGE = { width: 595, height: 842 };
const SIZE = 11;
const PITCH = 15;
const TOP = 110;
const BOTTOM = 90;
const INDENT = 24;

/** A line as it is set: words, or runs of one script, each with its place. */
interface SetLine {
  readonly parts: readonly { readonly text: string; readonly at: number }[];
  /** Space above it, in lines. */
  readonly above: number;
}

const metrics = new PDFDocument();
const latinWidth = (text: string): number => metrics.font('Times-Roman').fontSize(SIZE).widthOfString(text);
const isLatin = (text: string): boolean => /^[\x20-\x7e“”‘’–—]*$/.test(text);

/**
 * A PDF of a gazette: law in two languages, each page with a head and a number that has a letter, in fonts that are neither
 * embedded nor say which characters they hold, as gazettes have used them for decades.
 */
export function gazette(clauses: readonly GazetteClause[], layout: GazetteLayout): Uint8Array {
  const width = layout === 'columns' ? (PAGE.width - 130) / 2 - 10 : PAGE.width - 130;
  const contents = (['en', 'zh'] as const).map((language) =>
    pagesOf(clauses.flatMap((clause) => linesOf(clause, language, width))),
  );
  const count = Math.max(...contents.map(({ length }) => length));
  const pages: { content: string; box: readonly number[]; crop?: readonly number[] }[] = [];
  for (let page = 0; page < count; page++) {
    const [en, zh] = contents.map((all) => all[page] ?? []);
    const numbers = [page * 2 + 1301, page * 2 + 1302].map((number) => `B${number}`);
    const single = [0, 0, PAGE.width, PAGE.height];
    const double = [0, 0, 2 * PAGE.width, PAGE.height];
    const head = (language: 'en' | 'zh', left: number, number: string): string =>
      shown(
        language === 'en'
          ? [
              { text: 'Harbours and Ferries Ordinance', at: 0 },
              { text: number, at: 440 },
            ]
          : [
              { text: number, at: 0 },
              { text: '《港口及渡轮条例》', at: 370 },
            ],
        left,
        PAGE.height - 60,
      );
    if (layout === 'pages') {
      pages.push({ content: head('en', 65, numbers[0]!) + column(en!, 65), box: single });
      pages.push({ content: head('zh', 65, numbers[1]!) + column(zh!, 65), box: single });
    } else if (layout === 'columns') {
      const content = head('en', 65, numbers[0]!) + column(en!, 65) + column(zh!, 65 + width + 20);
      pages.push({ content, box: single });
    } else {
      const right = PAGE.width + 65;
      const content =
        head('en', 65, numbers[0]!) + column(en!, 65) + head('zh', right, numbers[1]!) + column(zh!, right);
      if (layout === 'spreads') pages.push({ content, box: double });
      else {
        pages.push({ content, box: double, crop: single });
        pages.push({ content, box: double, crop: [PAGE.width, 0, 2 * PAGE.width, PAGE.height] });
      }
    }
  }
  return written(pages);
}

function linesOf(clause: GazetteClause, language: 'en' | 'zh', width: number): SetLine[] {
  const isCentred = typeof clause.level === 'string';
  const left = isCentred ? 0 : INDENT * clause.level;
  const [, label = '', body = ''] = /^(\([a-z]+\)|\d+(?:\.\d+)*)? ?(.*)$/s.exec(clause[language])!;
  const hang = label === '' || isCentred ? 0 : INDENT + (label.length > 3 ? 6 : 0);
  const units = unitsOf(isCentred ? clause[language] : body);
  const lines: SetLine[] = [];
  let open: { text: string; width: number }[] = [];
  const room = width - left - hang;
  const flush = (isLast: boolean): void => {
    while (open.at(-1)?.text === ' ') open.pop();
    const used = open.reduce((sum, unit) => sum + unit.width, 0);
    const blanks = open.filter(({ text }) => text === ' ').length;
    const stretch = isLast || isCentred ? 0 : (room - used) / (blanks || open.length || 1);
    let at = left + hang + (isCentred ? (room - used) / 2 : 0);
    const parts: { text: string; at: number }[] = [];
    if (label !== '' && !isCentred && lines.length === 0) parts.push({ text: label, at: left });
    for (const unit of open) {
      if (unit.text !== ' ') parts.push({ text: unit.text, at });
      at += unit.width + (blanks === 0 || unit.text === ' ' ? stretch : 0);
    }
    lines.push({ parts, above: lines.length > 0 ? 0 : isCentred ? 1 : 0.4 });
    open = [];
  };
  for (const unit of units) {
    const used = open.reduce((sum, { width: each }) => sum + each, 0);
    if (used + unit.width > room && open.length > 0 && unit.text !== ' ') flush(false);
    if (unit.text !== ' ' || open.length > 0) open.push(unit);
  }
  flush(true);
  return lines;
}

/** What no line may be cut in: a word, or a character with the marks that belong to it. */
function unitsOf(text: string): { text: string; width: number }[] {
  const units = text.match(/ |[\x21-\x7e‘’–—]+|[“（《]*[^\x20-\x7e][，。；：、”）》]*/g) ?? [];
  return units.map((unit) => ({
    text: unit,
    width: isLatin(unit)
      ? latinWidth(unit)
      : [...unit].reduce((sum, each) => sum + (isLatin(each) ? latinWidth(each) : SIZE), 0),
  }));
}

function pagesOf(lines: readonly SetLine[]): SetLine[][] {
  const pages: SetLine[][] = [[]];
  let used = 0;
  for (const line of lines) {
    used += (1 + line.above) * PITCH;
    if (used > PAGE.height - TOP - BOTTOM) {
      pages.push([]);
      used = PITCH;
    }
    pages.at(-1)!.push(line);
  }
  return pages;
}

function column(lines: readonly SetLine[], left: number): string {
  let y = PAGE.height - TOP;
  return lines
    .map((line, at) => {
      y -= PITCH * (1 + (at > 0 ? line.above : 0));
      return shown(line.parts, left, y);
    })
    .join('');
}

const WIN_ANSI: Record<string, number> = { '“': 0x93, '”': 0x94, '‘': 0x91, '’': 0x92, '–': 0x96, '—': 0x97 };

/** Operators that show parts of a line, Latin letters in one font and all else in the other. */
function shown(parts: readonly { text: string; at: number }[], left: number, y: number): string {
  let content = '';
  for (const { text, at } of parts) {
    let x = left + at;
    for (const run of text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? []) {
      const isAscii = /^[\x20-\x7e]/.test(run) || isLatin(text);
      const codes = [...run].map((each) =>
        isAscii ? (WIN_ANSI[each] ?? each.charCodeAt(0)) : each.charCodeAt(0),
      );
      const hex = codes.map((code) => code.toString(16).padStart(isAscii ? 2 : 4, '0')).join('');
      content += `BT /${isAscii ? 'L' : 'C'} ${SIZE} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td <${hex}> Tj ET\n`;
      x += isAscii ? latinWidth(run) : SIZE * run.length;
    }
  }
  return content;
}

function written(
  pages: readonly { content: string; box: readonly number[]; crop?: readonly number[] }[],
): Uint8Array {
  const first = 6;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>',
    ...pages.flatMap(({ content, box, crop }, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[${box.join(' ')}]${crop ? `/CropBox[${crop.join(' ')}]` : ''}/Contents ${first + 2 * at + 1} 0 R/Resources<</Font<</L 3 0 R/C 4 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    ]),
  ];
  return new TextEncoder().encode(
    `%PDF-1.7\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer<</Root 1 0 R/Size ${objects.length + 1}>>\n`,
  );
}
