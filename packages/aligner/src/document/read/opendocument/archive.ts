import type { Steps } from '../../../common/steps.js';
import { type Archive, openArchive, type Part } from '../office/archive.js';
import { missingPart } from '../office/parts.js';
import { walkXml } from '../office/xml.js';
import { unreadable } from '../reading.js';

const MANIFEST = 'META-INF/manifest.xml';
const CONTENT = 'content.xml';
const STYLES = 'styles.xml';

/** What is read of an OpenDocument file. */
export interface OpenDocument {
  readonly content: Part;
  readonly styles: Part | undefined;
}

/**
 * Opens a file of OpenDocument (ISO/IEC 26300), whose parts have their names by the standard.
 *
 * @param kind what it should be, for messages
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or none
 */
export function* openDocument(bytes: Uint8Array, name: string, kind: string): Steps<OpenDocument> {
  const archive = openArchive(bytes, name);
  refuseEncrypted(archive, name);
  const parts = yield* archive.partsInSteps([CONTENT, STYLES]);
  const content = parts.get(CONTENT);
  if (content === undefined) throw missingPart(name, kind);
  return { content, styles: parts.get(STYLES) };
}

function refuseEncrypted(archive: Archive, name: string): void {
  const manifest = archive.parts([MANIFEST]).get(MANIFEST);
  if (manifest === undefined) return;
  let isEncrypted = false;
  walkXml(manifest, {
    open: (element) => {
      isEncrypted ||= element.name === 'encryption-data';
    },
  });
  if (isEncrypted)
    throw unreadable(name, 'has a password: open it in LibreOffice and save it without one', 'password');
}
