import type { Why } from '../state.js';
import type { Workbench } from '../workbench.js';

export function WhyPanel({ workbench, why }: { readonly workbench: Workbench; readonly why: Why }) {
  const { words } = workbench;
  return (
    <aside class="why" aria-label={words('whyTitle')}>
      {String(why.found)}
    </aside>
  );
}
