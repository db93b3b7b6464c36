/** What the sentences of a code are made of, where there are several of them: `kind` says which one it is. */
export interface DiagnosticValues {
  readonly 'band-widened': None;
  readonly 'bilingual-text': Of<'name'>;
  readonly 'characters-replaced': Of<never, 'count'>;
  readonly 'chinese-lost':
    | Kind<'misread', Of<'name' | 'found' | 'meant'>>
    | Kind<'question-marks' | 'symbols', Of<'name', 'count'>>
    | Kind<'too-few', Of<'name' | 'found', 'count'>>;
  readonly 'clauses-unmatched': None;
  readonly 'confirmed-lost': Of<'en' | 'zh'>;
  readonly 'damaged-page': Of<'name' | 'pages'>;
  readonly deleted: Of<'en' | 'zh'>;
  readonly encoding:
    | Kind<'certain' | 'doubtful', Of<'name' | 'encoding'>>
    | Kind<'either', Of<'name' | 'encoding' | 'other'>>;
  readonly 'endless-sentence': Of<never, 'count'>;
  readonly 'field-passed-over': Of<'name' | 'field', 'count' | 'line'>;
  readonly 'glossary-rows': Of<'name' | 'rows', 'count'>;
  readonly hidden: Kind<'sheets' | 'slides', Of<'name' | 'names'>>;
  readonly 'languages-found': Kind<'english-first' | 'chinese-first', Of<'name', 'others'>>;
  readonly 'left-out':
    | Kind<'code' | 'hidden-text' | 'rows', Of<'name', 'count'>>
    | Kind<'columns', Of<'name' | 'columns'>>
    | Kind<'contents', Of<'text', 'count'>>
    | Kind<'chapters-lacked' | 'sheets-lacked' | 'slides-lacked', Of<'name' | 'names', 'count'>>
    | Kind<'header-row', Of<'name' | 'columns', 'row'>>
    | Kind<'keys', Of<'name'>>
    | Kind<'note-marks', Of<never, 'count'>>
    | Kind<'page-furniture', Of<'name' | 'text'>>
    | Kind<'page-heads' | 'slanted', Of<'text', 'count'>>
    | Kind<'parts', Of<'name'> & { readonly parts: readonly LeftOutPart[] }>
    | Kind<'running-heads', Of<'name' | 'text'>>
    | Kind<'segments', Of<'name', 'untranslated' | 'foreign'>>
    | Kind<'sheets', Of<'name', 'count' | 'all'>>
    | Kind<'table-headers', Of<'name' | 'columns', 'count'>>;
  readonly 'no-text-on-page': Of<'name' | 'pages'>;
  readonly 'no-value': Of<'name', 'count'>;
  readonly 'not-a-translation':
    | Kind<'whole', Of<never, 'percent'>>
    | Kind<'stretch', Of<'enText' | 'zhText', 'en' | 'zh'>>;
  readonly 'note-lost': Of<'note' | 'en' | 'zh'>;
  readonly 'nothing-to-align':
    | Kind<'no-text' | 'no-translation'>
    /** `found` are codes of languages, as `FoundLanguage` has them. */
    | Kind<'no-english' | 'no-chinese' | 'neither', { readonly found: readonly string[] }>;
  readonly 'odd-cells': Of<'name' | 'columns'>;
  readonly 'other-format': Of<'name' | 'format'>;
  /** `language` is a code, as `FoundLanguage` has it. */
  readonly 'other-language': Of<'language' | 'text'>;
  readonly 'page-cut': Of<'before' | 'after'>;
  readonly 'passed-over':
    | Kind<'units', Of<'name', 'count' | 'all'>>
    | Kind<'variants', Of<'name' | 'variants', 'count'>>
    | Kind<'cells', Of<'name', 'count'>>;
  readonly 'path-guessed': None;
  readonly 'read-as-text': Kind<ReadAsTextReason, Of<'name'>>;
  readonly 'repeated-text': Of<never, 'length' | 'count' | 'line'>;
  readonly 'row-shift':
    | Kind<'lower' | 'higher', Of<never, 'from' | 'to' | 'count'>>
    | Kind<'sorted', Of<never, 'from' | 'to'>>;
  readonly 'side-labels': Of<'labels'>;
  readonly 'sides-exchanged': None;
  readonly 'time-shift':
    | Kind<'unlike'>
    /** Seconds by which the Chinese is later, as a number with its sign. */
    | Kind<'varying', Of<'least' | 'most'>>
    | Kind<'all', Of<'seconds'>>
    | Kind<'from', Of<'at' | 'seconds'>>;
  readonly 'too-long': Kind<'page', Of<'name' | 'pages'>> | Kind<'pages', Of<'name', 'count' | 'all'>>;
  readonly truncated: Of<'text'>;
  readonly undecodable: Kind<'big5', Of<'name'>> | Kind<'replaced', Of<'name', 'count' | 'line'>>;
  readonly 'undecodable-text': Of<'name' | 'pages'>;
  readonly 'unpaired-quotes': Of<'name', 'row'>;
  readonly 'unreadable-times': Of<'name', 'count'>;
}

/** The sentence is always the same. */
type None = Readonly<Record<never, never>>;
type Of<Texts extends string, Numbers extends string = never> = Readonly<
  Record<Texts, string> & Record<Numbers, number>
>;
type Kind<Name extends string, Others = None> = Name extends string
  ? { readonly kind: Name } & Others
  : never;

/** What a reader leaves out of a document. */
export type LeftOutPart =
  | 'charts'
  | 'comments'
  | 'contents'
  | 'deletions'
  | 'documents'
  | 'heads'
  | 'objects';

/** Why a file was read as plain text. */
export type ReadAsTextReason =
  | 'cells'
  | 'dense-markdown'
  | 'large-markdown'
  | 'long-markdown'
  | 'quotes'
  | 'tags'
  | 'uneven-rows';
