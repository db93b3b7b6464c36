import { type Stamp, templateOf, withBareNumber } from './page-furniture.js';

/** A number at one end of a line that may be that of its page: `17`, `B1102` or, by chapters, `2-5`. */
export interface Token {
  readonly form: string;
  /** Of the chapter, 0 where pages are counted through, and of the page. */
  readonly chapter: number;
  readonly page: number;
  /** What the line holds besides, each number as `#`. */
  readonly rest: string;
  /** Whether a bar or a wide gap sets it apart from the rest. */
  readonly apart: boolean;
}

const NUMBER = String.raw`(?<prefix>[A-Z]{0,2})(?:(?<chapter>\d{1,2})[-–])?(?<page>\d{1,4})`;
const BETWEEN = String.raw`(?<gap>\s*[|｜·•]\s*|\s+[—–/／-]\s+|\s+)`;
const AT_END = new RegExp(String.raw`^(?<rest>.*[^\s|｜·•/／])${BETWEEN}${NUMBER}$`, 'u');
// What begins with a number itself, such as a year, stands well apart from that of the page.
const AT_START = new RegExp(
  String.raw`^${NUMBER}${BETWEEN}(?<rest>[^\s|｜·•/／\d].*|(?<=\s{2})\d[^\p{L}]*\p{L}.*)$`,
  'u',
);

const ALONE = new RegExp(`^(?:[|｜[【] ?)?${NUMBER}(?: ?[|｜\\]】])?$`);

/** The numbers in a line that may be that of a page; none in one that is no head by its looks. */
export function tokensOf(text: string, stamp: Stamp | null): Token[] {
  // Lines that are no stamps may be of any length.
  if (stamp === null) return [];
  const written = withBareNumber(text.trim());
  const { kind } = stamp;
  if (kind === 'bare') {
    const { prefix = '', chapter, page } = ALONE.exec(written)?.groups ?? {};
    return page === undefined ? [] : [tokenOf(prefix, chapter, page, '', true)];
  }
  if (kind !== 'head') return [];
  return [AT_END, AT_START].flatMap((pattern): Token[] => {
    const { prefix = '', chapter, page, gap = '', rest = '' } = pattern.exec(written)?.groups ?? {};
    if (page === undefined) return [];
    const apart = gap.length > 2 || gap.includes('\t') || gap.trim() !== '';
    const isLong = rest.split(/\s+/).length >= 3 || (rest.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5;
    if (!apart && gap.length === 1 && !isLong) return [];
    return [tokenOf(prefix, chapter, page, templateOf(rest), apart)];
  });
}

function tokenOf(
  prefix: string,
  chapter: string | undefined,
  page: string,
  rest: string,
  apart: boolean,
): Token {
  const form = `${prefix}${chapter === undefined ? '' : '-'}`;
  return { form, chapter: Number(chapter ?? 0), page: Number(page), rest, apart };
}
