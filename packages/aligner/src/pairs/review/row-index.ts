import { countInSteps, finish, type Steps } from '../../common/steps.js';
import type { Alignment, Flag, Language, Pair, Unaligned } from '../../types.js';
import { type Doubt, doubtCodes } from '../export/doubts.js';
import { RepeatedTexts } from './repeated-texts.js';
import { replace } from './replace.js';
import type { ReviewRow } from './review.js';
import type { Sides } from './sides.js';
import { LANGUAGES, type StoredRow, type StoredSide } from './stored.js';
import { type Standing, standingOf, Tallied, type Tally } from './tally.js';
import { ownFlags, viewOf } from './view.js';

/** Rows at a place, some of which others have taken the place of. */
export interface Edit {
  readonly at: number;
  readonly count: number;
  readonly rows: readonly StoredRow[];
}

/** A row with what is known of it so far. */
interface Entry {
  row: StoredRow;
  /** Where it stood when it was last looked for. */
  place: number;
  /** As the aligner found it, while nothing is done to it: its texts and flags need not be worked out. */
  found: Pair | Unaligned | null;
  /** What other rows say of it. */
  isDuplicate: boolean;
  isConflict: boolean;
  isOutOfOrder: boolean;
  /** Worked out when they are asked for. */
  own: readonly Flag[] | null;
  flags: readonly Flag[] | null;
  codes: readonly Doubt['code'][] | null;
  view: ReviewRow | null;
}

/**
 * What is known of the rows of a review and of all reviews that came of it by acts: it follows from one to the other by what
 * differs between them, so that an act costs what it changes and not what there is. What is shown of a row is worked out when it
 * is asked for, and again only when something in it has changed.
 */
export class RowIndex {
  readonly #alignment: Alignment;
  readonly #sides: Sides;
  readonly #found: readonly (Pair | Unaligned)[];
  readonly #first: readonly StoredRow[];
  #stored: readonly StoredRow[];
  readonly #entries: Entry[];
  readonly #byId = new Map<string, Entry>();
  readonly #repeated = new RepeatedTexts<Entry>((entry) => ({
    en: this.#textOf(entry, 'en'),
    zh: this.#textOf(entry, 'zh'),
  }));
  /** Null once all texts are noted. */
  #noting: Steps<void> | null;
  #tallied: Tallied | null = null;
  /** What was followed last, which is asked for once more by what is shown beside the rows. */
  #last: {
    readonly from: readonly StoredRow[];
    readonly to: readonly StoredRow[];
    readonly changed: readonly number[];
  } | null = null;

  /** @param found what the rows are made of, in their order */
  constructor(
    alignment: Alignment,
    sides: Sides,
    stored: readonly StoredRow[],
    found: readonly (Pair | Unaligned)[],
  ) {
    this.#alignment = alignment;
    this.#sides = sides;
    this.#found = found;
    this.#first = stored;
    this.#stored = stored;
    this.#entries = stored.map((row, place) => asFound(row, place, found[place]!));
    for (const entry of this.#entries) this.#byId.set(entry.row.id, entry);
    this.#noting = this.#noteTexts();
  }

  /** Where a row stands; -1 for an id that none has. */
  placeOf(id: string): number {
    const entry = this.#byId.get(id);
    return entry === undefined ? -1 : this.#placeOf(entry);
  }

  textAt(place: number, language: Language): string {
    const entry = this.#entries[place];
    return entry === undefined ? '' : this.#textOf(entry, language);
  }

  rowAt(place: number): ReviewRow | undefined {
    const entry = this.#entries[place];
    if (entry === undefined) return undefined;
    entry.view ??= viewOf(entry.row, this.#flagsOf(entry), this.#sides);
    return entry.view;
  }

  flagsAt(place: number): readonly Flag[] {
    const entry = this.#entries[place];
    return entry === undefined ? [] : this.#flagsOf(entry);
  }

  doubtsAt(place: number): readonly Doubt['code'][] {
    const entry = this.#entries[place];
    return entry === undefined ? [] : this.#codesOf(entry);
  }

  standingAt(place: number): Standing {
    const entry = this.#entries[place];
    return entry === undefined ? 'empty' : this.#standingOf(entry);
  }

  tally(): Tally {
    if (this.#tallied === null) {
      this.#tallied = new Tallied(this.#openAtFirst());
      for (const entry of this.#entries) this.#count(entry, 1);
    }
    return this.#tallied.tally();
  }

  /** Takes note of all texts, so that none has to be when the first act changes one. */
  *noteTexts(): Steps<void> {
    // What an act needed meanwhile is done already.
    while (this.#noting !== null && this.#noting.next().done !== true) yield;
    this.#noting = null;
  }

  *#noteTexts(): Steps<void> {
    const entries = this.#entries;
    yield* countInSteps(entries.length, TOGETHER, (place) => this.#repeated.add(entries[place]!));
    // What they say of each other is in the flags that the aligner found.
    this.#repeated.changed(() => 0);
  }

  /** What `moveTo` said when it followed from some rows to others, if it did that last. */
  lastMoved(from: readonly StoredRow[], to: readonly StoredRow[]): readonly number[] | null {
    return this.#last?.from === from && this.#last.to === to ? this.#last.changed : null;
  }

  /**
   * Follows to other rows.
   *
   * @param came what leads there, where that is known
   * @returns the places of the rows that are new, or of which something else is said than before
   */
  moveTo(
    stored: readonly StoredRow[],
    came: { readonly from: readonly StoredRow[]; readonly edits: readonly Edit[] } | null,
  ): readonly number[] {
    if (stored === this.#stored) return [];
    const all = came?.from === this.#stored ? came.edits : [difference(this.#stored, stored)];
    const changed = new Set<Entry>();
    const gone = all.map(({ at, count }) => this.#entries.slice(at, at + count));
    const haveSameTexts = all.every(({ rows }, number) => areSameTexts(gone[number]!, rows));
    if (haveSameTexts) this.#change(all, changed);
    else this.#exchange(all, gone, changed);
    const from = this.#stored;
    this.#stored = stored;
    this.#order(all, changed);
    if (!haveSameTexts) this.#repeat(changed);
    for (const entry of changed) this.#count(entry, 1);
    const places = [...changed].map((entry) => this.#placeOf(entry)).sort((one, other) => one - other);
    this.#last = { from, to: stored, changed: places };
    return places;
  }

  /** Rows that say something else of the same texts, such as that they are right. */
  #change(edits: readonly Edit[], changed: Set<Entry>): void {
    for (const { at, rows } of edits) {
      for (const [number, row] of rows.entries()) {
        const entry = this.#entries[at + number]!;
        if (entry.row === row) continue;
        this.#touch(entry, changed);
        this.#forgetId(entry);
        entry.row = row;
        entry.found = null;
        entry.own = null;
        this.#byId.set(row.id, entry);
      }
    }
  }

  /** Rows that go, and others that come. */
  #exchange(edits: readonly Edit[], gone: readonly (readonly Entry[])[], changed: Set<Entry>): void {
    if (this.#noting !== null) finish(this.noteTexts());
    const known = new Map<StoredRow, Entry>();
    for (const entry of gone.flat()) {
      this.#repeated.remove(entry);
      this.#count(entry, -1);
      this.#forgetId(entry);
      known.set(entry.row, entry);
    }
    let shift = 0;
    for (const { at, count, rows } of edits) {
      const come = rows.map((row, number) => {
        const entry = known.get(row) ?? unknown(row);
        entry.place = at + shift + number;
        return entry;
      });
      replace(this.#entries, at + shift, count, come);
      shift += rows.length - count;
      for (const entry of come) {
        this.#byId.set(entry.row.id, entry);
        this.#repeated.add(entry);
        // What is said of it by the rows about it may be something else now.
        entry.isDuplicate = false;
        entry.isConflict = false;
        forget(entry);
        changed.add(entry);
      }
    }
  }

  /** Looks anew at which rows stand out of order, of those that have come and the ones beside them. */
  #order(edits: readonly Edit[], changed: Set<Entry>): void {
    let shift = 0;
    const concerned = new Set<number>();
    for (const { at, count, rows } of edits) {
      const start = at + shift;
      const end = start + rows.length;
      concerned.add(this.#wholeBeside(start, -1)).add(this.#wholeBeside(end - 1, 1));
      for (let place = start; place < end; place++) concerned.add(place);
      shift += rows.length - count;
    }
    for (const place of concerned) {
      const entry = this.#entries[place];
      if (entry === undefined) continue;
      const isOutOfOrder = this.#isOutOfOrder(place);
      if (isOutOfOrder === entry.isOutOfOrder) continue;
      this.#touch(entry, changed);
      entry.isOutOfOrder = isOutOfOrder;
    }
  }

  /** Takes over what the texts of rows say of others now. */
  #repeat(changed: Set<Entry>): void {
    for (const [entry, now] of this.#repeated.changed((each) => this.#placeOf(each))) {
      if (entry.isDuplicate === now.isDuplicate && entry.isConflict === now.isConflict) continue;
      this.#touch(entry, changed);
      entry.isDuplicate = now.isDuplicate;
      entry.isConflict = now.isConflict;
    }
  }

  /** Before something of a row changes. */
  #touch(entry: Entry, changed: Set<Entry>): void {
    if (!changed.has(entry)) {
      this.#count(entry, -1);
      changed.add(entry);
      // Its own flags stay what they are, without what other rows say of it.
      if (entry.found !== null) this.#own(entry);
    }
    forget(entry);
  }

  #count(entry: Entry, by: 1 | -1): void {
    if (this.#tallied === null) return;
    const { id, state } = entry.row;
    this.#tallied.count({ id, state, standing: this.#standingOf(entry), codes: this.#codesOf(entry) }, by);
  }

  #openAtFirst(): ReadonlySet<string> {
    const isFirst = this.#stored === this.#first;
    const entryAt = (row: StoredRow, place: number): Entry =>
      isFirst ? this.#entries[place]! : asFound(row, place, this.#found[place]!);
    const isOpen = (row: StoredRow, place: number): boolean => this.#codesOf(entryAt(row, place)).length > 0;
    return new Set(this.#first.filter(isOpen).map(({ id }) => id));
  }

  #placeOf(entry: Entry): number {
    const entries = this.#entries;
    // There may be fewer rows than there were.
    entry.place = Math.min(entry.place, entries.length - 1);
    for (let distance = 0; distance <= entries.length; distance++) {
      if (entries[entry.place - distance] === entry) entry.place -= distance;
      else if (entries[entry.place + distance] === entry) entry.place += distance;
      else continue;
      return entry.place;
    }
    return -1;
  }

  #forgetId(entry: Entry): void {
    if (this.#byId.get(entry.row.id) === entry) this.#byId.delete(entry.row.id);
  }

  #textOf({ row, found }: Entry, language: Language): string {
    return row[language].text ?? foundText(found, language) ?? this.#sides.textOf(language, row[language]);
  }

  #standingOf(entry: Entry): Standing {
    return standingOf(this.#textOf(entry, 'en'), this.#textOf(entry, 'zh'), this.#codesOf(entry));
  }

  #codesOf(entry: Entry): readonly Doubt['code'][] {
    entry.codes ??= doubtCodes({
      en: this.#textOf(entry, 'en'),
      zh: this.#textOf(entry, 'zh'),
      flags: this.#flagsOf(entry),
      ...(entry.row.state === 'confirmed' && { confirmed: true as const }),
    });
    return entry.codes;
  }

  #flagsOf(entry: Entry): readonly Flag[] {
    if (entry.flags !== null) return entry.flags;
    const own = this.#own(entry);
    const flags = new Set(own);
    if (entry.isDuplicate) flags.add('duplicate');
    if (entry.isConflict) flags.add('conflict');
    if (entry.isOutOfOrder) flags.add('crossing');
    entry.flags = flags.size === own.length ? own : [...flags].sort();
    return entry.flags;
  }

  #own(entry: Entry): readonly Flag[] {
    entry.own ??= entry.found
      ? entry.found.flags.filter((flag) => flag !== 'duplicate' && flag !== 'conflict')
      : ownFlags(entry.row, this.#alignment, this.#sides);
    return entry.own;
  }

  /** A row that a person has put together and that does not stand in the order of its neighbours: the aligner has told of its own. */
  #isOutOfOrder(place: number): boolean {
    const entry = this.#entries[place]!;
    if (entry.row.score !== null || !this.#isWhole(entry)) return false;
    const before = this.#entries[this.#wholeBeside(place, -1)];
    const behind = this.#entries[this.#wholeBeside(place, 1)];
    return this.#isBehind(before, entry) || this.#isBehind(entry, behind);
  }

  #isBehind(one: Entry | undefined, other: Entry | undefined): boolean {
    if (one === undefined || other === undefined) return false;
    if ([one, other].some((entry) => this.#own(entry).includes('crossing'))) return false;
    return LANGUAGES.some((language) => this.#start(one, language)! > this.#start(other, language)!);
  }

  /** The place of the nearest row before or behind a place that has something of the document in both languages. */
  #wholeBeside(place: number, step: 1 | -1): number {
    let at = place + step;
    for (let entry = this.#entries[at]; entry !== undefined; entry = this.#entries[at]) {
      if (this.#isWhole(entry)) break;
      at += step;
    }
    return at;
  }

  #isWhole(entry: Entry): boolean {
    return LANGUAGES.every((language) => this.#start(entry, language) !== undefined);
  }

  /** Where its first text stands in the source. */
  #start({ row }: Entry, language: Language): number | undefined {
    const { pieces } = row[language];
    return pieces.length === 0 ? undefined : this.#sides.of(language, pieces).spans[0]?.start;
  }
}

/** Rows whose texts are noted in one go, some hundredths of a millisecond each. */
const TOGETHER = 64;

function asFound(row: StoredRow, place: number, found: Pair | Unaligned): Entry {
  return {
    ...unknown(row),
    place,
    found,
    isDuplicate: found.flags.includes('duplicate'),
    isConflict: found.flags.includes('conflict'),
    flags: found.flags,
  };
}

function unknown(row: StoredRow): Entry {
  return {
    row,
    place: 0,
    found: null,
    isDuplicate: false,
    isConflict: false,
    isOutOfOrder: false,
    own: null,
    flags: null,
    codes: null,
    view: null,
  };
}

/** What follows from the flags of a row. */
function forget(entry: Entry): void {
  entry.flags = null;
  entry.codes = null;
  entry.view = null;
}

function foundText(found: Pair | Unaligned | null, language: Language): string | null {
  if (found === null) return null;
  if (!('language' in found)) return found[language].text;
  return found.language === language ? found.side.text : '';
}

/** What has become of rows, as one stretch of them. */
function difference(before: readonly StoredRow[], after: readonly StoredRow[]): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { at: start, count: before.length - end - start, rows: after.slice(start, after.length - end) };
}

function areSameTexts(gone: readonly Entry[], rows: readonly StoredRow[]): boolean {
  const isSame = (one: StoredSide, other: StoredSide): boolean =>
    one.pieces === other.pieces && one.text === other.text;
  return (
    gone.length === rows.length &&
    gone.every(({ row }, at) => LANGUAGES.every((language) => isSame(row[language], rows[at]![language])))
  );
}
