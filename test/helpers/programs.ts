import { spawnSync } from 'node:child_process';

/**
 * Programs of others that read what we write. They are not installed by `npm test`: `.ci/run` does so, and tests that find
 * one missing skip, saying so.
 */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** The Python whose packages the tests may use: `.ci/run` makes one of its own and names it here. */
export const PYTHON = process.env.DUIQI_PYTHON ?? 'python3';

export function hasPythonModule(name: string): boolean {
  return spawnSync(PYTHON, ['-c', `import ${name}`]).status === 0;
}
