import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { knowingLabels } from './markdown-definitions.js';

/** Codes of `[` and `]`. */
const OPENING = 91;
const CLOSING = 93;

/** Finds blocks: CommonMark with the tables, footnotes and task lists of GFM, and front matter. */
export const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(withoutBareLinks)
  .use(besideChinese)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .freeze();

/**
 * Takes out of GFM what it looks for inside of lines, save footnotes and the boxes of task lists. Only blocks are read
 * here, and looking for a bare address at the start of each word is most of the parser's time, squared in long paragraphs.
 */
function withoutBareLinks(this: Processor): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  for (const extension of micromarkExtensions) {
    const { [OPENING]: opening, [CLOSING]: closing } = extension.text ?? {};
    extension.text = { [OPENING]: opening, [CLOSING]: closing };
  }
  for (const extension of fromMarkdownExtensions.flat()) extension.transforms = [];
}

/** The parser for a part that refers to labels which may be defined in other parts. */
export function parserFor(labels: readonly string[]): typeof parser {
  if (labels.length === 0) return parser;
  return parser().use(knowing, labels).freeze();
}

function knowing(this: Processor, labels: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), knowingLabels(labels)];
}

/** Lets `**` next to Chinese punctuation begin and end emphasis, as everyone writes it, though CommonMark asks for a space there. */
function besideChinese(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), cjkFriendlyExtension()];
}
