import type { Workbench } from '../workbench.js';

/** The documents that this browser keeps. */
export function Recent({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  if (state.recent.length === 0) return null;
  const times = new Intl.DateTimeFormat(state.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="card" aria-labelledby="recent-title">
      <h2 id="recent-title">{words('recentTitle')}</h2>
      <ul class="recent">
        {state.recent.map(({ id, title, pairs, open = 0, position, changed, isHeld }) => (
          <li key={id}>
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
    </section>
  );
}
