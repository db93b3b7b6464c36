import { INTERFACES, type Interface } from '../words.js';
import type { Workbench } from '../workbench.js';
import { Sign } from './icons.js';
import { Understood } from './understood.js';

const NAMES: Readonly<Record<Interface, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

/** The line at the top: what is open, and how the page looks. */
export function Head({ workbench }: { readonly workbench: Workbench }) {
  const { state, words } = workbench.desk;
  const { document, theme } = state;
  const isDark = theme === 'dark';
  return (
    <header class="head">
      <div class="brand">
        <Sign />
        duiqi <span lang="zh-Hans">对齐</span>
      </div>
      {document ? (
        <h1 class="title" title={document.title}>
          {document.title}
        </h1>
      ) : (
        <div class="title" />
      )}
      <div class="tools">
        {document && <Understood workbench={workbench} document={document} />}
        {state.screen !== 'empty' && (
          <button
            type="button"
            class="quiet"
            aria-label={words('home')}
            title={words('home')}
            onClick={() => workbench.showing.goHome()}
          >
            <span class="wide">{words('home')}</span>
            <span class="narrow">⌂</span>
          </button>
        )}
        <select
          aria-label={words('language')}
          value={state.language}
          onChange={(event) => workbench.desk.setLanguage(event.currentTarget.value as Interface)}
        >
          {INTERFACES.map((language) => (
            <option key={language} value={language} lang={language}>
              {NAMES[language]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="quiet"
          aria-label={words(isDark ? 'toLight' : 'toDark')}
          title={words(isDark ? 'toLight' : 'toDark')}
          onClick={() => workbench.desk.setTheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? '☀' : '☾'}
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={words('keys')}
          title={words('keys')}
          onClick={() => workbench.desk.showKeys(true)}
        >
          ?
        </button>
      </div>
    </header>
  );
}
