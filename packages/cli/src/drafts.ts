import {
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { reason, systemCode } from './failure.js';
import { cannotWrite } from './files.js';
import { makeFolders } from './folders.js';
import { temporaryBeside } from './temporary.js';
import { quoted } from './words.js';

/**
 * New files beside the places that they are for, until all of them are whole. Everything is done at once, without waiting, so that
 * a signal finds nothing half done.
 */
export class Drafts {
  readonly #drafts: Draft[] = [];
  readonly #folders: string[] = [];
  readonly #mark: string;

  /** @param mark stands in the names of files that are not in their places, for `removeTemporary` */
  constructor(mark = '') {
    this.#mark = mark;
  }

  /** Begins a file, in a new folder where its folder is missing. */
  begin(path: string, target: string): Draft {
    makeFolders(path, dirname(target), this.#folders);
    const draft = new Draft(path, target, this.#mark);
    this.#drafts.push(draft);
    draft.open();
    return draft;
  }

  /** Puts all files in their places, or none. What is there now is kept aside until the last one is. */
  putInPlace(): void {
    const done: Draft[] = [];
    try {
      for (const draft of this.#drafts) {
        done.push(draft);
        // What there is only one of is whole or is not, without being kept.
        draft.putInPlace(this.#drafts.length > 1);
      }
    } catch (error) {
      for (const draft of done.reverse()) draft.putBack();
      throw error;
    }
    this.#folders.length = 0;
  }

  /** Removes whatever is not in its place, and the folders that were made for it. */
  discard(): void {
    for (const draft of this.#drafts) draft.discard();
    // The innermost was made last. One that somebody else has put something into stays.
    for (const folder of this.#folders.splice(0).reverse()) quietly(() => rmdirSync(folder));
  }
}

/** A new file that is to take the place of another one, or to be where none is. */
export class Draft {
  readonly #path: string;
  readonly #target: string;
  readonly #mark: string;
  readonly #temporary: string;
  /** The file that is there now, under a second name. */
  #kept: string | null = null;
  #descriptor: number | null = null;
  #state: 'none' | 'temporary' | 'placed' = 'none';
  #old: Stats | undefined;

  constructor(path: string, target: string, mark = '') {
    this.#path = path;
    this.#target = target;
    this.#mark = mark;
    this.#temporary = temporaryBeside(target, mark);
  }

  open(): void {
    this.#naming(() => {
      this.#old = statSync(this.#target, { throwIfNoEntry: false });
      // It must not be there: what somebody has put there may be a link to anything. Nobody reads what nobody could read before.
      this.#descriptor = openSync(this.#temporary, 'wx', this.#old === undefined ? 0o666 : 0o600);
      this.#state = 'temporary';
      if (this.#old !== undefined) likeBefore(this.#descriptor, this.#old);
    });
  }

  write(block: string | Uint8Array): void {
    this.#naming(() => {
      const bytes = typeof block === 'string' ? Buffer.from(block) : block;
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor!, bytes, at);
    });
  }

  /** All was written: now it must be on the disk, or a loss of power could leave an empty file in the place of the old one. */
  finish(): void {
    this.#naming(() => {
      try {
        fsyncSync(this.#descriptor!);
      } catch (error) {
        if (!CANNOT_SYNC.includes(systemCode(error) ?? '')) throw error;
      }
      this.#close();
    });
  }

  putInPlace(isOldKept: boolean): void {
    this.#naming(() => {
      if (isOldKept && this.#old !== undefined) this.#keepOld();
      renameSync(this.#temporary, this.#target);
      this.#state = 'placed';
    });
  }

  /** Undoes `putInPlace`. */
  putBack(): void {
    if (this.#state !== 'placed') return;
    this.#state = 'none';
    quietly(() => {
      if (this.#kept === null) rmSync(this.#target, { force: true });
      else renameSync(this.#kept, this.#target);
      this.#kept = null;
    });
  }

  discard(): void {
    quietly(() => this.#close());
    if (this.#state === 'temporary') quietly(() => rmSync(this.#temporary, { force: true }));
    if (this.#kept !== null) quietly(() => rmSync(this.#kept!, { force: true }));
    this.#kept = null;
    this.#state = 'none';
  }

  #keepOld(): void {
    const kept = temporaryBeside(this.#target, this.#mark);
    this.#kept = kept;
    try {
      linkSync(this.#target, kept);
    } catch {
      // Not every file system gives a file two names, and not for everyone.
      copyFileSync(this.#target, kept, constants.COPYFILE_EXCL);
    }
  }

  #close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    if (descriptor !== null) closeSync(descriptor);
  }

  #naming(action: () => void): void {
    try {
      action();
    } catch (error) {
      const isGone = systemCode(error) === 'ENOENT';
      throw cannotWrite(quoted(this.#path), isGone ? 'its folder is not there any more' : reason(error));
    }
  }
}

/** What file systems say that have no such thing as writing to a disk. */
const CANNOT_SYNC = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** The mode bits that let somebody be another user or group, and those of the group and of all others (chmod(2)). */
const SET_USER = 0o4000;
const SET_GROUP = 0o2000;
const GROUP = 0o070;
const OTHERS = 0o007;
const ALL = 0o7777;

/** Gives a new file the owner and the mode of the old one, as far as the system lets us. */
function likeBefore(descriptor: number, old: Stats): void {
  const own = fstatSync(descriptor);
  if (own.uid !== old.uid || own.gid !== old.gid) {
    // Only root gives files away, and others to their own groups.
    if (!quietly(() => fchownSync(descriptor, old.uid, old.gid))) {
      quietly(() => fchownSync(descriptor, own.uid, old.gid));
    }
  }
  const { uid, gid, mode } = fstatSync(descriptor);
  let wanted = old.mode & ALL;
  if (uid !== old.uid) wanted &= ~SET_USER;
  // Another group than the one that was meant may do what everyone may.
  if (gid !== old.gid) wanted = (wanted & ~(SET_GROUP | GROUP)) | ((wanted & OTHERS) << 3);
  if ((mode & ALL) !== wanted) fchmodSync(descriptor, wanted);
}

/** Whether something was done that need not be. */
function quietly(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
