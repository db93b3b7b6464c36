import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { handMadePdf, withDamagedPages } from '../helpers/pdf.js';

// These run in a Node of their own, on what was built: vitest looks after rejections itself.
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GUARD = new URL(
  '../../packages/aligner/dist/document/read/pdf/stray-rejections-node.js',
  import.meta.url,
);

async function outputOf(code: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code, ...args], {
    cwd: ROOT,
  });
  return stdout.trim();
}

describe('a PDF with damaged pages ends with a result and not with the process', () => {
  const page = handMadePdf(
    'BT /F1 12 Tf 72 720 Td (Still here.) Tj ET',
    '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  );
  const code = `
    import { align } from 'duiqi';
    const { sources } = await align(Buffer.from(process.argv[1], 'base64'), { names: ['a.pdf'] });
    setImmediate(() => console.log(sources[0].text));`;

  it.each([
    ['two that the file breaks off in', 3, ['<</Type/Page', '<</Type/Page']],
    ['two that are no objects', 3, [')', ')']],
    ['one that is not counted', 1, [')']],
  ])('%s', async (_, count, damaged) => {
    const pdf = withDamagedPages(page, count, damaged);
    expect(await outputOf(code, Buffer.from(pdf).toString('base64'))).toBe('Still here.');
  });
});

describe('withoutStrayRejections', () => {
  const during = (others: string, work: string) => `
    import { withoutStrayRejections } from '${GUARD}';
    const result = withoutStrayRejections(async () => {
      await null;
      Promise.reject(new Error('forgotten'));
      ${work}
      await new Promise((resolve) => setTimeout(resolve, 20));
      return 'a result';
    });
    ${others}
    console.log(await result.catch(({ message }) => message));`;

  it('gives the result of work that forgets promises', async () => {
    expect(await outputOf(during('', ''))).toBe('a result');
  });

  it('passes on what the work fails with', async () => {
    expect(await outputOf(during('', "throw new Error('a failure');"))).toBe('a failure');
  });

  it('leaves promises that others forget meanwhile to Node', async () => {
    const forgotten = outputOf(during("Promise.reject(new Error('of another'));", ''));
    await expect(forgotten).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('of another') });
  });
});
