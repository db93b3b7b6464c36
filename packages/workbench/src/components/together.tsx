import type { Workbench } from '../workbench.js';
import { DownloadButton } from './download-button.js';

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
  return (
    <div class="together row">
      <DownloadButton
        workbench={workbench}
        face={words('downloadTogether', { n })}
        isDisabled={n === 0 || state.isGathering}
        download={(format) => workbench.downloading.downloadTogether(ids, format)}
      />
      <small>{words('togetherHint')}</small>
    </div>
  );
}
