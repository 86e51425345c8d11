let f = null, k = null, w = 0;
function N(t, e, n) {
  window.clearTimeout(w), !(k === t && f !== null) && (p(), f = document.createElement("div"), f.className = "peek", f.append(e), f.addEventListener("pointerenter", () => window.clearTimeout(w)), f.addEventListener("pointerleave", () => b()), k = t, document.body.append(f), R(f, t, n));
}
function b() {
  window.clearTimeout(w), w = window.setTimeout(p, 180);
}
function p() {
  window.clearTimeout(w), f?.remove(), f = null, k = null;
}
function R(t, e, n) {
  const o = [...e.getClientRects()], s = (n ? o.find((m) => n.y >= m.top - 2 && n.y <= m.bottom + 2) : void 0) ?? o[0] ?? e.getBoundingClientRect(), c = document.documentElement, l = Math.max(8, Math.min((n?.x ?? s.left) - 16, c.clientWidth - t.offsetWidth - 8)), i = s.bottom + 8, a = i + t.offsetHeight <= c.clientHeight - 4 || s.top < t.offsetHeight + 12 ? i : s.top - t.offsetHeight - 8;
  t.style.left = `${l + window.scrollX}px`, t.style.top = `${a + window.scrollY}px`;
}
document.addEventListener("keydown", (t) => {
  t.key === "Escape" && f !== null && (p(), t.preventDefault());
});
window.addEventListener("resize", p);
function I(t = document) {
  for (const e of t.querySelectorAll("[data-chart]"))
    for (const n of e.querySelectorAll("svg[role=group]")) z(n);
}
function z(t) {
  const e = [...t.querySelectorAll(".mark")];
  for (const o of e) {
    const r = o.querySelector(":scope > title");
    r !== null && (o.dataset.told = r.textContent ?? "", o.localName === "a" && o.setAttribute("aria-label", o.dataset.told), r.remove(), o.addEventListener("pointerenter", (s) => C(o, { x: s.clientX, y: s.clientY })), o.addEventListener("pointerleave", b), o.addEventListener("focus", () => C(o)), o.addEventListener("blur", p));
  }
  const n = e.filter((o) => o.localName === "a");
  n[0]?.setAttribute("tabindex", "0"), t.addEventListener("keydown", (o) => H(n, o));
}
function C(t, e) {
  const n = document.createDocumentFragment(), [o, ...r] = (t.dataset.told ?? "").split(" · "), s = document.createElement("b");
  s.dir = "auto", s.textContent = o ?? "", n.append(s);
  for (const c of r) {
    const l = document.createElement("span");
    l.className = "peek-line", l.dir = "auto", l.textContent = c, n.append(l);
  }
  N(t, n, e);
}
function H(t, e) {
  const n = t.indexOf(document.activeElement);
  if (n < 0 || e.shiftKey || e.ctrlKey || e.metaKey || e.altKey) return;
  const o = { ArrowRight: n + 1, ArrowDown: n + 1, ArrowLeft: n - 1, ArrowUp: n - 1, Home: 0, End: t.length - 1 }[e.key], r = o === void 0 ? void 0 : t[o];
  if (r !== void 0) {
    e.preventDefault();
    for (const s of t) s.setAttribute("tabindex", s === r ? "0" : "-1");
    r.focus();
  }
}
const S = [];
function x(t, e, n) {
  S.unshift({ key: t, words: e, act: n });
}
function O() {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || B(e.target)) return;
    const n = S.find((r) => r.key === e.key), o = n === void 0 ? Y(e.key) : null;
    n === void 0 && o === null || (e.preventDefault(), n !== void 0 ? n.act() : o?.click());
  }), x("?", "show the keys of this page", V);
  const t = document.querySelector("input[type=search][name=q]");
  t !== null && x("/", "search", () => t.focus());
}
function B(t) {
  return t instanceof HTMLElement ? t.isContentEditable || t.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") : !1;
}
function Y(t) {
  return /^[a-z]$/i.test(t) ? [...document.querySelectorAll(`[data-key="${t.toLowerCase()}"]`)].find((n) => n.checkVisibility()) ?? null : null;
}
function V() {
  const t = document.querySelector("dialog.keys");
  if (t !== null) {
    t.remove();
    return;
  }
  const e = /* @__PURE__ */ new Map();
  for (const c of document.querySelectorAll("[data-key]")) {
    const l = c.dataset.key;
    l !== void 0 && !e.has(l) && c.checkVisibility() && e.set(l, W(c));
  }
  for (const c of S) e.has(c.key) || e.set(c.key, c.words);
  const n = document.createElement("dialog");
  n.className = "keys", n.setAttribute("aria-label", "Keys of this page");
  const o = document.createElement("h2");
  o.textContent = "Keys of this page";
  const r = document.createElement("dl");
  for (const [c, l] of e) r.append(...X(c, l));
  const s = document.createElement("button");
  s.textContent = "Close", s.addEventListener("click", () => n.close()), n.addEventListener("close", () => n.remove()), n.append(o, r, s), document.body.append(n), n.showModal();
}
function X(t, e) {
  const n = document.createElement("dt"), o = document.createElement("kbd");
  o.textContent = t.length === 1 ? t.toUpperCase() : t, n.append(o);
  const r = document.createElement("dd");
  return r.textContent = e, [n, r];
}
function W(t) {
  const e = t.cloneNode(!0);
  for (const o of e.querySelectorAll("kbd")) o.remove();
  const n = (e.textContent ?? "").replace(/\s+/g, " ").trim();
  return n.length > 60 ? "open the first" : n;
}
function F() {
  const t = document.querySelector(".wordings");
  if (t === null || t.querySelector("ins, del") === null) return;
  const e = document.createElement("button");
  e.type = "button", e.className = "drift-toggle";
  const n = (r) => {
    t.classList.toggle("is-plain", !r), e.setAttribute("aria-pressed", String(r)), e.textContent = r ? "Hide what differs" : "Mark what differs";
  }, o = () => n(t.classList.contains("is-plain"));
  e.addEventListener("click", o), x("d", "mark what differs, or not", o), t.before(e), n(!0);
}
const U = 6;
function v(t, e, n, o) {
  const r = Math.min(U, Math.max(1, t.width / e.width * n)), s = t.width / r, c = t.height / r, l = o.x - (o.x - e.x) / e.width * s, i = o.y - (o.y - e.y) / e.height * c;
  return K(t, { x: l, y: i, width: s, height: c });
}
function g(t, e, n, o) {
  return K(t, { ...e, x: e.x + n, y: e.y + o });
}
function K(t, e) {
  const n = (o, r, s) => Math.min(Math.max(o, r), s);
  return {
    ...e,
    x: n(e.x, t.x, t.x + t.width - e.width),
    y: n(e.y, t.y, t.y + t.height - e.height)
  };
}
function j(t, e) {
  const n = t.width / e.width;
  return n >= 3.6 ? 4 : n >= 1.8 ? 2 : 1;
}
function Z(t, e) {
  const n = 10 ** Math.floor(Math.log10(t)), o = [5, 2, 1].map((r) => r * n).find((r) => r <= t * 1.0001) ?? n;
  return { km: Number(o.toPrecision(1)), length: Math.round(e * o / t * 10) / 10 };
}
function P(t = document) {
  for (const e of t.querySelectorAll("[data-plot=map]")) G(e);
}
function G(t) {
  const e = t.viewBox.baseVal, n = { x: e.x, y: e.y, width: e.width, height: e.height }, o = t.closest(".chart-wide, .chart-narrow"), r = t.ownerSVGElement;
  if (o === null || r === null) return;
  let s = n;
  for (const a of t.querySelectorAll("[data-true]"))
    a.style.setProperty("--true", a.dataset.true ?? "1");
  const c = r.querySelector("[data-scale]"), l = (a) => {
    s = a, t.setAttribute("viewBox", `${a.x} ${a.y} ${a.width} ${a.height}`), t.style.setProperty("--zoom", String(n.width / a.width)), t.dataset.zoom = String(j(n, a)), t.classList.toggle("is-zoomed", a.width < n.width), c !== null && _(c, n.width / a.width), p();
  }, i = () => ({ x: s.x + s.width / 2, y: s.y + s.height / 2 }), d = (a, m = i()) => l(v(n, s, a, m));
  o.append(
    Q([
      ["+", "Zoom in", () => d(1.6)],
      ["−", "Zoom out", () => d(1 / 1.6)],
      ["⤢", "Show all", () => l(n)]
    ])
  ), r.addEventListener("keydown", (a) => {
    const h = {
      "+": () => d(1.6),
      "=": () => d(1.6),
      "-": () => d(0.625),
      0: () => l(n)
    }, u = {
      ArrowLeft: () => l(g(n, s, -0.15 * s.width, 0)),
      ArrowRight: () => l(g(n, s, 0.15 * s.width, 0)),
      ArrowUp: () => l(g(n, s, 0, -0.15 * s.height)),
      ArrowDown: () => l(g(n, s, 0, 0.15 * s.height))
    }, y = h[a.key] ?? (a.shiftKey ? u[a.key] : void 0);
    y !== void 0 && (a.preventDefault(), y());
  }), J(t, r, () => s, n, l);
}
function J(t, e, n, o, r) {
  const s = /* @__PURE__ */ new Map();
  let c = !1;
  const l = (i) => {
    const d = e.getBoundingClientRect(), a = n();
    return {
      x: a.x + (i.x - d.left) / d.width * a.width,
      y: a.y + (i.y - d.top) / d.height * a.height
    };
  };
  t.addEventListener("pointerdown", (i) => {
    i.button === 0 && (i.preventDefault(), s.set(i.pointerId, { x: i.clientX, y: i.clientY }), c = !1);
  }), t.addEventListener("pointermove", (i) => {
    const d = s.get(i.pointerId);
    if (d === void 0) return;
    const a = { x: i.clientX, y: i.clientY };
    if (!c && s.size === 1 && Math.hypot(a.x - d.x, a.y - d.y) < 4) return;
    c || t.setPointerCapture(i.pointerId), c = !0;
    const m = [...s.entries()].filter(([u]) => u !== i.pointerId).map(([, u]) => u);
    s.set(i.pointerId, a);
    const h = m[0];
    if (h === void 0) {
      const [u, y] = [l(d), l(a)];
      r(g(o, n(), u.x - y.x, u.y - y.y));
    } else {
      const u = (L, A) => Math.hypot(L.x - A.x, L.y - A.y) || 1, y = l({ x: (a.x + h.x) / 2, y: (a.y + h.y) / 2 });
      r(v(o, n(), u(a, h) / u(d, h), y));
    }
  });
  for (const i of ["pointerup", "pointercancel"])
    t.addEventListener(i, (d) => s.delete(d.pointerId));
  t.addEventListener("dragstart", (i) => i.preventDefault()), t.addEventListener("click", (i) => {
    c && i.preventDefault(), c = !1;
  }, { capture: !0 }), t.addEventListener("wheel", (i) => {
    !i.ctrlKey && !i.metaKey || (i.preventDefault(), r(v(o, n(), Math.exp(-i.deltaY / 300), l({ x: i.clientX, y: i.clientY }))));
  }, { passive: !1 });
}
function Q(t) {
  const e = document.createElement("div");
  e.className = "map-buttons";
  for (const [n, o, r] of t) {
    const s = document.createElement("button");
    s.type = "button", s.textContent = n, s.setAttribute("aria-label", o), s.title = o, s.addEventListener("click", r), e.append(s);
  }
  return e;
}
function _(t, e) {
  const n = t.querySelector("text"), o = t.querySelector("path"), { km: r, length: s } = Z(Number(t.dataset.scale) / e, Number(t.dataset.length));
  n === null || o === null || (o.setAttribute("d", (o.getAttribute("d") ?? "").replace(/H[\d.]+/, `H${14 + s}`)), n.setAttribute("x", String(14 + s + 7)), n.textContent = `${r} km`);
}
function tt() {
  const t = new IntersectionObserver(
    (e) => {
      for (const n of e)
        !n.isIntersecting || !(n.target instanceof HTMLElement) || (t.unobserve(n.target), et(n.target));
    },
    { rootMargin: "600px" }
  );
  for (const e of document.querySelectorAll("[data-load]")) t.observe(e);
}
async function et(t) {
  const e = t.dataset.load ?? "";
  if (!e.startsWith("/") || e.startsWith("//")) return;
  const n = await fetch(e, { headers: { accept: "text/html" } }).catch(() => null);
  if (n === null || !n.ok) return;
  const r = new DOMParser().parseFromString(await n.text(), "text/html").querySelector(".chart");
  r !== null && (t.replaceChildren(document.adoptNode(r)), t.classList.remove("to-load"), I(t), P(t));
}
function nt() {
  const t = document.querySelector("[data-marks]");
  if (t === null) return;
  const e = [...t.querySelectorAll("[data-items]")];
  for (const r of ["pointerover", "focusin"])
    t.addEventListener(r, (s) => ot(s));
  for (const r of ["pointerout", "focusout"])
    t.addEventListener(r, () => {
      $([]), b();
    });
  const n = e.filter((r) => r.tabIndex >= 0), o = (r) => st(n, r);
  for (const r of ["n", "j"]) x(r, "the next mark", () => o(1));
  for (const r of ["p", "k"]) x(r, "the mark before", () => o(-1));
}
function ot(t) {
  const e = t.target instanceof Element ? t.target.closest("[data-items]") : null;
  if (e === null) return;
  const n = (e.dataset.items ?? "").split(" ").filter(Boolean);
  $(n);
  const o = n.map((d) => T(d)).filter((d) => d !== null), r = [...new Set(o)].reverse(), s = r[0];
  if (s === void 0) return;
  const c = s.parentElement;
  if (c !== null && getComputedStyle(c).position === "sticky") {
    c.scrollTo({ top: s.offsetTop - c.offsetTop - 16, behavior: ct() ? "auto" : "smooth" });
    return;
  }
  const l = t instanceof PointerEvent ? { x: t.clientX, y: t.clientY } : void 0, i = document.createDocumentFragment();
  for (const d of r.slice(0, 3)) i.append(rt(d));
  N(e, i, l);
}
function T(t) {
  return document.getElementById(t)?.closest("[data-card], .card") ?? null;
}
function rt(t) {
  const e = t.cloneNode(!0);
  e.removeAttribute("id"), delete e.dataset.card;
  for (const n of e.querySelectorAll("[id]")) n.removeAttribute("id");
  for (const n of e.querySelectorAll("a")) n.tabIndex = -1;
  return e;
}
function $(t) {
  for (const e of document.querySelectorAll(".m.on, .card.on")) e.classList.remove("on");
  for (const e of t) {
    for (const n of document.querySelectorAll(`[data-items~="${CSS.escape(e)}"]`)) n.classList.add("on");
    T(e)?.classList.add("on");
  }
}
function st(t, e) {
  const n = t.filter((c) => c.checkVisibility()), o = n.indexOf(document.activeElement), r = o >= 0 ? o : e > 0 ? q(n) - 1 : q(n), s = n[Math.min(Math.max(r + e, 0), n.length - 1)];
  s?.focus(), s?.scrollIntoView({ block: "center" });
}
function ct() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
function q(t) {
  const e = t.findIndex((n) => n.getBoundingClientRect().top > 60);
  return e < 0 ? t.length : e;
}
function M(t, e = t.length) {
  let n = 0;
  for (let o = 0; o < e && o < t.length; n += 1)
    o += (t.codePointAt(o) ?? 0) > 65535 ? 2 : 1;
  return n;
}
function it(t, e, n) {
  const o = t.slice(e, n), r = o.length - o.trimStart().length, s = o.trim();
  if (s === "") return null;
  const c = M(t, e + r);
  return { start: c, end: c + M(s) };
}
function at(t, e) {
  if (e === null || e.isCollapsed || e.rangeCount === 0) return null;
  const n = e.getRangeAt(0);
  if (!t.contains(n.startContainer) || !t.contains(n.endContainer)) return null;
  const o = t.ownerDocument?.createRange();
  if (o === void 0) return null;
  o.selectNodeContents(t), o.setEnd(n.startContainer, n.startOffset);
  const r = o.toString().length;
  return [r, r + n.toString().length];
}
function lt() {
  const t = document.querySelector("textarea[data-selected]"), e = document.querySelector("[data-context]");
  if (t === null || e === null) return;
  const n = document.querySelector("input[data-selected-at]"), o = Number(e.dataset.context ?? "0");
  document.addEventListener("selectionchange", () => {
    const r = e.textContent ?? "", s = at(e, document.getSelection()), c = s === null ? null : it(r, s[0], s[1]);
    c !== null && (t.value = [...r].slice(c.start, c.end).join(""), n !== null && (n.value = String(o + c.start)), t.classList.add("is-taken"));
  }), t.addEventListener("input", () => {
    n !== null && (n.value = "");
  });
}
const E = ["auto", "light", "dark"], D = { auto: "Auto", light: "Light", dark: "Dark" };
function dt() {
  const t = document.querySelector("[data-theme-toggle]");
  if (t === null) return;
  const e = () => {
    const o = document.documentElement.dataset.theme;
    return o === "light" || o === "dark" ? o : "auto";
  }, n = () => {
    t.textContent = D[e()], t.setAttribute("aria-label", `Colours: ${D[e()]}`);
  };
  t.hidden = !1, t.addEventListener("click", () => {
    const o = E[(E.indexOf(e()) + 1) % E.length] ?? "auto";
    o === "auto" ? delete document.documentElement.dataset.theme : document.documentElement.dataset.theme = o, ut(o), n();
  }), n();
}
function ut(t) {
  try {
    t === "auto" ? localStorage.removeItem("sayso-theme") : localStorage.setItem("sayso-theme", t);
  } catch {
  }
}
const ft = [dt, O, nt, () => I(), () => P(), tt, lt, F];
for (const t of ft)
  try {
    t();
  } catch (e) {
    console.error(e);
  }
