// Before the page is drawn: the theme that was chosen here before, if any.
try {
  const chosen = localStorage.getItem("sayso-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;
} catch {
  // Storage may be shut off; then the system's theme holds.
}
