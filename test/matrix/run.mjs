// The packages as strangers have them: packed, installed with npm, and used by each runtime, compiler and bundler that the READMEs
// name. Each of them aligns one text, one Word file and one PDF, and must print the same pairs; the entries keep to their sizes.
//
//   node test/matrix/run.mjs duiqi.tgz duiqi-cli.tgz [--only NAME]… [--optional TOOL]…
//
// What needs a tool that is not there fails, unless that tool is named as optional; what is there must work. The tools are installed once, into the user's cache;
// what is tried is installed anew each time.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { homedir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs, promisify } from 'node:util';
import {
  EXPECTED,
  FILES_PROGRAM,
  LINES,
  NEXT_FILES,
  PDF,
  PROGRAM,
  PROGRAM_WITH_PLACES,
  PROGRAM_WITH_WORKER,
  TYPESCRIPT,
  WORD,
  WORKER,
} from './programs.mjs';
import { oversized } from './sizes.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const CHROMIUM = '/usr/bin/chromium';
/** Milliseconds that any one program may take: the slowest, a build of Next, takes twenty seconds of one processor. */
const PATIENCE = 300_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', multiple: true, default: [] },
    optional: { type: 'string', multiple: true, default: [] },
  },
});
const tarballs = positionals.map((path) => resolve(path));
if (tarballs.length !== 2) throw new Error('Give the two tarballs, of the library and of the command.');

const start = promisify(execFile);

/** What a program writes to its standard output; an error with all that it said if it fails. */
async function run(program, args, { cwd, env = {} } = {}) {
  try {
    const { stdout } = await start(program, args, {
      cwd,
      env: { ...process.env, CI: 'true', ...env },
      timeout: PATIENCE,
      maxBuffer: 1 << 26,
      shell: process.platform === 'win32' && program === 'npm',
    });
    return stdout;
  } catch (error) {
    throw new Error([error.stdout, error.stderr || error.message].map(shortened).join('\n'));
  }
}

/** The lines of what a program said that fit on a screen; bundled code, in lines without end, is none of them. */
function shortened(said) {
  const lines = (said ?? '').split('\n').filter((line) => line !== '' && line.length < 1000);
  return lines.slice(0, 30).join('\n');
}

/** The folder of the tools, which are installed if they are not there. */
async function toolsFolder() {
  const tools = await readFile(here('tools.json'), 'utf8');
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = join(cache, `duiqi-matrix-${createHash('sha256').update(tools).digest('hex').slice(0, 12)}`);
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: JSON.parse(tools) }),
  );
  // Where one of them is not made for this system, the rest is installed all the same: what needs it fails.
  await run('npm', ['install', '--no-audit', '--no-fund', '--force', '--no-package-lock'], { cwd: folder });
  await writeFile(done, '');
  return folder;
}

const tools = await toolsFolder();
// Below the tools, so that what is imported from there is found like any other package.
const work = await mkdtemp(join(tools, 'run-'));
const tool = (path) => join(tools, 'node_modules', path);

async function files(folder, contents) {
  for (const [path, content] of Object.entries(contents)) {
    await mkdir(dirname(join(work, folder, path)), { recursive: true });
    await writeFile(join(work, folder, path), content);
  }
  return join(work, folder);
}

function expectLines(printed, expected = EXPECTED) {
  const line = printed
    .trim()
    .split('\n')
    .findLast((each) => each.startsWith('['));
  const found = line === undefined ? printed : JSON.parse(line);
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`It printed ${JSON.stringify(found, null, 1)}\ninstead of ${JSON.stringify(expected)}`);
}

/** In a runtime that reads files: from strings and bytes, and from their paths. */
const inRuntime =
  (program, ...args) =>
  async () => {
    const cwd = await files('runtime', {
      'lines.mjs': LINES,
      'program.mjs': FILES_PROGRAM,
      'oven.docx': WORD,
      'bread.pdf': PDF,
      'bread.txt': '面包很香。',
    });
    expectLines(await run(program, [...args, 'program.mjs'], { cwd }), [
      ...EXPECTED,
      EXPECTED[1],
      EXPECTED[2],
    ]);
  };

const asTypeScript = (module, moduleResolution) => async () => {
  const cwd = await files(`typescript-${moduleResolution}`, {
    'consumer.ts': TYPESCRIPT,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        module,
        moduleResolution,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        // What is declared for strangers is checked too.
        skipLibCheck: false,
        types: [],
        noEmit: true,
      },
      include: ['consumer.ts'],
    }),
  });
  await run(process.execPath, [tool('typescript/bin/tsc'), '-p', cwd], { cwd });
};

/** Serves a folder while a page of it is opened; gives what the page says. */
let browser = null;
async function onPage(address, isTold = (text) => text.startsWith('[')) {
  const { chromium } = await import('playwright-core');
  browser ??= await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  const page = await browser.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  try {
    const told = page.waitForEvent('console', {
      predicate: (message) => isTold(message.text()),
      timeout: 120_000,
    });
    await page.goto(address);
    return (await told).text();
  } catch (error) {
    throw new Error([error.message, ...said].join('\n'));
  } finally {
    await page.close();
  }
}

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.html': 'text/html' };

async function servedPage(folder) {
  if (!(await readdir(folder)).includes('index.html')) {
    await writeFile(join(folder, 'index.html'), '<script type="module" src="main.js"></script>');
  }
  const server = createServer(async ({ url }, response) => {
    const path = join(folder, url === '/' ? 'index.html' : new URL(url, 'http://localhost').pathname);
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    response.end(await readFile(path).catch(() => response.writeHead(404) && ''));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    return await onPage(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const IN_BROWSER = ['chromium'];

/** A tool that is used through its own interface runs in a process of its own, from a script beside what it builds. */
const building = (folder, contents, script, args) => async () => {
  const cwd = await files(folder, { ...contents, 'lines.mjs': LINES, 'build.mjs': script });
  await run(process.execPath, ['build.mjs'], { cwd });
  return args(cwd);
};

const WEBPACK = (target, entry) => `import webpack from 'webpack';
const stats = await new Promise((resolve, reject) => webpack({
  mode: 'production', context: import.meta.dirname ?? process.cwd(), target: '${target}', entry: './${entry}',
  output: { path: process.cwd() + '/out', filename: 'main.js', ${target === 'web' ? "publicPath: 'auto' " : ''}},
  optimization: { minimize: false }, performance: false,
}, (error, done) => done ? resolve(done) : reject(error)));
const said = stats.toString({ all: false, errors: true, warnings: true });
if (said !== '') { console.error(said); process.exitCode = 1; }
`;
const ROLLUP = `import { rollup } from 'rollup';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import { readFile } from 'node:fs/promises';
const files = {
  name: 'files',
  async load(id) {
    if (!/\\.(bin|wasm)$/.test(id)) return null;
    const place = this.emitFile({ type: 'asset', name: id.split('/').pop(), source: await readFile(id) });
    return 'export default import.meta.ROLLUP_FILE_URL_' + place + ';';
  },
};
const bundle = await rollup({
  input: { main: 'program.mjs' },
  plugins: [nodeResolve({ browser: true, exportConditions: ['worker'] }), commonjs(), files],
  onwarn(warning) { if (warning.code !== 'CIRCULAR_DEPENDENCY') { console.error(warning.message); process.exitCode = 1; } },
});
await bundle.write({ dir: 'out', format: 'es', entryFileNames: '[name].js' });
`;
const ESBUILD = (platform, splitting) => `import { build } from 'esbuild';
await build({ entryPoints: { main: 'program.mjs' }, bundle: true, minify: true, format: 'esm', platform: '${platform}',
  outdir: 'out', splitting: ${splitting}, logLevel: 'warning', ${platform === 'node' ? "target: 'node20', " : ''}
  loader: { '.bin': 'file', '.wasm': 'file' } });
`;
const VITE = `import { build, defaultClientConditions } from 'vite';
await build({ base: './', logLevel: 'warn', build: { target: 'es2022', outDir: 'out', chunkSizeWarningLimit: 9999, rollupOptions: { input: 'index.html' } },
  worker: { format: 'es' }, resolve: { conditions: ['worker', ...defaultClientConditions] } });
`;

const TWICE = [...EXPECTED, ...EXPECTED];
const inPage = (expected) => async (cwd) => expectLines(await servedPage(join(cwd, 'out')), expected);
const inNode = async (cwd) => {
  await writeFile(join(cwd, 'out/package.json'), '{ "type": "module" }');
  expectLines(await run(process.execPath, ['out/main.js'], { cwd }));
};
const inNodeAsCommonJs = async (cwd) => {
  await writeFile(join(cwd, 'out/package.json'), '{ "type": "commonjs" }');
  expectLines(await run(process.execPath, ['out/main.js'], { cwd }));
};

/** Builds an application of Next, starts it, and asks its route and its page. */
const inNext = (bundler) => async () => {
  const cwd = await files(`next-${bundler}`, {
    ...NEXT_FILES,
    'lines.mjs': LINES,
    'package.json': '{ "type": "module", "private": true }',
    'next.config.mjs': `export default ${JSON.stringify({
      // All that it needs lies in the folder of the tools, above it.
      turbopack: { root: tools },
      outputFileTracingRoot: tools,
      // As the README says.
      ...(bundler === 'webpack' && { serverExternalPackages: ['duiqi'] }),
    })};\n`,
  });
  const next = tool('next/dist/bin/next');
  const env = { NEXT_TELEMETRY_DISABLED: '1' };
  await run(process.execPath, [next, 'build', `--${bundler}`], { cwd, env });
  const server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], {
    cwd,
    env: { ...process.env, ...env },
  });
  let said = '';
  server.stderr.on('data', (text) => {
    said += text;
  });
  try {
    const address = await new Promise((found, failed) => {
      server.stdout.on('data', (text) => {
        said += text;
        const [place] = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said) ?? [];
        if (place) found(place);
      });
      server.on('exit', () => failed(new Error(`next start has ended: ${said}`)));
    });
    expectLines(await (await fetch(`${address}/lines`)).text());
    expectLines(await onPage(address));
  } catch (error) {
    throw new Error(`${error.message}\n${said}`);
  } finally {
    server.kill();
  }
};

/** The files that the page of Vite is made of. */
const PAGE_WITH_WORKER = {
  'index.html': '<script type="module" src="./program.mjs"></script>',
  'program.mjs': PROGRAM_WITH_WORKER,
  'worker.mjs': WORKER,
};

const bin = (name) => tool(`.bin/${name}`);
/** Where the tools are that are programs: some are not made for every system. */
const PROGRAMS = {
  'Node 20.0': tool('node-20.0/bin/node'),
  'Node 22': tool('node-22/bin/node'),
  'Node 24': tool('node-24/bin/node'),
  Bun: bin('bun'),
  Deno: bin('deno'),
  chromium: CHROMIUM,
};
/** What is tried: its name, the programs that it needs, and how. */
const MATRIX = [
  ['Node 20.0', ['Node 20.0'], inRuntime(PROGRAMS['Node 20.0'])],
  ['Node 22', ['Node 22'], inRuntime(PROGRAMS['Node 22'])],
  ['Node 24', ['Node 24'], inRuntime(PROGRAMS['Node 24'])],
  ['Bun', ['Bun'], inRuntime(PROGRAMS.Bun)],
  ['Deno', ['Deno'], inRuntime(PROGRAMS.Deno, 'run', '--allow-all', '--quiet', '--node-modules-dir=manual')],
  ['TypeScript, NodeNext', [], asTypeScript('NodeNext', 'NodeNext')],
  ['TypeScript, Bundler', [], asTypeScript('ESNext', 'Bundler')],
  [
    'esbuild for Node',
    [],
    building('esbuild-node', { 'program.mjs': PROGRAM_WITH_PLACES }, ESBUILD('node', false), inNode),
  ],
  [
    'webpack for Node',
    [],
    building('webpack-node', { 'program.mjs': PROGRAM }, WEBPACK('node20', 'program.mjs'), inNodeAsCommonJs),
  ],
  [
    'esbuild for a browser',
    IN_BROWSER,
    building(
      'esbuild-browser',
      { 'program.mjs': PROGRAM_WITH_PLACES },
      ESBUILD('browser', true),
      inPage(EXPECTED),
    ),
  ],
  [
    'Rollup',
    IN_BROWSER,
    building('rollup', { 'program.mjs': PROGRAM_WITH_PLACES }, ROLLUP, inPage(EXPECTED)),
  ],
  ['Vite, and a worker', IN_BROWSER, building('vite', PAGE_WITH_WORKER, VITE, inPage(TWICE))],
  [
    'webpack, and a worker',
    IN_BROWSER,
    building(
      'webpack-browser',
      { 'program.mjs': PROGRAM_WITH_WORKER, 'worker.mjs': WORKER },
      WEBPACK('web', 'program.mjs'),
      inPage(TWICE),
    ),
  ],
  ['Next, Turbopack', IN_BROWSER, inNext('turbopack')],
  ['Next, webpack', IN_BROWSER, inNext('webpack')],
  ['sizes', [], () => oversized(work, tool('esbuild/lib/main.js'))],
];

const results = { ok: [], skipped: [], failed: [] };
try {
  await files('.', { 'package.json': '{ "private": true }' });
  // Together, so that npm does not look for duiqi in the registry.
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', ...tarballs], { cwd: work });
  for (const [name, needs, attempt] of MATRIX) {
    if (values.only.length > 0 && !values.only.includes(name)) continue;
    const missing = needs.find((each) => !existsSync(PROGRAMS[each]));
    if (missing !== undefined && values.optional.includes(missing)) {
      console.log(`skipped  ${name}: there is no ${missing} (${PROGRAMS[missing]}), which is optional here`);
      results.skipped.push(name);
      continue;
    }
    const began = performance.now();
    let problem = missing === undefined ? null : `there is no ${missing} (${PROGRAMS[missing]})`;
    let said = '';
    if (problem === null) {
      try {
        said = (await attempt()) ?? '';
      } catch (error) {
        problem = error.message;
      }
    }
    const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    if (problem === null) console.log(`ok       ${name} (${seconds})${said}`);
    else console.log(`FAILED   ${name} (${seconds}): ${problem}`);
    results[problem === null ? 'ok' : 'failed'].push(name);
  }
} finally {
  await browser?.close();
  await rm(work, { recursive: true, force: true });
}
const list = (names) => (names.length > 0 ? `: ${names.join('; ')}` : '');
console.log(
  `matrix: ${results.ok.length} ok, ${results.skipped.length} skipped${list(results.skipped)}, ${results.failed.length} failed${list(results.failed)}`,
);
if (results.failed.length > 0) process.exitCode = 1;
