import type { Boot } from '../../wire/session/boot.ts';
import type { SoundDevices } from '../environment/sound-devices.ts';
import type { NetSuiteClient } from '../netsuite/client.ts';
import type { CompanyClient } from '../netsuite/company-client.ts';
import type { PeopleClient } from '../netsuite/people-client.ts';
import type { Listen } from '../ringing/listen.ts';
import type { Line } from '../ui/line.ts';
import type { Permits } from '../ui/permits.ts';
import type { KnownPeople } from './messages/known-people.ts';
import type { PopOut } from '../ui/pop-out.tsx';

/** What every screen of the app is given. */
export interface AppTools {
  boot: Boot;
  line: Line;
  netsuite: Pick<NetSuiteClient, 'session'>;
  /** What is about the company as a whole. */
  company: CompanyClient;
  /** Whom NetSuite knows by the numbers on the Messages screen. */
  people: KnownPeople;
  /** Says whose a number is. */
  naming: PeopleClient;
  devices: SoundDevices;
  permits: Permits;
  listen: Listen;
  /** null: this window is the pop-out. */
  popOut: PopOut | null;
  /** Opens RingCentral's sign-in window; to be called within the click itself. */
  connect(): void;
}
