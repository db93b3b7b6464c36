/**
 * The value of a name in a JSON object, as it is written there: a number keeps all of its digits, an object the order of its
 * names. Undefined where there is no such name; of several, the last one counts, as for `JSON.parse`.
 *
 * @param json an object that `JSON.parse` takes
 */
export function rawValue(json: string, name: string): string | undefined {
  let found: string | undefined;
  let at = json.indexOf('{') + 1;
  for (;;) {
    at = skipped(json, at, /[\s,]*/y);
    if (json[at] !== '"') return found;
    const nameEnd = textEnd(json, at);
    const isWanted = JSON.parse(json.slice(at, nameEnd)) === name;
    const start = skipped(json, nameEnd, /\s*:\s*/y);
    at = valueEnd(json, start);
    if (isWanted) found = json.slice(start, at);
  }
}

function valueEnd(json: string, start: number): number {
  let depth = 0;
  for (let at = start; ; ) {
    const character = json[at];
    if (character === '"') {
      at = textEnd(json, at);
    } else if (character === '{' || character === '[') {
      depth++;
      at++;
    } else if (character === '}' || character === ']') {
      depth--;
      at++;
    } else {
      // A number or a word of JSON, or what stands between two values.
      at = skipped(json, at, /[^"{}[\],]+|,/y);
      if (depth === 0) return json.slice(start, at).trimEnd().length + start;
    }
    if (depth === 0) return at;
  }
}

/** Not by a pattern: texts of megabytes would be too deep for some. */
function textEnd(json: string, start: number): number {
  for (let at = start + 1; ; at++) {
    if (json[at] === '\\') at++;
    else if (json[at] === '"') return at + 1;
  }
}

function skipped(json: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  pattern.exec(json);
  return pattern.lastIndex;
}
