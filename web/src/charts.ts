// Pictures: what a mark says shows beside it at once, and arrow keys go from mark to mark.
import { hide, hideSoon, peek } from "./peek";

export function startCharts(root: ParentNode = document): void {
  for (const chart of root.querySelectorAll<HTMLElement>("[data-chart]")) {
    for (const picture of chart.querySelectorAll<SVGSVGElement>("svg[role=group]")) startPicture(picture);
  }
}

function startPicture(picture: SVGSVGElement): void {
  const marks = [...picture.querySelectorAll<SVGElement>(".mark")];
  for (const mark of marks) {
    const title = mark.querySelector(":scope > title");
    if (title === null) continue;
    mark.dataset["told"] = title.textContent ?? "";
    if (mark.localName === "a") mark.setAttribute("aria-label", mark.dataset["told"]);
    title.remove(); // else the browser's own tip shows over ours
    mark.addEventListener("pointerenter", (event) => tell(mark, { x: event.clientX, y: event.clientY }));
    mark.addEventListener("pointerleave", hideSoon);
    mark.addEventListener("focus", () => tell(mark));
    mark.addEventListener("blur", hide);
  }
  const links = marks.filter((mark) => mark.localName === "a");
  links[0]?.setAttribute("tabindex", "0");
  picture.addEventListener("keydown", (event) => step(links, event));
}

function tell(mark: SVGElement, at?: { x: number; y: number }): void {
  const content = document.createDocumentFragment();
  const [head, ...rest] = (mark.dataset["told"] ?? "").split(" · ");
  const first = document.createElement("b");
  first.dir = "auto";
  first.textContent = head ?? "";
  content.append(first);
  for (const words of rest) {
    const line = document.createElement("span");
    line.className = "peek-line";
    line.dir = "auto";
    line.textContent = words;
    content.append(line);
  }
  peek(mark, content, at);
}

/** One mark at a time can be reached with Tab; arrows move on, Home and End to the ends. */
function step(links: SVGElement[], event: KeyboardEvent): void {
  const at = links.indexOf(document.activeElement as unknown as SVGElement);
  if (at < 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[
    event.key
  ];
  const next = target === undefined ? undefined : links[target];
  if (next === undefined) return;
  event.preventDefault();
  for (const link of links) link.setAttribute("tabindex", link === next ? "0" : "-1");
  next.focus();
}
