import { useState } from 'preact/hooks';
import { diagnosticIn } from '../remarks.js';
import type { OpenDocument } from '../state.js';
import { glossaryIn, glossaryText } from '../view/glossary.js';
import type { Word } from '../words.js';
import type { Workbench } from '../workbench.js';
import { hasAligner } from '../worker/client.js';
import type { Choices } from '../worker/protocol.js';
import { GlossaryField } from './glossary-field.js';
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
/** More remarks are a list that nobody reads. */
const MOST_NOTES = 12;
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
  const { words } = workbench.desk;
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
  const { words } = workbench.desk;
  const { alignment } = document.history.review;
  const [layout, setLayout] = useState(document.choices.layout ?? 'auto');
  const [segments, setSegments] = useState(document.choices.segments ?? 'sentences');
  const [glossary, setGlossary] = useState(glossaryText(document.choices.glossary ?? []));
  const again = (): void => {
    const choices: Choices = { ...document.choices, layout, segments, glossary: glossaryIn(glossary) };
    close();
    void workbench.aligning.alignAgain(choices);
  };
  const isOneFile = alignment.sources.length === 1;
  const percent = (n: number): string => words('understoodPercent', { n });
  const sure =
    alignment.layoutConfidence < 1 ? ` (${percent(Math.floor(alignment.layoutConfidence * 100))})` : '';
  return (
    <>
      <dl>
        <dt>{words('understoodFiles')}</dt>
        <dd>
          {alignment.sources.map(({ name, format, encoding }, at) => (
            <div key={at}>
              {name} (
              {[format === 'text' ? words('understoodText') : format, encoding?.toUpperCase()]
                .filter(Boolean)
                .join(', ')}
              )
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
        <dd>{percent(Math.round(alignment.quality * 100))}</dd>
        {alignment.diagnostics.length > 0 && (
          <>
            <dt>{words('understoodNotes')}</dt>
            <dd>
              <ul>
                {alignment.diagnostics.slice(0, MOST_NOTES).map((diagnostic, at) => {
                  const { text, lang } = diagnosticIn(workbench.desk.state.language, diagnostic);
                  return (
                    <li key={at} lang={lang}>
                      {text}
                    </li>
                  );
                })}
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
          <GlossaryField workbench={workbench} value={glossary} set={setGlossary} />
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
