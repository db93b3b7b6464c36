import type { Command } from './command.js';
import { MERGE_HELP } from './help.js';

export const mergeCommand: Command = {
  options: [],
  help: MERGE_HELP,
  async run() {},
};
