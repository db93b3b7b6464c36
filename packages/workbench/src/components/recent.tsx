import { useState } from 'preact/hooks';
import type { Workbench } from '../workbench.js';
import { Together } from './together.js';

/** The documents that this browser keeps. */
export function Recent({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (state.recent.length === 0) return null;
  const times = new Intl.DateTimeFormat(state.language, { dateStyle: 'medium', timeStyle: 'short' });
  const areSeveral = state.recent.length > 1;
  const chosen = state.recent.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const after = new Set(left);
    for (const id of ids) isChosen ? after.delete(id) : after.add(id);
    setLeft(after);
  };
  return (
    <section class="card" aria-labelledby="recent-title">
      <h2 id="recent-title">{words('recentTitle')}</h2>
      <ul class="recent">
        {state.recent.map(({ id, title, pairs, open = 0, position, changed, isHeld }) => (
          <li key={id}>
            {areSeveral && (
              <input
                type="checkbox"
                aria-label={words('togetherWith', { title })}
                title={words('togetherWith', { title })}
                checked={!left.has(id)}
                onChange={(event) => choose([id], event.currentTarget.checked)}
              />
            )}
            <div class="what">
              <div>{title}</div>
              <div class="detail">
                {words('recentLine', { n: pairs, acts: position, when: times.format(changed) })}
                {open > 0 && <span class="held"> · {words('recentToLook', { n: open })}</span>}
              </div>
              {isHeld && (
                <div class="detail held">
                  <span aria-hidden="true">! </span>
                  {words('recentHeld')}
                </div>
              )}
            </div>
            <button
              type="button"
              aria-label={`${words('recentOpen')}: ${title}`}
              onClick={() => workbench.opening.openStored(id)}
            >
              {words('recentOpen')}
            </button>
            <button
              type="button"
              class="quiet"
              title={words('recentForget')}
              aria-label={`${words('recentForget')}: ${title}`}
              onClick={() => workbench.keeping.forget(id)}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {areSeveral && (
        <>
          <label class="row every">
            <input
              type="checkbox"
              checked={chosen.length === state.recent.length}
              indeterminate={chosen.length > 0 && chosen.length < state.recent.length}
              onChange={(event) =>
                choose(
                  state.recent.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
            {words('togetherAll')}
          </label>
          <Together workbench={workbench} ids={chosen} />
        </>
      )}
    </section>
  );
}
