import { useEffect, useReducer } from 'preact/hooks';
import { commandFor } from '../view/keys.js';
import type { Workbench } from '../workbench.js';
import { droppedFiles } from './dropped-files.js';
import { Empty } from './empty.js';
import { Head } from './head.js';
import { KeysDialog } from './keys-dialog.js';
import { Pairing } from './pairing.js';
import { preparePrinting } from './printing.js';
import { ReviewScreen } from './review.js';
import { Failed, Working } from './working.js';

/** The whole page. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => workbench.desk.subscribe(() => redraw(undefined)), [workbench]);
  useEffect(() => listen(workbench), [workbench]);
  useEffect(() => preparePrinting(workbench), [workbench]);
  const { state, words } = workbench.desk;
  return (
    <div class="frame">
      <Head workbench={workbench} />
      {state.screen === 'empty' && <Empty workbench={workbench} />}
      {state.screen === 'pairing' && <Pairing workbench={workbench} />}
      {state.screen === 'working' && <Working workbench={workbench} />}
      {state.screen === 'failed' && <Failed workbench={workbench} />}
      {state.screen === 'review' && state.document && (
        <ReviewScreen workbench={workbench} document={state.document} />
      )}
      <KeysDialog workbench={workbench} />
      <div class="toast">
        <p role="status" hidden={state.message === null}>
          {state.message}
          {state.screen === 'empty' && state.message !== null && workbench.keeping.canRestore && (
            <button type="button" class="quiet" onClick={() => workbench.keeping.restoreForgotten()}>
              {words('restore')}
            </button>
          )}
        </p>
      </div>
    </div>
  );
}

/** What is dropped and typed anywhere on the page. */
function listen(workbench: Workbench): () => void {
  const over = (event: DragEvent): void => {
    event.preventDefault();
    if (!workbench.desk.state.isOver) workbench.desk.set({ isOver: true });
  };
  const leave = (event: DragEvent): void => {
    // Between two elements of the page there is one that it goes to.
    if (event.relatedTarget === null) workbench.desk.set({ isOver: false });
  };
  const drop = (event: DragEvent): void => {
    // Else the browser would leave the page and show the file.
    event.preventDefault();
    workbench.desk.set({ isOver: false });
    if (event.dataTransfer === null) return;
    void droppedFiles(event.dataTransfer).then(({ files, folders }) => {
      if (files.length > 0) workbench.opening.drop(files, folders);
    });
  };
  const key = (event: KeyboardEvent): void => {
    const { state } = workbench.desk;
    const target = event.target as Element;
    const isWriting = target.matches('textarea, input, select');
    // The dialog itself is asked: one that Escape has closed tells the state so only after the next key, which was lost.
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    // On a button, Enter, Space, Tab and the arrows are the button's.
    const isOfControl =
      !target.matches('body') && /^(?:Enter| |Tab|Arrow.*|Page.*|Home|End)$/.test(event.key);
    const command = event.key === 'Tab' ? null : commandFor(event, !isWriting && !isOfControl);
    const isOfSearch = command === 'search' || command === 'replace';
    if (command !== null && state.screen === 'review' && !(isWriting && !isOfSearch)) {
      event.preventDefault();
      workbench.commands.run(command);
    } else if (event.key === '?' && !isWriting) workbench.desk.showKeys(true);
  };
  const leaving = (event: BeforeUnloadEvent): void => {
    if (workbench.keeping.isAtRisk) event.preventDefault();
  };
  addEventListener('dragover', over);
  addEventListener('dragleave', leave);
  addEventListener('drop', drop);
  addEventListener('keydown', key);
  addEventListener('beforeunload', leaving);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('dragleave', leave);
    removeEventListener('drop', drop);
    removeEventListener('keydown', key);
    removeEventListener('beforeunload', leaving);
  };
}
