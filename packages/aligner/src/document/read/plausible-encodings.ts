import { TRADITIONAL } from '../writing/traditional.js';
import { ENCODINGS, type Encoding } from './encodings.js';

/** An encoding, and how much what it makes of some bytes looks like Chinese and English text; below 0, hardly. */
export interface PlausibleEncoding {
  readonly encoding: Encoding;
  readonly plausibility: number;
}

/**
 * The encodings that bytes may be in, the most plausible first.
 *
 * In a wrong encoding, Chinese text turns into rare characters. How rare a character is, the standards themselves tell:
 * the first level of GB 2312 has the 3755 common simplified ones, that of Big5 the 5401 common traditional ones. For
 * texts of a few characters, the most frequent ones count more. A library for this knows 80 more encodings, which no
 * input here is in, and weighs more than a megabyte.
 */
export function plausibleEncodings(bytes: Uint8Array): readonly PlausibleEncoding[] {
  const samples = samplesOf(bytes);
  const weights = characterWeights();
  const plausibilityOf = (encoding: Encoding): number => {
    const decoder = new TextDecoder(encoding);
    return samples.reduce((sum, sample) => sum + plausibility(decoder.decode(sample), weights), 0);
  };
  return ENCODINGS.map((encoding) => ({ encoding, plausibility: plausibilityOf(encoding) })).sort(
    (a, b) => b.plausibility - a.plausibility,
  );
}

/** Places of a file that are looked at, and the bytes at each. */
const SAMPLES = 8;
const SAMPLE_BYTES = 4096;

/** Stretches that hold more than ASCII, spread over the bytes. Each begins where a character does. */
function samplesOf(bytes: Uint8Array): Uint8Array[] {
  const samples: Uint8Array[] = [];
  let end = 0;
  for (let place = 0; place < SAMPLES; place++) {
    let at = Math.max(end, Math.floor((place * bytes.length) / SAMPLES));
    // A byte so low is no part of a longer character: at the next high one, a character begins.
    if (at > 0) while (at < bytes.length && bytes[at]! >= 0x30) at++;
    while (at < bytes.length && bytes[at]! < 0x80 && bytes[at] !== 0) at++;
    if (at >= bytes.length) break;
    const start = at - (at % 2); // where a unit of UTF-16 begins
    end = Math.min(start + SAMPLE_BYTES, bytes.length);
    samples.push(bytes.subarray(start, end));
  }
  return samples;
}

/** The most frequent characters of Chinese texts, with those that only traditional texts have. */
const FREQUENT_CHARACTERS = `的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都
  然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种
  声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五
  太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期${TRADITIONAL}`;

const FREQUENT = 12;
const COMMON = 4;
const ASCII = 1;
const NEUTRAL = 0;
const RARE = -4;
const HALF_OF_RARE = RARE / 2;
const FOREIGN = -12;
const NO_TEXT = -24;

/** How much each UTF-16 unit speaks for the text that it is in. */
function characterWeights(): Int8Array {
  const weights = new Int8Array(0x10000).fill(FOREIGN);
  const weigh = (characters: string, weight: number): void => {
    for (let at = 0; at < characters.length; at++) weights[characters.charCodeAt(at)] = weight;
  };
  weights.fill(NO_TEXT, 0, 0xa0).fill(NEUTRAL, 0x09, 0x0e).fill(ASCII, 0x20, 0x7f);
  weights.fill(NEUTRAL, 0xa0, 0x100); // Latin-1
  weights.fill(NEUTRAL, 0x2000, 0x2070); // dashes, quotation marks
  weights.fill(RARE, 0x3400, 0xa000); // Han characters
  weights.fill(HALF_OF_RARE, 0xd800, 0xe000); // surrogates
  weights.fill(NO_TEXT, 0xe000, 0xf900); // private use
  weights.fill(NEUTRAL, 0xff01, 0xff5f); // full-width forms
  weigh(rows('gb18030', 0xb0, 0xd7), COMMON);
  weigh(rows('big5', 0xa4, 0xc6), COMMON);
  weigh('\u3000、。，；：？！（）《》「」“”…—', COMMON);
  weigh(FREQUENT_CHARACTERS.replaceAll(/\s/g, ''), FREQUENT);
  return weights;
}

/** The characters of some rows of an encoding of two bytes, by their first bytes. */
function rows(encoding: Encoding, first: number, last: number): string {
  const bytes: number[] = [];
  for (let row = first; row <= last; row++) {
    for (let column = 0xa1; column <= 0xfe; column++) bytes.push(row, column);
    if (encoding === 'big5') for (let column = 0x40; column <= 0x7e; column++) bytes.push(row, column);
  }
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '');
}

function plausibility(text: string, weights: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += weights[text.charCodeAt(at)]!;
  return sum;
}
