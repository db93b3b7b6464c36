import { type DownloadOptions, VARIANTS } from '../exports.js';
import type { Workbench } from '../workbench.js';

/** What a person chooses for all downloads. */
export function DownloadFields({ workbench }: { readonly workbench: Workbench }) {
  const { words, state } = workbench.desk;
  const options = state.downloads;
  const setOptions = (downloads: DownloadOptions): void => workbench.desk.set({ downloads });
  const variants = new Intl.DisplayNames(state.language, { type: 'language' });
  return (
    <>
      <label>
        {words('optionDirection')}
        <select
          value={options.direction}
          onChange={(event) =>
            setOptions({ ...options, direction: event.currentTarget.value as 'en-zh' | 'zh-en' })
          }
        >
          <option value="en-zh">{words('english')}</option>
          <option value="zh-en">{words('chinese')}</option>
        </select>
      </label>
      <label>
        {words('optionVariant')}
        <select
          value={options.variant ?? ''}
          onChange={(event) => setOptions({ ...options, variant: event.currentTarget.value || null })}
        >
          <option value="">{words('variantAuto')}</option>
          {VARIANTS.map((tag) => (
            <option key={tag} value={tag}>
              {words('variantTag', { tag, name: variants.of(tag) ?? tag })}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={options.unaligned}
          onChange={(event) => setOptions({ ...options, unaligned: event.currentTarget.checked })}
        />
        {words('optionUnaligned')}
      </label>
    </>
  );
}
