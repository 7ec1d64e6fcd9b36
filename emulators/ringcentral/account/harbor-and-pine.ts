import type { AccountSeed, AppScope } from './seed.ts';

const everything: AppScope[] = [
  'ReadAccounts', 'ReadPresence', 'EditPresence', 'ReadCallLog', 'ReadCallRecording', 'ReadContacts', 'ReadMessages', 'EditMessages',
  'SMS', 'RingOut', 'CallControl', 'VoipCalling', 'WebSocket',
];

/** The company that runs when nobody names another one: three users, one application for browsers. Numbers are from the ranges set aside for fiction. */
export function harborAndPine(redirectUris: string[]): AccountSeed {
  const password = 'harbor-light-22';
  return {
    accountId: '400131426008', companyName: 'Harbor & Pine Supply', mainNumber: '+16505550100',
    extensions: [
      { id: '400131501101', extensionNumber: '101', firstName: 'Dana', lastName: 'Whitfield', email: 'dana@harborandpine.example', password, phoneNumbers: ['+16505550101'], features: { voicemail: true } },
      { id: '400131501102', extensionNumber: '102', firstName: 'Miguel', lastName: 'Ortega', email: 'miguel@harborandpine.example', password, phoneNumbers: ['+16505550102'] },
      { id: '400131501103', extensionNumber: '103', firstName: 'Aiko', lastName: 'Tanabe', email: 'aiko@harborandpine.example', password, phoneNumbers: ['+16505550103'], features: { digitalLine: false } },
    ],
    apps: [{ kind: 'public', clientId: 'harbor-browser-phone', name: 'Harbor browser phone', redirectUris, scopes: everything }],
    outsideCallers: [
      { phoneNumber: '+12125550147', name: 'Carla Jimenez' }, { phoneNumber: '+442079460123', name: 'Priya Nair' },
      { phoneNumber: '+493023125014', name: 'Jonas Brandt' }, { phoneNumber: '+61255501234', name: 'Mia Thornton' },
    ],
    behaviours: [{ phoneNumber: '+12125550199', behaviour: 'busy' }, { phoneNumber: '+12125550198', behaviour: 'refuse' }, { phoneNumber: '+12125550197', behaviour: 'answer' }],
  };
}
