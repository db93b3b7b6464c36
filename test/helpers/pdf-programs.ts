import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A font of our own choosing, so that the same lines are made everywhere. */
const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
);

export const STYLE = `@font-face { font-family: zh; src: url('${pathToFileURL(FONT).href}'); }
body { font-family: 'Liberation Serif', 'DejaVu Serif', zh, serif; font-size: 11pt; }`;

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
export const LIBREOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

/** A page as Chromium prints it. */
export function printedByChromium(html: string, { heads = false } = {}): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-print-'));
  try {
    writeFileSync(join(folder, 'a.html'), html);
    const args = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--user-data-dir=${folder}`,
    ];
    if (!heads) args.push('--no-pdf-header-footer');
    spawnSync(CHROMIUM!, [...args, `--print-to-pdf=${join(folder, 'a.pdf')}`, join(folder, 'a.html')]);
    return new Uint8Array(readFileSync(join(folder, 'a.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Documents as LibreOffice Writer exports them, started once for all. */
export function exportedByLibreOffice(
  files: readonly (Uint8Array | string)[],
  ending: 'docx' | 'html',
  tagged = false,
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-print-'));
  try {
    const names = files.map((file, at) => {
      const name = join(folder, `${at}.${ending}`);
      writeFileSync(name, file);
      return name;
    });
    const filter = `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`;
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', folder, ...names];
    spawnSync(LIBREOFFICE!, args, { stdio: 'ignore' });
    return files.map((_, at) => new Uint8Array(readFileSync(join(folder, `${at}.pdf`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
