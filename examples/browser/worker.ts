// Aligns what the page sends, so that the page itself never waits.
import { align, type Progress } from 'duiqi';
import { records, toJsonl, toTmx } from 'duiqi/pairs';
import type { Answer, Question } from './messages.js';

self.addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  try {
    say(await answer(data));
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});

async function answer({ input, format }: Question): Promise<Answer> {
  const onProgress = ({ fraction }: Progress): void => say({ kind: 'progress', fraction });
  const alignment = await align(input, { format, onProgress });
  return {
    kind: 'done',
    records: [...records(alignment, { unaligned: true })],
    languages: alignment.languages.map(({ name }) => name),
    tmx: new Blob([...toTmx(alignment)], { type: 'application/xml' }),
    jsonl: new Blob([...toJsonl(alignment)], { type: 'application/jsonl' }),
  };
}

function say(answer: Answer): void {
  self.postMessage(answer);
}
