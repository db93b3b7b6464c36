import type { Command } from './command.js';
import { DIFF_HELP } from './help.js';

export const diffCommand: Command = {
  options: [],
  help: DIFF_HELP,
  async run() {},
};
