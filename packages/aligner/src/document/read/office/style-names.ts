/** Styles of headings by Word's own names, or by the names of a style that the document does not define. */
export const HEADING = /^(?:heading|标题|標題) ?[1-9]?$|^(?:sub)?title$/i;
/** Styles of the lines of a table of contents, which say again what headings say. */
export const CONTENTS = /^(?:toc|contents) ?[1-9]$/i;
/** Level in the outline of what is no heading. */
export const BODY_TEXT = 9;
