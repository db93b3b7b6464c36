import { useState } from 'preact/hooks';
import type { Summary } from '../storage/database.js';
import type { Workbench } from '../workbench.js';
import { Together } from './together.js';

/** The documents that this browser keeps. */
export function Recent({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (state.recent.length === 0) return null;
  const times = new Intl.DateTimeFormat(state.language, { dateStyle: 'medium', timeStyle: 'short' });
  const aligned = state.recent.filter(({ isWaiting }) => !isWaiting);
  const waiting = state.recent.filter(({ isWaiting }) => isWaiting);
  const areSeveral = aligned.length > 1;
  const chosen = aligned.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const choose = (ids: readonly string[], isChosen: boolean): void => {
    const after = new Set(left);
    for (const id of ids) isChosen ? after.delete(id) : after.add(id);
    setLeft(after);
  };
  return (
    <section class="card" aria-labelledby="recent-title">
      <h2 id="recent-title">{words('recentTitle')}</h2>
      <ul class="recent">
        {waiting.map(({ id, title }) => (
          <li key={id}>
            <div class="what">
              <div>{title}</div>
              <div class="detail held">
                <span aria-hidden="true">! </span>
                {words('recentWaiting')}
              </div>
            </div>
            <button
              type="button"
              class={waiting.length > 1 ? '' : 'primary'}
              aria-label={`${words('recentGoOn')}: ${title}`}
              onClick={() => workbench.opening.openStored(id)}
            >
              {words('recentGoOn')}
            </button>
            <Forget workbench={workbench} id={id} title={title} />
          </li>
        ))}
        {waiting.length > 1 && (
          <li>
            <button
              type="button"
              class="primary"
              onClick={() => workbench.opening.openWaiting(waiting.map(({ id }) => id))}
            >
              {words('recentGoOnAll', { n: waiting.length })}
            </button>
          </li>
        )}
        {aligned.map(({ id, title, pairs, open = 0, position, changed, isHeld }) => (
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
            <Forget workbench={workbench} id={id} title={title} />
          </li>
        ))}
      </ul>
      {areSeveral && (
        <>
          <label class="row every">
            <input
              type="checkbox"
              checked={chosen.length === aligned.length}
              indeterminate={chosen.length > 0 && chosen.length < aligned.length}
              onChange={(event) =>
                choose(
                  aligned.map(({ id }) => id),
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

function Forget({ workbench, id, title }: { readonly workbench: Workbench } & Pick<Summary, 'id' | 'title'>) {
  const { words } = workbench.desk;
  return (
    <button
      type="button"
      class="quiet"
      title={words('recentForget')}
      aria-label={`${words('recentForget')}: ${title}`}
      onClick={() => workbench.keeping.forget(id)}
    >
      ✕
    </button>
  );
}
