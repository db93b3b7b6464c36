import { info, warning } from '../../common/diagnostic.js';
import { DuiqiError } from '../../common/errors.js';
import type { Diagnostic } from '../../types.js';
import { lineSpans } from '../writing/lines.js';
import { declaredEncoding } from './declared-encoding.js';
import type { Encoding } from './encodings.js';
import { plausibleEncodings } from './plausible-encodings.js';
import { inputName } from './reading.js';
import { refuseTooLong } from './size.js';

/** How bytes are to be decoded. */
export interface Decoding {
  readonly encoding: 'auto' | Encoding;
  /** Whether what is no text in the encoding is read as U+FFFD. */
  readonly lossy: boolean;
}

/** Text that was bytes, with what is to be said of them. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Text out of bytes. Their encoding is the one given; else what their byte order mark says; else UTF-8 where they are
 * valid UTF-8; else what they declare, as HTML and XML do; else the one in which they look most like Chinese and English.
 * The byte order mark is no part of the text.
 *
 * @throws DuiqiError `undecodable` for bytes that are no text, or no text in that encoding: it says where; `unreadable` for more
 * than one string holds
 */
export function decode(
  bytes: Uint8Array,
  name: string,
  { encoding, lossy }: Decoding = { encoding: 'auto', lossy: false },
): DecodedText {
  refuseTooLong(bytes.length, name);
  if (encoding !== 'auto') return decodeAs(bytes, name, { encoding }, lossy);
  const marked = markedEncoding(bytes);
  if (marked !== null) return decodeAs(bytes, name, { encoding: marked }, lossy);
  const utf8 = bytes.includes(0) ? null : textIn('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', diagnostics: [] };
  const declared = declaredEncoding(bytes);
  const text = declared && textIn(declared, bytes);
  if (declared && text && !text.includes('\0')) return withNote(text, name, { encoding: declared });
  return decodeAs(bytes, name, guess(bytes), lossy);
}

/** What an encoding was taken for, and why it might be another one. */
interface Choice {
  readonly encoding: Encoding;
  /** Another encoding that the bytes might be in. */
  readonly other?: Encoding;
  /** Whether the bytes hardly look like text in any encoding. */
  readonly doubtful?: boolean;
}

function decodeAs(bytes: Uint8Array, name: string, choice: Choice, lossy: boolean): DecodedText {
  const { encoding, doubtful = false } = choice;
  // Only UTF-16 text has bytes that are 0.
  if ((doubtful || !encoding.startsWith('utf-16')) && bytes.includes(0)) throw binary(bytes, name);
  const text = textIn(encoding, bytes);
  if (text?.includes('\0')) throw binary(bytes, name);
  if (text !== null) return withNote(text, name, choice);
  const damage = firstDamage(bytes, encoding);
  if (!lossy) throw undecodable(damage, name, encoding);
  const decoded = withNote(new TextDecoder(encoding).decode(bytes), name, choice);
  return { ...decoded, diagnostics: [...decoded.diagnostics, replaced(decoded.text, damage, name)] };
}

/** The text of bytes; null where they are none in that encoding. */
function textIn(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The encoding that a byte order mark says; null without one. */
export function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function guess(bytes: Uint8Array): Choice {
  const [best, second] = plausibleEncodings(bytes);
  const { encoding, plausibility } = best!;
  // With enough text, no wrong encoding makes half as much of it as the right one.
  return plausibility > 0 && 2 * second!.plausibility >= plausibility
    ? { encoding, other: second!.encoding }
    : { encoding, doubtful: plausibility < 0 };
}

/** Where bytes are no text. */
interface Damage {
  /** Offset of the first byte that belongs to no character. */
  readonly offset: number;
  /** Its line, counted from 1. */
  readonly line: number;
  /** True where all is well but for the last character, of which not all bytes are there. */
  readonly cutOff: boolean;
}

/** Bytes that are decoded at once while damage is looked for. */
const CHUNK = 4096;

/** The first damage of bytes that are no text in an encoding. `TextDecoder` does not say where it fails. */
function firstDamage(bytes: Uint8Array, encoding: Encoding): Damage {
  const stream = { stream: true };
  let sound = 0;
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (; sound < bytes.length; sound += CHUNK) decoder.decode(bytes.subarray(sound, sound + CHUNK), stream);
  } catch {
    // In this chunk, or in a character that began in the one before.
  }
  const near = Math.max(0, sound - 2 * CHUNK);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let text = decoder.decode(bytes.subarray(0, near), stream);
  let offset = near;
  let at = near;
  try {
    for (; at < bytes.length; at++) {
      const character = decoder.decode(bytes.subarray(at, at + 1), stream);
      if (character !== '') offset = at + 1;
      text += character;
    }
  } catch {
    // The character that began at `offset` is none.
  }
  return { offset, line: lineSpans(text).length, cutOff: at === bytes.length };
}

function withNote(text: string, name: string, { encoding, other, doubtful = false }: Choice): DecodedText {
  const hint = other
    ? `; ${nameOf(other)} is possible too: the option encoding says which`
    : doubtful
      ? ', in which it hardly looks like Chinese or English text: if characters look wrong, save it as UTF-8'
      : '';
  const note = (doubtful ? warning : info)(
    'encoding',
    `${inputName(name)} was read as ${nameOf(encoding)}${hint}.`,
    {
      values: other
        ? { kind: 'either', name, encoding: nameOf(encoding), other: nameOf(other) }
        : { kind: doubtful ? 'doubtful' : 'certain', name, encoding: nameOf(encoding) },
    },
  );
  return {
    text,
    encoding,
    diagnostics: encoding === 'utf-8' ? [] : [note, ...privateCharacters(text, name, encoding)],
  };
}

/** Node.js decodes the characters that HKSCS adds to Big5 as private ones, which say nothing; browsers know them. */
function privateCharacters(text: string, name: string, encoding: Encoding): Diagnostic[] {
  const first = encoding === 'big5' ? text.search(PRIVATE_USE) : -1;
  if (first < 0) return [];
  return [
    warning(
      'undecodable',
      `${inputName(name)} has characters that are not in Big5 itself but in its extension for Hong Kong (HKSCS) or a private one, and cannot be decoded here: save it as UTF-8 to have them right.`,
      { span: { start: first, end: first + 1 }, values: { kind: 'big5', name } },
    ),
  ];
}

const PRIVATE_USE = /[\ue000-\uf8ff]/;

function replaced(text: string, { offset, line }: Damage, name: string): Diagnostic {
  const first = text.indexOf('\ufffd');
  const count = text.split('\ufffd').length - 1;
  const characters =
    count === 1
      ? '1 character that cannot be decoded and was'
      : `${count} characters that cannot be decoded and were`;
  return warning(
    'undecodable',
    `${inputName(name)} has ${characters} replaced by � (U+FFFD), the first in line ${line} (byte ${offset}).`,
    { span: { start: first, end: first + 1 }, values: { kind: 'replaced', name, count, line } },
  );
}

function undecodable({ offset, line, cutOff }: Damage, name: string, encoding: Encoding): DuiqiError {
  const where = `byte ${offset} (line ${line})`;
  const message = cutOff
    ? `${inputName(name)} ends in the middle of a character, at ${where}: it is not complete, so copy or download it again, or read it as it is with the option lossy.`
    : `${inputName(name)} cannot be read as ${nameOf(encoding)} from ${where} on: say in which encoding it is, save it as UTF-8, or replace what cannot be read with the option lossy.`;
  return new DuiqiError('undecodable', message, {
    name,
    problem: cutOff ? 'cut-off' : 'other-encoding',
    encoding,
    offset,
    line,
    cutOff,
  });
}

function binary(bytes: Uint8Array, name: string): DuiqiError {
  const offset = bytes.indexOf(0);
  return new DuiqiError(
    'undecodable',
    `${inputName(name)} is not plain text but some other kind of file (byte ${offset} is 0): open it in its program and save it as plain text in UTF-8.`,
    { name, problem: 'not-text', offset },
  );
}

/** How messages call an encoding. */
function nameOf(encoding: Encoding): string {
  return encoding.toUpperCase();
}
