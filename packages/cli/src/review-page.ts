import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Project, packedProject, projectElement, readProject, writeProject } from 'duiqi/review';
import { Failure, Status } from './failure.js';
import { inputName } from './files.js';

const PAGE = fileURLToPath(new URL('../data/review.html', import.meta.url));
/** Where the page has room for a project. */
const ROOM = '<!--duiqi-project-->';

/** The page in which a person reviews a project, with the project inside. */
export async function reviewPage(project: Project): Promise<string> {
  const page = await readFile(PAGE, 'utf8').catch(() => {
    throw new Failure(
      Status.failed,
      `the page for reviews is missing from ${PAGE}: install duiqi-cli again.`,
    );
  });
  // The level is named, so that the same alignment gives the same bytes.
  const packed = gzipSync(writeProject(project), { level: 9 }).toString('base64');
  return page.replace(ROOM, () => projectElement(packed));
}

/** The project in a page that was saved from a review; null where it is no such page. */
export async function projectIn(bytes: Uint8Array, path: string): Promise<Project | null> {
  const packed = packedProject(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  if (packed === null) return null;
  try {
    return await readProject(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new Failure(
        Status.failed,
        `the project in ${inputName(path)} is damaged: save it again from its page.`,
      );
    }
    throw error;
  }
}
