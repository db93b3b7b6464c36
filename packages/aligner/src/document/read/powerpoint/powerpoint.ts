import { info } from '../../../common/diagnostic.js';
import type { LeftOutPart } from '../../../common/diagnostic-values.js';
import { listedUpTo } from '../../../common/listed.js';
import type { Steps } from '../../../common/steps.js';
import { type Archive, openArchive, type Part } from '../office/archive.js';
import { findParts, lackedParts, missingPart, type PartPlace } from '../office/parts.js';
import { relationsOf } from '../office/relations.js';
import { BlockWriter, type WrittenParagraph } from '../office/writer.js';
import { walkXml } from '../office/xml.js';
import { readWithout } from '../read-without.js';
import { inputName, type Reading } from '../reading.js';
import { inheritedStyles, readModel, type SlideModel } from './inherited.js';
import { readSlide } from './slide.js';

const PARTS = {
  presentation: {
    type: /^(?=.*(?:presentationml|ms-powerpoint)).*\.main\+xml$/,
    usual: 'ppt/presentation.xml',
  },
} satisfies Record<string, PartPlace>;

/**
 * Reads a PowerPoint presentation (.pptx, ECMA-376): slide by slide its texts, the numbers of its lists as `numbering`, the cells
 * of its tables with their positions, its diagrams, and what the speaker noted.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no PowerPoint presentation
 */
export function* readPptx(bytes: Uint8Array, name: string): Steps<Reading> {
  const archive = openArchive(bytes, name);
  const { presentation } = yield* findParts(archive, PARTS);
  if (presentation === undefined) throw missingPart(name, 'a PowerPoint presentation');
  const writer = new BlockWriter<WrittenParagraph>((paragraph) => paragraph);
  const leftOut = new Set<LeftOutPart>();
  const hidden: number[] = [];
  const named = slidesOf(presentation, archive);
  const slides = named.filter((path) => archive.paths.has(path));
  const relations = relationsOf(archive, slides);
  const related = slides.map((path) => {
    const own = (relations.get(path) ?? []).filter((each) => archive.paths.has(each.path));
    if (own.some(({ type }) => /^comments/.test(type))) leftOut.add('comments');
    if (own.some(({ type }) => /^chart/.test(type))) leftOut.add('charts');
    const pathsOf = (kind: string): string[] =>
      own.filter(({ type }) => type === kind).map((each) => each.path);
    const [layout = ''] = pathsOf('slideLayout');
    return { slide: [path, ...pathsOf('diagramData')], notes: pathsOf('notesSlide'), layout };
  });
  const models = modelsOf(
    archive,
    related.map(({ layout }) => layout),
  );
  // All at once: the directory of an archive is gone through each time that it is asked.
  const parts = yield* archive.partsInSteps(related.flatMap(({ slide, notes }) => [...slide, ...notes]));
  const done = new Set<string>();
  const read = function* (path: string, kind: 'slide' | 'notes', layout = ''): Steps<void> {
    const part = parts.get(path);
    // A slide may name the same notes a thousand times.
    if (part === undefined || done.has(path)) return;
    done.add(path);
    const { content, isHidden, hasFurniture } = yield* readSlide(part, kind, (place) => {
      const { own, master } = models.get(layout) ?? {};
      return inheritedStyles(place, own, master);
    });
    yield* writer.writeInSteps(content);
    if (isHidden) hidden.push(slides.indexOf(path) + 1);
    if (hasFurniture) leftOut.add('heads');
  };
  for (const { slide, notes, layout } of related) {
    for (const path of slide) yield* read(path, 'slide', layout);
    for (const path of notes) yield* read(path, 'notes');
  }
  return writer.text.reading([
    ...readWithout(name, leftOut),
    ...lackedParts(
      name,
      'slide',
      named.filter((path) => !archive.paths.has(path)),
    ),
    ...(hidden.length > 0 ? [hiddenRead(name, hidden)] : []),
  ]);
}

/** The layouts of slides, each with its master, by the paths of the layouts. */
function modelsOf(
  archive: Archive,
  paths: readonly string[],
): ReadonlyMap<string, { readonly own: SlideModel | undefined; readonly master: SlideModel | undefined }> {
  const layouts = [...new Set(paths)].filter((path) => archive.paths.has(path));
  const relations = relationsOf(archive, layouts);
  const masterOf = new Map(
    layouts.map((path) => [
      path,
      relations.get(path)?.find(({ type }) => type === 'slideMaster')?.path ?? '',
    ]),
  );
  const parts = archive.parts([...layouts, ...masterOf.values()]);
  const models = new Map(Array.from(parts, ([path, part]) => [path, readModel(part)]));
  return new Map(
    layouts.map((path) => [path, { own: models.get(path), master: models.get(masterOf.get(path)!) }]),
  );
}

/** The paths of the slides as they follow each other, each once, whether the archive holds them or not. */
function slidesOf(presentation: Part, archive: Archive): readonly string[] {
  const ids: string[] = [];
  walkXml(presentation, {
    open({ name, attributeAsWritten, attribute }) {
      // It has a number of its own as well, which is an `id` without a prefix.
      if (name === 'sldId') ids.push(attributeAsWritten('r:id') ?? attribute('id') ?? '');
    },
  });
  const relations = relationsOf(archive, [presentation.path]).get(presentation.path) ?? [];
  const paths = new Map(relations.map(({ id, path }) => [id, path]));
  return [...new Set(ids.flatMap((id) => paths.get(id) ?? []))];
}

/** Numbers that are written out in a message. */
const MOST_NAMED = 8;

function hiddenRead(name: string, slides: readonly number[]): ReturnType<typeof info> {
  const isOne = slides.length === 1;
  return info(
    'hidden',
    `${inputName(name)}: ${isOne ? 'slide' : 'slides'} ${listedUpTo(MOST_NAMED, slides)} ${isOne ? 'is' : 'are'} hidden and ${isOne ? 'was' : 'were'} read like the others.`,
    { values: { kind: 'slides', name, names: listedUpTo(MOST_NAMED, slides) } },
  );
}
