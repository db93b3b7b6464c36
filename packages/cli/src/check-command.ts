import type { Command } from './command.js';
import { CHECK_HELP } from './help.js';

export const checkCommand: Command = {
  options: [],
  help: CHECK_HELP,
  async run() {},
};
