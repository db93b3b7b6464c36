import { diagnosticIn, refusalIn, refusalOf, type Said } from '../remarks.js';
import { type Failure, NO_CARETS, type State, type Theme } from '../state.js';
import type { Command } from '../view/keys.js';
import { type Interface, interfaceFor, type Word, type Words, wordsIn } from '../words.js';
import { Aligner, hasAligner } from '../worker/client.js';

/** Where the outline and the map lie over the list, as in style.css. */
const NARROW = matchMedia('(max-width: 1000px)');
/** Milliseconds that a message is shown. */
const MESSAGE = 6000;

/** What the page knows, of which all that is shown is a function; its language and looks, what it says, and its worker. */
export class Desk {
  state: State;
  words: Words;
  readonly aligner = new Aligner();
  #listeners = new Set<() => void>();
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const language = (remembered('language') as Interface | null) ?? interfaceFor(navigator.languages);
    const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = (remembered('theme') as Theme | null) ?? (prefersDark ? 'dark' : 'light');
    this.words = wordsIn(language);
    this.state = {
      screen: 'empty',
      language,
      theme,
      storage: 'unknown',
      recent: [],
      isOver: false,
      keysShown: false,
      work: null,
      failure: null,
      pairing: null,
      document: null,
      cursor: { row: null, side: 'en' },
      carets: NO_CARETS,
      filter: 'all',
      query: '',
      isReplacing: false,
      marked: null,
      writing: null,
      sideShown: !NARROW.matches,
      why: null,
      glowing: new Set(),
      focus: 0,
      glossary: '',
      isGathering: false,
      downloads: { direction: 'en-zh', variant: null, unaligned: false },
      saved: 'unsaved',
      message: null,
    };
    this.dress();
    // Where the outline covers the list, it is shown only when it is asked for: also after the page was zoomed.
    NARROW.addEventListener('change', ({ matches }) => this.set({ sideShown: !matches }));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.#listeners) listener();
  }

  setLanguage(language: Interface): void {
    remember('language', language);
    this.words = wordsIn(language);
    // What was said was said in the language before.
    this.set({ language, message: null });
    this.dress();
  }

  setTheme(theme: Theme): void {
    remember('theme', theme);
    this.set({ theme });
    this.dress();
  }

  showKeys(keysShown: boolean): void {
    if (keysShown !== this.state.keysShown) this.set({ keysShown });
  }

  dress(): void {
    const { language, theme, document: open } = this.state;
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = open ? `${open.title} – duiqi 对齐` : 'duiqi 对齐';
  }

  say(message: string): void {
    clearTimeout(this.#silence);
    this.set({ message });
    this.#silence = setTimeout(() => this.set({ message: null }), MESSAGE);
  }

  progress({ phase, fraction }: { readonly phase: string; readonly fraction: number | null }): void {
    const { work } = this.state;
    if (work) this.set({ work: { ...work, phase: PHASES[phase] ?? work.phase, fraction } });
  }

  /** What could not be done, in the language of the interface. */
  sentenceOf(failure: Failure): Said {
    const { language } = this.state;
    if ('unopened' in failure)
      return { text: this.words('failedOpen', { name: failure.unopened }), lang: language };
    if (!('found' in failure)) return refusalIn(language, failure);
    const { title, found } = failure;
    const said = found && diagnosticIn(language, found);
    return {
      text: this.words('failedAt', { title, why: said?.text ?? this.words('nothingFound') }),
      lang: said?.lang ?? language,
    };
  }

  refused(error: unknown): string {
    return refusalIn(this.state.language, refusalOf(error)).text;
  }

  /** Why this page cannot do something with what is open; null where it can. */
  lackFor(command: Command): Word | null {
    if (command !== 'why' && command !== 'realign') return null;
    if (!hasAligner()) return 'saidNoAligner';
    return command === 'why' && this.state.document?.files.length === 0 ? 'saidNoFiles' : null;
  }

  /** Says what is lacking, if anything is: a key is pressed though nothing offers it. */
  isRefused(command: Command): boolean {
    const lack = this.lackFor(command);
    if (lack !== null) this.say(this.words(lack));
    return lack !== null;
  }
}

const PHASES: Readonly<Record<string, Word>> = {
  reading: 'phaseReading',
  words: 'phaseWords',
  overview: 'phaseAligning',
  'first-pass': 'phaseAligning',
  'second-pass': 'phaseAligning',
  'last-pass': 'phaseAligning',
  aligning: 'phaseAligning',
  pairs: 'phasePairs',
};

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`duiqi-${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`duiqi-${name}`, value);
  } catch {
    // A browser that keeps nothing forgets it when the page is closed.
  }
}
