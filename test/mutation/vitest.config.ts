import { mergeConfig } from 'vitest/config';
import { resolve } from '../../vitest.config.js';

/** The tests that are run on each change: those that concern what is changed, given by `run.mjs`. */
const include = JSON.parse(process.env.DUIQI_MUTATION_TESTS ?? '[]') as string[];

export default mergeConfig({ resolve }, { test: { include, testTimeout: 60_000, hookTimeout: 60_000 } });
