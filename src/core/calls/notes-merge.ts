/** What two people made of the same notes. `both`: they could not be put together everywhere; there both stand, one below the other. */
export interface MergedNotes { text: string; both: boolean }

/** So many words or lines of `base` from `from` on give way to others. */
interface Change { from: number; to: number; by: string[] }

/** Beyond this the middle counts as one change: notes are compared while somebody types. */
const mostCells = 1_000_000;

const words = (text: string): string[] => text.match(/\s+|\S+/g) ?? [];
const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** What turns `base` into `side`, by their longest common subsequence. */
function changesOf(base: string[], side: string[]): Change[] {
  let start = 0;
  while (start < base.length && start < side.length && base[start] === side[start]) start += 1;
  let end = 0;
  while (end < base.length - start && end < side.length - start && base[base.length - 1 - end] === side[side.length - 1 - end]) end += 1;
  const rows = base.length - start - end;
  const columns = side.length - start - end;
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > mostCells) return [{ from: start, to: start + rows, by: side.slice(start, start + columns) }];
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) longest[row * width + column] = base[start + row] === side[start + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  }
  const changes: Change[] = [];
  let open: Change | null = null;
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && base[start + row] === side[start + column]) {
      open = null;
      row += 1;
      column += 1;
      continue;
    }
    if (!open) changes.push((open = { from: start + row, to: start + row, by: [] }));
    if (column === columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      row += 1;
      open.to = start + row;
    } else {
      open.by.push(side[start + column] ?? '');
      column += 1;
    }
  }
  return changes;
}

const touches = (a: Change, b: Change): boolean => a.from <= b.to && b.from <= a.to;
const same = (a: Change, b: Change): boolean => a.from === b.from && a.to === b.to && a.by.join('') === b.by.join('');
const applied = (base: string[], changes: Change[], from: number, to: number): string => {
  let text = '';
  let next = from;
  for (const change of changes) {
    text += base.slice(next, change.from).join('') + change.by.join('');
    next = change.to;
  }
  return text + base.slice(next, to).join('');
};

/** Both sides' changes side by side; where they touch, `meet` says what stands there; null: it cannot say, and so the whole cannot be merged. */
function mergeParts(base: string[], mine: string[], theirs: string[], meet: (mine: string, theirs: string) => string | null): string | null {
  const left = changesOf(base, mine);
  const right = changesOf(base, theirs);
  let text = '';
  let next = 0;
  while (left.length > 0 || right.length > 0) {
    const first = right.length === 0 || (left[0] && left[0].from <= (right[0]?.from ?? 0)) ? left : right;
    const cluster: Change[] = [first.shift() as Change];
    const ours = first === left ? [...cluster] : [];
    const others = first === right ? [...cluster] : [];
    for (let grown = true; grown; ) {
      grown = false;
      for (const [queue, taken] of [[left, ours], [right, others]] as const) {
        const change = queue[0];
        if (!change || !cluster.some((each) => touches(each, change))) continue;
        queue.shift();
        cluster.push(change);
        taken.push(change);
        grown = true;
      }
    }
    const from = Math.min(...cluster.map((change) => change.from));
    const to = Math.max(...cluster.map((change) => change.to));
    text += base.slice(next, from).join('');
    next = to;
    const alike = ours.length === 1 && others.length === 1 && same(ours[0] as Change, others[0] as Change);
    const part = others.length === 0 || alike ? applied(base, ours, from, to) : ours.length === 0 ? applied(base, others, from, to) : meet(applied(base, ours, from, to), applied(base, others, from, to));
    if (part === null) return null;
    text += part;
  }
  return text + base.slice(next).join('');
}

const ended = (line: string): string => (line === '' || line.endsWith('\n') ? line : `${line}\n`);

/**
 * Puts together what two people made of the same notes at the same time: word by word where they changed different places, else
 * line by line, and where they changed the same line both versions stay, theirs first. Nothing that anybody wrote is lost.
 */
export function mergeNotes(base: string, mine: string, theirs: string): MergedNotes {
  if (mine === theirs || mine === base) return { text: theirs, both: false };
  if (theirs === base) return { text: mine, both: false };
  const clean = mergeParts(words(base), words(mine), words(theirs), () => null);
  if (clean !== null) return { text: clean, both: false };
  const both = mergeParts(lines(base), lines(mine), lines(theirs), (ours, others) => (ours === '' ? others : others === '' ? ours : ended(others) + ours));
  return { text: both ?? ended(theirs) + mine, both: true };
}
