export const ROOT: string;
export interface ReadmeExample {
  readonly readme: string;
  /** Which of its examples with output, from 0. */
  readonly number: number;
  readonly language: 'js' | 'sh';
}
/** Matches of examples that have their output: whole, language, code, output. */
export function examplesOf(text: string): readonly RegExpExecArray[];
export const EXAMPLES: readonly ReadmeExample[];
export function readmeAndOutput(example: ReadmeExample): Promise<{
  readonly text: string;
  readonly updated: string;
  readonly said: string;
  readonly printed: string;
}>;
