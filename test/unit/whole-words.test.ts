import { segment } from 'duiqi';
import { describe, expect, test } from 'vitest';

/** A wrapped text with something of its own in the middle. */
const wrapped = (
  middle: string,
): string => `The ferry crosses the river every morning before the market opens, and it
carries the bakers of the northern villages with their baskets of bread and
${middle}
the harbour master rings a bell when the last of them has gone ashore, after
which the crew scrubs the deck and waits for the children of the two schools.
`;

async function read(text: string): Promise<{ text: string; markup: string[] }> {
  const { en, markup } = await segment(text);
  // What is left out is something.
  expect(markup[0]!.filter(({ start, end }) => start >= end)).toEqual([]);
  return {
    text: en.segments.map((each) => each.text).join(' '),
    markup: markup[0]!.map(({ start, end }) => text.slice(start, end)),
  };
}

describe('words that ends of wrapped lines have cut', () => {
  test('are made whole, and the hyphen is none of the text', async () => {
    const found = await read(
      wrapped('cheese for the market stalls, which are set up in the neighbour-\nhood of the mill; then'),
    );
    expect(found.text).toContain('in the neighbourhood of the mill');
    expect(found.markup.filter((each) => each.trim() !== '')).toEqual(['-']);
  });

  test('with a hyphen that is only seen where a word is cut, too', async () => {
    const found = await read(
      wrapped(
        'cheese for the market stalls, which are set up in the neighbour\u2010\nhood of the mill; then',
      ),
    );
    expect(found.text).toContain('in the neighbourhood of the mill');
    expect(found.markup.filter((each) => each.trim() !== '')).toEqual(['\u2010']);
  });

  test('keep the hyphen that they have elsewhere in the text as well', async () => {
    const found = await read(
      `The mill is a well-known house, as well-known as the inn.\n\n${wrapped('cheese for the market stalls, which are set up beside the well-\nknown mill; then')}`,
    );
    expect(found.text).toContain('beside the well-known mill');
    expect(found.markup.filter((each) => each.trim() !== '')).toEqual([]);
  });

  test('are none before a number, after a number, or where the line goes on', async () => {
    for (const middle of [
      'cheese for the market stalls, which are set up on the pier of section A-\n12 of the mill; then',
      'cheese for the market stalls, which are set up between the piers of 12-\nmile creek and the mill; then',
      'cheese for the stalls, which are set up in the neighbour- hood of it\nor beside the mill; then',
    ]) {
      const found = await read(wrapped(middle));
      expect(found.text).toContain(middle.includes('- hood') ? 'neighbour- hood' : '-');
      expect(found.markup.filter((each) => each.trim() !== '')).toEqual([]);
    }
  });

  test('stay as they are at the end of a paragraph', async () => {
    const start = wrapped('cheese for the market stalls; then').trimEnd();
    const found = await read(`${start} It ends in neighbour-\n\nhood is the next.\n`);
    expect(found.text).toContain('neighbour-');
    expect(found.markup.filter((each) => each.trim() !== '')).toEqual([]);
  });
});
