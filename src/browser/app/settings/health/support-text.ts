import type { HealthEvent, HealthPart } from '../../../../core/connections/health.ts';
import type { LineState } from '../../../../wire/line/state.ts';

/** e.g. 2026-11-23 18:05:10, UTC. */
const moment = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const partLine = ({ part, level, cause, mover, since }: HealthPart): string => `${part}: ${[level, cause, mover && `(${mover})`].filter(Boolean).join(' ')} since ${moment(since)}`;
const eventLine = ({ at, code, detail, times }: HealthEvent): string => `${moment(at)}  ${[code, detail, times > 1 ? `x${times}` : null].filter((word) => word !== null).join(' ')}`;

/**
 * The line's health as plain text for whoever helps. Built from codes, figures and times alone, so that nothing of
 * anybody's can get into it. `now` in epoch milliseconds.
 */
export function supportText(state: LineState, now: number, browser: string): string {
  const qualities = Object.values(state.quality).map(({ grade, mos, jitterMs, lossPercent, roundTripMs }) => `call: ${grade}, MOS ${mos}, jitter ${jitterMs} ms, loss ${lossPercent} %, round trip ${roundTripMs ?? '?'} ms`);
  const phases = state.calls.map(({ direction, phase }) => `call: ${direction} ${phase}`);
  return [
    `RingCentral for NetSuite Pro, line health at ${moment(now)} (UTC)`,
    `version ${state.version}`,
    `browser ${browser}`,
    `connection: ${[state.connection.state, 'cause' in state.connection ? state.connection.cause : null].filter(Boolean).join(' ')}`,
    ...state.health.parts.map(partLine),
    ...phases,
    ...qualities,
    `unsent: ${state.unsent.waiting}, refused: ${state.unsent.refusedInAll}`,
    'last events:',
    ...state.health.events.map(eventLine),
    '',
  ].join('\n');
}
