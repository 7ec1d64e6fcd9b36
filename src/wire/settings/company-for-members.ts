import * as v from 'valibot';
import { pictureKeepings } from './pictures.ts';
import { WhatToLog } from './what-to-log.ts';

/** What every signed-in user needs to connect (service Suitelet, action company). No secret is among it. */
export const CompanyForMembers = v.object({
  setUp: v.boolean(),
  clientId: v.nullable(v.string()),
  /** Origin of RingCentral's platform, e.g. https://platform.ringcentral.com. */
  server: v.nullable(v.string()),
  /** true: a loopback origin for trying out; a lasting notice says so. */
  testServer: v.boolean(),
  redirectUri: v.string(),
  logging: v.object({ whatToLog: WhatToLog, /** What may come of a call, in the company's own words and order. */ dispositions: v.array(v.string()), pictures: v.picklist(pictureKeepings) }),
  /** There are Call Fields or Info Links to show; see wire/people/call-card. */
  hasCallCard: v.boolean(),
});
export type CompanyForMembers = v.InferOutput<typeof CompanyForMembers>;
