import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check, repaired } from '/tmp/hw/D/main/packages/aligner/src/check/check.js';

const seed = readFileSync('/tmp/D/a.tmx', 'utf8');
const bits = [
  '<',
  '>',
  '&',
  '&amp;',
  '&#1;',
  '&nbsp;',
  '\u0001',
  '\ud800',
  '"',
  "'",
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '</seg>',
  '<seg>',
  '<tu>',
  '</tu>',
  '</tuv>',
  '<tuv xml:lang="en_US">',
  '<prop type="x">',
  '</prop>',
  ' ',
  '\n',
  '\u00a0',
  '&#160;',
  '\u200b',
  '\ufeff',
  '/>',
  'lang="en"',
  'en_US',
  '=',
  '<ph x="1"/>',
  '<bpt i="1">',
  '</bpt>',
  '<hi>',
  '</hi>',
  '\r',
  '\v',
  'é',
  '中',
  '<!DOCTYPE tmx [',
  '<!ENTITY',
  'xml:lang',
  'srclang="eng"',
  '{',
  '\\ud800',
  '\\',
  '"en":',
  '\n{"en":"a","zh":"b"}\n',
];
async function fixed(text: string | Uint8Array, format: 'tmx' | 'xliff' | 'jsonl') {
  const first = [...(await check(text, { format }))];
  const once = [...(await repaired(text, { format }))].join('');
  const twice = [...(await repaired(once, { format }))].join('');
  if (twice !== once) {
    void 0;
  }
  expect(twice).toBe(once);
  const left = [...(await check(once, { format }))].filter((f) => f.fix !== undefined);

  expect(left).toEqual([]);
  if (first.length === 0 && typeof text === 'string') expect(once).toBe(text);
}
const muts = fc.array(fc.tuple(fc.nat(seed.length), fc.constantFrom(...bits), fc.nat(6)), { maxLength: 4 });
for (const format of ['tmx', 'xliff', 'jsonl'] as const)
  it(format, async () => {
    await fc.assert(
      fc.asyncProperty(muts, async (m) => {
        let t = seed;
        for (const [at, bit, del] of m) t = t.slice(0, at) + bit + t.slice(at + del);
        await fixed(t, format);
      }),
      { seed: 20261122, numRuns: 800 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...bits), { maxLength: 12 }), async (m) => {
        await fixed(m.join(''), format);
      }),
      { seed: 20261122, numRuns: 800 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (m) => {
        await fixed(m, format);
      }),
      { seed: 20261122, numRuns: 400 },
    );
  }, 300000);
