// Places in a text: the desk counts in Unicode code points, the browser in UTF-16 units.

/** How many code points the first `units` UTF-16 units of a text hold; a pair cut in half counts as one. */
export function codePoints(text: string, units = text.length): number {
  let count = 0;
  for (let at = 0; at < units && at < text.length; count += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return count;
}

/** A stretch of a text in code points, `[start, end)`. */
export interface Stretch {
  start: number;
  end: number;
}

/** The stretch without white space at its ends; null where nothing is left. */
export function trimmed(text: string, startUnit: number, endUnit: number): Stretch | null {
  const words = text.slice(startUnit, endUnit);
  const before = words.length - words.trimStart().length;
  const kept = words.trim();
  if (kept === "") return null;
  const start = codePoints(text, startUnit + before);
  return { start, end: start + codePoints(kept) };
}

/** Where a selection stands in an element's text, in UTF-16 units of `textContent`; null where it is empty or outside. */
export function selectedUnits(within: Node, selection: Selection | null): [number, number] | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.startContainer) || !within.contains(range.endContainer)) return null;
  const before = within.ownerDocument?.createRange();
  if (before === undefined) return null;
  before.selectNodeContents(within);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return [start, start + range.toString().length];
}
