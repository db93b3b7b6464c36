import type { ComponentChildren } from 'preact';
import { DOWNLOADS } from '../exports.js';
import type { Workbench } from '../workbench.js';
import { DownloadFields } from './download-fields.js';
import { Menu } from './menu.js';

/** What is downloaded: as TMX at once, in each other format by the menu beside it, which has what all of them are asked for. */
export function DownloadButton({
  workbench,
  face,
  isDisabled = false,
  download,
  more,
}: {
  readonly workbench: Workbench;
  readonly face: string;
  readonly isDisabled?: boolean;
  readonly download: (format: (typeof DOWNLOADS)[number]['format']) => unknown;
  /** Further choices of the menu, which close it. */
  readonly more?: (close: () => void) => ComponentChildren;
}) {
  const { words } = workbench.desk;
  return (
    <div class="split-button">
      <button type="button" class="primary" disabled={isDisabled} onClick={() => void download('tmx')}>
        {face}
      </button>
      <Menu label={words('formats')} face="▾" buttonClass="primary">
        {(close) => (
          <>
            {DOWNLOADS.map(({ format, shown, word }) => (
              <button
                key={format}
                type="button"
                disabled={isDisabled}
                onClick={() => {
                  close();
                  void download(format);
                }}
              >
                {shown} <small>{words(word)}</small>
              </button>
            ))}
            {more?.(close)}
            <DownloadFields workbench={workbench} />
          </>
        )}
      </Menu>
    </div>
  );
}
