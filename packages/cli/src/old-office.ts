import type { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cleaningUp } from './cleaning-up.js';
import { Failure, Status } from './failure.js';
import { quoted } from './words.js';

/** A kind of file of Office 97 to 2003 (MS-CFB): the name of the stream that holds it, and what it is converted to. */
const KINDS = [
  { stream: 'WordDocument', ending: '.doc', becomes: 'docx' },
  { stream: 'PowerPoint Document', ending: '.ppt', becomes: 'pptx' },
  { stream: 'Workbook', ending: '.xls', becomes: 'xlsx' },
  { stream: 'Book', ending: '.xls', becomes: 'xlsx' },
] as const;

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Of a newer file with a password, which only its owner opens. */
const ENCRYPTED = 'EncryptedPackage';
/** Milliseconds for a conversion: the first one of a new profile takes five seconds, a book half a minute. */
export const PATIENCE = 120_000;

/** LibreOffice took too long. */
export class ConversionTooLong extends Failure {
  /** @param becomes the ending of the newer format */
  constructor(path: string, patience: number, becomes: string) {
    const seconds = Math.round(patience / 100) / 10;
    super(
      Status.failed,
      `LibreOffice took more than ${seconds} seconds to convert ${quoted(path)}: open it there, and save it as .${becomes}.`,
    );
  }
}

/**
 * An old Office file as a new one, by LibreOffice where that is installed.
 *
 * @param patience milliseconds that LibreOffice may take at most
 * @returns null for other files, and where there is no LibreOffice or it cannot read the file: then the library says what to do
 * @throws ConversionTooLong
 */
export async function convertedOffice(
  bytes: Uint8Array,
  path: string,
  patience = PATIENCE,
): Promise<Uint8Array | null> {
  const kind = kindOf(bytes, path);
  const program = kind === null ? null : findLibreOffice();
  if (kind === null || program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-office-'));
  let result: Uint8Array | null = null;
  let stop = (): void => {};
  await cleaningUp(
    () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
    async () => {
      const old = join(folder, `document${kind.ending}`);
      await writeFile(old, bytes);
      // Loaded here, since few files are old and it takes longer to load than any other part of Node.
      const children = await import('node:child_process');
      // A profile of its own: another LibreOffice may be open, which would take the work and drop it.
      const profile = pathToFileURL(join(folder, 'profile')).href;
      const args = [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        '--convert-to',
        kind.becomes,
        '--outdir',
        folder,
        old,
      ];
      const run = runToEnd(children.spawn, program, args, patience);
      stop = run.stop;
      if ((await run.ended) === 'stopped') throw new ConversionTooLong(path, patience, kind.becomes);
      result = await readFile(join(folder, `document.${kind.becomes}`)).catch(() => null);
    },
  );
  return result;
}

function kindOf(bytes: Uint8Array, path: string): (typeof KINDS)[number] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  // Names stand in the directory in UTF-16, and end with a zero.
  const has = (name: string): boolean => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has(ENCRYPTED)) return null;
  const found = KINDS.filter(({ stream }) => has(stream));
  // A text may hold a workbook, and the other way round.
  const ending = extname(path).toLowerCase();
  return found.find((kind) => kind.ending === ending) ?? found[0] ?? null;
}

/** Where LibreOffice is; null where it is not. */
function findLibreOffice(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const usual =
    process.platform === 'darwin'
      ? ['/Applications/LibreOffice.app/Contents/MacOS/soffice']
      : process.platform === 'win32'
        ? ['C:\\Program Files\\LibreOffice\\program\\soffice.com']
        : [];
  return [...places, ...usual].find((place) => existsSync(place)) ?? null;
}

/** Runs a program that starts others, until it ends or takes too long; nothing of it outlives `stop`. */
function runToEnd(
  start: typeof spawn,
  program: string,
  args: readonly string[],
  patience: number,
): { ended: Promise<'ended' | 'stopped'>; stop: () => void } {
  const hasGroups = process.platform !== 'win32';
  const child = start(program, args, { stdio: 'ignore', detached: hasGroups, windowsHide: true });
  let isRunning = true;
  const stop = (): void => {
    if (!isRunning || child.pid === undefined) return;
    try {
      if (hasGroups) process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    } catch {
      // It has ended by itself.
    }
  };
  let isTooLong = false;
  const bell = setTimeout(() => {
    isTooLong = true;
    stop();
  }, patience);
  const ended = new Promise<'ended' | 'stopped'>((resolve) => {
    const end = (): void => {
      isRunning = false;
      clearTimeout(bell);
      resolve(isTooLong ? 'stopped' : 'ended');
    };
    child.on('error', end);
    child.on('exit', end);
  });
  return { ended, stop };
}
