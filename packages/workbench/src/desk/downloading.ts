import { records } from 'duiqi/pairs';
import { reviewedPairs } from 'duiqi/review';
import type { TermFormat } from 'duiqi/words';
import { type DownloadFormat, type DownloadOptions, downloadsOf, save } from '../exports.js';
import { pageWith } from '../project.js';
import { stemOf } from '../view/pair-names.js';
import { Cancelled } from '../worker/client.js';
import type { Desk } from './desk.js';
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
