import { defineModule, optionsOrFirst } from './define-module.ts';
import type { ModuleFactory } from './define-module.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** N/xml: escaping. */
export const xml: ModuleFactory = (execution) => defineModule(execution, 'N/xml', {
  escape: (...args: unknown[]) => String(optionsOrFirst('xml.escape', args, ['xmlText'])['xmlText']).replace(/[&<>"']/g, (character) => escapes[character] ?? character),
});
