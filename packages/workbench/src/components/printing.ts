import { judge } from '../view/rows.js';
import type { Workbench } from '../workbench.js';
import { chineseTag } from './chinese-tag.js';
import { reasonInWords } from './reasons.js';

/**
 * Prints the rows that are shown as a table. The list on the screen is no page: of its rows, only those in sight are drawn.
 *
 * @returns ends it
 */
export function preparePrinting(workbench: Workbench): () => void {
  let sheet: HTMLElement | null = null;
  const before = (): void => {
    sheet?.remove();
    sheet = sheetOf(workbench);
    if (sheet) document.body.append(sheet);
  };
  const after = (): void => {
    sheet?.remove();
    sheet = null;
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

function sheetOf({ desk: { state, words }, list }: Workbench): HTMLElement | null {
  const { review } = list;
  if (state.screen !== 'review' || !review || !state.document) return null;
  const sheet = element('section', { class: 'sheet-of-paper' });
  sheet.append(element('h1', {}, state.document.title));
  const table = element('table');
  const head = element('tr');
  for (const word of ['columnNumber', 'english', 'chinese', 'columnState'] as const)
    head.append(element('th', {}, words(word)));
  const [thead, tbody] = [element('thead'), element('tbody')];
  thead.append(head);
  table.append(thead, tbody);
  const zh = chineseTag(review);
  for (const place of list.shown) {
    const row = review.rowAt(place)!;
    const { look, doubts } = judge(row);
    const state = { fine: '', doubtful: '!', alone: '!', confirmed: '✓', empty: '' }[look];
    const reasons = doubts.map((doubt) => reasonInWords(doubt, words)).filter((reason) => reason !== '');
    const line = element('tr');
    line.append(
      element('td', {}, String(place + 1)),
      element('td', { lang: 'en' }, row.en.text),
      element('td', { lang: zh }, row.zh.text),
      element('td', {}, [state, reasons.join('; '), row.comment ?? ''].filter(Boolean).join(' ')),
    );
    tbody.append(line);
  }
  sheet.append(table);
  return sheet;
}

/** An element of text; text is text in it. */
function element(name: string, attributes: Readonly<Record<string, string>> = {}, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
