import type { CustomFieldObject } from './objects.ts';
import { flagOf, referenceOf, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** Elements of entity and CRM fields which name the record types they stand on. */
const applies: Record<string, string[]> = {
  appliestocustomer: ['customer'], appliestocontact: ['contact'], appliestovendor: ['vendor'],
  appliestoemployee: ['employee'], appliestopartner: ['partner'], appliestoothername: ['othername'],
  appliestophonecall: ['phonecall'], appliestoproject: ['job'],
};

/** Reads a custom field: of entities, of activities, or of a custom record. */
export function readField(node: XmlNode): CustomFieldObject {
  const target = textOf(node, 'selectrecordtype');
  const checkbox = textOf(node, 'fieldtype') === 'CHECKBOX';
  return {
    scriptId: node.attributes['scriptid'] ?? '',
    label: textOf(node, 'label'),
    fieldType: textOf(node, 'fieldtype'),
    target: target === '' ? null : referenceOf(target),
    mandatory: flagOf(node, 'ismandatory', false),
    displayType: (textOf(node, 'displaytype') || 'NORMAL').toLowerCase(),
    help: textOf(node, 'help'),
    maxLength: textOf(node, 'maxlength') === '' ? null : Number(textOf(node, 'maxlength')),
    defaultValue: checkbox ? (flagOf(node, 'defaultchecked', false) ? 'T' : '') : textOf(node, 'defaultvalue'),
    showInList: flagOf(node, 'showinlist', false),
    stored: flagOf(node, 'storevalue', true),
    parent: flagOf(node, 'isparent', false),
    onParentDelete: textOf(node, 'onparentdelete') === 'SET_NULL' ? 'empty' : 'refuse',
    appliesTo: Object.entries(applies).flatMap(([element, types]) => (flagOf(node, element, false) ? types : [])),
  };
}
