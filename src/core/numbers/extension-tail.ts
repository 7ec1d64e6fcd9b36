/** Words for "extension" in the languages that phone fields are written in. */
const words = 'extension|extn|ext|x|anexo|app(?:arat)?|dahili|linka|n(?:eben)?st(?:elle)?|wewn|d(?:urch)?w(?:ahl)?|interno|int|klappe|poste?|ramal|toestel|tst|wew|доб|вн|内線|內線|分机|分機|내선';
/** The number of the extension ends the text; a remark in brackets around it too. */
const tail = new RegExp(`\\s*[([]?(?:;\\s*ext\\s*=|(?<![\\p{L}])(?:${words})(?![\\p{L}])|#|,|;|\\*)\\s*[.:]{0,2}\\s*(?:#\\s*)?(\\d{1,7})\\s*#?\\s*[)\\]]?$`, 'iu');

/** Cuts the extension off the end of a number's text; null: there is none. */
export function extensionTail(text: string): { main: string; extension: string } | null {
  const found = tail.exec(text);
  const extension = found?.[1];
  return found && extension !== undefined ? { main: text.slice(0, found.index).replace(/[,;\s]+$/, ''), extension } : null;
}
