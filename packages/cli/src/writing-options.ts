import { type Flag, type Language, version } from 'duiqi';
import { type FilterOptions, FLAGS } from 'duiqi/pairs';
import { type CommandLine, type OptionName, usage } from './command-line.js';
import type { WritingOptions } from './formats.js';
import { LANGUAGE_NAMES, listed, quoted } from './words.js';

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$/;
const DATE = /^\d{8}T\d{6}Z$/;

/** The options of every command that writes pairs. */
export const WRITING_OPTIONS = [
  'columns',
  'date',
  'direction',
  'doubtful',
  'drop',
  'markers',
  'min-score',
  'numbers',
  'output',
  'parts',
  'profile',
  'quiet',
  'source-lang',
  'target-lang',
  'to',
  'ui',
  'unaligned',
] as const satisfies readonly OptionName[];

/** How pairs are to be written, as options of the library. */
export function writingOptions(
  line: CommandLine,
): WritingOptions & Required<Pick<WritingOptions, 'minScore' | 'drop'>> {
  const direction = line.choice('direction') ?? 'en-zh';
  const sourceLanguage = languageTag(line, 'source-lang', direction === 'en-zh' ? 'en' : 'zh', direction);
  const targetLanguage = languageTag(line, 'target-lang', direction === 'en-zh' ? 'zh' : 'en', direction);
  const date = line.matching('date', DATE);
  const columns = line.list('columns');
  return {
    direction,
    creationToolVersion: version,
    markers: line.choice('markers') ?? 'both',
    numbers: line.has('numbers'),
    parts: line.has('parts'),
    profile: line.choice('profile') ?? 'default',
    ui: line.choice('ui') ?? 'en',
    ...filterOptions(line),
    ...(sourceLanguage !== undefined && { sourceLanguage }),
    ...(targetLanguage !== undefined && { targetLanguage }),
    ...(date !== undefined && { date }),
    ...(columns !== undefined && { columns }),
  };
}

/** Which pairs are written, as options of the library. */
export function filterOptions(line: CommandLine): Required<FilterOptions> {
  return {
    unaligned: line.has('unaligned'),
    minScore: line.number('min-score', 1) ?? 0,
    drop: (line.list('drop') ?? []).map(flag),
  };
}

function flag(name: string): Flag {
  const found = FLAGS.find((each) => each === name);
  if (found === undefined) {
    throw usage(`--drop takes flags (${listed(FLAGS, 'or')}), not ${quoted(name)}.`);
  }
  return found;
}

/** A tag of the other language is most likely a forgotten `--direction`. */
function languageTag(
  line: CommandLine,
  option: 'source-lang' | 'target-lang',
  language: Language,
  direction: string,
): string | undefined {
  const tag = line.matching(option, LANGUAGE_TAG);
  if (tag === undefined || tag.split('-')[0] === language) return tag;
  const wanted = `the tag of a kind of ${LANGUAGE_NAMES[language]} with --direction ${direction}`;
  throw usage(`--${option} takes ${wanted}, not ${quoted(tag)}.`);
}
