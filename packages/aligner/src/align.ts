import { findBeads, type PreparedAlignment, prepareAlignment } from './alignment/align-segments.js';
import { baseLexicon, chooseLexicon, likenessFor } from './alignment/choose-lexicon.js';
import { WIDENED } from './alignment/diagnostics.js';
import type { FoundBead } from './alignment/lattice/found-bead.js';
import type { FoundSection } from './alignment/lattice/pass.js';
import { joinWalls } from './alignment/lattice/walls.js';
import { withQuotationsEnded } from './alignment/quotation-ends.js';
import type { AlignmentSettings } from './alignment/read-sides.js';
import type { Lexicon } from './alignment/score/lexicon.js';
import type { NatsOfBead, Similar } from './alignment/score/similarity.js';
import { signature } from './alignment/signature.js';
import { knownEvidence } from './alignment/verdict/evidence.js';
import { judged } from './alignment/verdict/judge.js';
import { leftAlone } from './alignment/verdict/left-alone.js';
import { type ToldByPath, toldByPath } from './alignment/verdict/told-by-path.js';
import { Pacer } from './common/pacer.js';
import { progressIn } from './common/progress.js';
import { isStep, type ResultsInSteps } from './common/steps.js';
import { haveBoth } from './document/language/identify.js';
import { readDocument } from './document/read-document.js';
import { simplifierFor } from './document/writing/simplify.js';
import { type AlignInput, type AlignOptions, checkOptions, type Settings } from './options.js';
import { wordsAsTheyAre } from './pairs/flags/words-to-translate.js';
import { notATranslation } from './pairs/not-a-translation.js';
import { toPairs } from './pairs/pairs.js';
import { qualityOf } from './pairs/quality.js';
import { Repeats, withRepeatsFlagged } from './pairs/repeats.js';
import type { Kept } from './pairs/update/kept.js';
import type { Updated } from './pairs/update/updated.js';
import type { Alignment, Anchor, Segmentation, Side } from './types.js';

/** `align` of the library; on-demand.ts says what for. */
export async function align(input: AlignInput, options: AlignOptions = {}): Promise<Alignment> {
  const { document, found, isJudged, pacer } = await allFound(input, options);
  return alignmentOf(document, found, isJudged, pacer);
}

/**
 * What is found before pairs are made of it. What it was found with, which takes more memory than all the pairs, ends with this
 * function.
 */
async function allFound(
  input: AlignInput,
  options: AlignOptions,
): Promise<{ document: AlignedDocument; found: FoundSection; isJudged: boolean; pacer: Pacer }> {
  const { document, prepared, sections, pacer } = await beginAlignment(input, options);
  const found = await allBeads(document, sections, pacer);
  return { document, found, isJudged: prepared !== null, pacer };
}

/** `alignStream` of the library; on-demand.ts says what for. */
export async function* alignStream(
  input: AlignInput,
  options: AlignOptions = {},
): AsyncGenerator<Alignment, void, void> {
  const { document, sections, pacer } = await beginAlignment(input, options);
  const repeats = new Repeats();
  const asTheyAre = wordsAsTheyAre(document.zh.segments);
  let index = 0;
  // A part without pairs is not given out before one with pairs has come, or it is known that none will.
  let held: Alignment | null = null;
  let areThere = false;
  for await (const { beads, widened } of inSlices(sections, document, pacer)) {
    const { pairs, unaligned, ladder } = await pacer.run(toPairs(document, beads, index, asTheyAre));
    index += ladder.length;
    const part = {
      ...withWidening(document, widened),
      pairs: pairs.map((pair) => repeats.flagged(pair, repeats.addPair(pair))),
      unaligned,
      ladder,
      quality: qualityOf(document, pairs),
    };
    if (held) yield held;
    areThere ||= pairs.length > 0;
    held = areThere ? null : part;
    if (areThere) yield part;
  }
  if (held) yield await withPairsMissed(held);
}

/** What `align` gives, and what stands behind it; null where there was nothing to align. */
export async function alignWithReasons(
  input: AlignInput,
  options: AlignOptions,
): Promise<{ alignment: Alignment; beads: readonly FoundBead[]; prepared: PreparedAlignment | null }> {
  const { document, prepared, sections, pacer } = await beginAlignment(input, options);
  const found = await allBeads(document, sections, pacer);
  const alignment = await alignmentOf(document, found, prepared !== null, pacer);
  return { alignment, beads: found.beads, prepared };
}

/** All beads of the last pass, and whether it had to be widened. */
async function allBeads(
  document: AlignedDocument,
  sections: ResultsInSteps<FoundSection>,
  pacer: Pacer,
): Promise<FoundSection> {
  const beads: FoundBead[] = [];
  let widened = false;
  for await (const section of inSlices(sections, document, pacer)) {
    for (const bead of section.beads) beads.push(bead);
    widened ||= section.widened;
  }
  return { beads, widened };
}

/** The beads as pairs, and what is to be said of all of them. */
async function alignmentOf(
  document: AlignedDocument,
  { beads, widened }: FoundSection,
  isJudged: boolean,
  pacer: Pacer,
): Promise<Alignment> {
  const { pairs, unaligned, ladder } = await pacer.run(toPairs(document, beads));
  pacer.report(progressIn('pairs', 0.7));
  const found = {
    ...withWidening(document, widened),
    pairs: await pacer.run(withRepeatsFlagged(pairs)),
    unaligned,
    ladder,
    quality: qualityOf(document, pairs),
  };
  const alignment = await withPairsMissed(isJudged ? withVerdict(found) : found);
  pacer.report(progressIn('pairs', 1));
  return alignment;
}

/** All of an alignment that is known before its beads are. */
type AlignedDocument = Omit<Alignment, 'pairs' | 'unaligned' | 'ladder' | 'quality'>;

/** Everything before the last pass, and the beads that it will find. */
async function beginAlignment(
  input: AlignInput,
  options: AlignOptions,
): Promise<{
  document: AlignedDocument;
  prepared: PreparedAlignment | null;
  sections: ResultsInSteps<FoundSection>;
  pacer: Pacer;
}> {
  const settings = checkOptions(options);
  const pacer = new Pacer(settings.signal, settings.onProgress);
  // The file of the lexicon is read while the parser of Markdown is loaded.
  const [read, base] = await Promise.all([
    readDocument(input, settings, likenessFor(settings), pacer),
    baseLexicon(settings),
  ]);
  const simplify = await simplifierFor(read.zh.segments.map(({ text }) => text));
  const lexicon = chooseLexicon(base, settings, simplify);
  const preparation = await prepare(read, lexicon, { ...settings, simplify }, pacer);
  const { segmentation, anchors, kept, prepared } = preparation;
  const document = {
    ...segmentation,
    anchors,
    diagnostics: [
      ...segmentation.diagnostics,
      ...(kept?.diagnostics ?? []),
      ...(prepared?.diagnostics ?? []),
    ],
    signature: signature(settings, lexicon),
  };
  return {
    document: withWidening(document, prepared?.widened ?? false),
    prepared,
    sections: await sectionsOf(preparation),
    pacer,
  };
}

/** All beads of a document that was read before, around those that stay; nothing more is cut. */
export async function beadsAround(
  segmentation: Segmentation,
  kept: Kept,
  options: AlignOptions,
): Promise<readonly FoundBead[]> {
  const settings = checkOptions(options);
  const pacer = new Pacer(settings.signal, settings.onProgress);
  const base = await baseLexicon(settings);
  const simplify = await simplifierFor(segmentation.zh.segments.map(({ text }) => text));
  const lexicon = chooseLexicon(base, settings, simplify);
  const preparation = await prepareOnce({ segmentation, kept }, lexicon, { ...settings, simplify }, pacer);
  const beads: FoundBead[] = [];
  for await (const section of inSlices(await sectionsOf(preparation), segmentation, pacer)) {
    for (const bead of section.beads) beads.push(bead);
  }
  pacer.report(progressIn('pairs', 1));
  return beads;
}

/** The last pass, around what stays. */
async function sectionsOf({
  segmentation,
  kept,
  prepared,
}: Preparation): Promise<ResultsInSteps<FoundSection>> {
  const sections = prepared ? translations(prepared) : alone(segmentation);
  return kept ? (await import('./pairs/update/put-kept.js')).putKept(sections, kept.beads) : sections;
}

/** A document that is ready for the last pass, which comes while its results are given out. */
interface Preparation {
  readonly segmentation: Segmentation;
  /** Those of the document, and those around what stays of an earlier alignment. */
  readonly anchors: readonly Anchor[];
  readonly kept: Kept | null;
  /** Null where there is nothing to align. */
  readonly prepared: PreparedAlignment | null;
}

/** Prepares the alignment, and once more if it has shown ends of sentences that reading could not. */
async function prepare(
  read: Segmentation,
  lexicon: Lexicon,
  settings: Settings & AlignmentSettings,
  pacer: Pacer,
): Promise<Preparation> {
  const first = await prepareOnce(await updated(read, settings), lexicon, settings, pacer);
  const isCutByCaller =
    settings.segments === 'lines' ||
    settings.segmenters.some(({ language, sentences }) => language === 'zh' && sentences);
  if (first.prepared === null || isCutByCaller) return first;
  const segmentation = withQuotationsEnded(first.segmentation, first.prepared.beads);
  if (segmentation === first.segmentation) return first;
  return prepareOnce(await updated(segmentation, settings), lexicon, settings, pacer);
}

/** The document with what stays of the pairs of the option `update`, which few texts come with. */
async function updated(read: Segmentation, settings: Settings): Promise<Updated> {
  const { update } = settings;
  if (update === null) return { segmentation: read, kept: null };
  return (await import('./pairs/update/updated.js')).updated(read, update, settings);
}

async function prepareOnce(
  { segmentation, kept }: Updated,
  lexicon: Lexicon,
  settings: Settings & AlignmentSettings,
  pacer: Pacer,
): Promise<Preparation> {
  const anchors = joinWalls(kept?.anchors ?? [], segmentation.anchors);
  const prepared = canBeAligned(segmentation)
    ? await pacer.run(
        prepareAlignment({ ...segmentation, anchors }, lexicon, {
          ...settings,
          similar: await similarIn(segmentation, settings, pacer),
          times: hasTimes(segmentation) ? await import('./alignment/lattice/times.js') : null,
          shiftedRows: mayBeShifted(segmentation, anchors)
            ? (await import('./alignment/lattice/row-shift.js')).shiftedRows
            : null,
        }),
      )
    : null;
  return { segmentation, anchors: prepared?.anchors ?? anchors, kept, prepared };
}

/** Whether a document is one file with rows of tables, of which a column may have been moved. */
function mayBeShifted({ en, zh }: Segmentation, anchors: readonly Anchor[]): boolean {
  return en.source === zh.source && anchors.some(({ reason }) => reason === 'row');
}

/** What a measure of likeness of the caller's says for the segments; null without one. */
async function similarIn(
  { en, zh }: Segmentation,
  { similarity }: Settings,
  pacer: Pacer,
): Promise<Similar | null> {
  if (similarity === null) return null;
  const [{ comparedBy }, { similarBy }] = await Promise.all([
    import('./alignment/score/compared.js'),
    import('./alignment/score/similarity.js'),
  ]);
  const texts = ({ segments }: Side): string[] => segments.map(({ text }) => text);
  const compared = await comparedBy(similarity, texts(en), texts(zh));
  return pacer.run(similarBy(compared, en.segments.length, zh.segments.length));
}

/** Whether a document is subtitles. */
function hasTimes({ en }: Segmentation): boolean {
  return en.paragraphs.some(({ position }) => position?.axis === 'time');
}

function withWidening(document: AlignedDocument, widened: boolean): AlignedDocument {
  const { diagnostics } = document;
  return widened && !diagnostics.includes(WIDENED)
    ? { ...document, diagnostics: [...diagnostics, WIDENED] }
    : document;
}

/** An alignment with what is to be said of texts that are no translations, before all else. */
function withVerdict(alignment: Alignment): Alignment {
  return { ...alignment, diagnostics: [...notATranslation(alignment), ...alignment.diagnostics] };
}

/** An alignment without pairs says why it has none. */
async function withPairsMissed(alignment: Alignment): Promise<Alignment> {
  const { pairs, diagnostics } = alignment;
  if (pairs.length > 0) return alignment;
  const [{ lostChinese }, { nothingToAlign }] = await Promise.all([
    import('./alignment/lost-chinese.js'),
    import('./alignment/nothing-to-align.js'),
  ]);
  return {
    ...alignment,
    diagnostics: [...diagnostics, ...lostChinese(alignment), nothingToAlign(alignment)],
  };
}

/** `segment` of the library; on-demand.ts says what for. */
export async function segment(input: AlignInput, options: AlignOptions = {}): Promise<Segmentation> {
  const settings = checkOptions(options);
  return readDocument(
    input,
    settings,
    likenessFor(settings),
    new Pacer(settings.signal, settings.onProgress),
  );
}

function canBeAligned({ en, zh, languages }: Segmentation): boolean {
  return en.segments.length > 0 && zh.segments.length > 0 && haveBoth(languages);
}

/** The beads of the last pass, what has no counterpart left alone and those that are no translation taken apart. */
function* translations(prepared: PreparedAlignment): ResultsInSteps<FoundSection> {
  const { pass, beads, words } = prepared;
  if (words === null) return yield* findBeads(prepared);
  const known = yield* knownEvidence(words);
  const told = yield* toldByPath(beads, known);
  const isWeighed = canBeWeighed(prepared, told);
  const usual: NatsOfBead = (enStart, enEnd, zhStart, zhEnd) =>
    told.ofWords({ enStart, enEnd, zhStart, zhEnd });
  const found = isWeighed
    ? findBeads({ ...prepared, pass: { ...pass, usual } })
    : leftAlone(findBeads(prepared), prepared, known.evidence);
  yield* judged(found, beads, known, told, isWeighed);
}

/**
 * Whether beads are weighed anew by what their words say beside other pairs. In a document that leaves out hardly any text (gaps.ts)
 * that makes no pair better; and where text stands in turns, rows or times, these say more of a name or a figure than words do.
 */
function canBeWeighed(
  { pass: { model }, anchors }: Pick<PreparedAlignment, 'pass' | 'anchors'>,
  { whole: { pairs } }: ToldByPath,
): boolean {
  const { lessAlone, turns, timing } = model;
  const hasRows = anchors.some(({ reason }) => reason === 'row');
  return Math.max(lessAlone.en, lessAlone.zh) > 0 && pairs >= FEWEST_PAIRS && !turns && !timing && !hasRows;
}

/** Fewer do not tell what is usual in a document: of lists of terms, pages and short laws more pairs were lost than won by it. */
const FEWEST_PAIRS = 50;

/** The sections of the last pass as they are found, with pauses between, and how far that is. */
async function* inSlices(
  sections: ResultsInSteps<FoundSection>,
  { en }: Pick<Segmentation, 'en'>,
  pacer: Pacer,
): AsyncGenerator<FoundSection, void, void> {
  for (const section of sections) {
    if (pacer.isPauseDue) await pacer.pause();
    if (isStep(section)) continue;
    const done = (section.beads.at(-1)?.enEnd ?? 0) / Math.max(1, en.segments.length);
    pacer.report(progressIn('last-pass', done));
    yield section;
  }
}

function* alone(segmentation: Segmentation): ResultsInSteps<FoundSection> {
  yield { beads: oneSidedBeads(segmentation), widened: false };
}

function oneSidedBeads({ en, zh }: Segmentation): FoundBead[] {
  const alone = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };
  return [
    ...en.segments.map((_, i) => ({ enStart: i, enEnd: i + 1, zhStart: 0, zhEnd: 0, ...alone })),
    ...zh.segments.map((_, j) => ({
      enStart: en.segments.length,
      enEnd: en.segments.length,
      zhStart: j,
      zhEnd: j + 1,
      ...alone,
    })),
  ];
}
