import { waitsForMicrophone } from '../../../src/browser/ui/waits-for-microphone.ts';
import { quietLine } from './states.ts';

const moving = quietLine({ movingAudio: ['a1b2'] });
const refused = quietLine({ movingAudio: ['a1b2'], connection: { state: 'connected-no-calls', cause: 'microphone-blocked' } });

describe('a call that waits for the microphone on a new page', () => {
  it('is continued by asking, at once, where the browser asks on each page', () => {
    expect(waitsForMicrophone(moving, 'prompt')).toBe('to-be-asked');
  });
  it('is continued by the browser’s settings where the microphone was denied', () => {
    expect(waitsForMicrophone(refused, 'denied')).toBe('denied');
  });
  it('is asked for when it was refused in a browser that does not tell beforehand', () => {
    expect([waitsForMicrophone(moving, 'unknown'), waitsForMicrophone(refused, 'unknown')]).toEqual([null, 'to-be-asked']);
  });
  it('is nobody’s business where it is allowed, or no audio is on its way', () => {
    expect([waitsForMicrophone(moving, 'granted'), waitsForMicrophone(quietLine(), 'prompt')]).toEqual([null, null]);
  });
});
