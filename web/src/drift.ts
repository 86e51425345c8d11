// Wordings side by side: the marks of their drift can be taken away, to read each as it stands.
import { onKey } from "./keys";

export function startDrift(): void {
  const list = document.querySelector<HTMLElement>(".wordings");
  if (list === null || list.querySelector("ins, del") === null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "drift-toggle";
  const show = (marked: boolean) => {
    list.classList.toggle("is-plain", !marked);
    button.setAttribute("aria-pressed", String(marked));
    button.textContent = marked ? "Hide what differs" : "Mark what differs";
  };
  const turn = () => show(list.classList.contains("is-plain"));
  button.addEventListener("click", turn);
  onKey("d", "mark what differs, or not", turn);
  list.before(button);
  show(true);
}
