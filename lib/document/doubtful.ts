/** Ends a figure that may be part of a number only, or another cell's, so that it is not read as a whole one; in PDFs also a lost glyph. */
export const doubtful = "\ufffd";
