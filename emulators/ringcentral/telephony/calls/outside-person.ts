import type { PartyEnd } from '../contract.ts';
import { createFarEnd } from '../media/far-end.ts';
import type { OutsidePerson, Place } from './call.ts';

/** Somebody outside who is there, or whose telephone rings. */
export function createOutsidePerson(place: Place, shown: PartyEnd): OutsidePerson {
  const farEnd = createFarEnd();
  const person: OutsidePerson = {
    place, shown, farEnd,
    is: 'outside',
    end: farEnd,
    get outside() { return person; },
    figures: null,
    dismiss() { /* The public network tells them. */ },
    meet() { /* Nobody tells a person outside whom they are transferred to. */ },
    close() { /* Nothing is held. */ },
  };
  return person;
}
