import { checkOptionsAreOne, checkText, shown } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { inputName } from '../../document/read/reading.js';
import { held } from '../import/held.js';
import type { PairSource, PairStream } from '../import/pair-source.js';
import { type Decoded, decoded } from './decoded.js';
import type { Finding, Inspected } from './finding.js';

/** What `check` and `repaired` are told of a file. */
export interface CheckOptions {
  /** Name of the file: for messages, and for the format. */
  readonly name?: string;
  /** `auto`, the default, goes by the ending of the name, and by the first characters where that says nothing. */
  readonly format?: 'auto' | CheckFormat;
}

/** Formats that can be checked. */
export type CheckFormat = 'tmx' | 'xliff' | 'jsonl';

/**
 * What would break the import of a file of pairs, in the order of the file: a TMX, an XLIFF of 1.2 or 2, or JSON Lines, of any
 * origin. The file is read while the findings are gone through, and anew each time, so that one of a million pairs needs little
 * memory.
 *
 * @throws DuiqiError `bad-option` or `unreadable` where the format cannot be told, or a line of JSON has no end in sight; whatever else
 * the file holds is a finding
 */
export async function check(
  source: PairSource | PairStream,
  options: CheckOptions = {},
): Promise<Iterable<Finding>> {
  const inspect = await inspection(source, options);
  return {
    *[Symbol.iterator]() {
      for (const { findings } of inspect()) yield* findings;
    },
  };
}

/**
 * The file again with everything repaired of which the finding has a `fix`, and otherwise as it was, character by character; to be
 * written as UTF-8. What it yields, checked, has no such finding any more.
 *
 * @throws DuiqiError as `check`
 */
export async function repaired(
  source: PairSource | PairStream,
  options: CheckOptions = {},
): Promise<Iterable<string>> {
  const inspect = await inspection(source, options);
  return {
    *[Symbol.iterator]() {
      for (const { text } of inspect()) if (text !== '') yield text;
    },
  };
}

async function inspection(
  source: PairSource | PairStream,
  options: CheckOptions,
): Promise<() => Iterable<Inspected>> {
  checkOptionsAreOne(options);
  const { name = '', format = 'auto' } = options;
  checkText('name', name);
  const file = decoded(await held(source), name);
  const chosen = format === 'auto' ? formatOf(file, name) : format;
  switch (chosen) {
    case 'jsonl': {
      const { inspectJsonl } = await import('./inspect-jsonl.js');
      return () => inspectJsonl(file, name);
    }
    case 'tmx':
    case 'xliff': {
      const { inspectXml } = await import('./inspect-xml.js');
      const { TmxInspector } = await import('./inspect-tmx.js');
      const { XliffInspector } = await import('./inspect-xliff.js');
      const Inspector = chosen === 'tmx' ? TmxInspector : XliffInspector;
      return () => inspectXml(file, (context) => new Inspector(context));
    }
    default:
      throw new DuiqiError('bad-option', `format must be auto, tmx, xliff or jsonl, not ${shown(chosen)}.`, {
        format,
      });
  }
}

const ENDINGS: ReadonlyMap<string, CheckFormat> = new Map([
  ['tmx', 'tmx'],
  ['xlf', 'xliff'],
  ['xliff', 'xliff'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
]);

function formatOf(file: Decoded, name: string): CheckFormat {
  const byName = ENDINGS.get(/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
  if (byName !== undefined) return byName;
  let start = '';
  for (const chunk of file.chunks) {
    start += chunk;
    if (start.length > 2000) break;
  }
  start = start.trimStart().slice(0, 2000);
  if (start.startsWith('{')) return 'jsonl';
  if (/<(\w+:)?xliff[\s>]/.test(start)) return 'xliff';
  if (/<tmx[\s>]/.test(start)) return 'tmx';
  throw new DuiqiError(
    'unreadable',
    `${inputName(name)} is neither TMX nor XLIFF nor JSON Lines: check reads these, and duiqi export writes them.`,
    { name },
  );
}
