export const lostNotes = 'The phone cannot say that these notes were saved: their call had left it before. Copy what is missing into the phone call in NetSuite.';
export const discardNotes = 'Discard these notes';
