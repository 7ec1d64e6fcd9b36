import { SuiteScriptError } from '../../executions/script-error.ts';
import { attachFile, detachFile } from '../../records/attachments.ts';
import type { Attachment } from '../../records/attachments.ts';
import { deleteState } from '../../records/delete-record.ts';
import { loadState, typeNamed } from '../../records/load-record.ts';
import { newState, setStored } from '../../records/record-state.ts';
import type { RecordState } from '../../records/record-state.ts';
import { requireLevel } from '../../records/access.ts';
import { saveState } from '../../records/save-record.ts';
import { storedFromScript, storedFromText } from '../../records/values.ts';
import { NotEmulated } from '../../not-emulated.ts';
import { defineModule, optionsOf } from '../define-module.ts';
import type { ModuleFactory } from '../define-module.ts';
import { recordTypes } from '../record-types.ts';
import { recordObject } from './record-object.ts';
import { units } from './units.ts';

interface Named { type: unknown; id: unknown }

/** N/record: create, copy, load, delete and submitFields over one record at a time; attach and detach of files. */
export const record: ModuleFactory = (execution) => {
  function charged(state: RecordState, call: 'create' | 'load' | 'copy'): object {
    execution.usage.charge(units(state.type, call));
    return recordObject(execution, state, 'savable');
  }

  /** What attach and detach take; other things than files are not emulated. */
  function attachmentOf(member: string, input: unknown, which: string): Attachment {
    const options = optionsOf(member, input, ['record', which]);
    const [subject, target] = [options['record'] as Named, options[which] as Named];
    if (String(subject.type) !== 'file' || options['attributes'] !== undefined) throw new NotEmulated('N/record', `${member} of ${String(subject.type)}`);
    execution.usage.charge(10);
    return { file: Number(subject.id), type: String(target.type), record: Number(target.id) };
  }

  return defineModule(execution, 'N/record', {
    attach: (input: unknown) => attachFile(execution, attachmentOf('record.attach', input, 'to')),
    detach: (input: unknown) => detachFile(execution, attachmentOf('record.detach', input, 'from')),
    Type: recordTypes,
    create(input: unknown) {
      const options = optionsOf('record.create', input, ['type']);
      const type = typeNamed(execution, String(options['type']));
      requireLevel(execution.principal, type, 2);
      const state = newState(type, options['isDynamic'] === true);
      for (const [id, value] of Object.entries((options['defaultValues'] as Record<string, unknown> | undefined) ?? {})) {
        const field = execution.world.catalog.fieldOf(type, id);
        if (!field) throw new NotEmulated('N/record', `create with the default value ${id}`);
        setStored(state, id, storedFromScript(field, value));
      }
      return charged(state, 'create');
    },
    load(input: unknown) {
      const options = optionsOf('record.load', input, ['type', 'id']);
      return charged(loadState(execution, typeNamed(execution, String(options['type'])), Number(options['id']), options['isDynamic'] === true), 'load');
    },
    copy(input: unknown) {
      const options = optionsOf('record.copy', input, ['type', 'id']);
      const source = loadState(execution, typeNamed(execution, String(options['type'])), Number(options['id']), options['isDynamic'] === true);
      const state: RecordState = { ...source, id: null, version: null, copied: true, values: { ...source.values, externalid: null } };
      return charged(state, 'copy');
    },
    delete(input: unknown) {
      const options = optionsOf('record.delete', input, ['type', 'id']);
      const type = typeNamed(execution, String(options['type']));
      execution.usage.charge(units(type, 'delete'));
      deleteState(execution, type, Number(options['id']));
      return Number(options['id']);
    },
    submitFields(input: unknown) {
      const options = optionsOf('record.submitFields', input, ['type', 'id', 'values']);
      const type = typeNamed(execution, String(options['type']));
      execution.usage.charge(units(type, 'submitFields'));
      requireLevel(execution.principal, type, 3);
      const loaded = loadState(execution, type, Number(options['id']));
      const state: RecordState = { ...loaded, partial: true, values: {} };
      for (const [id, value] of Object.entries(options['values'] as Record<string, unknown>)) {
        const field = execution.world.catalog.fieldOf(type, id);
        if (!field) throw new NotEmulated(`record ${type.id}`, `the field ${id}`);
        if (!field.writable) throw new SuiteScriptError('INVALID_FLD_VALUE', `The field ${id} cannot be set.`);
        const dated = ['date', 'datetime', 'datetimetz', 'timeofday'].includes(field.type) && typeof value === 'string';
        setStored(state, id, dated ? storedFromText(execution, field, value) : storedFromScript(field, value));
      }
      const { ignoreMandatoryFields } = (options['options'] as { ignoreMandatoryFields?: unknown } | undefined) ?? {};
      execution.world.door.gate('record.save', type.id, execution.script.scriptId);
      return saveState(execution, state, { ignoreMandatoryFields: ignoreMandatoryFields === true });
    },
  });
};
