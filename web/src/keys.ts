// Keys of a page, in one place: what has data-key is pressed by that key; islands add their own; "?" lists them all.

interface Bound {
  key: string;
  words: string;
  act: () => void;
}

const bound: Bound[] = [];

/** Binds a key while nothing is being typed; the later of two wins. */
export function onKey(key: string, words: string, act: () => void): void {
  bound.unshift({ key, words, act });
}

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const found = bound.find((one) => one.key === event.key);
    const marked = found === undefined ? byAttribute(event.key) : null;
    if (found === undefined && marked === null) return;
    event.preventDefault();
    if (found !== undefined) found.act();
    else marked?.click();
  });
  onKey("?", "show the keys of this page", showKeys);
  const search = document.querySelector<HTMLInputElement>("input[type=search][name=q]");
  if (search !== null) onKey("/", "search", () => search.focus());
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
}

function byAttribute(key: string): HTMLElement | null {
  if (!/^[a-z]$/i.test(key)) return null;
  const all = document.querySelectorAll<HTMLElement>(`[data-key="${key.toLowerCase()}"]`);
  return [...all].find((one) => one.checkVisibility()) ?? null;
}

function showKeys(): void {
  const open = document.querySelector<HTMLDialogElement>("dialog.keys");
  if (open !== null) {
    open.remove();
    return;
  }
  const rows = new Map<string, string>();
  for (const one of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = one.dataset["key"];
    if (key !== undefined && !rows.has(key) && one.checkVisibility()) rows.set(key, wordsOf(one));
  }
  for (const one of bound) if (!rows.has(one.key)) rows.set(one.key, one.words);
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-label", "Keys of this page");
  const title = document.createElement("h2");
  title.textContent = "Keys of this page";
  const list = document.createElement("dl");
  for (const [key, words] of rows) list.append(...row(key, words));
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(title, list, close);
  document.body.append(dialog);
  dialog.showModal();
}

function row(key: string, words: string): [HTMLElement, HTMLElement] {
  const name = document.createElement("dt");
  const kbd = document.createElement("kbd");
  kbd.textContent = key.length === 1 ? key.toUpperCase() : key;
  name.append(kbd);
  const told = document.createElement("dd");
  told.textContent = words;
  return [name, told];
}

/** What a button or link says, without the name of its key. */
function wordsOf(one: HTMLElement): string {
  const copy = one.cloneNode(true) as HTMLElement;
  for (const kbd of copy.querySelectorAll("kbd")) kbd.remove();
  const words = (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  return words.length > 60 ? "open the first" : words;
}
