export const ROOT: string;
export interface ReadmeExample {
  readonly readme: string;
  readonly language: 'js' | 'sh';
}
export const EXAMPLES: readonly ReadmeExample[];
export function readmeAndOutput(example: ReadmeExample): Promise<{
  readonly text: string;
  readonly updated: string;
  readonly said: string;
  readonly printed: string;
}>;
