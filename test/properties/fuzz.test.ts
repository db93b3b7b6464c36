import { align, DuiqiError, type InputFormat } from 'duiqi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectConservation, expectOrder } from '../helpers/conservation.js';

/** How a reader is fuzzed: from files that are right, by changes that hit what its format is made of. */
interface Fuzzed {
  readonly format: InputFormat;
  readonly seeds: readonly Uint8Array[];
  /** Makes another file of one, by random numbers of 32 bits. */
  readonly mutate: (seed: Uint8Array, numbers: readonly number[]) => Uint8Array;
  readonly runs: number;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Cuts, doubles, swaps and overwrites stretches of bytes, and puts in the given tokens. Three numbers make one change. */
function mutateWith(tokens: readonly string[]): Fuzzed['mutate'] {
  return (seed, numbers) => {
    let file = [...seed];
    for (let at = 0; at + 2 < numbers.length; at += 3) {
      const [kind, place, amount] = [numbers[at]! % 5, numbers[at + 1]!, numbers[at + 2]!];
      const start = place % (file.length + 1);
      const stretch = file.slice(start, start + (amount % 40));
      const rest = file.slice(start + stretch.length);
      const head = file.slice(0, start);
      if (kind === 0) file = [...head, ...rest];
      else if (kind === 1) file = [...head, ...stretch, ...stretch, ...rest];
      else if (kind === 2) file = [...head, ...stretch.reverse(), ...rest];
      else if (kind === 3) file = [...head, amount & 0xff, ...file.slice(start + 1)];
      else file = [...head, ...bytes(tokens[amount % tokens.length]!), ...file.slice(start)];
    }
    return Uint8Array.from(file);
  };
}

const LINES = [
  'Rules of the harbor\n\n港口规则\n\n(1) Boats keep to the right of the buoys, and nets are dried on the shore. Lamps are lit\nat dusk.\n\n',
  '（一）船只靠浮标右侧行驶，渔网在岸上晾干。黄昏\n点灯。\n\nArticle 2 No one fishes here, unless\n\n第二条 任何人不得在此捕鱼，除非\n\n',
  'the harbor master allows it.\n\n港务局长准许。\n',
].join('');
const MARKDOWN = [
  '---\ntitle: Harbor\n---\n\n# Rules of the harbor\n\n# 港口规则\n\n1. Boats keep to the **right**.\n2. Nets are dried.\n\n   > On the shore.\n\n',
  '1. 船只靠**右**行驶。\n2. 晾干渔网。\n\n| Boat | 船 |\n|---|---|\n| old | 旧 |\n\n```\nno boat\n```\n\n<div>\nA boat [^1]\n</div>\n\n[^1]: 一条船\n',
].join('');

const TEXT_TOKENS = [
  '\n',
  '\r',
  '\n\n',
  '\f',
  '\u2028',
  '\0',
  '\ufeff',
  '（一）',
  '1. ',
  '。',
  '. ',
  '"',
  '\t',
  '\u3000',
  '🚢',
];
const MARKDOWN_TOKENS = [
  ...TEXT_TOKENS,
  ...[
    '# ',
    '> ',
    '- ',
    '    ',
    '```\n',
    '~~~\n',
    '---\n',
    '|',
    '\n|---|\n',
    '<',
    '<!--',
    '-->',
    '[',
    '](',
    '[^1]',
    '**',
    '`',
    '\\',
    '&amp;',
  ],
];

const FUZZED: readonly Fuzzed[] = [
  { format: 'text', seeds: [bytes(LINES), bytes(MARKDOWN)], mutate: mutateWith(TEXT_TOKENS), runs: 150 },
  {
    format: 'markdown',
    seeds: [bytes(LINES), bytes(MARKDOWN)],
    mutate: mutateWith(MARKDOWN_TOKENS),
    runs: 300,
  },
];

const KNOWN = ['undecodable', 'unreadable'];

test.each(FUZZED)('$format: a file that is wrong anywhere gives a result or one sentence', async (fuzzed) => {
  const { format, seeds, mutate, runs } = fuzzed;
  const numbers = fc.array(fc.nat({ max: 0xffff_ffff }), { minLength: 3, maxLength: 24 });
  const property = fc.asyncProperty(fc.constantFrom(...seeds), numbers, async (seed, chosen) => {
    const file = mutate(seed, chosen);
    try {
      const alignment = await align(file, { format });
      expectConservation(alignment);
      expectOrder(alignment);
      expectSpansInOrder(alignment);
    } catch (error) {
      if (!(error instanceof DuiqiError)) throw error;
      expect(KNOWN).toContain(error.code);
      expect(error.message).toMatch(/^[^\n]+\.$/);
    }
  });
  await fc.assert(property, { seed: 20261122, numRuns: runs });
});

/** Spans of segments, and of markup, lie in their source and go forward. Pieces that were stitched are of one segment. */
function expectSpansInOrder({ sources, en, zh, markup }: Awaited<ReturnType<typeof align>>): void {
  const lists = [
    ...[en, zh].flatMap(({ source, segments }) => segments.map(({ spans }) => ({ source, spans }))),
    ...markup.map((spans, source) => ({ source, spans })),
  ];
  for (const { source, spans } of lists) {
    let from = 0;
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(from);
      expect(end).toBeGreaterThan(start);
      from = end;
    }
    expect(from).toBeLessThanOrEqual(sources[source]!.text.length);
  }
}
