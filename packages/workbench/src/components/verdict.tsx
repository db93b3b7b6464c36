import type { DiagnosticCode } from 'duiqi';
import { diagnosticIn } from '../remarks.js';
import type { OpenDocument } from '../state.js';
import type { Workbench } from '../workbench.js';

/** What is said of a document before all else: that there is little in it to review, and why. */
const VERDICTS: ReadonlySet<DiagnosticCode> = new Set([
  'nothing-to-align',
  'not-a-translation',
  'chinese-lost',
]);
/** The others are among the remarks. */
const MOST = 3;

/** Whether these are translations of each other at all, where they seem to be none. */
export function Verdict({
  workbench,
  document,
}: {
  readonly workbench: Workbench;
  readonly document: OpenDocument;
}) {
  const { diagnostics } = document.history.review.alignment;
  const verdicts = diagnostics.filter(({ code }) => VERDICTS.has(code)).slice(0, MOST);
  if (verdicts.length === 0) return null;
  return (
    <div class="verdict" role="note">
      {verdicts.map((diagnostic, at) => {
        const { text, lang } = diagnosticIn(workbench.desk.state.language, diagnostic);
        return (
          <p key={at} lang={lang}>
            <span aria-hidden="true">! </span>
            {text}
          </p>
        );
      })}
    </div>
  );
}
