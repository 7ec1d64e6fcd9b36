import { notesLimit } from '../../../src/browser/ui/notes-limit.ts';
import { phaseWords } from '../../../src/browser/ui/words/call.ts';
import { disconnectConsequence, phoneStarting } from '../../../src/browser/ui/words/connection.ts';
import { refusalWords } from '../../../src/browser/ui/words/refusal.ts';
import { failureWords } from '../../../src/browser/app/words/netsuite.ts';
import { outcomes } from '../../../src/core/calls/outcome.ts';
import { longestNotes } from '../../../src/wire/calls/log-answer.ts';
import { errorCodes } from '../../../src/wire/errors.ts';
import { ended, ringing, talking } from './states.ts';

describe('words', () => {
  test('that users know by heart are exactly these', () => {
    expect(phoneStarting).toBe('WebRTC is not initialized. Please wait.');
    expect(disconnectConsequence).toBe('You will no longer be able to dial, receive calls, or send SMS until you reconnect.');
    expect(refusalWords['not-set-up']).toBe('Your administrator has not set up RingCentral yet.');
  });

  test.each(outcomes)('name the outcome %s as the record does', (outcome) => {
    expect(phaseWords(ended({ outcome }))).toBe(outcome);
  });

  test('do not guess an outcome nobody knows yet', () => {
    expect(phaseWords(ended({ outcome: null }))).toBe('Call ended');
  });

  test('tell a call that a colleague took from one the user took elsewhere', () => {
    expect(phaseWords(ended({ outcome: null, elsewhere: 'colleague' }))).toBe('Answered by a colleague');
    expect(phaseWords(ended({ outcome: 'Completed', elsewhere: 'own-device' }))).toBe('Answered on your other device');
  });

  test('tell an incoming ring from our own', () => {
    expect(phaseWords(ringing())).toBe('Incoming call');
    expect(phaseWords({ ...ringing(), direction: 'Outbound' })).toBe('Ringing…');
  });

  test('say hold before mute, since a held caller hears neither', () => {
    expect(phaseWords(talking({ held: true, muted: true }))).toBe('On hold');
  });

  test.each(errorCodes)('have a sentence for the endpoint’s refusal %s', (code) => {
    expect(failureWords({ kind: 'refused', code, message: '' })).toMatch(/\.$/);
  });

  test('repeat NetSuite’s own error after our sentence', () => {
    expect(failureWords({ kind: 'refused', code: 'NETSUITE', message: 'INSUFFICIENT_PERMISSION' })).toContain('(INSUFFICIENT_PERMISSION)');
  });
});

test('the notes box takes what the logging door takes, no more', () => {
  expect(notesLimit).toBe(longestNotes);
});
