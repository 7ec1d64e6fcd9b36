/**
 * Gives a page or a shadow root our style sheets. Constructed sheets belong to the script that made them, so a
 * Content-Security-Policy without `unsafe-inline` needs no nonce for them (CSSOM, not inline style).
 */
export function wearStyles(root: Document | ShadowRoot, sheets: readonly string[]): void {
  const made = new CSSStyleSheet();
  made.replaceSync(sheets.join('\n'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, made];
}
