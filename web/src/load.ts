// Pictures that are asked for when they come into sight: where scripts run they stand on the page that links to them.
import { startCharts } from "./charts";
import { startMaps } from "./mapview";

export function startLoading(): void {
  const watch = new IntersectionObserver(
    (seen) => {
      for (const one of seen) {
        if (!one.isIntersecting || !(one.target instanceof HTMLElement)) continue;
        watch.unobserve(one.target);
        void load(one.target);
      }
    },
    { rootMargin: "600px" },
  );
  for (const place of document.querySelectorAll<HTMLElement>("[data-load]")) watch.observe(place);
}

async function load(place: HTMLElement): Promise<void> {
  const address = place.dataset["load"] ?? "";
  if (!address.startsWith("/") || address.startsWith("//")) return;
  const answer = await fetch(address, { headers: { accept: "text/html" } }).catch(() => null);
  if (answer === null || !answer.ok) return; // the link stays
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const chart = page.querySelector(".chart");
  if (chart === null) return;
  place.replaceChildren(document.adoptNode(chart));
  place.classList.remove("to-load"); // the room kept for it is its own now
  startCharts(place);
  startMaps(place);
}
