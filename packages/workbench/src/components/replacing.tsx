import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Workbench } from '../workbench.js';

/** Below the tools: what is put in the place of all that the search finds. */
export function Replacing({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const [by, setBy] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const query = state.query.trim();
  // What is looked for comes first. At once: what is typed next is for the field, and no act.
  useLayoutEffect(() => (query === '' ? document.getElementById('search') : field.current)?.focus(), []);
  return (
    <form
      class="replacing"
      onSubmit={(event) => {
        event.preventDefault();
        if (query !== '') workbench.editing.replace(by);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        workbench.editing.stopReplacing();
      }}
    >
      <label for="replace-by">
        {query === '' ? words('replaceNothing') : words('replaceWhat', { query })}
      </label>
      <input
        id="replace-by"
        ref={field}
        type="text"
        value={by}
        onInput={(event) => setBy(event.currentTarget.value)}
      />
      <button type="submit" class="primary" disabled={query === ''}>
        {words('replaceAll')}
      </button>
      <button type="button" class="quiet" onClick={() => workbench.editing.stopReplacing()}>
        {words('close')}
      </button>
    </form>
  );
}
