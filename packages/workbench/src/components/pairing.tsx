import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Guess } from '../view/pair-names.js';
import { pathsOf } from '../view/paths.js';
import type { Workbench } from '../workbench.js';

/** Many files: which of them belong together, as guessed, to be changed. */
export function Pairing({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const start = useRef<HTMLButtonElement>(null);
  // What was chosen is right more often than not: Enter goes on. The list is not scrolled away for that.
  useLayoutEffect(() => start.current?.focus({ preventScroll: true }), []);
  if (!state.pairing) return null;
  const { files, guesses } = state.pairing;
  const paths = pathsOf(files);
  const choose = (at: number, second: number | null): void => {
    const before = guesses[at]![1];
    const changed: Guess[] = guesses
      // What was chosen stands nowhere else.
      .filter(([first], place) => place === at || first !== second)
      .map((guess) =>
        guess === guesses[at] ? [guess[0], second] : guess[1] === second ? [guess[0], null] : guess,
      );
    // What was left is a document of its own.
    if (before !== null && before !== second) changed.push([before, null]);
    workbench.opening.setGuesses(changed.sort(([a], [b]) => a - b));
  };
  return (
    <main class="open">
      <section class="card pairing" aria-labelledby="pairing-title">
        <h2 id="pairing-title">{words('pairingTitle')}</h2>
        <p>{words('pairingText')}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('pairingFirst')}</th>
              <th scope="col">{words('pairingSecond')}</th>
            </tr>
          </thead>
          <tbody>
            {guesses.map(([first, second], at) => (
              <tr key={first}>
                <td>{paths[first]}</td>
                <td>
                  <select
                    aria-label={`${words('pairingSecond')}: ${paths[first]}`}
                    title={second === null ? undefined : paths[second]}
                    value={second ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      choose(at, value === '' ? null : Number(value))
                    }
                  >
                    <option value="">{words('pairingAlone')}</option>
                    {paths.map((path, number) =>
                      number === first ? null : (
                        <option key={number} value={number}>
                          {path}
                        </option>
                      ),
                    )}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="row">
          <button ref={start} type="button" class="primary" onClick={() => workbench.opening.alignPaired()}>
            {words('pairingStart', { n: guesses.length })}
          </button>
          <button type="button" onClick={() => workbench.showing.goHome()}>
            {words('back')}
          </button>
        </div>
      </section>
    </main>
  );
}
