// Aligns what the page sends, so that the page itself never waits.
import { align } from 'duiqi';
import { toTsv } from 'duiqi/pairs';

self.addEventListener('message', async ({ data: { en, zh } }) => {
  try {
    const alignment = await align(zh === '' ? en : { en, zh });
    self.postMessage([...toTsv(alignment, { unaligned: true })].join(''));
  } catch (error) {
    self.postMessage(error instanceof Error ? error.message : String(error));
  }
});
