import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAM = '/usr/lib/libreoffice/program';
/** Parts of LibreOffice, which Debian has as packages of their own. */
export const hasWriter = existsSync(`${PROGRAM}/libswlo.so`);
export const hasCalc = existsSync(`${PROGRAM}/libsclo.so`);
export const hasImpress = existsSync(`${PROGRAM}/libsdlo.so`);

/** Has LibreOffice write a file of a folder in another format; returns the path of that. */
export function convertedBy(folder: string, file: string, ending: string): string {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      ending,
      '--outdir',
      folder,
      join(folder, file),
    ],
    { encoding: 'utf8' },
  );
  const path = join(folder, file.replace(/[^.]*$/, ending));
  if (!existsSync(path)) throw new Error(`LibreOffice wrote no ${path}: ${run.stderr}`);
  return path;
}
