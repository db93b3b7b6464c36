// Writes what the examples of the READMEs print into the READMEs.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXAMPLES, ROOT, readmeAndOutput } from './readme-examples.mjs';

for (const example of EXAMPLES) {
  const { text, updated } = await readmeAndOutput(example);
  if (updated !== text) await writeFile(join(ROOT, example.readme), updated);
  console.log(`${example.readme}, example ${example.number}: ${updated === text ? 'as it was' : 'updated'}`);
}
