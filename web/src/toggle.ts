// The button that changes between the system's theme, light and dark, and remembers.

const ORDER = ["auto", "light", "dark"] as const;
type Theme = (typeof ORDER)[number];
const NAMES: Record<Theme, string> = { auto: "Auto", light: "Light", dark: "Dark" };

export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
  if (button === null) return;
  const now = (): Theme => {
    const set = document.documentElement.dataset["theme"];
    return set === "light" || set === "dark" ? set : "auto";
  };
  const show = () => {
    button.textContent = NAMES[now()];
    button.setAttribute("aria-label", `Colours: ${NAMES[now()]}`);
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(now()) + 1) % ORDER.length] ?? "auto";
    if (next === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
    remember(next);
    show();
  });
  show();
}

function remember(theme: Theme): void {
  try {
    if (theme === "auto") localStorage.removeItem("sayso-theme");
    else localStorage.setItem("sayso-theme", theme);
  } catch {
    // Not remembered where storage is shut off.
  }
}
