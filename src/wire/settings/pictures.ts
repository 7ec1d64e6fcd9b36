import * as v from 'valibot';

/** What becomes of the pictures of texts: their addresses at RingCentral alone, or files of their own in NetSuite's File Cabinet as well. */
export const pictureKeepings = ['links', 'files'] as const;
export type PictureKeeping = (typeof pictureKeepings)[number];

export const SavePictures = v.object({ pictures: v.picklist(pictureKeepings) });
