import { isObject, parsed } from '../import/json-shapes.js';

/** A line of JSON Lines that was put right. */
export interface MendedLine {
  /** What was done, as advice, without a full stop. */
  readonly remedy: string;
  /** What there is now that was not, or `''` where something was taken away. */
  readonly fix: string;
  /** The line, or the lines that it was, each with its end. */
  readonly lines: readonly string[];
}

/** What programs get wrong most often, each with the line as it would be. */
const WAYS: readonly { readonly remedy: string; readonly fix: string; mend(body: string): string }[] = [
  {
    remedy: 'write the tabs and other control characters in it as escapes',
    fix: '\\t',
    mend: (body) =>
      body.replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  },
  {
    remedy: 'delete the comma or bracket of a list around it',
    fix: '',
    mend: withoutList,
  },
  {
    remedy: 'write null for NaN and Infinity',
    fix: 'null',
    mend: (body) => body.replace(/([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g, '$1null'),
  },
  { remedy: 'end it with }', fix: '}', mend: (body) => `${body}}` },
];

function withoutList(body: string): string {
  let end = body.length;
  while (end > 0 && (body[end - 1] === ',' || body[end - 1] === ']')) end--;
  return body.slice(body.startsWith('[') ? 1 : 0, end);
}

/** A line that is no JSON object as one, or as several, without a text in it being changed; null where that cannot be told. */
export function mendedLine(line: string): MendedLine | null {
  const body = line.trim();
  const end = line.slice(line.trimEnd().length) || '\n';
  for (const { remedy, fix, mend } of WAYS) {
    const mended = mend(body);
    if (mended !== body && isObject(parsed(mended))) return { remedy, fix, lines: [`${mended}${end}`] };
  }
  const several = body.split(/(?<=\})\s*(?=\{)/);
  if (several.length === 1 || !several.every((each) => isObject(parsed(each)))) return null;
  return {
    remedy: `put each of the ${several.length} objects in it on a line of its own`,
    fix: '\n',
    lines: several.map((each, place) => `${each}${place < several.length - 1 ? '\n' : end}`),
  };
}
