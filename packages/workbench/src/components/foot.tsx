import { useMemo } from 'preact/hooks';
import type { OpenDocument } from '../state.js';
import { shownKey } from '../view/keys.js';
import { progressOf } from '../view/rows.js';
import type { Workbench } from '../workbench.js';
import { hasAligner } from '../worker/client.js';
import { DownloadButton } from './download-button.js';

const TERM_FORMATS = [
  { format: 'tsv', shown: 'TSV' },
  { format: 'xlsx', shown: 'Excel' },
  { format: 'tbx', shown: 'TBX' },
] as const;

/** The line below the list: how far one is, and the downloads. */
export function Foot({
  workbench,
  document,
}: {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
}) {
  const { words, state } = workbench.desk;
  const { review } = document.history;
  const { pairs, fine, doubtful, alone } = review.tally;
  const { all, looked } = progressOf(review);
  const options = state.downloads;
  // To make one takes longer than all else below the list.
  const times = useMemo(
    () => new Intl.DateTimeFormat(state.language, { timeStyle: 'short' }),
    [state.language],
  );
  const saved =
    state.saved === 'saving'
      ? words('footSaving')
      : state.saved === 'unsaved'
        ? words('footUnsaved')
        : words('footSaved', { time: times.format(state.saved) });
  const numbers = [
    words('footCounts', { n: pairs, fine, doubtful }),
    ...(alone > 0 ? [words('footAlone', { n: alone })] : []),
    ...(all > 0 ? [words('footLooked', { n: all, looked })] : []),
  ];
  return (
    <footer class="foot">
      <span class="counts" title={numbers.join(' · ')}>
        {numbers.map((each, at) => (
          <span key={at}>
            {each}
            {at < numbers.length - 1 && ' · '}
          </span>
        ))}
      </span>
      <span class={`saved${state.saved === 'unsaved' ? ' held' : ''}`}>
        {state.saved === 'unsaved' && <span aria-hidden="true">! </span>}
        {saved}
      </span>
      {state.saved === 'unsaved' && (
        <button type="button" onClick={() => workbench.downloading.saveProject()}>
          {words('saveProject')}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        title={`${words('actUndo')} (${shownKey('undo')})`}
        aria-label={words('actUndo')}
        disabled={document.position === 0}
        onClick={() => workbench.editing.undo()}
      >
        ⟲
      </button>
      <button
        type="button"
        class="quiet"
        title={`${words('actRedo')} (${shownKey('redo')})`}
        aria-label={words('actRedo')}
        disabled={document.position === document.acts.length}
        onClick={() => workbench.editing.redo()}
      >
        ⟳
      </button>
      <DownloadButton
        workbench={workbench}
        face={words('download', { format: 'TMX' })}
        download={(format) => workbench.downloading.download(format, options)}
        more={(close) => (
          <>
            {hasAligner() &&
              TERM_FORMATS.map(({ format, shown }) => (
                <button
                  key={format}
                  type="button"
                  onClick={() => {
                    close();
                    void workbench.downloading.downloadTerms(format);
                  }}
                >
                  {words('downloadTerms', { format: shown })} <small>{words('formatTerms')}</small>
                </button>
              ))}
            <button
              type="button"
              onClick={() => {
                close();
                void workbench.downloading.saveProject();
              }}
            >
              {words('saveProject')} <small>{words('formatProject')}</small>
            </button>
          </>
        )}
      />
    </footer>
  );
}
