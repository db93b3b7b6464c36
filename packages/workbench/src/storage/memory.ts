import type { Store, Stored } from './database.js';

/** Keeps documents until the page is closed: what the browser keeps none of, or has no room for. */
export function memoryStore<Content, Act>(): Store<Content, Act> {
  const documents = new Map<string, Stored<Content, Act>>();
  return {
    async list() {
      return [...documents.values()].map(({ summary }) => summary);
    },
    async load(id) {
      return documents.get(id) ?? null;
    },
    async save(summary, content, acts) {
      documents.set(summary.id, { summary, content, acts });
    },
    async append(summary, from, acts) {
      const before = documents.get(summary.id);
      if (!before) throw new Error(`There is no document ${summary.id}.`);
      documents.set(summary.id, { ...before, summary, acts: [...before.acts.slice(0, from), ...acts] });
    },
    async remove(id) {
      documents.delete(id);
    },
  };
}
