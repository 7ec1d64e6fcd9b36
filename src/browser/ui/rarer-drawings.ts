/** The drawings of what no ordinary call shows: see `addDrawings`. */
export const rarerDrawings = {
  settings: 'M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M9 4.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 0 0-3.5 0ZM3.5 11.5a1.75 1.75 0 1 0 3.5 0 1.75 1.75 0 0 0-3.5 0Z',
  doNotDisturb: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM5 8h6',
  queue: 'M2.5 4h11M2.5 8h11M2.5 12H8',
  forward: 'M10 3.6 13.6 7.2 10 10.8M13.4 7.2H7A4.6 4.6 0 0 0 2.4 11.8v.8',
  reply: 'M2.3 3h11.4v7.6H7.6l-3 2.6v-2.6H2.3Z',
  voicemail: 'M4.4 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM11.6 5.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8ZM4.4 10.4h7.2',
  park: 'M2.3 2.3h11.4v11.4H2.3ZM6.4 11V5h2a1.9 1.9 0 0 1 0 3.8h-2',
  flip: 'M1.8 3h8.4v5.8H1.8ZM3.6 11.6h3M11.4 6h2.8v7.6H9.4v-2.4',
  record: 'M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2ZM8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8Z',
  add: 'M8 3v10M3 8h10',
  join: 'M2.2 4c4 0 3.6 4 7 4h4M2.2 12c4 0 3.6-4 7-4M10.8 5.4 13.4 8l-2.6 2.6',
  screen: 'M1.8 2.8h12.4v8H1.8ZM5.6 13.4h4.8',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  message: 'M2.3 3h11.4v7.6H7.6l-3 2.6v-2.6H2.3ZM5 5.8h6M5 8h3.6',
} as const;
