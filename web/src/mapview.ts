// The map: drag to move, buttons or + and - to zoom, Shift and arrows to move by keys, 0 to see all again.
// The wheel zooms with Ctrl alone, so that a page can be scrolled over a map.
import { hide } from "./peek";
import { level, moved, roundScale, zoomed, type ViewBox } from "./viewbox";

export function startMaps(root: ParentNode = document): void {
  for (const plot of root.querySelectorAll<SVGSVGElement>("[data-plot=map]")) startMap(plot);
}

function startMap(plot: SVGSVGElement): void {
  const base = plot.viewBox.baseVal;
  const whole: ViewBox = { x: base.x, y: base.y, width: base.width, height: base.height };
  const holder = plot.closest<HTMLElement>(".chart-wide, .chart-narrow");
  const picture = plot.ownerSVGElement;
  if (holder === null || picture === null) return;
  let now = whole;
  for (const spot of plot.querySelectorAll<SVGGElement>("[data-true]")) {
    spot.style.setProperty("--true", spot.dataset["true"] ?? "1");
  }
  const bar = picture.querySelector<SVGGElement>("[data-scale]");
  const show = (box: ViewBox) => {
    now = box;
    plot.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    plot.style.setProperty("--zoom", String(whole.width / box.width));
    plot.dataset["zoom"] = String(level(whole, box));
    plot.classList.toggle("is-zoomed", box.width < whole.width);
    if (bar !== null) showScale(bar, whole.width / box.width);
    hide();
  };
  const middle = () => ({ x: now.x + now.width / 2, y: now.y + now.height / 2 });
  const zoom = (factor: number, about = middle()) => show(zoomed(whole, now, factor, about));
  holder.append(
    buttons([
      ["+", "Zoom in", () => zoom(1.6)],
      ["−", "Zoom out", () => zoom(1 / 1.6)],
      ["⤢", "Show all", () => show(whole)],
    ]),
  );
  picture.addEventListener("keydown", (event) => {
    const step = 0.15;
    const acts: Record<string, () => void> = {
      "+": () => zoom(1.6),
      "=": () => zoom(1.6),
      "-": () => zoom(1 / 1.6),
      "0": () => show(whole),
    };
    const moves: Record<string, () => void> = {
      ArrowLeft: () => show(moved(whole, now, -step * now.width, 0)),
      ArrowRight: () => show(moved(whole, now, step * now.width, 0)),
      ArrowUp: () => show(moved(whole, now, 0, -step * now.height)),
      ArrowDown: () => show(moved(whole, now, 0, step * now.height)),
    };
    const act = acts[event.key] ?? (event.shiftKey ? moves[event.key] : undefined);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  startPointers(plot, picture, () => now, whole, show);
}

type Spot = { x: number; y: number };

function startPointers(
  plot: SVGSVGElement,
  picture: SVGSVGElement,
  now: () => ViewBox,
  whole: ViewBox,
  show: (box: ViewBox) => void,
): void {
  const down = new Map<number, Spot>();
  let dragged = false;
  const inPlot = (spot: Spot): Spot => {
    const box = picture.getBoundingClientRect(); // the plot's own would be that of all that is drawn, seen or not
    const seen = now();
    return {
      x: seen.x + ((spot.x - box.left) / box.width) * seen.width,
      y: seen.y + ((spot.y - box.top) / box.height) * seen.height,
    };
  };
  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault(); // no words are selected by dragging
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    dragged = false;
  });
  plot.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    const after = { x: event.clientX, y: event.clientY };
    if (!dragged && down.size === 1 && Math.hypot(after.x - before.x, after.y - before.y) < 4) return;
    if (!dragged) plot.setPointerCapture(event.pointerId);
    dragged = true;
    const others = [...down.entries()].filter(([id]) => id !== event.pointerId).map(([, spot]) => spot);
    down.set(event.pointerId, after);
    const other = others[0];
    if (other === undefined) {
      const [from, to] = [inPlot(before), inPlot(after)];
      show(moved(whole, now(), from.x - to.x, from.y - to.y));
    } else {
      const apart = (a: Spot, b: Spot) => Math.hypot(a.x - b.x, a.y - b.y) || 1;
      const about = inPlot({ x: (after.x + other.x) / 2, y: (after.y + other.y) / 2 });
      show(zoomed(whole, now(), apart(after, other) / apart(before, other), about));
    }
  });
  for (const type of ["pointerup", "pointercancel"] as const) {
    plot.addEventListener(type, (event) => down.delete(event.pointerId));
  }
  plot.addEventListener("dragstart", (event) => event.preventDefault()); // a spot is a link, and would be dragged away
  plot.addEventListener("click", (event) => {
    if (dragged) event.preventDefault();
    dragged = false;
  }, { capture: true });
  plot.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    show(zoomed(whole, now(), Math.exp(-event.deltaY / 300), inPlot({ x: event.clientX, y: event.clientY })));
  }, { passive: false });
}

function buttons(made: [string, string, () => void][]): HTMLElement {
  const row = document.createElement("div");
  row.className = "map-buttons";
  for (const [sign, words, act] of made) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", words);
    button.title = words;
    button.addEventListener("click", act);
    row.append(button);
  }
  return row;
}

/** The scale bar tells a round number of kilometres at every zoom. */
function showScale(bar: SVGGElement, zoom: number): void {
  const words = bar.querySelector("text");
  const line = bar.querySelector("path");
  const { km, length } = roundScale(Number(bar.dataset["scale"]) / zoom, Number(bar.dataset["length"]));
  if (words === null || line === null) return;
  line.setAttribute("d", (line.getAttribute("d") ?? "").replace(/H[\d.]+/, `H${14 + length}`));
  words.setAttribute("x", String(14 + length + 7));
  words.textContent = `${km} km`;
}
