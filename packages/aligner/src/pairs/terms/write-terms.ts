import { badArgument, checkList } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { checkOneOf } from '../export/option-checks.js';
import { rowHeight } from '../export/row-height.js';
import { guardedOnce } from '../export/sheet.js';
import {
  columnsXml,
  FROZEN_FIRST_ROW,
  HEADING_HEIGHT,
  LONGEST_CELL,
  letterOf,
  MOST_ROWS,
  numberCell,
  PRINTED_ACROSS,
  rowOf,
  SHEET_START,
  type Sheet,
  STYLES,
  textCell,
  workbookParts,
} from '../export/workbook.js';
import { xmlText } from '../export/xml-text.js';
import { oneLine, wellFormed } from '../text.js';
import type { TermProposal } from './propose-terms.js';

export const TERM_FORMATS = ['tsv', 'xlsx', 'tbx'] as const;
/**
 * A format that terms are written in.
 *
 * @useDeclaredType
 */
export type TermFormat = (typeof TERM_FORMATS)[number];

/** The columns of a table of terms: the first two make it a glossary, the others help a person to judge. */
const COLUMNS = [
  { name: 'English', width: 36, of: ({ en }: TermProposal) => en },
  { name: 'Chinese', width: 28, of: ({ zh }: TermProposal) => zh },
  { name: 'together', width: 10, of: ({ count }: TermProposal) => count },
  { name: 'in English', width: 10, of: ({ enCount }: TermProposal) => enCount },
  { name: 'in Chinese', width: 10, of: ({ zhCount }: TermProposal) => zhCount },
  { name: 'score', width: 8, of: ({ score }: TermProposal) => score },
  { name: 'an example', width: 60, of: ({ example }: TermProposal) => example.en },
  { name: 'in translation', width: 45, of: ({ example }: TermProposal) => example.zh },
] as const;

/**
 * Terms as a glossary to be looked through, and to be given to `readGlossary` then: a table of tab-separated values, an Excel
 * workbook, or a termbase (TBX-Basic, ISO 30042:2008). Strings are for text formats, bytes for Excel.
 *
 * @throws DuiqiError `bad-option`; `bad-input` for more terms than a sheet has rows
 */
export async function writeTerms(
  terms: readonly TermProposal[],
  format: TermFormat,
): Promise<Iterable<string> | Iterable<Uint8Array>> {
  const wanted = 'what proposeTerms gives';
  checkList('terms', terms, wanted);
  const isTerm = (term: Partial<TermProposal> | null): boolean =>
    [term?.en, term?.zh, term?.example?.en, term?.example?.zh].every((text) => typeof text === 'string');
  if (!terms.every(isTerm)) throw badArgument('terms', terms, wanted);
  checkOneOf('format', format, TERM_FORMATS);
  if (format === 'tsv') return tsv(terms);
  if (format === 'tbx') return tbx(terms);
  if (terms.length >= MOST_ROWS) {
    throw new DuiqiError(
      'bad-input',
      'There are more terms than an Excel sheet has rows: write TSV or TBX.',
      {
        problem: 'too-many-terms',
      },
    );
  }
  const { zipInPieces } = await import('../../common/zip.js');
  return zipInPieces(workbookParts([sheet(terms)]));
}

function* tsv(terms: readonly TermProposal[]): Iterable<string> {
  yield `${COLUMNS.map(({ name }) => name).join('\t')}\n`;
  for (const term of terms) {
    yield `${COLUMNS.map(({ of }) => oneLine(wellFormed(String(of(term))))).join('\t')}\n`;
  }
}

function sheet(terms: readonly TermProposal[]): Sheet {
  const filter = `A1:${letterOf(COLUMNS.length - 1)}${terms.length + 1}`;
  const rows = terms.map((term, index) => {
    const cells = COLUMNS.map(({ of }) => of(term));
    const height = rowHeight(cells.map((cell, place) => [String(cell), COLUMNS[place]!.width]));
    return rowOf(
      index + 2,
      height,
      cells.map((cell, place) =>
        typeof cell === 'number'
          ? numberCell(index + 2, place, cell, place === SCORE ? STYLES.score : STYLES.line)
          : // Only an example can be longer than a cell, and part of it is one too.
            textCell(index + 2, place, guardedOnce(wellFormed(cell)).slice(0, LONGEST_CELL), STYLES.text),
      ),
    );
  });
  const xml = [
    SHEET_START,
    FROZEN_FIRST_ROW,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(COLUMNS.map(({ width }) => ({ width, style: STYLES.column }))),
    '<sheetData>',
    rowOf(
      1,
      HEADING_HEIGHT,
      COLUMNS.map(({ name }, place) => textCell(1, place, name, STYLES.header)),
    ),
    ...rows,
    `</sheetData><autoFilter ref="${filter}"/>${PRINTED_ACROSS}</worksheet>`,
  ];
  return { name: 'terms', repeatsFirstRow: true, filter: () => filter, xml };
}

const SCORE = COLUMNS.findIndex(({ name }) => name === 'score');

function* tbx(terms: readonly TermProposal[]): Iterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>Proposed by duiqi</p></sourceDesc></fileDesc></martifHeader>
<text><body>
`;
  let number = 0;
  for (const { en, zh, count, example } of terms) {
    yield [
      `<termEntry id="t${++number}"><note>${count === 1 ? '1 pair' : `${count} pairs`}</note>`,
      langSet('en', en, example.en),
      langSet('zh', zh, example.zh),
      '</termEntry>\n',
    ].join('');
  }
  yield '</body></text>\n</martif>\n';
}

function langSet(language: string, term: string, context: string): string {
  return `<langSet xml:lang="${language}"><tig><term>${xmlText(term)}</term><descrip type="context">${xmlText(context)}</descrip></tig></langSet>`;
}
