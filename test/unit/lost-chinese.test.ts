import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { encoder } from '../helpers/encodings.js';

const ENGLISH = 'The harbour opens at six and closes at ten. The pier is old, and the boats are here.';
const CHINESE = '港口六点开放，晚上十点关闭。码头很旧，船都在这里。';

const causes = async (chinese: string): Promise<string[]> =>
  (await align(`${ENGLISH}\n\n${chinese}\n`, { names: ['a.txt'], format: 'text' })).diagnostics
    .filter(({ code }) => code === 'chinese-lost')
    .map(({ message }) => message);

const western = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

describe('a document without Chinese names what may be the cause', () => {
  test.each([
    ['utf-8', /^"a\.txt" holds Chinese that was read in the wrong encoding .* is "港口六点…"\): .*UTF-8\.$/],
    ['gb18030', /is "港口六点…"/],
  ] as const)('%s that was read as Western text', async (encoding, message) => {
    expect(await causes(western(encoder(encoding)(CHINESE)))).toEqual([expect.stringMatching(message)]);
  });

  test('question marks in its place', async () => {
    expect(await causes(CHINESE.replace(/\p{Script=Han}/gu, '?').replace(/[，。]/g, '?'))).toEqual([
      expect.stringMatching(/^"a\.txt" has \d+ question marks in rows.*: .*UTF-8\.$/),
    ]);
  });

  test('characters of private use', async () => {
    expect(await causes('\ue123\ue145\ue167\ue189'.repeat(5))).toEqual([
      expect.stringMatching(/^"a\.txt" has 20 characters that say nothing without the font/),
    ]);
  });

  test('nothing is said of the few characters of a text that is Japanese or Korean', async () => {
    expect(
      await causes('渡し船は二十分ごとに海峡を渡ります。自転車は無料です。傘は売店にあります。'),
    ).toEqual([]);
    expect(await causes('여객선은 二十분마다 海峽을 건넙니다. 자전거는 무료입니다.')).toEqual([]);
  });

  test('too few characters', async () => {
    expect(await causes('The gate is called 港 by those who live there, in all of the old books.')).toEqual([
      '"a.txt" has only 1 Chinese character ("港"), which is too few: give it with its translation, sentence by sentence.',
    ]);
  });

  test.each([
    ['there is Chinese', CHINESE],
    ['there is none', 'The tide is low.'],
    ['there is French', 'Un café près de la mairie, où l’été « naïf » dérange « Noël ».'],
    ['someone asks', 'What??? Really???? No!!'],
  ])('and nothing where %s', async (_, text) => {
    expect(await causes(text)).toEqual([]);
  });
});
