import { warning } from '../common/diagnostic.js';
import type { DiagnosticValues } from '../common/diagnostic-values.js';
import { counted } from '../common/listed.js';
import { inputName } from '../document/read/reading.js';
import type { Diagnostic, Segmentation } from '../types.js';

/**
 * Why a document holds no Chinese though it seems that it should: its characters were spoilt when the file was written, or
 * there are only a few of them. Each source with such a cause gets one diagnostic.
 */
export function lostChinese({
  zh,
  languages,
  sources,
}: Pick<Segmentation, 'zh' | 'languages' | 'sources'>): Diagnostic[] {
  if (zh.segments.length > 0 && languages.some(({ code }) => code === 'cmn')) return [];
  // Its characters are those of another language then, which is named.
  const isExplained = languages.some(({ code }) => code === 'jpn' || code === 'kor');
  return sources.flatMap(({ name, text }) => {
    const start = text.slice(0, LOOKED_AT);
    const cause =
      misread(start) ?? questionMarks(start) ?? symbols(start) ?? (isExplained ? null : tooFew(start));
    return cause === null
      ? []
      : [warning('chinese-lost', `${inputName(name)} ${cause.why}.`, { values: { ...cause.values, name } })];
  });
}

interface Cause {
  /** What follows the name of the input, without a full stop. */
  readonly why: string;
  readonly values: WithoutName<DiagnosticValues['chinese-lost']>;
}

type WithoutName<Values> = Values extends unknown ? Omit<Values, 'name'> : never;

/** Characters of a text that are looked at: what spoils a file spoils it from the start. */
const LOOKED_AT = 100_000;
/** Characters in which something is recognised, and those that a message shows. */
const SAMPLE = 300;
const SHOWN = 12;
/** Characters in a row that no Western language writes in one word. */
const WESTERN_RUN =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]{4,}/g;

/** `æ¸¯å£` is 港口 in UTF-8, and `¸Û¿Ú` in GBK, if it is read as Western text. */
function misread(text: string): Cause | null {
  const found = (text.match(WESTERN_RUN) ?? []).join('').slice(0, SAMPLE);
  if (found.length < 2 * SHOWN) return null;
  const bytes = Uint8Array.from([...found].map((character) => westernByte(character)));
  for (const encoding of ['utf-8', 'gb18030', 'big5']) {
    const decoded = new TextDecoder(encoding).decode(bytes);
    const common = decoded.match(COMMON)?.length ?? 0;
    // Of characters that come about by chance few are so common.
    if (common * COMMON_SHARE < decoded.length) continue;
    const [written, meant] = [`${found.slice(0, SHOWN)}…`, `${decoded.slice(0, SHOWN / 3)}…`];
    return {
      why: `holds Chinese that was read in the wrong encoding before it was saved ("${written}" is "${meant}"): open the original file again and save it as UTF-8`,
      values: { kind: 'misread', found: written, meant },
    };
  }
  return null;
}

const COMMON =
  /[的一是不了在人有我他这個个们中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没動动面起看定天分还進进好小部其些主样理心本前开開但因只从想实實日军者意无力它与與长把机十民第公此已工使情明性知全三又关關点點正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运，。、]/gu;
/** At least one character of so many is a common one. */
const COMMON_SHARE = 4;

const BYTES_OF_WESTERN: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(at + 128)),
    at + 128,
  ]),
);

function westernByte(character: string): number {
  return BYTES_OF_WESTERN.get(character) ?? character.charCodeAt(0) & 0xff;
}

/** A program that cannot store a character writes `?`. */
function questionMarks(text: string): Cause | null {
  const marks = (text.match(/\?{4,}/g) ?? []).reduce((sum, run) => sum + run.length, 0);
  return marks < FEW
    ? null
    : {
        why: `has ${counted(marks, 'question mark')} in rows, as are written in the place of Chinese by a program that cannot store it: open the original file again and save it as UTF-8`,
        values: { kind: 'question-marks', count: marks },
      };
}

/** Characters of private use, which only the font that they were written in shows, and those that could not be decoded. */
function symbols(text: string): Cause | null {
  const found = text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  return found < FEW
    ? null
    : {
        why: `has ${counted(found, 'character')} that say nothing without the font or the encoding that they were written in: copy the text from where it can be read and save it as UTF-8`,
        values: { kind: 'symbols', count: found },
      };
}

/** Fewer are found in any text. */
const FEW = 8;

function tooFew(text: string): Cause | null {
  const found = text.match(/\p{Script=Han}/gu) ?? [];
  if (found.length === 0) return null;
  const shown = found.slice(0, SHOWN).join('');
  return {
    why: `has only ${counted(found.length, 'Chinese character')} ("${shown}"), which is too few: give it with its translation, sentence by sentence`,
    values: { kind: 'too-few', count: found.length, found: shown },
  };
}
