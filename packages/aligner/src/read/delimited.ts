import { ExtractedText } from './extracted-text.js';
import type { Reading } from './reading.js';

export function readCommaSeparated(text: string, _name: string): Reading {
  const extracted = new ExtractedText();
  extracted.add('paragraph', [text]);
  return extracted.reading();
}

export const readTabSeparated = readCommaSeparated;
