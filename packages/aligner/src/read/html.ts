import { ExtractedText } from './extracted-text.js';
import type { Reading } from './reading.js';

export function readHtml(text: string, _name: string): Reading {
  const extracted = new ExtractedText();
  extracted.add('paragraph', [text]);
  return extracted.reading();
}
