import type { Steps } from '../../../common/steps.js';

/** What is told of an RTF file as it is read. Text is told byte by byte, since each font has its own encoding. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word such as `\fs24`, or a control symbol such as `\~`; null where no number follows. */
  control(name: string, value: number | null): void;
  byte(value: number): void;
}

const [TAB, LINE_FEED, RETURN, SPACE, MINUS] = [0x09, 0x0a, 0x0d, 0x20, 0x2d];
const [APOSTROPHE, BACKSLASH, OPEN, CLOSE] = [0x27, 0x5c, 0x7b, 0x7d];
/** Letters of a control word, and digits of its number (RTF 1.9.1, "Control Word"). */
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

/**
 * Goes through the bytes of an RTF file (Rich Text Format 1.9.1) once. Bytes of `\bin` are passed over, and so is what no control
 * word can be.
 */
export function* walkRtf(bytes: Uint8Array, handler: RtfHandler): Steps<void> {
  for (let at = 0; at < bytes.length; ) {
    yield;
    at = walkUpTo(Math.min(at + STEP, bytes.length), bytes, at, handler);
  }
}

/** Bytes between two steps. */
const STEP = 2 ** 14;

/** Returns where what began before the end has ended. */
function walkUpTo(end: number, bytes: Uint8Array, start: number, handler: RtfHandler): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at++]!;
    if (byte === OPEN) handler.open();
    else if (byte === CLOSE) handler.close();
    else if (byte === BACKSLASH) at = readControl(bytes, at, handler);
    // Lines of the file are none of the text.
    else if (byte !== LINE_FEED && byte !== RETURN && byte !== 0) handler.byte(byte);
  }
  return at;
}

/** Reads what stands behind a backslash and returns where it ends. */
function readControl(bytes: Uint8Array, start: number, handler: RtfHandler): number {
  let at = start;
  const first = bytes[at] ?? 0;
  if (!isLetter(first)) {
    at++;
    if (first === APOSTROPHE) {
      const value = hexadecimal(bytes[at]) * 16 + hexadecimal(bytes[at + 1]);
      if (value < 0) return at;
      handler.byte(value);
      return at + 2;
    }
    if (first === BACKSLASH || first === OPEN || first === CLOSE) handler.byte(first);
    else if (first === LINE_FEED || first === RETURN) handler.control('par', null);
    else if (first === TAB) handler.control('tab', null);
    else handler.control(String.fromCharCode(first), null);
    return at;
  }
  while (isLetter(bytes[at] ?? 0) && at - start < LONGEST_WORD) at++;
  const name = String.fromCharCode(...bytes.subarray(start, at));
  const isNegative = bytes[at] === MINUS && isDigit(bytes[at + 1] ?? 0);
  if (isNegative) at++;
  let value: number | null = null;
  for (const from = at; isDigit(bytes[at] ?? 0) && at - from < LONGEST_NUMBER; at++) {
    value = (value ?? 0) * 10 + bytes[at]! - 0x30;
  }
  if (isNegative && value !== null) value = -value;
  if (bytes[at] === SPACE) at++;
  if (name === 'bin') return at + Math.max(0, value ?? 0);
  handler.control(name, value);
  return at;
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The value of a digit; far below zero for what is none. */
function hexadecimal(byte = 0): number {
  if (isDigit(byte)) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1000;
}
