/**
 * A stable 64-bit hash of a list of texts as 16 hexadecimal digits: for ids and for telling texts apart, not
 * for security. It is cyrb53 (bryc, public domain) with both 32-bit halves kept whole.
 */
export function hash(...texts: readonly string[]): string {
  const { low, high } = hashHalves(texts);
  return hexadecimal(high) + hexadecimal(low);
}

/** The same hash as two unsigned 32-bit numbers. */
export function hashHalves(texts: readonly string[]): { readonly low: number; readonly high: number } {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (const text of texts) {
    const { length } = text;
    for (let i = 0; i <= length; i++) {
      // The length, at the end, keeps ('ab', 'c') apart from ('a', 'bc').
      const value = i < length ? text.charCodeAt(i) : length;
      low = Math.imul(low ^ value, 2654435761);
      high = Math.imul(high ^ value, 1597334677);
    }
  }
  const finalLow = avalanche(low, high);
  return { low: finalLow >>> 0, high: avalanche(high, finalLow) >>> 0 };
}

function avalanche(half: number, other: number): number {
  const mixed = Math.imul(half ^ (half >>> 16), 2246822507);
  return mixed ^ Math.imul(other ^ (other >>> 13), 3266489909);
}

// Looked up by byte, since Number.prototype.toString(16) would take most of the time.
const bytes: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexadecimal(half: number): string {
  return bytes[half >>> 24]! + bytes[(half >>> 16) & 255]! + bytes[(half >>> 8) & 255]! + bytes[half & 255]!;
}
