import { createRecordClient } from '../../../src/browser/record/record-client.ts';
import { NetSuiteFailure } from '../../../src/browser/netsuite/failure.ts';

const harbor = { type: 'customer', id: 41 } as const;
const tier = { field: 'custentity_tier', label: 'Tier', edit: 'text', value: 'Silver', shown: 'Silver' } as const;

/** The administrator chose these fields of customers; `told`: NetSuite's session knows. */
function open(chosen: string[]) {
  const netsuite = { chosen, told: false, asked: [] as string[] };
  const refuse = (): never => {
    throw new NetSuiteFailure('refused', 'fields', 'FORBIDDEN');
  };
  const answer = (name: string) => (netsuite.asked.push(name), netsuite.told ? { fields: [tier] } : refuse());
  const client = createRecordClient({
    readService: (async () => {
      netsuite.asked.push('call-card');
      netsuite.told = true;
      return { fields: netsuite.chosen.map((field) => ({ type: 'customer', field })), links: [] };
    }) as never,
    read: (async (name: string) => answer(name)) as never,
    change: (async (name: string) => answer(name)) as never,
  });
  return { netsuite, client, view: () => client.view(harbor, {} as never) };
}

describe('a field on the card of a call', () => {
  it('is saved also when Sam has signed in to NetSuite anew since he saw it', async () => {
    const { netsuite, client, view } = open(['custentity_tier']);
    await view();
    netsuite.told = false;
    netsuite.asked.length = 0;
    expect(await client.save(harbor, tier, 'Gold')).toEqual([tier]);
    expect(netsuite.asked).toEqual(['save-call-field', 'call-card', 'save-call-field']);
  });

  it('is refused when the administrator has taken it off the card meanwhile', async () => {
    const { netsuite, client, view } = open(['custentity_tier']);
    await view();
    netsuite.told = false;
    netsuite.chosen = ['custentity_size'];
    await expect(client.save(harbor, tier, 'Gold')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(netsuite.asked.filter((name) => name === 'save-call-field')).toHaveLength(1);
  });
});
