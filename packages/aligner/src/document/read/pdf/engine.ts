import { badArgument, checkBytes } from '../../../common/arguments.js';
import { addressOf, bytesAt, type DataFile, notReadable, openedOnce } from '../../../common/data-file.js';

const PDFIUM: DataFile = {
  what: 'reader of PDFs',
  path: 'data/pdfium.wasm',
  option: 'pdfium',
  // Bundlers that recognise this carry the file along.
  beside: () => new URL('../../../../data/pdfium.wasm', import.meta.url).href,
};

/** What PDFium gives out, as far as it is used here: addresses in its memory and numbers, as C has them. */
export interface Engine {
  readonly memory: WebAssembly.Memory;
  readonly functions: Readonly<Record<string, (...args: readonly number[]) => number>>;
  /** Whether it was refused memory that it asked for. */
  readonly wasRefused: () => boolean;
}

/**
 * A PDFium of its own, with memory of its own: nothing is left of one document when another is read, and one that has
 * failed is thrown away. It is compiled once.
 *
 * @param place where data/pdfium.wasm of the package lies, or its bytes; null for beside the code
 * @param most bytes that its memory may grow to
 * @throws DuiqiError `unreadable` for a PDFium that is not there
 */
export async function startEngine(place: string | Uint8Array | null, most: number): Promise<Engine> {
  if (place === null || typeof place === 'string') {
    return instantiate(await compiledAt(addressOf(PDFIUM, place)), most);
  }
  return instantiate(await compiledFrom(place), most);
}

async function compiledFrom(bytes: Uint8Array): Promise<WebAssembly.Module> {
  const wanted = 'the place or the bytes of data/pdfium.wasm';
  checkBytes('pdfium', bytes, wanted);
  try {
    return await WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  } catch {
    throw badArgument('pdfium', bytes, wanted);
  }
}

const compiledAt = openedOnce(async (address: string): Promise<WebAssembly.Module> => {
  const bytes = await bytesAt(PDFIUM, address);
  try {
    // A copy, since memory that threads share is refused.
    return await WebAssembly.compile(new Uint8Array(bytes).slice());
  } catch {
    throw notReadable(PDFIUM, address, 'what is there is another file');
  }
});

const PAGE = 0x10000;
/** How much more memory is taken than is asked for, so that it is asked for rarely. */
const GROWTH = 1.2;
/** What the system calls of WASI and of Emscripten answer to what they do not offer. */
const NOT_SUPPORTED = { wasi: 52, emscripten: -52 };

/** Started without the program that Emscripten writes around it: PDFium sees no file, no clock and no environment. */
async function instantiate(module: WebAssembly.Module, most: number): Promise<Engine> {
  const imports: Record<string, Record<string, (...args: number[]) => number>> = {};
  const instance = (): WebAssembly.Exports => exports;
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = importNamed(name, from, instance);
  }
  let wasRefused = false;
  imports['env']!['emscripten_resize_heap'] = (wanted) => {
    const grown = grow(exports['memory'] as WebAssembly.Memory, wanted! >>> 0, most);
    if (!grown) wasRefused = true;
    return grown ? 1 : 0;
  };
  const { exports } = await WebAssembly.instantiate(module, imports);
  const functions = exports as unknown as Engine['functions'];
  functions['emscripten_stack_init']!();
  functions['__wasm_call_ctors']!();
  return { memory: exports['memory'] as WebAssembly.Memory, functions, wasRefused: () => wasRefused };
}

function importNamed(
  name: string,
  from: string,
  instance: () => WebAssembly.Exports,
): (...args: number[]) => number {
  const exported = (of: string): ((...args: number[]) => number) =>
    instance()[of] as unknown as (...args: number[]) => number;
  const memory = (): WebAssembly.Memory => instance()['memory'] as WebAssembly.Memory;
  // C's setjmp and longjmp: calls that can be left by a jump go through here.
  if (name.startsWith('invoke_')) {
    return (index, ...args) => {
      const stack = exported('emscripten_stack_get_current')();
      try {
        return (instance()['__indirect_function_table'] as WebAssembly.Table).get(index!)(...args);
      } catch (error) {
        if (!(error instanceof Jump)) throw error;
        exported('_emscripten_stack_restore')(stack);
        exported('setThrew')(1, 0);
        return 0;
      }
    };
  }
  switch (name) {
    case '_emscripten_throw_longjmp':
      return () => {
        throw new Jump();
      };
    case '_abort_js':
    case '__assert_fail':
      return () => {
        throw new Error('PDFium gave up.');
      };
    case '_emscripten_memcpy_js':
      return (to, start, length) => {
        new Uint8Array(memory().buffer).copyWithin(to! >>> 0, start! >>> 0, (start! >>> 0) + length!);
        return 0;
      };
    case 'environ_sizes_get':
      return (count, size) => {
        const view = new DataView(memory().buffer);
        view.setUint32(count!, 0, true);
        view.setUint32(size!, 0, true);
        return 0;
      };
    case 'environ_get':
    case 'emscripten_date_now':
    case '_tzset_js':
    case '_localtime_js':
    case '_gmtime_js':
      return () => 0;
    default:
      return () => (from === 'env' ? NOT_SUPPORTED.emscripten : NOT_SUPPORTED.wasi);
  }
}

class Jump extends Error {}

/** Whether memory could be had; where not, PDFium gives up, which can be caught. */
function grow(memory: WebAssembly.Memory, wanted: number, most: number): boolean {
  const size = memory.buffer.byteLength;
  if (wanted > most) return false;
  const larger = Math.min(most, Math.max(wanted, size * GROWTH));
  try {
    memory.grow(Math.ceil((larger - size) / PAGE));
    return true;
  } catch {
    return false;
  }
}
