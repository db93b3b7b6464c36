import type { Decoded } from './decoded.js';
import { Editor } from './editor.js';
import { error, type Finding, type Inspected, inOrder, type Remark } from './finding.js';
import { Markup, type MarkupHandler } from './markup.js';
import { XmlText } from './xml-text.js';

/** What looks at the elements of a format, with the means to say and to repair what it finds. */
export interface XmlInspector extends Omit<MarkupHandler, 'broken'> {
  /** What begins here and may still be changed or have something said of it; null where nothing does. */
  readonly undecided: number | null;
  /** The end of the file, or of what can be looked at. */
  end(): void;
}

export interface XmlContext {
  readonly editor: Editor;
  /** Reports what is found at an offset of the editor's text. */
  report(offset: number, remark: Remark): void;
  /** The line of an offset in the file. */
  line(offset: number): number;
}

/** No unit of a memory is longer; looking at one would take more memory than there may be. In UTF-16 code units. */
const LONGEST_UNIT = 1 << 24;

/** Inspects an XML file in parts that follow the elements which it is decided about. */
export function* inspectXml(
  decoded: Decoded,
  inspectorOf: (context: XmlContext) => XmlInspector,
): Generator<Inspected> {
  const pending: Finding[] = [];
  const source = new XmlText(decoded, (finding) => pending.push(finding));
  const editor = new Editor();
  const report = (offset: number, remark: Remark): void => {
    pending.push({ ...remark, ...source.place(offset) });
  };
  const inspector = inspectorOf({ editor, report, line: (offset) => source.place(offset).line });
  const markup = new Markup(editor, {
    open: (tag) => inspector.open(tag),
    close: (name, start, end) => inspector.close(name, start, end),
    text: (text) => inspector.text(text),
    broken: (why, at) => {
      inspector.end();
      report(
        at,
        error(
          'not-well-formed',
          `The XML is broken here (${why}), which makes the whole file unreadable: put it right, then check again.`,
        ),
      );
    },
  });

  for (const chunk of source.chunks()) {
    markup.write(chunk);
    if (!markup.stopped && editor.held > LONGEST_UNIT) {
      markup.stop();
      inspector.end();
      report(
        markup.end,
        error('structure', 'A unit ends nowhere in 16 million characters: what follows was not looked at.'),
      );
    }
    const decidedTo = markup.stopped
      ? editor.length
      : Math.min(inspector.undecided ?? markup.end, markup.end);
    pending.sort(inOrder);
    const place = source.place(decidedTo);
    const later = pending.findIndex((finding) => inOrder(finding, place) >= 0);
    yield { text: editor.take(decidedTo), findings: pending.splice(0, later < 0 ? pending.length : later) };
    source.forget(decidedTo);
  }
  if (!markup.stopped) {
    markup.close();
    if (!markup.stopped) inspector.end();
  }
  yield { text: editor.take(editor.length), findings: pending.sort(inOrder) };
}
