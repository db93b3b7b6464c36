import type { Alternative, AlternativeBead, LinkKind } from 'duiqi';
import type { Why } from '../state.js';
import type { Word } from '../words.js';
import type { Workbench } from '../workbench.js';
import { chineseTag } from './chinese-tag.js';

const KINDS: Readonly<Record<LinkKind, Word>> = {
  word: 'kindWord',
  learnt: 'kindLearnt',
  number: 'kindNumber',
  name: 'kindName',
  latin: 'kindLatin',
};
/** The others say next to nothing. */
const MOST_LINKS = 10;
/** Nats that fill a bar of five steps. */
const STRONGEST = 8;
const MOST_WAYS = 3;

/** Why the row at the cursor was found so, and how else it could be cut. */
export function WhyPanel({ workbench, why }: { readonly workbench: Workbench; readonly why: Why }) {
  const { words } = workbench.desk;
  return (
    <aside class="why" aria-label={words('whyTitle')}>
      <header>
        <h2>{words('whyTitle')}</h2>
        <button
          type="button"
          class="quiet"
          aria-label={words('close')}
          onClick={() => workbench.commands.run('why')}
        >
          ✕
        </button>
      </header>
      <div aria-live="polite">
        <Reasons workbench={workbench} why={why} />
      </div>
    </aside>
  );
}

function Reasons({ workbench, why }: { readonly workbench: Workbench; readonly why: Why }) {
  const { words } = workbench.desk;
  const { review } = workbench.list;
  const { found } = why;
  if (found === 'asking') return <p>{words('phaseExplaining')} …</p>;
  if (found === 'alone') return <p>{words('whyAlone')}</p>;
  if (found === 'by-hand') return <p>{words('whyHand')}</p>;
  if ('failed' in found) {
    const { text, lang } = workbench.desk.sentenceOf(found.failed);
    return <p lang={lang}>{text}</p>;
  }
  const { evidence, unexplained, alternatives } = found;
  const zh = chineseTag(review);
  return (
    <>
      <h3>{words('whyEvidence')}</h3>
      {evidence.length === 0 && <p>{words('whyNone')}</p>}
      <ul>
        {evidence.slice(0, MOST_LINKS).map((link) => {
          const steps = Math.max(1, Math.min(5, Math.round((link.gain / STRONGEST) * 5)));
          const point = (): void => workbench.explaining.point(link);
          const leave = (): void => workbench.explaining.point(null);
          return (
            <li key={`${link.en} ${link.zh}`}>
              <button
                type="button"
                class="link"
                onMouseEnter={point}
                onMouseLeave={leave}
                onFocus={point}
                onBlur={leave}
              >
                <span lang="en">{link.en}</span>
                <span aria-hidden="true">↔</span>
                <span lang={zh}>{link.zh}</span>
                <span class="score" role="img" aria-label={words('strength', { n: steps })}>
                  {[1, 2, 3, 4, 5].map((step) => (
                    <i key={step} class={step <= steps ? 'on' : ''} />
                  ))}
                </span>
                {link.kind !== 'word' && <small>{words(KINDS[link.kind])}</small>}
              </button>
            </li>
          );
        })}
      </ul>
      {unexplained.en.length + unexplained.zh.length > 0 && (
        <>
          <h3>{words('whyUnexplained')}</h3>
          <p class="words">
            <span lang="en">{unexplained.en.join(', ')}</span>
          </p>
          <p class="words">
            <span lang={zh}>{unexplained.zh.join('、')}</span>
          </p>
        </>
      )}
      <h3>{words('whyOther')}</h3>
      {alternatives.length === 0 && <p>{words('whyNoOther')}</p>}
      {alternatives.slice(0, MOST_WAYS).map((way, at) => (
        <Way key={at} workbench={workbench} way={way} zh={zh} />
      ))}
    </>
  );
}

interface WayProps {
  readonly workbench: Workbench;
  readonly way: Alternative;
  readonly zh: string;
}

function Way({ workbench, way, zh }: WayProps) {
  return (
    <div class="way">
      {way.beads.map((bead, at) => (
        <div key={at}>
          {at > 0 && <hr />}
          <BeadTexts bead={bead} zh={zh} />
        </div>
      ))}
      <button type="button" onClick={() => workbench.explaining.takeWay(way)}>
        {workbench.desk.words('whyTake')}
      </button>
    </div>
  );
}

function BeadTexts({ bead, zh }: { readonly bead: AlternativeBead; readonly zh: string }) {
  return (
    <>
      <p lang="en">{bead.enText || '—'}</p>
      <p lang={zh}>{bead.zhText || '—'}</p>
    </>
  );
}
