import { doubts, type PairRecord } from 'duiqi/pairs';
import type { Answer, Question } from './messages.js';
import { fillTable } from './pair-table.js';

const first = byId('first', HTMLTextAreaElement);
const second = byId('second', HTMLTextAreaElement);
const markdown = byId('markdown', HTMLInputElement);
const alignButton = byId('align', HTMLButtonElement);
const progress = byId('progress', HTMLProgressElement);
const status = byId('status', HTMLOutputElement);
const result = byId('result', HTMLElement);
const filter = byId('filter', HTMLInputElement);
const table = byId('pairs', HTMLTableElement);
const tmx = byId('tmx', HTMLButtonElement);
const jsonl = byId('jsonl', HTMLButtonElement);

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

byId('form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const [text, other] = [first.value, second.value].filter((value) => value.trim() !== '');
  if (text === undefined) {
    status.textContent = 'Paste a text first.';
    return;
  }
  setBusy(true);
  result.hidden = true;
  status.textContent = 'Aligning …';
  ask({ input: other === undefined ? text : [text, other], format: markdown.checked ? 'markdown' : 'text' });
});

filter.addEventListener('change', () => table.classList.toggle('only-doubtful', filter.checked));

worker.addEventListener('message', async ({ data: answer }: MessageEvent<Answer>) => {
  if (answer.kind === 'progress') {
    progress.value = answer.fraction;
    return;
  }
  if (answer.kind === 'done') {
    tmx.onclick = () => save(answer.tmx, 'aligned.tmx');
    jsonl.onclick = () => save(answer.jsonl, 'aligned.jsonl');
    result.hidden = false;
    await fillTable(table, answer.records);
    status.textContent = summary(answer.records, answer.languages);
  } else {
    status.textContent = answer.message;
  }
  setBusy(false);
});

worker.addEventListener('error', ({ message }) => {
  status.textContent = `The worker failed. ${message ?? ''}`;
  setBusy(false);
});

function ask(question: Question): void {
  worker.postMessage(question);
}

function setBusy(busy: boolean): void {
  alignButton.disabled = busy;
  progress.hidden = !busy;
  // Without a value it shows that something goes on: the lexicon comes before the first progress.
  progress.removeAttribute('value');
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function summary(records: readonly PairRecord[], languages: readonly string[]): string {
  const pairs = records.filter(({ en, zh }) => en !== '' && zh !== '').length;
  if (pairs === 0) return `Nothing to align: found ${languages.join(' and ') || 'no language'}.`;
  const doubtful = records.filter((record) => doubts(record).length > 0).length;
  return `Pairs: ${pairs}. Left over: ${records.length - pairs}. Wanting a look: ${doubtful}.`;
}

function byId<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${type.name} "${id}"`);
}
