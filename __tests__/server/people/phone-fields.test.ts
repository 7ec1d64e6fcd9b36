import { dialledFieldsOn, personTypeOf, phoneFieldsOn, rankOf } from '../../../src/server/people/phone-fields.ts';

/** A record with these fields besides the standard ones: id → type as NetSuite names it. */
const recordWith = (fields: Record<string, string>) => ({ getFields: () => ['entityid', 'phone', ...Object.keys(fields)], getField: ({ fieldId }: { fieldId: string }) => (fieldId in fields ? { type: fields[fieldId], label: `The ${fieldId}` } : null) }) as never;

describe('phone fields of a record', () => {
  test('are the standard ones and those an administrator made phone fields, not texts in which digits stand', () => {
    const fields = phoneFieldsOn('customer', recordWith({ custentity_direct: 'PHONE', custentity_license: 'text', custentity_po: 'integer', custbody_phone: 'phone' }));
    expect(fields).toEqual(['phone', 'mobilephone', 'altphone', 'homephone', 'fax', 'custentity_direct']);
  });

  test('are not those of an employee’s supervisor or a contact’s assistant', () => {
    expect(phoneFieldsOn('contact', recordWith({ assistantphone: 'phone', supervisorphone: 'phone' }))).toEqual(['phone', 'mobilephone', 'officephone', 'homephone', 'fax']);
  });

  test('of a project are whatever phone fields it has', () => expect(phoneFieldsOn('job', recordWith({ altphone: 'phone', assistantphone: 'phone', comments: 'textarea' }))).toEqual(['altphone']));

  test('offer a click where somebody can be called, with their labels: no fax', () => {
    expect(dialledFieldsOn('vendor', recordWith({ custentity_direct: 'phone' })).map(({ id, label }) => [id, label])).toEqual([
      ['phone', 'Phone'], ['mobilephone', 'Mobile Phone'], ['altphone', 'Alt. Phone'], ['homephone', 'Home Phone'], ['custentity_direct', 'The custentity_direct'],
    ]);
    expect(dialledFieldsOn('job', recordWith({ fax: 'phone', altphone: 'phone' })).map(({ id }) => id)).toEqual(['altphone']);
  });

  test('are as good as they are near: the main number first, the company’s own after the home number, the fax last', () => {
    const inOrder = (type: 'customer' | 'contact', ids: string[]) => expect([...ids].sort((a, b) => rankOf(type, a) - rankOf(type, b))).toEqual(ids);
    inOrder('customer', ['phone', 'mobilephone', 'altphone', 'homephone', 'custentity_direct', 'fax']);
    inOrder('contact', ['phone', 'mobilephone', 'officephone', 'homephone', 'custentity_direct', 'fax']);
    expect(rankOf('job', 'fax')).toBe(rankOf('customer', 'fax'));
  });

  test('belong to customers also while these are leads or prospects, and to nobody who is no person', () => {
    expect(['lead', 'prospect', 'customer', 'job', 'employee', 'salesorder', 'toString', ''].map(personTypeOf)).toEqual(['customer', 'customer', 'customer', 'job', 'employee', null, null, null]);
  });
});
