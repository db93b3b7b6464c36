import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the page can be served from any folder.
  base: './',
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  worker: { format: 'es' },
  // A dependency of the Markdown reader has a form that needs a document, and one for workers.
  resolve: { conditions: ['worker', ...defaultClientConditions] },
});
