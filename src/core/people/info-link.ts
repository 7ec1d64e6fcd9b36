/** What may stand in an info link's template, each between braces. */
export const placeholders = ['id', 'type', 'name', 'company', 'phone'] as const;
export type Placeholder = (typeof placeholders)[number];
/** '' where it is not known. */
export type LinkSubject = Record<Placeholder, string>;

export const longestTemplate = 500;

/** The host is the administrator's alone: what is known of a caller never decides where a link leads. */
const shape = /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][^\s"'<>\\`]*)?$/i;
const inBraces = /\{([^{}]*)\}/g;

/** Whether a template can become a link: https, a host of its own, and no placeholder that does not exist. */
export function isInfoLink(template: string): boolean {
  if (template.length > longestTemplate || !shape.test(template)) return false;
  if (/[{}]/.test(template.replace(inBraces, ''))) return false;
  return [...template.matchAll(inBraces)].every(([, name]) => (placeholders as readonly string[]).includes(name ?? ''));
}

/** A part of a path that leads up or stays, as browsers read it. */
const dots = /\/(?:\.|%2e){1,2}(?=[/?#]|$)/gi;
const dotsIn = (address: string): number => (address.split(/[?#]/)[0]?.match(dots) ?? []).length;

/** The link for one person; each value is encoded, so that it stays a value. null: not a link, something in it is not known, or somebody is called `..`, which no encoding keeps from leading elsewhere. */
export function infoLink(template: string, subject: LinkSubject): string | null {
  if (!isInfoLink(template)) return null;
  const known = [...template.matchAll(inBraces)].every(([, name]) => subject[name as Placeholder] !== '');
  if (!known) return null;
  // Half a character, as an emoji cut in two, cannot be encoded.
  const link = template.replace(inBraces, (_whole, name: Placeholder) => encodeURIComponent(subject[name].replace(/\p{Cs}/gu, '\ufffd')));
  return dotsIn(link) > dotsIn(template) ? null : link;
}
