// Marks in an article's text: what was read shows beside the mark, in its card where the cards stand beside the text,
// in a sheet of its own where they stand below it; keys go from mark to mark.
import { onKey } from "./keys";
import { hideSoon, peek } from "./peek";

export function startMarks(): void {
  const text = document.querySelector<HTMLElement>("[data-marks]");
  if (text === null) return;
  const marks = [...text.querySelectorAll<HTMLElement>("[data-items]")];
  for (const type of ["pointerover", "focusin"] as const) {
    text.addEventListener(type, (event) => show(event));
  }
  for (const type of ["pointerout", "focusout"] as const) {
    text.addEventListener(type, () => {
      light([]);
      hideSoon();
    });
  }
  const stops = marks.filter((mark) => mark.tabIndex >= 0);
  const go = (step: number) => move(stops, step);
  for (const key of ["n", "j"]) onKey(key, "the next mark", () => go(1));
  for (const key of ["p", "k"]) onKey(key, "the mark before", () => go(-1));
}

function show(event: Event): void {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-items]") : null;
  if (mark === null) return;
  const items = (mark.dataset["items"] ?? "").split(" ").filter(Boolean);
  light(items);
  const cards = items.map((item) => cardOf(item)).filter((card) => card !== null);
  const shown = [...new Set(cards)].reverse();
  const nearest = shown[0];
  if (nearest === undefined) return;
  const beside = nearest.parentElement;
  if (beside !== null && getComputedStyle(beside).position === "sticky") {
    beside.scrollTo({ top: nearest.offsetTop - beside.offsetTop - 16, behavior: calm() ? "auto" : "smooth" });
    return;
  }
  const at = event instanceof PointerEvent ? { x: event.clientX, y: event.clientY } : undefined;
  const content = document.createDocumentFragment();
  for (const card of shown.slice(0, 3)) content.append(copyOf(card));
  peek(mark, content, at);
}

/** The card of a statement, or the one that lists a figure. */
function cardOf(item: string): HTMLElement | null {
  const found = document.getElementById(item);
  return found?.closest<HTMLElement>("[data-card], .card") ?? null;
}

function copyOf(card: HTMLElement): HTMLElement {
  const copy = card.cloneNode(true) as HTMLElement;
  copy.removeAttribute("id");
  delete copy.dataset["card"];
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  for (const one of copy.querySelectorAll("a")) one.tabIndex = -1;
  return copy;
}

/** Lights up all pieces and the cards of some items. */
function light(items: string[]): void {
  for (const lit of document.querySelectorAll(".m.on, .card.on")) lit.classList.remove("on");
  for (const item of items) {
    for (const piece of document.querySelectorAll(`[data-items~="${CSS.escape(item)}"]`)) piece.classList.add("on");
    cardOf(item)?.classList.add("on");
  }
}

function move(stops: HTMLElement[], step: number): void {
  const seen = stops.filter((stop) => stop.checkVisibility());
  const at = seen.indexOf(document.activeElement as HTMLElement);
  const from = at >= 0 ? at : step > 0 ? firstBelow(seen) - 1 : firstBelow(seen);
  const next = seen[Math.min(Math.max(from + step, 0), seen.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

function calm(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The first mark that stands below the top of what is seen. */
function firstBelow(seen: HTMLElement[]): number {
  const at = seen.findIndex((stop) => stop.getBoundingClientRect().top > 60);
  return at < 0 ? seen.length : at;
}
