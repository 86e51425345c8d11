let f = null, k = null, w = 0;
function K(t, e, n) {
  window.clearTimeout(w), !(k === t && f !== null) && (p(), f = document.createElement("div"), f.className = "peek", f.append(e), f.addEventListener("pointerenter", () => window.clearTimeout(w)), f.addEventListener("pointerleave", () => S()), k = t, document.body.append(f), T(f, t, n));
}
function S() {
  window.clearTimeout(w), w = window.setTimeout(p, 180);
}
function p() {
  window.clearTimeout(w), f?.remove(), f = null, k = null;
}
function T(t, e, n) {
  const o = [...e.getClientRects()], r = (n ? o.find((m) => n.y >= m.top - 2 && n.y <= m.bottom + 2) : void 0) ?? o[0] ?? e.getBoundingClientRect(), c = document.documentElement, l = Math.max(8, Math.min((n?.x ?? r.left) - 16, c.clientWidth - t.offsetWidth - 8)), i = r.bottom + 8, a = i + t.offsetHeight <= c.clientHeight - 4 || r.top < t.offsetHeight + 12 ? i : r.top - t.offsetHeight - 8;
  t.style.left = `${l + window.scrollX}px`, t.style.top = `${a + window.scrollY}px`;
}
document.addEventListener("keydown", (t) => {
  t.key === "Escape" && f !== null && (p(), t.preventDefault());
});
window.addEventListener("resize", p);
function $() {
  for (const t of document.querySelectorAll("[data-chart]"))
    for (const e of t.querySelectorAll("svg[role=group]")) R(e);
}
function R(t) {
  const e = [...t.querySelectorAll(".mark")];
  for (const o of e) {
    const s = o.querySelector(":scope > title");
    s !== null && (o.dataset.told = s.textContent ?? "", o.localName === "a" && o.setAttribute("aria-label", o.dataset.told), s.remove(), o.addEventListener("pointerenter", (r) => C(o, { x: r.clientX, y: r.clientY })), o.addEventListener("pointerleave", S), o.addEventListener("focus", () => C(o)), o.addEventListener("blur", p));
  }
  const n = e.filter((o) => o.localName === "a");
  n[0]?.setAttribute("tabindex", "0"), t.addEventListener("keydown", (o) => z(n, o));
}
function C(t, e) {
  const n = document.createDocumentFragment(), [o, ...s] = (t.dataset.told ?? "").split(" · "), r = document.createElement("b");
  r.dir = "auto", r.textContent = o ?? "", n.append(r);
  for (const c of s) {
    const l = document.createElement("span");
    l.className = "peek-line", l.dir = "auto", l.textContent = c, n.append(l);
  }
  K(t, n, e);
}
function z(t, e) {
  const n = t.indexOf(document.activeElement);
  if (n < 0 || e.shiftKey || e.ctrlKey || e.metaKey || e.altKey) return;
  const o = { ArrowRight: n + 1, ArrowDown: n + 1, ArrowLeft: n - 1, ArrowUp: n - 1, Home: 0, End: t.length - 1 }[e.key], s = o === void 0 ? void 0 : t[o];
  if (s !== void 0) {
    e.preventDefault();
    for (const r of t) r.setAttribute("tabindex", r === s ? "0" : "-1");
    s.focus();
  }
}
const v = [];
function x(t, e, n) {
  v.unshift({ key: t, words: e, act: n });
}
function H() {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || B(e.target)) return;
    const n = v.find((s) => s.key === e.key), o = n === void 0 ? O(e.key) : null;
    n === void 0 && o === null || (e.preventDefault(), n !== void 0 ? n.act() : o?.click());
  }), x("?", "show the keys of this page", Y);
  const t = document.querySelector("input[type=search][name=q]");
  t !== null && x("/", "search", () => t.focus());
}
function B(t) {
  return t instanceof HTMLElement ? t.isContentEditable || t.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") : !1;
}
function O(t) {
  return /^[a-z]$/i.test(t) ? [...document.querySelectorAll(`[data-key="${t.toLowerCase()}"]`)].find((n) => n.checkVisibility()) ?? null : null;
}
function Y() {
  const t = document.querySelector("dialog.keys");
  if (t !== null) {
    t.remove();
    return;
  }
  const e = /* @__PURE__ */ new Map();
  for (const c of document.querySelectorAll("[data-key]")) {
    const l = c.dataset.key;
    l !== void 0 && !e.has(l) && c.checkVisibility() && e.set(l, X(c));
  }
  for (const c of v) e.has(c.key) || e.set(c.key, c.words);
  const n = document.createElement("dialog");
  n.className = "keys", n.setAttribute("aria-label", "Keys of this page");
  const o = document.createElement("h2");
  o.textContent = "Keys of this page";
  const s = document.createElement("dl");
  for (const [c, l] of e) s.append(...V(c, l));
  const r = document.createElement("button");
  r.textContent = "Close", r.addEventListener("click", () => n.close()), n.addEventListener("close", () => n.remove()), n.append(o, s, r), document.body.append(n), n.showModal();
}
function V(t, e) {
  const n = document.createElement("dt"), o = document.createElement("kbd");
  o.textContent = t.length === 1 ? t.toUpperCase() : t, n.append(o);
  const s = document.createElement("dd");
  return s.textContent = e, [n, s];
}
function X(t) {
  const e = t.cloneNode(!0);
  for (const o of e.querySelectorAll("kbd")) o.remove();
  const n = (e.textContent ?? "").replace(/\s+/g, " ").trim();
  return n.length > 60 ? "open the first" : n;
}
function U() {
  const t = document.querySelector(".wordings");
  if (t === null || t.querySelector("ins, del") === null) return;
  const e = document.createElement("button");
  e.type = "button", e.className = "drift-toggle";
  const n = (s) => {
    t.classList.toggle("is-plain", !s), e.setAttribute("aria-pressed", String(s)), e.textContent = s ? "Hide what differs" : "Mark what differs";
  }, o = () => n(t.classList.contains("is-plain"));
  e.addEventListener("click", o), x("d", "mark what differs, or not", o), t.before(e), n(!0);
}
const j = 6;
function b(t, e, n, o) {
  const s = Math.min(j, Math.max(1, t.width / e.width * n)), r = t.width / s, c = t.height / s, l = o.x - (o.x - e.x) / e.width * r, i = o.y - (o.y - e.y) / e.height * c;
  return N(t, { x: l, y: i, width: r, height: c });
}
function g(t, e, n, o) {
  return N(t, { ...e, x: e.x + n, y: e.y + o });
}
function N(t, e) {
  const n = (o, s, r) => Math.min(Math.max(o, s), r);
  return {
    ...e,
    x: n(e.x, t.x, t.x + t.width - e.width),
    y: n(e.y, t.y, t.y + t.height - e.height)
  };
}
function F(t, e) {
  const n = t.width / e.width;
  return n >= 3.6 ? 4 : n >= 1.8 ? 2 : 1;
}
function W(t, e) {
  const n = 10 ** Math.floor(Math.log10(t)), o = [5, 2, 1].map((s) => s * n).find((s) => s <= t * 1.0001) ?? n;
  return { km: Number(o.toPrecision(1)), length: Math.round(e * o / t * 10) / 10 };
}
function Z() {
  for (const t of document.querySelectorAll("[data-plot=map]")) G(t);
}
function G(t) {
  const e = t.viewBox.baseVal, n = { x: e.x, y: e.y, width: e.width, height: e.height }, o = t.closest(".chart-wide, .chart-narrow"), s = t.ownerSVGElement;
  if (o === null || s === null) return;
  let r = n;
  for (const a of t.querySelectorAll("[data-true]"))
    a.style.setProperty("--true", a.dataset.true ?? "1");
  const c = s.querySelector("[data-scale]"), l = (a) => {
    r = a, t.setAttribute("viewBox", `${a.x} ${a.y} ${a.width} ${a.height}`), t.style.setProperty("--zoom", String(n.width / a.width)), t.dataset.zoom = String(F(n, a)), t.classList.toggle("is-zoomed", a.width < n.width), c !== null && _(c, n.width / a.width), p();
  }, i = () => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 }), d = (a, m = i()) => l(b(n, r, a, m));
  o.append(
    Q([
      ["+", "Zoom in", () => d(1.6)],
      ["−", "Zoom out", () => d(1 / 1.6)],
      ["⤢", "Show all", () => l(n)]
    ])
  ), s.addEventListener("keydown", (a) => {
    const h = {
      "+": () => d(1.6),
      "=": () => d(1.6),
      "-": () => d(0.625),
      0: () => l(n)
    }, u = {
      ArrowLeft: () => l(g(n, r, -0.15 * r.width, 0)),
      ArrowRight: () => l(g(n, r, 0.15 * r.width, 0)),
      ArrowUp: () => l(g(n, r, 0, -0.15 * r.height)),
      ArrowDown: () => l(g(n, r, 0, 0.15 * r.height))
    }, y = h[a.key] ?? (a.shiftKey ? u[a.key] : void 0);
    y !== void 0 && (a.preventDefault(), y());
  }), J(t, s, () => r, n, l);
}
function J(t, e, n, o, s) {
  const r = /* @__PURE__ */ new Map();
  let c = !1;
  const l = (i) => {
    const d = e.getBoundingClientRect(), a = n();
    return {
      x: a.x + (i.x - d.left) / d.width * a.width,
      y: a.y + (i.y - d.top) / d.height * a.height
    };
  };
  t.addEventListener("pointerdown", (i) => {
    i.button === 0 && (i.preventDefault(), r.set(i.pointerId, { x: i.clientX, y: i.clientY }), c = !1);
  }), t.addEventListener("pointermove", (i) => {
    const d = r.get(i.pointerId);
    if (d === void 0) return;
    const a = { x: i.clientX, y: i.clientY };
    if (!c && r.size === 1 && Math.hypot(a.x - d.x, a.y - d.y) < 4) return;
    c || t.setPointerCapture(i.pointerId), c = !0;
    const m = [...r.entries()].filter(([u]) => u !== i.pointerId).map(([, u]) => u);
    r.set(i.pointerId, a);
    const h = m[0];
    if (h === void 0) {
      const [u, y] = [l(d), l(a)];
      s(g(o, n(), u.x - y.x, u.y - y.y));
    } else {
      const u = (A, L) => Math.hypot(A.x - L.x, A.y - L.y) || 1, y = l({ x: (a.x + h.x) / 2, y: (a.y + h.y) / 2 });
      s(b(o, n(), u(a, h) / u(d, h), y));
    }
  });
  for (const i of ["pointerup", "pointercancel"])
    t.addEventListener(i, (d) => r.delete(d.pointerId));
  t.addEventListener("dragstart", (i) => i.preventDefault()), t.addEventListener("click", (i) => {
    c && i.preventDefault(), c = !1;
  }, { capture: !0 }), t.addEventListener("wheel", (i) => {
    !i.ctrlKey && !i.metaKey || (i.preventDefault(), s(b(o, n(), Math.exp(-i.deltaY / 300), l({ x: i.clientX, y: i.clientY }))));
  }, { passive: !1 });
}
function Q(t) {
  const e = document.createElement("div");
  e.className = "map-buttons";
  for (const [n, o, s] of t) {
    const r = document.createElement("button");
    r.type = "button", r.textContent = n, r.setAttribute("aria-label", o), r.title = o, r.addEventListener("click", s), e.append(r);
  }
  return e;
}
function _(t, e) {
  const n = t.querySelector("text"), o = t.querySelector("path"), { km: s, length: r } = W(Number(t.dataset.scale) / e, Number(t.dataset.length));
  n === null || o === null || (o.setAttribute("d", (o.getAttribute("d") ?? "").replace(/H[\d.]+/, `H${14 + r}`)), n.setAttribute("x", String(14 + r + 7)), n.textContent = `${s} km`);
}
function tt() {
  const t = document.querySelector("[data-marks]");
  if (t === null) return;
  const e = [...t.querySelectorAll("[data-items]")];
  for (const s of ["pointerover", "focusin"])
    t.addEventListener(s, (r) => et(r));
  for (const s of ["pointerout", "focusout"])
    t.addEventListener(s, () => {
      P([]), S();
    });
  const n = e.filter((s) => s.tabIndex >= 0), o = (s) => ot(n, s);
  for (const s of ["n", "j"]) x(s, "the next mark", () => o(1));
  for (const s of ["p", "k"]) x(s, "the mark before", () => o(-1));
}
function et(t) {
  const e = t.target instanceof Element ? t.target.closest("[data-items]") : null;
  if (e === null) return;
  const n = (e.dataset.items ?? "").split(" ").filter(Boolean);
  P(n);
  const o = n.map((d) => I(d)).filter((d) => d !== null), s = [...new Set(o)].reverse(), r = s[0];
  if (r === void 0) return;
  const c = r.parentElement;
  if (c !== null && getComputedStyle(c).position === "sticky") {
    c.scrollTo({ top: r.offsetTop - c.offsetTop - 16, behavior: rt() ? "auto" : "smooth" });
    return;
  }
  const l = t instanceof PointerEvent ? { x: t.clientX, y: t.clientY } : void 0, i = document.createDocumentFragment();
  for (const d of s.slice(0, 3)) i.append(nt(d));
  K(e, i, l);
}
function I(t) {
  return document.getElementById(t)?.closest("[data-card], .card") ?? null;
}
function nt(t) {
  const e = t.cloneNode(!0);
  e.removeAttribute("id"), delete e.dataset.card;
  for (const n of e.querySelectorAll("[id]")) n.removeAttribute("id");
  for (const n of e.querySelectorAll("a")) n.tabIndex = -1;
  return e;
}
function P(t) {
  for (const e of document.querySelectorAll(".m.on, .card.on")) e.classList.remove("on");
  for (const e of t) {
    for (const n of document.querySelectorAll(`[data-items~="${CSS.escape(e)}"]`)) n.classList.add("on");
    I(e)?.classList.add("on");
  }
}
function ot(t, e) {
  const n = t.filter((c) => c.checkVisibility()), o = n.indexOf(document.activeElement), s = o >= 0 ? o : e > 0 ? q(n) - 1 : q(n), r = n[Math.min(Math.max(s + e, 0), n.length - 1)];
  r?.focus(), r?.scrollIntoView({ block: "center" });
}
function rt() {
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
function st(t, e, n) {
  const o = t.slice(e, n), s = o.length - o.trimStart().length, r = o.trim();
  if (r === "") return null;
  const c = M(t, e + s);
  return { start: c, end: c + M(r) };
}
function ct(t, e) {
  if (e === null || e.isCollapsed || e.rangeCount === 0) return null;
  const n = e.getRangeAt(0);
  if (!t.contains(n.startContainer) || !t.contains(n.endContainer)) return null;
  const o = t.ownerDocument?.createRange();
  if (o === void 0) return null;
  o.selectNodeContents(t), o.setEnd(n.startContainer, n.startOffset);
  const s = o.toString().length;
  return [s, s + n.toString().length];
}
function it() {
  const t = document.querySelector("textarea[data-selected]"), e = document.querySelector("[data-context]");
  if (t === null || e === null) return;
  const n = document.querySelector("input[data-selected-at]"), o = Number(e.dataset.context ?? "0");
  document.addEventListener("selectionchange", () => {
    const s = e.textContent ?? "", r = ct(e, document.getSelection()), c = r === null ? null : st(s, r[0], r[1]);
    c !== null && (t.value = [...s].slice(c.start, c.end).join(""), n !== null && (n.value = String(o + c.start)), t.classList.add("is-taken"));
  }), t.addEventListener("input", () => {
    n !== null && (n.value = "");
  });
}
const E = ["auto", "light", "dark"], D = { auto: "Auto", light: "Light", dark: "Dark" };
function at() {
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
    o === "auto" ? delete document.documentElement.dataset.theme : document.documentElement.dataset.theme = o, lt(o), n();
  }), n();
}
function lt(t) {
  try {
    t === "auto" ? localStorage.removeItem("sayso-theme") : localStorage.setItem("sayso-theme", t);
  } catch {
  }
}
for (const t of [at, H, tt, $, Z, it, U])
  try {
    t();
  } catch (e) {
    console.error(e);
  }
