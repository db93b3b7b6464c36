import type { CommandLine, OptionName } from './command-line.js';

/** One of the words after `duiqi`. */
export interface Command {
  /** The options it has, besides `--help`. */
  readonly options: readonly OptionName[];
  /** What `--help` prints. */
  readonly help: string;
  /** Does the work; whatever ends it early is thrown. */
  run(line: CommandLine): Promise<void>;
}
