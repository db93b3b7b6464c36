// Made-up bilingual text in the form of real text, of any length, with its alignment: what the bench runs on.
import { randomNumbers } from '../helpers/random-numbers.mjs';

/** English sentences, Chinese sentences, share of beads: about that of the gold of translated prose. */
const SHAPES = [
  [1, 1, 0.75],
  [1, 2, 0.15],
  [2, 1, 0.04],
  [1, 3, 0.02],
  [3, 1, 0.005],
  [2, 2, 0.01],
  [2, 3, 0.005],
  [1, 0, 0.01],
  [0, 1, 0.01],
];

/** Words of an English sentence: log-normal, within limits. */
const WORDS = { median: 20, spread: 0.45, least: 6, most: 35 };
const FUNCTION_WORDS = 0.4;
const COMMAS = 0.06;
/** Words that a free translation leaves out, and as many that it adds. */
const LEFT_OUT = 0.15;
const QUESTIONS = 0.05;
const WITH_NUMBER = 0.15;
const WITH_NAME = 0.1;
/** A translated word may stand before others that stood up to this many places before it. */
const REORDERED_WITHIN = 3;
/** Share of words that turned up among so many before them: a text keeps to its topic for a while. */
const TOPIC = { share: 0.25, memory: 150 };

const ENGLISH_FUNCTION_WORDS =
  'the the the of of and to in a a that with for on by from at as which into its would'.split(' ');
const CHINESE_FUNCTION_WORDS = [...'的的的的了了在是和也就着把对与从并而'];

/**
 * The beads of a text in order, each with its sentences: `{ en: ['…'], zh: ['…', '…'] }`. Equal arguments give equal
 * texts. Vocabulary grows with length as in real text (Zipf's law of frequencies, and so Heaps' of types).
 *
 * @param english number of English sentences, exact
 * @param chinese number of Chinese sentences, which comes out within chance
 * @param vocabulary as `makeVocabulary` gives it
 */
export function* bilingualText({ english, chinese, seed, vocabulary }) {
  const random = randomNumbers(seed);
  const shapes = shapesOfRatio(chinese / english);
  const shape = sampler(
    shapes.map(([, , share]) => share),
    random,
  );
  const word = withTopic(drawn(vocabulary.words, random), random);
  const name = drawn(vocabulary.names, random);
  for (let written = 0; written < english; ) {
    const [en, zh] = shapes[shape()];
    if (written + en > english) continue;
    written += en;
    yield makeBead(en, zh, { random, word, name });
  }
}

/**
 * The shapes with shares that make so many Chinese sentences of an English one: of all such shares those nearest to
 * the usual ones (exponential tilting).
 */
function shapesOfRatio(ratio) {
  let [low, high] = [-20, 20];
  let tilted = SHAPES;
  for (let step = 0; step < 60; step++) {
    const tilt = (low + high) / 2;
    tilted = SHAPES.map(([en, zh, share]) => [en, zh, share * Math.exp(tilt * (zh - ratio * en))]);
    const surplus = tilted.reduce((sum, [en, zh, share]) => sum + share * (zh - ratio * en), 0);
    if (surplus < 0) low = tilt;
    else high = tilt;
  }
  return tilted;
}

/** Draws positions with the probabilities that these weights are in proportion to. */
function sampler(weights, random) {
  let sum = 0;
  const sums = Float64Array.from(weights, (weight) => {
    sum += weight;
    return sum;
  });
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Draws from a list in order of frequency, by Zipf's law as Mandelbrot amended it. */
function drawn(list, random) {
  const position = sampler(
    list.map((_, rank) => (rank + 3.7) ** -1.1),
    random,
  );
  return () => list[position()];
}

function withTopic(word, random) {
  const recent = [];
  let at = 0;
  return () => {
    const again = recent.length === TOPIC.memory && random() < TOPIC.share;
    const next = again ? recent[Math.floor(random() * TOPIC.memory)] : word();
    recent[at] = next;
    at = (at + 1) % TOPIC.memory;
    return next;
  };
}

/** A bead of so many sentences a side; what is on one side only is written like the rest. */
function makeBead(en, zh, { random, word, name }) {
  const places = [];
  for (let sentence = 0; sentence < Math.max(1, en); sentence++) {
    // What takes several sentences in Chinese is long in English.
    const length = sentenceLength(Math.sqrt(Math.max(1, zh / Math.max(1, en))), random);
    for (let k = 0; k < length; k++) places.push(makePlace(word, random));
  }
  const anywhere = () => Math.floor(random() * places.length);
  if (random() < WITH_NUMBER) places[anywhere()] = makeNumber(random);
  if (random() < WITH_NAME) places[anywhere()] = name();
  const order = places.map((_, k) => k + REORDERED_WITHIN * random());
  const reordered = [...places.keys()].sort((a, b) => order[a] - order[b]).map((k) => places[k]);
  const asks = random() < QUESTIONS;
  return {
    en: cut(places.map((place) => place.en).filter(Boolean), en).map((words) => englishSentence(words, asks)),
    zh: cut(reordered.map((place) => place.zh).filter(Boolean), zh).map((words) =>
      chineseSentence(words, asks),
    ),
  };
}

function sentenceLength(factor, random) {
  // Box and Muller (1958).
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const length = Math.round(factor * WORDS.median * Math.exp(WORDS.spread * normal));
  return Math.max(WORDS.least, Math.min(WORDS.most, length));
}

/** A word in both languages; empty in one that has nothing in its place. */
function makePlace(word, random) {
  if (random() < FUNCTION_WORDS) {
    return { en: oneOf(ENGLISH_FUNCTION_WORDS, random), zh: oneOf(CHINESE_FUNCTION_WORDS, random) };
  }
  const { en, zh } = word();
  const choice = random();
  if (choice < LEFT_OUT) return { en, zh: '' };
  if (choice < 2 * LEFT_OUT) return { en: '', zh };
  return choice < 2 * LEFT_OUT + COMMAS ? { en: `${en},`, zh: `${zh}，` } : { en, zh };
}

function makeNumber(random) {
  const digits = String(Math.floor(10 ** (1 + 4 * random())));
  return { en: digits, zh: digits };
}

const oneOf = (list, random) => list[Math.floor(random() * list.length)];

/** Words in so many parts of about equal length. */
function cut(words, parts) {
  const at = (part) => Math.floor((part * words.length) / parts);
  return Array.from({ length: parts }, (_, part) => words.slice(at(part), at(part + 1)));
}

function englishSentence(words, asks) {
  const sentence = words.join(' ').replace(/,$/, '');
  return `${sentence[0].toUpperCase()}${sentence.slice(1)}${asks ? '?' : '.'}`;
}

function chineseSentence(words, asks) {
  return `${words.join('').replace(/，$/, '')}${asks ? '？' : '。'}`;
}
