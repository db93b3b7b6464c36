import { useState } from 'preact/hooks';
import type { OpenDocument } from '../state.js';
import type { Word } from '../words.js';
import type { Workbench } from '../workbench.js';
import { hasAligner } from '../worker/client.js';
import type { Choices } from '../worker/protocol.js';
import { Menu } from './menu.js';

const LAYOUTS: Readonly<Record<string, Word>> = {
  auto: 'layoutAuto',
  pages: 'layoutPages',
  paragraphs: 'layoutParagraphs',
  lines: 'layoutLines',
  halves: 'layoutHalves',
  columns: 'layoutColumns',
  inline: 'layoutInline',
  comments: 'layoutComments',
  'two-texts': 'layoutTwoTexts',
  'one-language': 'layoutOneLanguage',
};
/** Those that a person may choose. */
const CHOICES = ['auto', 'pages', 'paragraphs', 'lines', 'halves', 'columns', 'inline', 'comments'] as const;

/** What the library took the documents for, and how to correct it. */
export function Understood({
  workbench,
  document,
}: {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
}) {
  const { words } = workbench;
  return (
    <Menu
      label={words('understood')}
      face={
        <>
          <span class="wide">{words('understood')}</span>
          <span class="narrow">ⓘ</span>
        </>
      }
      buttonClass="quiet"
      below
      panelClass="understood"
    >
      {(close) => <Panel workbench={workbench} document={document} close={close} />}
    </Menu>
  );
}

interface PanelProps {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
  readonly close: () => void;
}

function Panel({ workbench, document, close }: PanelProps) {
  const { words } = workbench;
  const { alignment } = document.history.review;
  const [layout, setLayout] = useState(document.choices.layout ?? 'auto');
  const [segments, setSegments] = useState(document.choices.segments ?? 'sentences');
  const [glossary, setGlossary] = useState(
    (document.choices.glossary ?? []).map(({ en, zh }) => `${en}\t${zh}`).join('\n'),
  );
  const again = (): void => {
    const terms = glossaryOf(glossary);
    const choices: Choices = {
      ...document.choices,
      layout,
      segments,
      ...(terms.length > 0 ? { glossary: terms } : { glossary: [] }),
    };
    close();
    void workbench.alignAgain(choices);
  };
  const isOneFile = alignment.sources.length === 1;
  const sure = alignment.layoutConfidence < 1 ? ` (${Math.floor(alignment.layoutConfidence * 100)} %)` : '';
  return (
    <>
      <dl>
        <dt>{words('understoodFiles')}</dt>
        <dd>
          {alignment.sources.map(({ name, format, encoding }, at) => (
            <div key={at}>
              {name} ({[format, encoding?.toUpperCase()].filter(Boolean).join(', ')})
            </div>
          ))}
        </dd>
        <dt>{words('understoodLanguages')}</dt>
        <dd>
          {alignment.languages.map(({ code, name, characters }) => (
            <div key={code}>
              {words('languageShare', {
                name: code === 'eng' ? words('english') : code === 'cmn' ? words('chinese') : name,
                n: characters,
              })}
            </div>
          ))}
        </dd>
        <dt>{words('understoodLayout')}</dt>
        <dd>
          {words(LAYOUTS[alignment.layout] ?? 'layoutAuto')}
          {sure}
        </dd>
        <dt>{words('understoodSentences')}</dt>
        <dd>
          {words('sentencesOf', { en: alignment.en.segments.length, zh: alignment.zh.segments.length })}
        </dd>
        <dt>{words('understoodQuality')}</dt>
        <dd>{words('understoodPercent', { n: Math.round(alignment.quality * 100) })}</dd>
        {alignment.diagnostics.length > 0 && (
          <>
            <dt>{words('understoodNotes')}</dt>
            <dd>
              <ul lang="en">
                {alignment.diagnostics.slice(0, 12).map(({ message }, at) => (
                  <li key={at}>{message}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {document.files.length > 0 && hasAligner() && (
        <>
          <div class="row">
            {isOneFile && (
              <label>
                {words('understoodLayout')}{' '}
                <select
                  value={layout}
                  onChange={(event) => setLayout(event.currentTarget.value as typeof layout)}
                >
                  {CHOICES.map((each) => (
                    <option key={each} value={each}>
                      {words(LAYOUTS[each]!)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              {words('understoodUnits')}{' '}
              <select
                value={segments}
                onChange={(event) => setSegments(event.currentTarget.value as typeof segments)}
              >
                <option value="sentences">{words('understoodSentencesUnit')}</option>
                <option value="lines">{words('understoodLinesUnit')}</option>
              </select>
            </label>
          </div>
          <p>
            <label>
              {words('understoodGlossary')}
              <textarea
                placeholder={words('understoodGlossaryHint')}
                value={glossary}
                onInput={(event) => setGlossary(event.currentTarget.value)}
              />
            </label>
          </p>
          <div class="row">
            <button type="button" class="primary" onClick={again}>
              {words('understoodAgain')}
            </button>
            {document.position > 0 && <small>{words('understoodAgainHint')}</small>}
          </div>
        </>
      )}
    </>
  );
}

/** Lines of a term each; a line without both languages is left out. */
function glossaryOf(text: string): { readonly en: string; readonly zh: string }[] {
  return text.split('\n').flatMap((line) => {
    const [en = '', zh = ''] = line.split(/\t|\s*=\s*/).map((part) => part.trim());
    return en === '' || zh === '' ? [] : [{ en, zh }];
  });
}
