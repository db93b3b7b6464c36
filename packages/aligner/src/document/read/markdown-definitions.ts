import type { Code, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

/** The labels that a text defines anywhere, for links, pictures and footnotes: `[plan]: …`, `[^1]: …`. */
export function definedLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(DEFINITION)].map(([, label]) => identifier(label!)));
}

const DEFINITION = /^(?:[ \t]|> ?){0,9}\[((?:[^\]\\\n]|\\.){1,200})\]:/gm;

/** Those of the labels that a part of the text refers to. */
export function labelsUsed(part: string, defined: ReadonlySet<string>): readonly string[] {
  if (defined.size === 0) return [];
  const used = new Set([...part.matchAll(REFERENCE)].map(([, label]) => identifier(label!)));
  return [...used].filter((label) => defined.has(label));
}

const REFERENCE = /\[((?:[^[\]\\]|\\.){1,200})\]/g;

/**
 * Lets the parser know labels that are defined outside of the part of a text that it is given: without that, `[^1]` is text.
 * It stands before the constructs that begin with `[`, and never succeeds itself.
 */
export function knowingLabels(labels: readonly string[]): Extension {
  const links = labels.filter((label) => !label.startsWith('^'));
  const footnotes = labels.filter((label) => label.startsWith('^')).map((label) => label.slice(1));
  const told = new WeakSet<object>();
  return { text: { [OPENING]: { tokenize, add: 'before' } } };

  function tokenize(this: TokenizeContext, _effects: Effects, _ok: State, nok: State): State {
    // Both lists are the parser's own, made anew for each part and filled as it meets definitions.
    const parser = this.parser as typeof this.parser & { gfmFootnotes?: string[] };
    if (!told.has(parser)) {
      told.add(parser);
      parser.defined.push(...links);
      parser.gfmFootnotes = [...(parser.gfmFootnotes ?? []), ...footnotes];
    }
    return (code: Code) => nok(code);
  }
}

const OPENING = '['.charCodeAt(0);

/** A label as the parser compares it (micromark-util-normalize-identifier). */
function identifier(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
