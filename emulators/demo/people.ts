/** Who can sign in to the demo, at NetSuite and at RingCentral alike. Names and addresses are invented. */
export interface DemoPerson {
  firstName: string;
  lastName: string;
  title: string;
  email: string;
  /** NetSuite role ids; the first is taken unless another is chosen. */
  roles: string[];
  extensionId: string;
  extensionNumber: string;
  directNumber: string;
}

/** One password for everybody, printed by the demo: nothing here is secret. */
export const demoPassword = 'fairweather';

export const administrator: DemoPerson = { firstName: 'Ada', lastName: 'Morgan', title: 'Systems Administrator', email: 'ada.morgan@fairweather.example', roles: ['ADMINISTRATOR'], extensionId: '204001', extensionNumber: '101', directNumber: '+16505550150' };
export const salesRep: DemoPerson = { firstName: 'Sam', lastName: 'Rivera', title: 'Account Executive', email: 'sam.rivera@fairweather.example', roles: ['customrole_rcns_member'], extensionId: '204002', extensionNumber: '102', directNumber: '+16505550151' };
export const supportAgent: DemoPerson = { firstName: 'Kim', lastName: 'Tran', title: 'Support Specialist', email: 'kim.tran@fairweather.example', roles: ['customrole_rcns_member'], extensionId: '204003', extensionNumber: '103', directNumber: '+16505550152' };
/** Sees only customers whose sales rep she is. */
export const territoryRep: DemoPerson = { firstName: 'Rosa', lastName: 'Klein', title: 'Territory Rep', email: 'rosa.klein@fairweather.example', roles: ['customrole_territory_rep'], extensionId: '204004', extensionNumber: '104', directNumber: '+16505550153' };

export const everybody: DemoPerson[] = [administrator, salesRep, supportAgent, territoryRep];
