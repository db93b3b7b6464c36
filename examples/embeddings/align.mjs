// Aligns two files with the vectors of a sentence encoder beside the words: node align.mjs EN ZH
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { align, defineSimilarity } from 'duiqi';

const [en, zh] = process.argv.slice(2).map((file) => readFileSync(file));
const python = process.env.DUIQI_PYTHON ?? 'python3';
const script = fileURLToPath(new URL('encoder.py', import.meta.url));
const encoder = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: encoder.stdout });

const similarity = defineSimilarity({
  name: 'use-multilingual-3',
  async embed(texts) {
    encoder.stdin.write(`${JSON.stringify(texts)}\n`);
    const [answer] = await Promise.race([once(answers, 'line'), once(answers, 'close')]);
    if (answer === undefined)
      throw new Error(`The encoder has ended: is its package installed for ${python}?`);
    return JSON.parse(answer);
  },
});

const { pairs } = await align({ en, zh }, { similarity });
encoder.stdin.end();
for (const { en, zh, score } of pairs) console.log(`${score.toFixed(2)}\t${en.text}\t${zh.text}`);
