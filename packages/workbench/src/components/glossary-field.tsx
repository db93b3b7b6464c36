import type { Workbench } from '../workbench.js';

/** The files that a glossary may be in. */
const ENDINGS = '.tsv,.txt,.csv,.xlsx,.tbx';

/** Where a glossary is typed, pasted, chosen or dropped. */
export function GlossaryField({
  workbench,
  value,
  set,
}: {
  readonly workbench: Workbench;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const { words } = workbench.desk;
  const read = async (files: FileList | null | undefined): Promise<void> => {
    const text = await workbench.opening.glossaryWith(value, [...(files ?? [])]);
    if (text !== null) set(text);
  };
  return (
    <div class="glossary">
      <label>
        {words('understoodGlossary')}
        <textarea
          spellcheck={false}
          placeholder={words('understoodGlossaryHint')}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
          onDrop={(event) => {
            if (!event.dataTransfer?.files.length) return;
            // Anywhere else on the page, files are documents.
            event.preventDefault();
            event.stopPropagation();
            workbench.desk.set({ isOver: false });
            void read(event.dataTransfer.files);
          }}
        />
      </label>
      <button type="button" onClick={() => chooseFiles((files) => void read(files))}>
        {words('glossaryChoose')}
      </button>
    </div>
  );
}

/** Lets a person choose files. */
function chooseFiles(use: (files: FileList | null) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = ENDINGS;
  input.addEventListener('change', () => use(input.files));
  input.click();
}
