import { DOWNLOADS } from '../exports.js';
import type { Workbench } from '../workbench.js';
import { DownloadFields } from './download-fields.js';
import { Menu } from './menu.js';

/** Several documents downloaded as one. */
export function Together({
  workbench,
  ids,
}: {
  readonly workbench: Workbench;
  readonly ids: readonly string[];
}) {
  const { words, state } = workbench.desk;
  const n = ids.length;
  const isBusy = state.isGathering;
  return (
    <div class="together row">
      <div class="split-button">
        <button
          type="button"
          class="primary"
          disabled={n === 0 || isBusy}
          onClick={() => workbench.downloading.downloadTogether(ids, 'tmx')}
        >
          {words('downloadTogether', { n })}
        </button>
        <Menu label={words('formats')} face="▾" buttonClass="primary">
          {(close) => (
            <>
              {DOWNLOADS.map(({ format, shown, word }) => (
                <button
                  key={format}
                  type="button"
                  disabled={n === 0 || isBusy}
                  onClick={() => {
                    close();
                    void workbench.downloading.downloadTogether(ids, format);
                  }}
                >
                  {shown} <small>{words(word)}</small>
                </button>
              ))}
              <DownloadFields workbench={workbench} />
            </>
          )}
        </Menu>
      </div>
      <small>{words('togetherHint')}</small>
    </div>
  );
}
