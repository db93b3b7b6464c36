/** What the command's exit status says. */
export const Status = { done: 0, failed: 1, usage: 2, nothingToAlign: 3 } as const;
export type Status = (typeof Status)[keyof typeof Status];

/** An end that was foreseen: its message is the one sentence that the user reads. */
export class Failure extends Error {
  readonly status: Status;

  constructor(status: Status, message: string) {
    super(message);
    this.name = 'Failure';
    this.status = status;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EBUSY: 'another program is using it',
  EDQUOT: 'no more space is allowed',
  EEXIST: 'a part of its path is not a directory',
  EFBIG: 'it is too large for that disk',
  EIO: 'the disk or the connection to it fails',
  EISDIR: 'it is a directory',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a part of its path is not a directory',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ERR_INVALID_ARG_VALUE: 'no file can have that name',
};

/** The system's error code (`ENOENT`, …), or `undefined` for errors of other origin. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why the system refused, in words that end a sentence: `there is no such file`. */
export function reason(error: unknown): string {
  return REASONS[systemCode(error) ?? ''] ?? messageOf(error);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
