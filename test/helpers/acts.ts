import type { Act, Review } from 'duiqi/review';
import fc from 'fast-check';

/** Numbers from which an act is made that may apply to the rows as they are then. */
export type Choice = readonly [kind: Act['type'], row: number, other: number, place: number];

const KINDS = [
  'merge',
  'split',
  'move',
  'place',
  'part',
  'pair',
  'insert',
  'edit',
  'delete',
  'confirm',
  'doubt',
  'reset',
  'comment',
] as const satisfies readonly Act['type'][];

export function choices(
  maxLength: number,
  kinds: readonly Act['type'][] = KINDS,
): fc.Arbitrary<readonly Choice[]> {
  return fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)), {
    maxLength,
  });
}

/** The act that some numbers stand for among the rows of a review; null where it has none. */
export function actOf({ rows }: Review, [type, one, other, place]: Choice): Act | null {
  const chosen = rows[one % Math.max(1, rows.length)];
  const second = rows[other % Math.max(1, rows.length)];
  if (chosen === undefined || second === undefined) return null;
  const row = chosen.id;
  const side = place % 2 === 0 ? 'en' : 'zh';
  switch (type) {
    case 'split': {
      const cut = (text: string, at: number): number => at % (text.length + 1);
      return {
        type,
        row,
        ...(place % 3 !== 0 && { en: cut(chosen.en.text, other) }),
        ...(place % 5 !== 0 && { zh: cut(chosen.zh.text, place) }),
      };
    }
    case 'move':
      return { type, row, side, which: other % 2 === 0 ? 'first' : 'last' };
    case 'place': {
      const segment = place % Math.max(1, chosen[side].segments.length);
      const where = (['into', 'before', 'after'] as const)[(place >> 3) % 3];
      return { type, row, side, segment, to: second.id, where };
    }
    case 'pair':
      return { type, rows: [row, second.id] };
    case 'insert':
      return {
        type,
        after: place % 7 === 0 ? null : row,
        ...(place % 3 !== 1 && { en: `A new sentence, number ${place}.` }),
        ...(place % 3 !== 2 && { zh: `新的句子，第${place}句。` }),
      };
    case 'edit':
      return { type, row, side, text: editedText(chosen[side].text, side, place) };
    case 'comment':
      return { type, row, text: place % 4 === 0 ? '' : `Ask number ${place}.` };
    default:
      return { type, row } as Act;
  }
}

/** A wording with something more at its beginning, its end or within, or another one. */
function editedText(text: string, side: 'en' | 'zh', place: number): string {
  const more = side === 'en' ? ' indeed' : '确实';
  const middle = text.indexOf(side === 'en' ? ' ' : '，', place % (text.length + 1));
  switch (place % 4) {
    case 0:
      return `${more.trim()} ${text}`;
    case 1:
      return `${text}${more}`;
    case 2:
      return middle < 0 ? more : text.slice(0, middle) + more + text.slice(middle);
    default:
      return side === 'en' ? `Said in ${place} other words.` : `换了${place}种说法。`;
  }
}
