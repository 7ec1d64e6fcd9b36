import { barDrawings } from '../ui/bar-drawings.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The same drawing as ui/icon's, made without a framework; `change` puts another one in its place. */
export function createDrawing(name: keyof typeof barDrawings): { element: SVGElement; change(name: keyof typeof barDrawings): void } {
  const element = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  for (const [attribute, value] of Object.entries({ class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' })) element.setAttribute(attribute, value);
  element.append(path);
  const change = (next: keyof typeof barDrawings): void => path.setAttribute('d', barDrawings[next]);
  change(name);
  return { element, change };
}
