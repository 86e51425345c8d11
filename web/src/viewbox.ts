// Panning and zooming as a change of an SVG's view box.

/** What part of the plot is seen: left, top, width, height, in the plot's own units. */
export interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const DEEPEST = 6;

/** The view box at a zoom with a spot of the plot kept in its place; within the whole, which is zoom 1. */
export function zoomed(whole: ViewBox, now: ViewBox, factor: number, about: { x: number; y: number }): ViewBox {
  const zoom = Math.min(DEEPEST, Math.max(1, (whole.width / now.width) * factor));
  const width = whole.width / zoom;
  const height = whole.height / zoom;
  const x = about.x - ((about.x - now.x) / now.width) * width;
  const y = about.y - ((about.y - now.y) / now.height) * height;
  return kept(whole, { x, y, width, height });
}

/** The view box moved, within the whole. */
export function moved(whole: ViewBox, now: ViewBox, dx: number, dy: number): ViewBox {
  return kept(whole, { ...now, x: now.x + dx, y: now.y + dy });
}

function kept(whole: ViewBox, box: ViewBox): ViewBox {
  const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  return {
    ...box,
    x: clamp(box.x, whole.x, whole.x + whole.width - box.width),
    y: clamp(box.y, whole.y, whole.y + whole.height - box.height),
  };
}

/** The level of detail that a zoom shows: 1, 2 or 4. */
export function level(whole: ViewBox, now: ViewBox): number {
  const zoom = whole.width / now.width;
  return zoom >= 3.6 ? 4 : zoom >= 1.8 ? 2 : 1;
}

/** The largest round number of kilometres up to what a bar stands for, and how long the bar is for it. */
export function roundScale(km: number, length: number): { km: number; length: number } {
  const power = 10 ** Math.floor(Math.log10(km));
  const round = [5, 2, 1].map((step) => step * power).find((value) => value <= km * 1.0001) ?? power;
  return { km: Number(round.toPrecision(1)), length: Math.round(((length * round) / km) * 10) / 10 };
}
