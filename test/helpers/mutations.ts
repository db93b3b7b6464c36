import { unzipSync, zipSync } from 'fflate';

/** Makes another file of one, and of a second one where two are spliced, by random numbers of 32 bits. */
export type Mutation = (file: Uint8Array, other: Uint8Array, numbers: readonly number[]) => Uint8Array;

/** What a file is taken for a list of, and how one of these is put in or altered. */
interface Units<Unit> {
  readonly inserts: readonly (readonly Unit[])[];
  readonly alter: (unit: Unit, amount: number) => Unit;
}

const LONGEST_STRETCH = 300;
const MOST_COPIES = 40;

/**
 * Cuts out, repeats, turns round and alters stretches, puts tokens in, cuts the end off, or puts the end of the other
 * list there. Three numbers make one change.
 */
function changed<Unit>(
  seed: readonly Unit[],
  other: readonly Unit[],
  numbers: readonly number[],
  { inserts, alter }: Units<Unit>,
): readonly Unit[] {
  let list = seed;
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [kind, place, amount] = [numbers[at]! % 20, numbers[at + 1]!, numbers[at + 2]!];
    const start = place % (list.length + 1);
    const head = list.slice(0, start);
    const rest = list.slice(start);
    const stretch = rest.slice(0, 1 + (amount % (amount & 0x100 ? LONGEST_STRETCH : 8)));
    const after = rest.slice(stretch.length);
    const times = 2 + ((amount >>> 16) % MOST_COPIES);
    if (kind < 4) list = [...head, ...after];
    else if (kind < 6) list = [...head, ...new Array(times).fill(stretch).flat(), ...after];
    else if (kind < 7) list = [...head, ...stretch.reverse(), ...after];
    else if (kind < 11)
      list = [...head, ...rest.slice(0, 1).map((unit) => alter(unit, amount)), ...rest.slice(1)];
    else if (kind < 18) list = [...head, ...inserts[amount % inserts.length]!, ...rest];
    else if (kind < 19) list = head;
    else list = [...head, ...other.slice(amount % (other.length + 1))];
  }
  return list;
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

export function mutateBytes(tokens: readonly string[]): Mutation {
  const units = {
    inserts: tokens.map((token) => [...ENCODER.encode(token)]),
    alter: (_: number, amount: number) => amount,
  };
  return (seed, other, numbers) => Uint8Array.from(changed([...seed], [...other], numbers, units));
}

/** Changes characters, so that the file stays UTF-8. */
export function mutateText(tokens: readonly string[]): Mutation {
  const units = {
    inserts: tokens.map((token) => [...token]),
    alter: (_: string, amount: number) => String.fromCharCode(amount & (amount & 0x1_0000 ? 0xffff : 0x7f)),
  };
  const charactersOf = (file: Uint8Array): string[] => [...DECODER.decode(file)];
  return (seed, other, numbers) =>
    ENCODER.encode(changed(charactersOf(seed), charactersOf(other), numbers, units).join(''));
}

/** Changes tags and texts, and then closes what is open and drops what closes nothing. */
function mutateXml(tokens: readonly string[]): Mutation {
  const units = {
    inserts: tokens.map(tokensOf),
    alter: (token: string, amount: number) =>
      token.replace(/[\d.]+|"[^"]*"/g, (value, at: number) =>
        (amount + at) % 3 > 0
          ? value
          : value.startsWith('"')
            ? `"${VALUES[amount % VALUES.length]}"`
            : String(amount),
      ),
  };
  return (seed, other, numbers) =>
    ENCODER.encode(
      balanced(changed(tokensOf(DECODER.decode(seed)), tokensOf(DECODER.decode(other)), numbers, units)),
    );
}

const VALUES = ['', '0', '1', '-1', '99999999999', '1e9', 'NaN', '%1%2%3', '../a', '字'];

function tokensOf(xml: string): string[] {
  return xml.match(/<[^>]*>?|[^<]+/g) ?? [];
}

function balanced(tokens: readonly string[]): string {
  const open: string[] = [];
  const written = tokens.map((token) => {
    const [, closing, name] = /^<(\/?)([\w:]+)/.exec(token) ?? [];
    if (name === undefined || token.endsWith('/>')) return token;
    if (closing === '') open.push(name);
    else if (open.includes(name)) return closed(open.splice(open.lastIndexOf(name)));
    return closing === '' ? token : '';
  });
  return written.join('') + closed(open);
}

function closed(names: readonly string[]): string {
  return names
    .map((name) => `</${name}>`)
    .reverse()
    .join('');
}

/** Changes the parts of a ZIP archive and leaves the archive whole: most often to XML that is well-formed. */
export function mutateParts(tokens: readonly string[]): Mutation {
  const mutations = [mutateText(tokens), mutateXml(tokens), mutateXml(tokens), mutateXml(tokens)];
  return (seed, other, [part = 0, how = 0, ...numbers]) => {
    const files = unzipSync(seed);
    const paths = Object.keys(files);
    const path = paths[part % paths.length]!;
    const file = mutations[how % mutations.length]!(files[path]!, unzipSync(other)[path] ?? other, numbers);
    return zipSync({ ...files, [path]: file }, { level: 1 });
  };
}
