import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Workbench } from '../workbench.js';

/** Something is being done: what, how far, and how to end it. */
export function Working({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const { work } = state;
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  if (work === null) return null;
  return (
    <main class="open">
      <section class="card working" aria-labelledby="working-title">
        <h1 id="working-title">
          {words('workingTitle')}
          {work.of > 1 && ` · ${words('workingOf', { at: work.at, n: work.of })}`}
        </h1>
        <p class="files">{work.title}</p>
        {/* A bar that stands at its beginning looks as if nothing was done: a large sheet is read for some seconds. */}
        <progress aria-label={words(work.phase)} max={1} value={work.fraction || undefined} />
        <p aria-live="polite">{words(work.phase)} …</p>
        <div class="row">
          <button ref={cancel} type="button" onClick={() => workbench.aligning.cancel()}>
            {words('cancel')}
          </button>
        </div>
      </section>
    </main>
  );
}

/** What could not be done, in the sentence of the library. */
export function Failed({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  return (
    <main class="open">
      <section class="card working failed" role="alert">
        <h1>{words('failedTitle')}</h1>
        {state.failure?.map((failure, at) => {
          const { text, lang } = workbench.desk.sentenceOf(failure);
          return (
            <p key={at} lang={lang}>
              {text}
            </p>
          );
        })}
        <div class="row">
          <button ref={back} type="button" onClick={() => workbench.showing.leaveFailure()}>
            {words(state.document ? 'goOn' : 'back')}
          </button>
        </div>
      </section>
    </main>
  );
}
