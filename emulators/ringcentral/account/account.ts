import type { Directory, Extension } from '../telephony/contract.ts';
import type { RecordFile } from './records.ts';
import type { AccountSeed, AppSeed, ExtensionFeatures, ExtensionSeed, JwtCredential, OutsideCaller, QueueSeed } from './seed.ts';

/** A user as REST and the sign-in page know them: the seed's person with today's switches. */
export interface User extends Omit<ExtensionSeed, 'password' | 'features' | 'ringSeconds'> {
  features: ExtensionFeatures;
  ringSeconds: number;
}

/** The company: people, applications, and the telephone directory made from them. */
export interface Account {
  accountId: string;
  companyName: string;
  mainNumber: string;
  domain: string;
  outsideCallers: OutsideCaller[];
  directory: Directory;
  queues: QueueSeed[];
  users(): User[];
  user(extensionId: string): User | undefined;
  /** Sign-in name: e-mail, direct number or extension number. undefined: no such user or another password. */
  userByCredentials(name: string, password: string): User | undefined;
  setFeature(extensionId: string, feature: keyof ExtensionFeatures, on: boolean): void;
  /** Until the next start, when the seed's value counts again. */
  setRingSeconds(extensionId: string, seconds: number): void;
  apps(): AppSeed[];
  app(clientId: string): AppSeed | undefined;
  setAdministratorMustApprove(clientId: string, must: boolean): void;
  jwtCredential(jwt: string): JwtCredential | undefined;
}

const everyFeature: ExtensionFeatures = { webPhone: true, digitalLine: true, voicemail: false, texts: true };

/** SIP domain of the real service; the phone library also writes it into transfers, so another one would not work. */
const sipDomain = 'sip.ringcentral.com';

/**
 * Lays the seed over what the file remembers: names, numbers and applications come from the seed, the switches that
 * somebody has moved since (features, approval) from the file. Passwords stay out of the file.
 */
export function openAccount(seed: AccountSeed, file: RecordFile): Account {
  const users = file.records<User>('user');
  const apps = file.records<AppSeed>('app');
  const passwords = new Map<string, string>();
  for (const { password, ...person } of seed.extensions) {
    passwords.set(person.id, password);
    const features = { ...everyFeature, ...person.features, ...users.get(person.id)?.features };
    users.put(person.id, { ...person, features, ringSeconds: person.ringSeconds ?? 20 });
  }
  for (const app of seed.apps) {
    const administratorMustApprove = apps.get(app.clientId)?.administratorMustApprove ?? app.administratorMustApprove ?? false;
    apps.put(app.clientId, { ...app, administratorMustApprove });
  }

  const asExtension = (user: User): Extension => ({
    accountId: seed.accountId, extensionId: user.id, extensionNumber: user.extensionNumber, name: fullName(user),
    phoneNumbers: user.phoneNumbers, ...user.features, ringSeconds: user.ringSeconds,
  });
  const extensionWhere = (holds: (user: User) => boolean): Extension | undefined => {
    const user = users.all().find(holds);
    return user && asExtension(user);
  };
  const directory: Directory = {
    mainNumber: seed.mainNumber,
    domain: sipDomain,
    extensions: () => users.all().map(asExtension),
    byExtensionId: (id) => extensionWhere((user) => user.id === id),
    byPhoneNumber: (e164) => extensionWhere((user) => user.phoneNumbers.includes(e164)),
    byExtensionNumber: (number) => extensionWhere((user) => user.extensionNumber === number),
  };

  return {
    accountId: seed.accountId,
    companyName: seed.companyName,
    mainNumber: seed.mainNumber,
    domain: sipDomain,
    outsideCallers: seed.outsideCallers,
    queues: seed.queues ?? [],
    directory,
    jwtCredential: (jwt) => seed.jwtCredentials?.find((credential) => credential.jwt === jwt),
    users: () => users.all(),
    user: (id) => users.get(id),
    userByCredentials(name, password) {
      const wanted = name.trim().toLowerCase();
      const digits = `+${wanted.replace(/\D/g, '')}`;
      const user = users.all().find((candidate) =>
        candidate.email.toLowerCase() === wanted || candidate.extensionNumber === wanted || candidate.phoneNumbers.includes(digits));
      return user && passwords.get(user.id) === password ? user : undefined;
    },
    setFeature(extensionId, feature, on) {
      const user = users.get(extensionId);
      if (user) users.put(extensionId, { ...user, features: { ...user.features, [feature]: on } });
    },
    setRingSeconds(extensionId, ringSeconds) {
      const user = users.get(extensionId);
      if (user) users.put(extensionId, { ...user, ringSeconds });
    },
    apps: () => apps.all(),
    app: (clientId) => apps.get(clientId),
    setAdministratorMustApprove(clientId, must) {
      const app = apps.get(clientId);
      if (app) apps.put(clientId, { ...app, administratorMustApprove: must });
    },
  };
}

/** "Dana Whitfield" */
export function fullName(user: Pick<User, 'firstName' | 'lastName'>): string {
  return `${user.firstName} ${user.lastName}`;
}
