// A small sheet beside what is pointed at or has the focus. One at a time; it stays while pointed at; Escape closes it.

let sheet: HTMLElement | null = null;
let owner: Element | null = null;
let timer = 0;

/** Shows content beside an element, below it where there is room, else above. */
export function peek(beside: Element, content: Node, at?: { x: number; y: number }): void {
  window.clearTimeout(timer);
  if (owner === beside && sheet !== null) return;
  hide();
  sheet = document.createElement("div");
  sheet.className = "peek";
  sheet.append(content);
  sheet.addEventListener("pointerenter", () => window.clearTimeout(timer));
  sheet.addEventListener("pointerleave", () => hideSoon());
  owner = beside;
  document.body.append(sheet);
  place(sheet, beside, at);
}

export function hideSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(hide, 180);
}

export function hide(): void {
  window.clearTimeout(timer);
  sheet?.remove();
  sheet = null;
  owner = null;
}

function place(made: HTMLElement, beside: Element, at?: { x: number; y: number }): void {
  const rects = [...beside.getClientRects()];
  const under = at ? rects.find((r) => at.y >= r.top - 2 && at.y <= r.bottom + 2) : undefined;
  const box = under ?? rects[0] ?? beside.getBoundingClientRect();
  const room = document.documentElement;
  const left = Math.max(8, Math.min((at?.x ?? box.left) - 16, room.clientWidth - made.offsetWidth - 8));
  const below = box.bottom + 8;
  const fits = below + made.offsetHeight <= room.clientHeight - 4;
  const top = fits || box.top < made.offsetHeight + 12 ? below : box.top - made.offsetHeight - 8;
  made.style.left = `${left + window.scrollX}px`;
  made.style.top = `${top + window.scrollY}px`;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && sheet !== null) {
    hide();
    event.preventDefault();
  }
});
window.addEventListener("resize", hide);
