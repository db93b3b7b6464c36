/** The text of each page, by its name. */
export function buildPages(): Promise<{ readonly 'duiqi.html': string; readonly 'review.html': string }>;
