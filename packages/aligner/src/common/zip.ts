import { type AsyncFlateStreamHandler, strToU8, Zip, ZipDeflate } from 'fflate';

/** Characters that are deflated at a time. */
const DEFLATED_AT_ONCE = 2 ** 16;
/** A ZIP archive of texts, made while they are gone through. They are written in their order. */
export function* zipInPieces(files: Readonly<Record<string, Iterable<string>>>): Iterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const take = (): readonly Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  const receive: AsyncFlateStreamHandler = (error, piece) => {
    if (error) throw error;
    ready.push(piece);
  };
  const zip = new Zip(receive);
  for (const [name, texts] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    // The earliest time that an archive can hold, the same in all time zones: equal contents give equal bytes.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    let text = '';
    for (const each of texts) {
      text += each;
      if (text.length < DEFLATED_AT_ONCE) continue;
      file.push(strToU8(text));
      text = '';
      yield* take();
    }
    file.push(strToU8(text), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
