export function galeChurch(en: readonly number[], zh: readonly number[]): number;
