import { Aligning } from './desk/aligning.js';
import { Commands } from './desk/commands.js';
import { Desk } from './desk/desk.js';
import { Downloading } from './desk/downloading.js';
import { Editing } from './desk/editing.js';
import { Explaining } from './desk/explaining.js';
import { Keeping } from './desk/keeping.js';
import { List } from './desk/list.js';
import { Opening } from './desk/opening.js';
import { Showing } from './desk/showing.js';

/** The program behind the page: what it knows is on the desk, and what can be done is done by the others. */
export class Workbench {
  readonly desk = new Desk();
  readonly keeping = new Keeping(this.desk);
  readonly showing = new Showing(this.desk, this.keeping);
  readonly aligning = new Aligning(this.desk, this.keeping, this.showing);
  readonly opening = new Opening(this.desk, this.keeping, this.showing, this.aligning);
  readonly list = new List(this.desk, () => this.explaining.follow());
  readonly editing = new Editing(this.desk, this.keeping, this.list, () => this.explaining.follow());
  readonly explaining: Explaining = new Explaining(this.desk, this.list, this.editing);
  readonly commands = new Commands(this.desk, this.list, this.editing, this.explaining);
  readonly downloading = new Downloading(this.desk, this.keeping);

  async start(): Promise<void> {
    await this.keeping.open();
    await this.opening.openInside();
  }
}
