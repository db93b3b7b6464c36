// Manuals that Debian ships as PDF and as web pages, in English and Chinese: how many of the pairs of the pages come out of
// the PDFs as well. Install debmake-doc, debian-edu-doc-en and debian-edu-doc-zh-cn, or unpack them (dpkg -x) and name the
// folder in DUIQI_MANUALS; what is absent is skipped.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { align } from '../../packages/aligner/dist/index.js';

const folder = path.join(process.env.DUIQI_MANUALS ?? '/', 'usr/share/doc');

const CHAPTERS = ['pr01', 'ch01', 'ch02', 'ch03', 'ch04', 'ch05', 'ch06', 'ch07', 'ch08', 'apa'];

/** The web pages of each manual, part by part, and its PDF. */
const MANUALS = {
  'debmake-doc': (language) => ({
    pages: CHAPTERS.map((chapter) => `debmake-doc/html/${chapter}.${language}.html`),
    pdf: `debmake-doc/debmake-doc.${language}.pdf`,
  }),
  'debian-edu': (language) => ({
    pages: [`debian-edu-doc-${language}/debian-edu-bookworm-manual.html`],
    pdf: `debian-edu-doc-${language}/debian-edu-bookworm-manual.pdf`,
  }),
};

/** The manuals that are here, as `[name, { en, zh }]`. */
export function manuals() {
  const found = Object.entries(MANUALS).map(([name, filesIn]) => [
    name,
    { en: filesIn('en'), zh: filesIn('zh-cn') },
  ]);
  return found.filter(([, { en, zh }]) =>
    [...en.pages, en.pdf, ...zh.pages, zh.pdf].every((file) => existsSync(path.join(folder, file))),
  );
}

/** The share of the pairs of the web pages that are among those of the PDFs, whole or sentence by sentence. */
export async function evaluateManual({ en, zh }) {
  const wanted = [];
  for (const [at, page] of en.pages.entries()) {
    const input = { en: pageBytes(page), zh: pageBytes(zh.pages[at]) };
    wanted.push(...pairsOf(await align(input, { names: ['a.html', 'b.html'] })));
  }
  const pdf = (file) => new Uint8Array(readFileSync(path.join(folder, file)));
  const got = pairsOf(await align({ en: pdf(en.pdf), zh: pdf(zh.pdf) }, { names: ['a.pdf', 'b.pdf'] }));
  const found = wanted.filter((pair) => isIn(pair, got)).length;
  return { pairs: wanted.length, found: Math.round((found / wanted.length) * 1e4) / 1e4 };
}

/** A web page without what its PDF has elsewhere or not at all: navigation, contents, titles in references, marks of notes. */
function pageBytes(file) {
  const html = readFileSync(path.join(folder, file), 'utf8')
    .replace(/<div class="nav(?:header|footer)">[\s\S]*?<\/div>/g, '')
    .replace(/<div class="toc">[\s\S]*?<\/div>/g, '')
    .replace(/(<a class="(?:xref|link)"[^>]*>[^<]*?\d)[.]?\s?[,，]?\s?[“‘][^<]*[”’](?=<)/g, '$1')
    .replace(/(<a class="xref"[^>]*>(?:Chapter|Appendix)\s[\dA-Z]+)[,.]\s.*?(?=<\/a>)/g, '$1')
    .replace(/<a href="#ftn[^>]*>(?:<sup[^>]*>)?\[?\d+\]?(?:<\/sup>)?<\/a>/g, '');
  return new TextEncoder().encode(html);
}

function pairsOf({ pairs }) {
  return pairs.map(({ en, zh }) => [plain(en.text), plain(zh.text)]);
}

/** A text without white space, bullets, labels, stops, and the direction of quotation marks, which the programs set as they like. */
function plain(text) {
  return text
    .replace(/[\s\u200b\u00ad]+/g, '')
    .replace(/[“”″]/g, '"')
    .replace(/[‘’′]/g, "'")
    .replace(
      /^(?:[•–*∗▷◦—·▪-]+|[A-Z]?\d+(?:\.\d+)*[.)]?|[A-Z][.]|\[\d+\]\d?|(?:Chapter|Appendix)[\dA-Z]+[.]?)/,
      '',
    )
    .replace(/[.。]/g, '');
}

function isIn([en, zh], pairs) {
  for (let first = 0; first < pairs.length; first++) {
    let texts = ['', ''];
    for (let at = first; at < pairs.length && en.startsWith(texts[0]) && zh.startsWith(texts[1]); at++) {
      texts = [texts[0] + pairs[at][0], texts[1] + pairs[at][1]];
      if (texts[0] === en && texts[1] === zh) return true;
    }
  }
  return false;
}
