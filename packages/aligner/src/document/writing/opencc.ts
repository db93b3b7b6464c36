import { Converter } from 'opencc-js/t2cn';
import type { Simplifier } from './simplify.js';

/**
 * Converts what is written in Taiwan, with its vocabulary (`軟體` becomes `软件`), in Hong Kong, or elsewhere. A text
 * that would change its length, as few words do (`部落格` is `博客`), is converted character by character.
 */
export function simplifier(): Simplifier {
  const ofTaiwan = Converter({ from: 'twp', to: 'cn' });
  const ofHongKong = Converter({ from: 'hk', to: 'cn' });
  const simplified: Simplifier = (text) => ofHongKong(ofTaiwan(text));
  return (text) => {
    const whole = simplified(text);
    if (whole.length === text.length) return whole;
    return Array.from(text, (character) => {
      const own = ofHongKong(character);
      return own.length === character.length ? own : character;
    }).join('');
  };
}
