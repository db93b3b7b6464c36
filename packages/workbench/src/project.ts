// A project is this page without its aligner and with a review inside: it opens by double-click, here, and in the command.
import { type Project, packedProject, projectElement, readProject, writeProject } from 'duiqi/review';
import { type Bytes, fromBase64, nextTurn, toBase64, unzipped, zipped } from './parts.js';

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

/** A project as it was saved, with an id that is always the same for it. */
export interface Packed {
  readonly id: string;
  readonly bytes: Bytes;
}

/** The project that this page has inside; null where there is none. */
export async function projectInside(): Promise<Packed | null> {
  const text = document.getElementById(ID)?.textContent ?? '';
  return text === '' ? null : identified(text);
}

/** The project in a file; null where it is no such page. */
export async function projectIn(bytes: Uint8Array): Promise<Packed | null> {
  const packed = packedProject(new TextDecoder().decode(bytes));
  return packed === null ? null : identified(packed);
}

async function identified(base64: string): Promise<Packed> {
  const bytes = fromBase64(base64);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const id = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: `project-${id}`, bytes };
}

/** The project that is packed in some bytes. The page is free for a turn before it is read. */
export async function unpacked(bytes: Bytes): Promise<Project> {
  const text = new TextDecoder().decode(await unzipped(bytes));
  await nextTurn();
  return readProject(text);
}
