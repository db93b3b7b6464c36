import type { OpenDocument } from '../state.js';
import type { Workbench } from '../workbench.js';
import { Bar } from './bar.js';
import { Foot } from './foot.js';
import { List } from './list.js';
import { Replacing } from './replacing.js';
import { SidePanel } from './side-panel.js';
import { Verdict } from './verdict.js';
import { WhyPanel } from './why-panel.js';

/** The review of a document. */
export function ReviewScreen(props: { readonly workbench: Workbench; readonly document: OpenDocument }) {
  const { workbench, document } = props;
  const { state } = workbench.desk;
  return (
    <div class="review">
      <main class="middle">
        <Verdict {...props} />
        <Bar {...props} />
        {state.isReplacing && <Replacing workbench={workbench} />}
        <List key={document.id} {...props} />
      </main>
      {state.sideShown && <SidePanel {...props} />}
      {state.why && <WhyPanel workbench={workbench} why={state.why} />}
      <Foot {...props} />
    </div>
  );
}
