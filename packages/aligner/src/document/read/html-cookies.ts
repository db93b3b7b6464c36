import type { Element } from 'hast';
import { BLOCKS, type Parent, shown } from './html-elements.js';

/** Names of what asks about cookies, and of the programs that many sites have for it. */
const TOPIC =
  /(?:^|[-_])(?:cookies?|gdpr|ccpa|consent|onetrust|cookiebot|cookieyes|usercentrics|didomi|quantcast|truste)(?=[-_]|$)/;
const FORM =
  /(?:^|[-_])(?:banner|consent|notice|notification|bar|popup|pop-up|modal|overlay|dialog|message|alert|warning|wall|law|sdk|root|container|wrapper|prompt|disclaimer)(?=[-_]|$)/;

/** What such a notice is about, and what it wants to have pressed. */
const ABOUT_COOKIES = /\bcookies?\b|个人信息|個人資料|隐私|隱私/i;
const ANSWER =
  /\b(?:accept|agree|allow|got it|ok|okay|reject|decline|consent|settings|preferences)\b|同意|接受|允许|允許|拒绝|拒絕|知道了|好的/i;
/** Characters of the longest notice that is known by its text alone. */
const LONGEST = 800;

/** Elements of the largest notice that is known by its text. */
const MOST_ELEMENTS = 100;

/**
 * Whether an element asks for leave to set cookies. Its names say so (`named`) where they say what it is about and what it
 * is; a topic alone may be that of the page, and is weighed with its role, its text and its buttons (`said`).
 *
 * @param size characters that it shows
 */
export function cookieNotice(element: Element, size: number): 'named' | 'said' | null {
  if (!BLOCKS.has(element.tagName) || element.tagName === 'body' || element.tagName === 'html') return null;
  const { id, className, role } = element.properties;
  const names = [id, ...(Array.isArray(className) ? className : [])]
    .map(hyphenated)
    .filter((name) => TOPIC.test(name));
  if (names.some((name) => FORM.test(name))) return 'named';
  if (size === 0 || size > LONGEST) return null;
  const isDialog = /^(?:alert)?dialog$/.test(String(role ?? element.tagName)) || role === 'alert';
  const content = contentOf(element);
  if (content === null || !ABOUT_COOKIES.test(content.text)) return null;
  const isAsked = content.controls.some(
    (control) => ANSWER.test(control.text) && (control.isButton || names.length > 0 || isDialog),
  );
  return isAsked ? 'said' : null;
}

/** `CookieConsent` as `cookie-consent`. */
function hyphenated(name: unknown): string {
  return typeof name === 'string'
    ? name
        .slice(0, 100)
        .replace(/([a-z])(?=[A-Z])/g, '$1-')
        .toLowerCase()
    : '';
}

interface Control {
  readonly text: string;
  readonly isButton: boolean;
}

/** The text of an element outside its buttons and links, and these; null where it has more elements than a notice. */
function contentOf(
  element: Element,
): { readonly text: string; readonly controls: readonly Control[] } | null {
  const controls: Control[] = [];
  let elements = 0;
  const read = (parent: Parent, inControl: boolean): string => {
    let text = '';
    for (const node of shown(parent)) {
      if (elements > MOST_ELEMENTS) break;
      if (node.type === 'text') text += node.value;
      else if (node.type === 'element') {
        elements++;
        const isButton = node.tagName === 'button' || node.properties.role === 'button';
        const isControl = !inControl && (isButton || node.tagName === 'a');
        const inner = read(node, inControl || isControl);
        if (isControl) controls.push({ text: inner, isButton });
        else text += ` ${inner} `;
      }
    }
    return text;
  };
  const text = read(element, false);
  return elements > MOST_ELEMENTS ? null : { text, controls };
}
