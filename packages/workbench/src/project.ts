// A project is this page without its aligner and with a review inside: it opens by double-click, here, and in the command.
import { type Project, packedProject, projectElement, readProject, writeProject } from 'duiqi/review';
import { fromBase64, toBase64, unzipped, zipped } from './parts.js';

const ID = 'duiqi-project';

/** The page with a project inside. */
export async function pageWith(project: Project): Promise<Blob> {
  const bytes = await zipped(new TextEncoder().encode(writeProject(project)));
  const head = document.createElement('head');
  const own = document.head.querySelectorAll('meta, title, link[rel="icon"], style');
  for (const element of own) head.append(element.cloneNode(true));
  const body = document.createElement('body');
  const app = document.createElement('div');
  app.id = 'app';
  body.append(app);
  for (const element of document.body.querySelectorAll('noscript, #duiqi-licences, script:not([type])')) {
    body.append(element.cloneNode(true));
  }
  const block = projectElement(toBase64(bytes));
  const html = body.outerHTML.replace('<div id="app"></div>', (found) => `${found}\n${block}`);
  return new Blob([`<!doctype html>\n<html lang="en">\n${head.outerHTML}\n${html}\n</html>\n`], {
    type: 'text/html',
  });
}

/** The project that this page has inside, with an id that is always the same for it; null where there is none. */
export async function projectInside(): Promise<{ id: string; project: Project } | null> {
  const text = document.getElementById(ID)?.textContent ?? '';
  return text === '' ? null : opened(text);
}

/** The project in a file; null where it is no such page. */
export async function projectIn(bytes: Uint8Array): Promise<{ id: string; project: Project } | null> {
  const packed = packedProject(new TextDecoder().decode(bytes));
  return packed === null ? null : opened(packed);
}

async function opened(base64: string): Promise<{ id: string; project: Project }> {
  const bytes = fromBase64(base64);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const id = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: `project-${id}`, project: readProject(new TextDecoder().decode(await unzipped(bytes))) };
}
