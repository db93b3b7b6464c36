// The page sends what was pasted to a worker, and shows what comes back.
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const form = document.querySelector('form')!;
const output = document.querySelector('output')!;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  output.textContent = 'Aligning …';
  worker.postMessage(Object.fromEntries(new FormData(form)));
});
worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
  output.textContent = data;
});
