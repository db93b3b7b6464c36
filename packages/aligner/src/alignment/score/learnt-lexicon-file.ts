import { checkText, checkTextOrBytes } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { decode } from '../../document/read/decode.js';
import type { TextInput } from '../../options.js';
import { checkLearnt, isTranslation, type LearntLexicon } from './learnt-lexicon.js';

/** The first cell of the first line, and the version of the format in the second. */
const FORMAT = 'duiqi-lexicon';
const VERSION = '1';

/**
 * Writes a learnt lexicon as text with a tab between columns. The first line names the format, its version and the
 * lexicon that it was learnt on top of; each further line is a translation: Chinese word, English stem, occurrences.
 *
 * @throws DuiqiError `bad-option` for arguments of another kind
 */
export function toLexicon(learnt: LearntLexicon): Iterable<string> {
  checkLearnt(learnt);
  return lines(learnt);
}

function* lines({ base, translations }: LearntLexicon): Iterable<string> {
  yield `${FORMAT}\t${VERSION}\t${base}\n`;
  for (const { zh, stem, count } of translations) yield `${zh}\t${stem}\t${count}\n`;
}

/**
 * Reads what `toLexicon` writes.
 *
 * @param name of the file, for messages
 * @throws DuiqiError `bad-input` for other files, and for a line that is no translation, naming it;
 * `undecodable` for bytes that are no text
 */
export function parseLexicon(input: TextInput, name = ''): LearntLexicon {
  checkTextOrBytes('lexicon', input);
  checkText('name', name);
  const text = typeof input === 'string' ? input : decode(input, name).text;
  const file = name === '' ? 'This' : JSON.stringify(name);
  const [first = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r\n|\n/);
  const [format, version, base] = first.split('\t');
  if (format !== FORMAT || base === undefined) {
    throw new DuiqiError('bad-input', `${file} is no lexicon that duiqi train has written.`, { name });
  }
  if (version !== VERSION) {
    const message = `${file} is a lexicon of version ${version}, and this is a duiqi for version ${VERSION}: train it anew.`;
    throw new DuiqiError('bad-input', message, { name, version });
  }
  const translations = lines.flatMap((line, index) => {
    if (line === '') return [];
    const [zh = '', stem = '', digits = ''] = line.split('\t');
    const translation = { zh, stem, count: Number(digits) };
    if (isTranslation(translation)) return [translation];
    const message = `Line ${index + 2} of ${name === '' ? 'the lexicon' : JSON.stringify(name)} is no translation: it must have a Chinese word, an English stem and a count above 0.`;
    throw new DuiqiError('bad-input', message, { name, line: index + 2 });
  });
  return { base, translations };
}
