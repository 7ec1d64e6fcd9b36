import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerNumber, route } from '../../../emulators/ringcentral/telephony/calls/route.ts';
import { meanSquare, toMono } from '../../../emulators/ringcentral/telephony/media/frame.ts';
import type { Frame } from '../../../emulators/ringcentral/telephony/media/frame.ts';
import { createKeypadDetector } from '../../../emulators/ringcentral/telephony/media/keypad.ts';
import { createRoom } from '../../../emulators/ringcentral/telephony/media/room.ts';
import { holdMusic, tone } from '../../../emulators/ringcentral/telephony/media/sound.ts';
import { nameAddress } from '../../../emulators/ringcentral/telephony/sip/address.ts';
import { readMessage, writeMessage } from '../../../emulators/ringcentral/telephony/sip/message.ts';
import { readRcMessage, writeRcMessage } from '../../../emulators/ringcentral/telephony/sip/rc-message.ts';
import { directoryOf, newPeople } from './switch.ts';

test('while one side holds, the other hears music alone and the holder silence', () => {
  let beat = (): void => {};
  const clock = { onBeat(listener: () => void) { beat = listener; return () => {}; }, close() {} };
  const heard: { left: Frame[]; right: Frame[] } = { left: [], right: [] };
  const room = createRoom(clock);
  const left = room.enter({ says: tone(1_000), hears: (frame) => { heard.left.push(frame); } });
  room.enter({ says: tone(440), hears: (frame) => { heard.right.push(frame); } });
  beat();
  assert.deepEqual([heard.left.at(-1), heard.right.at(-1)], [tone(440)(), tone(1_000)()]);
  left.held = true;
  beat();
  assert.deepEqual(heard.right.at(-1), holdMusic()());
  assert.equal(meanSquare(heard.left.at(-1) as Frame), 0);
  left.held = false;
  beat();
  assert.ok(meanSquare(heard.left.at(-1) as Frame) > 0.01);
});

test('keys of 70 ms are read with pauses of 70 ms, a voice and hold music are not', () => {
  const KEYS: Record<string, [number, number]> = { 1: [697, 1209], 5: [770, 1336], 9: [852, 1477], '*': [941, 1209], 0: [941, 1336], '#': [941, 1477] };
  const detector = createKeypadDetector();
  const play = (sound: () => Frame, ms: number): void => { for (let at = 0; at < ms; at += 10) detector.hear(sound()); };
  for (const key of '1559*0#') {
    play(tone(...(KEYS[key] ?? [])), 70);
    play(tone(0), 70);
  }
  for (const sound of [tone(440), tone(1_000), holdMusic(), tone(697), tone(440, 480)]) play(sound, 500);
  assert.equal(detector.digits(), '1559*0#');
});

test('sound of any form becomes 10 ms of 48 kHz mono', () => {
  const stereo = toMono({ samples: new Int16Array(960).fill(100), sampleRate: 48_000, channelCount: 2 });
  const narrow = toMono({ samples: new Int16Array(80).fill(100), sampleRate: 8_000 });
  assert.deepEqual([stereo.length, narrow.length, stereo.at(-1), narrow.at(-1)], [480, 480, 100, 100]);
});

test('a hostile name can break out of no header', () => {
  const from = nameAddress('"><sip:911@x>\r\nContact: evil\\', '+14155550123', 'sip.example');
  assert.equal(/<sip:(.+?)@/.exec(from)?.[1], '+14155550123');
  const written = writeMessage({ kind: 'request', method: 'INVITE', uri: 'sip:a@b', headers: [['From', `a\r\nX: ${from}`]], body: '' });
  assert.deepEqual(written.split('\r\n').map((line) => line.split(': ')[0]), ['INVITE sip:a@b SIP/2.0', 'From', 'Content-Length', '', '']);
  assert.ok(written.split('\r\n').every((line) => line.split(': ').length <= 2), 'a second colon and space would cut the value');
});

test('what is written into an RC message is read back, whatever it is', () => {
  const message = { header: { SID: '1', Cmd: '6' }, body: { Nm: `<b> & "quotes" 'single' &amp; ümläut`, Phn: '+1' } };
  assert.deepEqual(readRcMessage(writeRcMessage(message)), message);
  assert.equal(readRcMessage('<Other/>'), null);
  assert.equal(readRcMessage('not xml at all'), null);
});

test('only whole SIP messages are read', () => {
  const whole = 'BYE sip:a@b SIP/2.0\r\nVia: v\r\nFrom: f\r\nTo: t\r\nCall-ID: c\r\nCSeq: 1 BYE\r\n\r\n';
  assert.equal(readMessage(whole)?.kind, 'request');
  assert.equal(readMessage(whole.replace('CSeq: 1 BYE\r\n', '')), null);
  assert.equal(readMessage('\r\n\r\n'), null);
  assert.equal(readMessage('x'.repeat(100_000)), null);
});

test('what is dialled leads to a colleague, outside, or nowhere', () => {
  const { ana, ben } = newPeople();
  const directory = directoryOf([ana, ben]);
  const to = (dialled: string): unknown => {
    const destination = route(dialled, directory);
    return destination.is === 'extension' ? destination.extension.name : destination.is === 'outside' ? destination.e164 : destination.is;
  };
  assert.equal(to('102'), ben.name);
  assert.equal(to('16505550102'), ben.name);
  assert.equal(to('4155550123'), '+14155550123');
  assert.equal(to('%2B44 20 7946 0958'), '+442079460958');
  assert.equal(to('+1 (415) 555-0123'), '+14155550123');
  for (const nowhere of ['4'.repeat(40), '7', 'bob', '', '%E0%A4']) assert.equal(to(nowhere), 'unassigned');
  assert.deepEqual(['*801', 'prk62848101', 'conf_1'].map(to), ['orbit', 'orbit', 'conference']);
  for (const feature of ['*67', 'gcp101']) assert.equal(to(feature), 'feature');
  assert.equal(callerNumber({ ...ana, phoneNumbers: [] }, undefined, '+16505550100'), '+16505550100');
});
