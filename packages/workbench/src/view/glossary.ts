import type { GlossaryTerm } from 'duiqi/words';

/** A glossary as it is typed: a term a line. Lines without both languages are left out. */
export function glossaryIn(text: string): GlossaryTerm[] {
  return text.split('\n').flatMap((line) => {
    const [en = '', zh = ''] = line.split(/\t|\s*=\s*/).map((part) => part.trim());
    return en === '' || zh === '' ? [] : [{ en, zh }];
  });
}

/** A glossary as lines to be typed on, behind those that are there. */
export function glossaryText(terms: readonly GlossaryTerm[], before = ''): string {
  const lines = terms.map(({ en, zh }) => `${en}\t${zh}`);
  const known = before.split('\n').filter((line) => line.trim() !== '');
  return [...new Set([...known, ...lines])].join('\n');
}
