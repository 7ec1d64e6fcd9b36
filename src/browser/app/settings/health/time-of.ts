/** Time of day with seconds as the person's locale writes it; with the day where that is another. */
export function timeOf(at: number, now = Date.now()): string {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString();
  return moment.toDateString() === new Date(now).toDateString() ? time : `${moment.toLocaleDateString()} ${time}`;
}
