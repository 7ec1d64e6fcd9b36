/** RingCentral's words for who may ring this user. */
export type DoNotDisturb = 'TakeAllCalls' | 'DoNotAcceptDepartmentCalls' | 'TakeDepartmentCallsOnly' | 'DoNotAcceptAnyCalls';

/** This user's own presence at RingCentral. */
export interface OwnPresence { doNotDisturb: DoNotDisturb; /** In the queues this user belongs to. */ takesQueueCalls: boolean }
export type PresenceChange = Partial<OwnPresence>;

export interface Colleague { extensionId: string; extensionNumber: string; name: string; presence: 'available' | 'busy' | 'on-a-call' | 'do-not-disturb' | 'offline' | 'unknown' }
