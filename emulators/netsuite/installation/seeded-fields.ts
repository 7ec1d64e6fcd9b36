import { EmulatorFailure } from '../failure.ts';
import type { EntityFieldSeed } from '../options.ts';
import type { CustomFieldObject } from '../project/objects.ts';

const entityTypes = ['customer', 'contact', 'vendor', 'partner', 'employee', 'job', 'othername'];

/** Fields that the account's administrator made by hand. Throws EmulatorFailure for an id or a type that none can have. */
export function seededFields(seeds: EntityFieldSeed[]): CustomFieldObject[] {
  return seeds.map(({ id, label, type, appliesTo }) => {
    if (!/^custentity_?[a-z0-9_]+$/.test(id) || appliesTo.some((each) => !entityTypes.includes(each))) throw new EmulatorFailure('SEED_BROKEN', `The account seed has a field ${id} that no entity can have.`);
    return { scriptId: id, label, fieldType: type, target: null, mandatory: false, displayType: 'normal', help: '', maxLength: null, defaultValue: '', showInList: false, stored: true, parent: false, onParentDelete: 'refuse' as const, appliesTo };
  });
}
