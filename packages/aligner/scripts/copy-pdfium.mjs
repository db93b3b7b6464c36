// Puts PDFium into data/, out of the pinned development dependency @embedpdf/pdfium: one file of WebAssembly, which the
// library starts by itself. The notice beside it, data/LICENSE-PDFIUM.md, names the same version. Run by `build`.
import { copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const source = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
copyFileSync(source, fileURLToPath(new URL('../data/pdfium.wasm', import.meta.url)));
