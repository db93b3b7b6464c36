import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Debian's Firefox ESR, which playwright-core cannot drive: it speaks Marionette, its own protocol. */
export const FIREFOX = process.env.DUIQI_FIREFOX ?? '/usr/bin/firefox-esr';

const PORT = 28_311;
/** In milliseconds: how long is waited for anything. */
const PATIENCE = 60_000;

type Answer = { readonly value?: unknown };

/** A Firefox without a window, in a profile of its own, whose downloads lie in a folder. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (error: unknown, answer: Answer) => void>();
  #read = Buffer.alloc(0);
  #count = 0;

  private constructor(process: ChildProcess, profile: string, socket: Socket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.on('data', (data) => this.#hear(data));
  }

  static async launch(downloads: string): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'duiqi-firefox-'));
    const preferences = {
      'marionette.port': PORT,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.shell.checkDefaultBrowser': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'intl.accept_languages': 'en-GB',
    };
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    await writeFile(join(profile, 'user.js'), lines.join(''));
    const child = spawn(FIREFOX, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
      env: { ...process.env, HOME: profile },
      stdio: 'ignore',
    });
    const firefox = new Firefox(child, profile, await connected());
    await firefox.#ask('WebDriver:NewSession', {});
    return firefox;
  }

  open(url: string): Promise<Answer> {
    return this.#ask('WebDriver:Navigate', { url });
  }

  /** What a script that returns something gives. */
  async run(script: string, ...args: readonly string[]): Promise<unknown> {
    return (await this.#ask('WebDriver:ExecuteScript', { script, args })).value;
  }

  /** Waits until an expression is true on the page. */
  async until(expression: string): Promise<void> {
    for (let waited = 0; waited < PATIENCE; waited += 100) {
      if (await this.run(`return !!(${expression})`)) return;
      await pause(100);
    }
    throw new Error(`It never came true: ${expression}`);
  }

  /** Presses keys, one after another: characters, and those of WebDriver such as `\uE007` for Enter. */
  press(...keys: readonly string[]): Promise<Answer> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return this.#ask('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    this.#socket.destroy();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #ask(command: string, parameters: unknown): Promise<Answer> {
    const number = ++this.#count;
    const message = JSON.stringify([0, number, command, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, (error, answer) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve(answer),
      );
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  /** Messages come as their length, a colon, and an array of JSON; the first one is a greeting. */
  #hear(data: Buffer): void {
    this.#read = Buffer.concat([this.#read, data]);
    for (;;) {
      const colon = this.#read.indexOf(':');
      const end = colon + 1 + Number(this.#read.subarray(0, Math.max(0, colon)));
      if (colon < 0 || this.#read.length < end) return;
      const message: unknown = JSON.parse(this.#read.subarray(colon + 1, end).toString('utf8'));
      this.#read = this.#read.subarray(end);
      if (!Array.isArray(message)) continue;
      const [, number, error, answer] = message as [number, number, unknown, Answer];
      this.#waiting.get(number)?.(error, answer);
      this.#waiting.delete(number);
    }
  }
}

async function connected(): Promise<Socket> {
  for (let waited = 0; waited < PATIENCE; waited += 250) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const own = connect(PORT, '127.0.0.1', () => resolve(own));
      own.once('error', () => resolve(null));
    });
    if (socket) return socket;
    await pause(250);
  }
  throw new Error(`${FIREFOX} does not answer.`);
}
