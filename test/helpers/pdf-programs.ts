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

function inFolder(work: (folder: string) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'duiqi-print-'));
  try {
    work(folder);
    return new Uint8Array(readFileSync(join(folder, 'a.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page as Chromium prints it. */
export function printedByChromium(html: string, { heads = false } = {}): Uint8Array {
  return inFolder((folder) => {
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
  });
}

/** A document as LibreOffice Writer exports it. */
export function exportedByLibreOffice(
  file: Uint8Array | string,
  ending: 'docx' | 'html',
  tagged = false,
): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, `a.${ending}`), file);
    const filter = `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`;
    spawnSync(
      LIBREOFFICE!,
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        ...['--convert-to', filter, '--outdir', folder, join(folder, `a.${ending}`)],
      ],
      { stdio: 'ignore' },
    );
  });
}
