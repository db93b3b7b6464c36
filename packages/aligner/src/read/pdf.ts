import { ExtractedText } from './extracted-text.js';
import type { Reading } from './reading.js';

export async function readPdf(_bytes: Uint8Array, _name: string): Promise<Reading> {
  return new ExtractedText().reading();
}
