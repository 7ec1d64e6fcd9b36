/**
 * Longest notes in characters: what the logging door accepts. Written again here, since wire's module brings a reader
 * that is too large for every record page; a test holds the two together.
 */
export const notesLimit = 100_000;
