// Review: words selected in the text become the corrected words, with the place where they stand.
import { selectedUnits, trimmed } from "./codepoints";

export function startReview(): void {
  const field = document.querySelector<HTMLTextAreaElement>("textarea[data-selected]");
  const context = document.querySelector<HTMLElement>("[data-context]");
  if (field === null || context === null) return;
  const place = document.querySelector<HTMLInputElement>("input[data-selected-at]");
  const first = Number(context.dataset["context"] ?? "0");
  document.addEventListener("selectionchange", () => {
    const text = context.textContent ?? "";
    const units = selectedUnits(context, document.getSelection());
    const found = units === null ? null : trimmed(text, units[0], units[1]);
    if (found === null) return;
    field.value = [...text].slice(found.start, found.end).join("");
    if (place !== null) place.value = String(first + found.start);
    field.classList.add("is-taken");
  });
  field.addEventListener("input", () => {
    if (place !== null) place.value = "";
  });
}
