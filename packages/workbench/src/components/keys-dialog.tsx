import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fromBase64, unzipped } from '../parts.js';
import { keyLines } from '../view/keys.js';
import type { Workbench } from '../workbench.js';

/** The list of keys: the one thing here that is modal. */
export function KeysDialog({ workbench }: { readonly workbench: Workbench }) {
  const { state, words } = workbench.desk;
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key, which would be one of the page.
  useLayoutEffect(() => {
    if (state.keysShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [state.keysShown]);
  if (!state.keysShown) return <dialog ref={dialog} />;
  return (
    <dialog
      ref={dialog}
      aria-labelledby="keys-title"
      onKeyDown={(event) => {
        // The browser closes it itself, and tells so in a later turn: a `?` before that would find it open.
        if (event.key === 'Escape') workbench.desk.showKeys(false);
      }}
      onClose={() => {
        // What is told late may be open again.
        if (!dialog.current?.open) workbench.desk.showKeys(false);
      }}
    >
      <header>
        <h2 id="keys-title">{words('keys')}</h2>
        <button type="button" class="quiet" onClick={() => workbench.desk.showKeys(false)}>
          {words('close')}
        </button>
      </header>
      <dl class="keys">
        {keyLines((command) => workbench.desk.lackFor(command) === null).map(({ word, keys }) => (
          <div key={word}>
            <dt>{words(word)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Licences label={words('licences')} />
    </dialog>
  );
}

/** The licences of all that the page is made of, unpacked when somebody wants to see them. */
function Licences({ label }: { readonly label: string }) {
  const [text, setText] = useState('');
  const open = async (): Promise<void> => {
    const packed = document.getElementById('duiqi-licences')?.textContent ?? '';
    if (text === '' && packed !== '') setText(new TextDecoder().decode(await unzipped(fromBase64(packed))));
  };
  return (
    <details class="licences" onToggle={open}>
      <summary>{label}</summary>
      <pre lang="en">{text}</pre>
    </details>
  );
}
