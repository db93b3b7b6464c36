import { useRef, useState } from 'preact/hooks';
import { glossaryIn } from '../view/glossary.js';
import type { Workbench } from '../workbench.js';
import { GlossaryField } from './glossary-field.js';
import { Recent } from './recent.js';

/** Nothing is open: where documents are put in. */
export function Empty({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const input = useRef<HTMLInputElement>(null);
  return (
    <main class="open">
      <div>
        <section class={`drop${state.isOver ? ' over' : ''}`} aria-labelledby="drop-title">
          <h1 id="drop-title">{words('dropTitle')}</h1>
          <p>{words('dropText')}</p>
          <p>{words('dropPrivacy')}</p>
          <div class="row">
            <button type="button" class="primary" onClick={() => input.current?.click()}>
              {words('chooseFiles')}
            </button>
            <button type="button" onClick={() => workbench.opening.openExample()}>
              {words('tryExample')}
            </button>
          </div>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={words('chooseFiles')}
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              workbench.opening.openFiles(files);
            }}
          />
        </section>
        {state.storage === 'none' && <p class="card">{words('noStorage')}</p>}
        <Recent workbench={workbench} />
        <Paste workbench={workbench} />
        <Glossary workbench={workbench} />
      </div>
    </main>
  );
}

/** Terms for all documents that are put in. */
function Glossary({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const { length } = glossaryIn(state.glossary);
  return (
    <details class="card">
      <summary>
        {words('glossaryTitle')}
        {length > 0 && <small> {words('glossaryCount', { n: length })}</small>}
      </summary>
      <p>{words('glossaryText')}</p>
      <GlossaryField
        workbench={workbench}
        value={state.glossary}
        set={(glossary) => workbench.desk.set({ glossary })}
      />
    </details>
  );
}

interface Pasted {
  readonly text: string;
  /** What was pasted with its looks, as long as nothing was changed in it. */
  readonly html: string | null;
}

const NONE: Pasted = { text: '', html: null };

function Paste({ workbench }: { readonly workbench: Workbench }) {
  const { words } = workbench.desk;
  const [first, setFirst] = useState(NONE);
  const [second, setSecond] = useState(NONE);
  const field = (label: string, lang: string, value: Pasted, set: (value: Pasted) => void) => (
    <label>
      {label}
      <textarea
        lang={lang}
        spellcheck={false}
        value={value.text}
        onInput={(event) => set({ text: event.currentTarget.value, html: null })}
        onPaste={(event) => {
          const html = event.clipboardData?.getData('text/html') ?? '';
          const text = event.clipboardData?.getData('text/plain') ?? '';
          // Only into an empty field: text of two places would not be one page.
          if (html === '' || event.currentTarget.value !== '') return;
          event.preventDefault();
          set({ text, html });
        }}
      />
      {value.html !== null && <small>{words('pasteHtml')}</small>}
    </label>
  );
  return (
    <details class="card">
      <summary>{words('pasteTitle')}</summary>
      <div class="paste">
        {field(words('pasteFirst'), 'en', first, setFirst)}
        {field(words('pasteSecond'), 'zh', second, setSecond)}
      </div>
      <button
        type="button"
        class="primary"
        disabled={first.text.trim() === '' && second.text.trim() === ''}
        onClick={() => workbench.opening.openPasted([first, second].filter(({ text }) => text.trim() !== ''))}
      >
        {words('alignPasted')}
      </button>
    </details>
  );
}
