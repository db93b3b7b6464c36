import { render } from 'preact';
import { App } from './components/app.js';
import { Workbench } from './workbench.js';

const workbench = new Workbench();
render(<App workbench={workbench} />, document.getElementById('app')!);
void workbench.start();
