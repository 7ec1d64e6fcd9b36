/** The drawings a folded dock needs, apart from the others: it is on every record page. */
export const barDrawings = {
  phone: 'M4.6 2.2 6.4 5 5 6.6c.8 1.9 2.4 3.5 4.4 4.4L11 9.6l2.8 1.8c-.1 1.6-1 2.6-2.5 2.6C6.5 13.7 2.3 9.5 2 4.7c0-1.5 1-2.4 2.6-2.5Z',
  down: 'M4 6.2l4 4 4-4',
  up: 'M4 9.8l4-4 4 4',
  open: 'M9.5 2.5h4v4M13.5 2.5 8 8M6.5 3.5h-4v10h10v-4',
} as const;
