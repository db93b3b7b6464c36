import type { Part } from '../office/archive.js';
import { BODY_TEXT, HEADING } from '../office/style-names.js';
import { walkXml } from '../office/xml.js';
import { readProperty, readRunProperty, type WordProperties, type WordRun, wordName } from './properties.js';

/** What a style gives its paragraphs, with what it has from the styles that it is based on. */
export interface WordStyle {
  /** As Word calls it in every language: `heading 1`, `toc 2`. */
  readonly name: string;
  readonly outline: number | null;
  /** The list that the style is part of, its level there if it says one, and the style that says so. */
  readonly numbering: string | null;
  readonly level: number | null;
  readonly numberedBy: string;
  /** Whether what has it is hidden, unless it says otherwise itself. */
  readonly hidden: boolean;
}

/** Styles by their id. */
export type WordStyles = ReadonlyMap<string, WordStyle>;

interface Definition {
  readonly id: string;
  name: string;
  basedOn: string;
  readonly properties: WordProperties;
  readonly run: WordRun;
}

/** The name of the style of a paragraph, and whether that or the paragraph itself makes it a heading. */
export function lookOfStyle(
  { style: id, outline }: WordProperties,
  styles: WordStyles,
): { readonly name: string; readonly isHeading: boolean } {
  const style = styles.get(id ?? DEFAULT_STYLE);
  const name = style?.name ?? id ?? '';
  return { name, isHeading: (outline ?? style?.outline ?? BODY_TEXT) < BODY_TEXT || HEADING.test(name) };
}

/** The style that paragraphs have that name none. */
export const DEFAULT_STYLE = '';
/** Styles based on one another; Word allows eleven. */
const LONGEST_CHAIN = 16;

/** Reads `styles.xml` (ECMA-376 part 1, 17.7). */
export function readStyles(part: Part | undefined): WordStyles {
  const definitions = part === undefined ? new Map<string, Definition>() : readDefinitions(part);
  return new Map([...definitions].map(([id, definition]) => [id, resolve(definition, definitions)]));
}

function readDefinitions(part: Part): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  let style: Definition | null = null;
  walkXml(part, {
    open(element) {
      const name = wordName(element);
      if (name === 'style') {
        const id = element.attribute('styleId') ?? '';
        style = { id, name: id, basedOn: '', properties: {}, run: {} };
        definitions.set(id, style);
        const isDefault = /^(?:1|true|on)$/.test(element.attribute('default') ?? '');
        if (isDefault && element.attribute('type') === 'paragraph') definitions.set(DEFAULT_STYLE, style);
      } else if (style !== null) {
        if (name === 'name') style.name = element.attribute('val') ?? '';
        else if (name === 'basedOn') style.basedOn = element.attribute('val') ?? '';
        else {
          readProperty(style.properties, name, element);
          readRunProperty(style.run, name, element);
        }
      }
    },
    close(element) {
      if (wordName(element) === 'style') style = null;
    },
  });
  return definitions;
}

function resolve(definition: Definition, definitions: ReadonlyMap<string, Definition>): WordStyle {
  let outline: number | undefined;
  let numbered: Definition | undefined;
  let hidden: boolean | undefined;
  let style: Definition | undefined = definition;
  for (let length = 0; style !== undefined && length < LONGEST_CHAIN; length++) {
    outline ??= style.properties.outline;
    hidden ??= style.run.hidden;
    if (style.properties.numbering !== undefined) numbered ??= style;
    style = style.basedOn === '' ? undefined : definitions.get(style.basedOn);
  }
  return {
    name: definition.name,
    outline: outline ?? null,
    numbering: numbered?.properties.numbering ?? null,
    level: numbered?.properties.level ?? null,
    numberedBy: numbered?.id ?? '',
    hidden: hidden ?? false,
  };
}
