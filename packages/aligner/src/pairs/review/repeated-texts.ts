import type { Language } from '../../types.js';
import { lettersAndDigits } from '../flags/letters.js';
import { cleanSegment } from '../text.js';

/** What the other rows say of one: the same again before it; or another translation of one of its texts, anywhere. */
export interface Repeated {
  readonly isDuplicate: boolean;
  readonly isConflict: boolean;
}

type Texts = Readonly<Record<Language, string>>;

/** What `Repeats` (repeats.ts) says of pairs that only come, for rows that come and go: it looks at no row but those that share a text. */
export class RepeatedTexts<Row extends object> {
  readonly #textsOf: (row: Row) => Texts;
  /** Nearly all texts have one row. */
  readonly #rows = { en: new Map<string, Row | Group<Row>>(), zh: new Map<string, Row | Group<Row>>() };
  readonly #touched = new Set<Group<Row>>();

  constructor(textsOf: (row: Row) => Texts) {
    this.#textsOf = textsOf;
  }

  add(row: Row): void {
    const texts = this.#cleanTexts(row);
    if (texts === null) return;
    this.#addTo('en', texts.en, texts.zh, row);
    this.#addTo('zh', texts.zh, texts.en, row);
  }

  /** Forgets a row whose texts are still what they were. */
  remove(row: Row): void {
    const texts = this.#cleanTexts(row);
    if (texts === null) return;
    this.#removeFrom('en', texts.en, texts.zh, row);
    this.#removeFrom('zh', texts.zh, texts.en, row);
  }

  /**
   * What is to be said of all rows that share a text with one that has come or gone since this was last asked.
   *
   * @param placeOf tells which of two rows comes first
   */
  changed(placeOf: (row: Row) => number): ReadonlyMap<Row, Repeated> {
    const found = new Map<Row, Repeated>();
    const firsts = new Map<ReadonlySet<Row>, Row>();
    const firstOf = (rows: ReadonlySet<Row>): Row => {
      let first = firsts.get(rows);
      if (first === undefined) {
        first = [...rows].reduce((one, other) => (placeOf(one) <= placeOf(other) ? one : other));
        firsts.set(rows, first);
      }
      return first;
    };
    for (const group of this.#touched) {
      for (const row of group.rows) {
        if (!found.has(row)) found.set(row, this.#repeated(row, firstOf));
      }
    }
    this.#touched.clear();
    return found;
  }

  #repeated(row: Row, firstOf: (rows: ReadonlySet<Row>) => Row): Repeated {
    const { en, zh } = this.#cleanTexts(row)!;
    const [english, chinese] = [this.#rows.en.get(en), this.#rows.zh.get(zh)];
    const same = english instanceof Group ? english.byOther.get(zh) : undefined;
    return {
      isDuplicate: same !== undefined && firstOf(same) !== row,
      // Text without a counterpart has no translation, and so not several.
      isConflict: en !== '' && zh !== '' && (hasSeveral(english) || hasSeveral(chinese)),
    };
  }

  #cleanTexts(row: Row): Texts | null {
    const { en, zh } = this.#textsOf(row);
    return en === '' || zh === '' ? null : { en: cleanSegment(en), zh: cleanSegment(zh) };
  }

  #addTo(language: Language, text: string, other: string, row: Row): void {
    const rows = this.#rows[language];
    const known = rows.get(text);
    if (known === undefined) {
      rows.set(text, row);
      return;
    }
    let group: Group<Row>;
    if (known instanceof Group) group = known;
    else {
      group = new Group();
      group.add(known, text, this.#cleanTexts(known)![language === 'en' ? 'zh' : 'en']);
      rows.set(text, group);
    }
    group.add(row, text, other);
    this.#touched.add(group);
  }

  #removeFrom(language: Language, text: string, other: string, row: Row): void {
    const rows = this.#rows[language];
    const known = rows.get(text);
    if (!(known instanceof Group)) {
      rows.delete(text);
      return;
    }
    known.remove(row, text, other);
    this.#touched.add(known);
    if (known.rows.size === 0) rows.delete(text);
  }
}

function hasSeveral(rows: object | undefined): boolean {
  return rows instanceof Group && rows.translations.size > 1;
}

/** Rows with the same text in one language. */
class Group<Row> {
  readonly rows = new Set<Row>();
  /** By their text in the other language. */
  readonly byOther = new Map<string, Set<Row>>();
  /** By the letters and digits of it, which is what translations are told apart by; how many rows have each. */
  readonly translations = new Map<string, number>();

  add(row: Row, text: string, other: string): void {
    this.rows.add(row);
    const same = this.byOther.get(other);
    if (same) same.add(row);
    else this.byOther.set(other, new Set([row]));
    this.#count(text, other, 1);
  }

  remove(row: Row, text: string, other: string): void {
    this.rows.delete(row);
    const same = this.byOther.get(other);
    same?.delete(row);
    if (same?.size === 0) this.byOther.delete(other);
    this.#count(text, other, -1);
  }

  #count(text: string, other: string, by: 1 | -1): void {
    if (text === '' || other === '') return;
    const translation = lettersAndDigits(other);
    const count = (this.translations.get(translation) ?? 0) + by;
    if (count === 0) this.translations.delete(translation);
    else this.translations.set(translation, count);
  }
}
