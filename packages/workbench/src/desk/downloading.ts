import { merge, type PairRecord, records } from 'duiqi/pairs';
import { reviewedPairs } from 'duiqi/review';
import type { TermFormat } from 'duiqi/words';
import { type DownloadFormat, type DownloadOptions, downloadsOf, save } from '../exports.js';
import { pageWith, unpacked } from '../project.js';
import { stemOf } from '../view/pair-names.js';
import { Cancelled } from '../worker/client.js';
import type { Desk } from './desk.js';
import { historyOf } from './history-of.js';
import type { Keeping } from './keeping.js';

/** What a person takes along: the project, the pairs in any format, terms. */
export class Downloading {
  readonly #desk: Desk;
  readonly #keeping: Keeping;

  constructor(desk: Desk, keeping: Keeping) {
    this.#desk = desk;
    this.#keeping = keeping;
  }

  async saveProject(): Promise<void> {
    const { document } = this.#desk.state;
    if (!document) return;
    const { title, acts, position, history } = document;
    const page = await pageWith({ title, acts, position, alignment: history.review.alignment });
    const name = `${stem(title)}.review.html`;
    save([{ name, file: page }]);
    this.#keeping.wasTaken(document);
    this.#desk.say(this.#desk.words('saidSaved', { name }));
  }

  async download(format: DownloadFormat, options: DownloadOptions): Promise<void> {
    const { document } = this.#desk.state;
    if (!document) return;
    const pairs = reviewedPairs(document.history.review);
    const downloads = await downloadsOf(pairs, stem(document.title), format, options);
    save(downloads);
    this.#desk.say(this.#desk.words('saidSaved', { name: downloads.map(({ name }) => name).join(', ') }));
  }

  /** The pairs of several documents that are kept, each pair once, as `duiqi merge` joins their files. */
  async downloadTogether(ids: readonly string[], format: DownloadFormat): Promise<void> {
    const { language, recent, downloads: options } = this.#desk.state;
    const titles = new Map(recent.map(({ id, title }) => [id, title]));
    const titleOf = (id: string): string => titles.get(id) ?? '';
    const { compare } = new Intl.Collator(language, { numeric: true });
    const inOrder = [...ids].sort((a, b) => compare(titleOf(a), titleOf(b)));
    this.#desk.set({ isGathering: true });
    this.#desk.say(this.#desk.words('saidTogether', { n: ids.length }));
    let title = '';
    try {
      const memories: PairRecord[][] = [];
      for (const id of inOrder) {
        title = titleOf(id);
        memories.push(await this.#pairsOf(id));
      }
      const merged = merge(memories);
      const downloads = await downloadsOf(merged, 'duiqi', format, options);
      save(downloads);
      const name = downloads.map((each) => each.name).join(', ');
      this.#desk.say(
        this.#desk.words('saidTogetherSaved', {
          name,
          documents: ids.length,
          n: merged.counts.reduce((sum, count) => sum + count, 0) - merged.repeats,
          repeats: merged.repeats,
        }),
      );
    } catch (error) {
      this.#desk.say(this.#desk.words('failedAt', { title, why: this.#desk.refused(error) }));
    } finally {
      this.#desk.set({ isGathering: false });
    }
  }

  /** The pairs of a document that is kept, as its person has left them; text without a counterpart is among them. */
  async #pairsOf(id: string): Promise<PairRecord[]> {
    const found = await this.#keeping.load(id);
    if (!found?.content.packed) throw new Error(`There is no document ${id}.`);
    const { alignment } = await unpacked(found.content.packed);
    const { history } = await historyOf(alignment, found.acts, found.summary.position);
    return [...records(reviewedPairs(history.review), { unaligned: true })];
  }

  /** Terms that the pairs use, for a glossary. */
  async downloadTerms(format: TermFormat): Promise<void> {
    const { document } = this.#desk.state;
    if (!document) return;
    this.#desk.say(this.#desk.words('saidTerms'));
    try {
      const pairs = [...records(reviewedPairs(document.history.review))];
      const chunks = await this.#desk.aligner.ask('terms', { pairs, format });
      if (chunks === null) {
        this.#desk.say(this.#desk.words('saidNoTerms'));
        return;
      }
      const name = `${stem(document.title)}.terms.${format}`;
      save([{ name, file: new Blob(chunks as BlobPart[]) }]);
      this.#desk.say(this.#desk.words('saidSaved', { name }));
    } catch (error) {
      if (!(error instanceof Cancelled)) this.#desk.say(this.#desk.refused(error));
    }
  }
}

/** How downloads of a document are named: as its first file is, without its ending and its language. */
function stem(title: string): string {
  const first = title.split(' ↔ ')[0]!.replace(/\.[^.]{1,8}$/, '');
  return (stemOf(first) === '' ? first : first.replace(/[._-](?:en|zh|eng|zho)$/i, '')) || 'duiqi';
}
