import log = require('N/log');
import runtime = require('N/runtime');
import serverWidget = require('N/ui/serverWidget');
import type { EntryPoints } from 'N/types';
import type { Record as NetSuiteRecord } from 'N/record';
import type { Boot } from '../../wire/session/boot.ts';
import { errorName } from '../netsuite/error-name.ts';
import { parameters } from '../netsuite/ids.ts';
import { dialledFieldsOn, personTypeOf } from '../people/phone-fields.ts';
import { bootElement, bootFor, lineInOf } from '../session/boot.ts';

/** Puts the companion on a record page in view or edit mode. Never throws: a page opens whatever happens to us. */
export function beforeLoad({ newRecord, form, type, UserEventType }: EntryPoints.UserEvent.beforeLoadContext): void {
  if (type !== UserEventType.VIEW && type !== UserEventType.EDIT) return;
  if (runtime.executionContext !== runtime.ContextType.USER_INTERFACE || !newRecord.id) return;
  try {
    const boot = bootFor(shown(newRecord), lineInOf(parameters.recordLineIn), { lineFrom: parameters.recordLineFrom, timings: parameters.recordTimings, askBeforeLeaving: parameters.recordAskBeforeLeaving, plainNotifications: parameters.recordPlainNotifications });
    form.clientScriptModulePath = './companion.js';
    form.addField({ id: 'custpage_rcns_boot', type: serverWidget.FieldType.INLINEHTML, label: 'RingCentral' }).defaultValue = bootElement(boot, null);
  } catch (failure) {
    log.error({ title: 'A record page opens without the phone', details: errorName(failure) });
  }
}

function shown(record: NetSuiteRecord): NonNullable<Boot['record']> {
  const personType = personTypeOf(String(record.type));
  const fields = personType === null ? [{ id: 'phone', label: 'Phone Number' }] : dialledFieldsOn(personType, record);
  const phones = fields.map(({ id, label }) => ({ field: id, label, value: String(record.getValue({ fieldId: id }) ?? '').trim() })).filter(({ value }) => value !== '');
  return { type: personType ?? String(record.type), id: Number(record.id), phones };
}
