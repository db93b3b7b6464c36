/** The letters and digits of a text without width and case: what remains equal when only its looks were changed. */
export function lettersAndDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}
