/**
 * The predefined CMaps of PDF (ISO 32000-2, table 116) for Chinese fonts that are not embedded, made from what every
 * runtime has: the decoders of GB18030 and Big5. Adobe's own tables take megabytes, because they number characters
 * (CIDs) as fonts do. Here only text is wanted, so CIDs may be numbered as Unicode is, as long as the CMap from codes
 * to CIDs and the one from CIDs to Unicode agree.
 *
 * Adobe's numbers are kept for ASCII, since the widths of a font are given by CID. All its other CIDs, which fonts that
 * are encoded by CID hold, come out as private-use characters: text that cannot be decoded, and can be seen to be so.
 * So does text in the CMaps of Japanese and Korean.
 */
export function makeCMap(name: string): string {
  const collection = COLLECTIONS.find(({ ucs2, fromUnicode, fromBytes }) =>
    [ucs2, `${fromUnicode}-UCS2`, `${fromUnicode}-UTF16`, ...fromBytes].includes(name.replace(/-[HV]$/, '')),
  );
  if (collection === undefined) return name.endsWith('-UCS2') ? undecodableCids(0x10000) : CODES_AS_CIDS;
  if (name === collection.ucs2) return cidsToUnicode(collection);
  const writing = name.endsWith('-V') ? '/WMode 1 def\n' : '';
  return (
    writing + (name.startsWith(collection.fromUnicode) ? unicodeToCids() : bytesToCids(collection, name))
  );
}

interface Collection {
  readonly ucs2: string;
  readonly fromUnicode: string;
  readonly fromBytes: readonly string[];
  readonly encoding: 'gb18030' | 'big5';
  /** Adobe's CID of the half-width space. */
  readonly halfWidth: number;
}

const COLLECTIONS: readonly Collection[] = [
  {
    ucs2: 'Adobe-GB1-UCS2',
    fromUnicode: 'UniGB',
    fromBytes: ['GB-EUC', 'GBpc-EUC', 'GBK-EUC', 'GBKp-EUC', 'GBK2K'],
    encoding: 'gb18030',
    halfWidth: 814,
  },
  {
    ucs2: 'Adobe-CNS1-UCS2',
    fromUnicode: 'UniCNS',
    fromBytes: ['B5', 'B5pc', 'ETen-B5', 'ETenms-B5', 'HKscs-B5'],
    encoding: 'big5',
    halfWidth: 13648,
  },
];

/** Adobe's CID of the proportional space, in both collections. */
const PROPORTIONAL = 1;
/** Adobe's CIDs are below this, ours from here on. */
const FIRST_OWN_CID = 0x8000;
/** Unicode characters that have CIDs, in ranges `[first, end)` in the order of their CIDs. */
const RANGES: readonly (readonly [first: number, end: number])[] = [
  [0x80, 0x480],
  [0x2000, 0x2700],
  [0x3000, 0x3400],
  [0x3400, 0x4dc0],
  [0x4e00, 0xa000],
  [0xf900, 0xfb00],
  [0xfe30, 0xfe70],
  [0xff00, 0xfff0],
];

/** The ranges with the CIDs that they begin at. */
function ownRanges(): { first: number; last: number; cid: number }[] {
  let cid = FIRST_OWN_CID;
  return RANGES.map(([first, end]) => {
    const range = { first, last: end - 1, cid };
    cid += end - first;
    return range;
  });
}

function unicodeToCids(): string {
  const lines = ownRanges().map(({ first, last, cid }) => `<${hex(first)}> <${hex(last)}> ${cid}`);
  return [
    'begincodespacerange <0000> <d7ff> <d800dc00> <dbffdfff> <e000> <ffff> endcodespacerange',
    `begincidrange <0020> <007e> ${PROPORTIONAL}`,
    ...lines,
    'endcidrange',
  ].join('\n');
}

function bytesToCids({ encoding, halfWidth }: Collection, name: string): string {
  const codes: number[] = [];
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      codes.push(lead * 256 + trail);
      // Between line ends a pair that is no character spoils no other.
      bytes.push(lead, trail, 10);
    }
  }
  const decoded = new TextDecoder(encoding).decode(Uint8Array.from(bytes)).split('\n');
  const ranges = ownRanges();
  const mapped = codes.flatMap((code, index) => {
    const unit = decoded[index]!.length === 1 ? decoded[index]!.charCodeAt(0) : 0;
    const range = ranges.find(({ first, last }) => unit >= first && unit <= last);
    return range ? [`<${hex(code)}> ${range.cid + unit - range.first}`] : [];
  });
  const ascii = /^(?:GBKp|GBpc|B5pc)-/.test(name) ? PROPORTIONAL : halfWidth;
  return [
    'begincodespacerange <00> <80> <8140> <fefe> <81308130> <fe39fe39> endcodespacerange',
    `begincidrange <20> <7e> ${ascii} endcidrange`,
    'begincidchar',
    ...mapped,
    'endcidchar',
  ].join('\n');
}

function cidsToUnicode({ halfWidth }: Collection): string {
  const own = ownRanges().map(
    ({ first, last, cid }) => `<${hex(cid)}> <${hex(cid + last - first)}> <${hex(first)}>`,
  );
  const ascii = [PROPORTIONAL, halfWidth].map((cid) => `<${hex(cid)}> <${hex(cid + 0x7e - 0x20)}> <0020>`);
  return [undecodableCids(FIRST_OWN_CID), 'beginbfrange', ...own, ...ascii, 'endbfrange'].join('\n');
}

const TWO_BYTES = 'begincodespacerange <0000> <ffff> endcodespacerange';
const CODES_AS_CIDS = `${TWO_BYTES} begincidrange <0000> <ffff> 0 endcidrange`;

/** CIDs from 0 up to an end as U+F0000 and on, 1024 of them for each high surrogate. */
function undecodableCids(end: number): string {
  const lines: string[] = [];
  for (let cid = 0; cid < end; cid += 1024) {
    lines.push(`<${hex(cid)}> <${hex(cid + 1023)}> <${hex(0xdb80 + cid / 1024)}dc00>`);
  }
  return [TWO_BYTES, 'beginbfrange', ...lines, 'endbfrange'].join('\n');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
