let f = null, k = null, w = 0;
function K(t, e, n) {
  window.clearTimeout(w), !(k === t && f !== null) && (p(), f = document.createElement("div"), f.className = "peek", f.append(e), f.addEventListener("pointerenter", () => window.clearTimeout(w)), f.addEventListener("pointerleave", () => b()), k = t, document.body.append(f), P(f, t, n));
}
function b() {
  window.clearTimeout(w), w = window.setTimeout(p, 180);
}
function p() {
  window.clearTimeout(w), f?.remove(), f = null, k = null;
}
function P(t, e, n) {
  const o = [...e.getClientRects()], r = (n ? o.find((m) => n.y >= m.top - 2 && n.y <= m.bottom + 2) : void 0) ?? o[0] ?? e.getBoundingClientRect(), s = document.documentElement, l = Math.max(8, Math.min((n?.x ?? r.left) - 16, s.clientWidth - t.offsetWidth - 8)), i = r.bottom + 8, a = i + t.offsetHeight <= s.clientHeight - 4 || r.top < t.offsetHeight + 12 ? i : r.top - t.offsetHeight - 8;
  t.style.left = `${l + window.scrollX}px`, t.style.top = `${a + window.scrollY}px`;
}
document.addEventListener("keydown", (t) => {
  t.key === "Escape" && f !== null && (p(), t.preventDefault());
});
window.addEventListener("resize", p);
function R() {
  for (const t of document.querySelectorAll("[data-chart]"))
    for (const e of t.querySelectorAll("svg[role=group]")) $(e);
}
function $(t) {
  const e = [...t.querySelectorAll(".mark")];
  for (const o of e) {
    const c = o.querySelector(":scope > title");
    c !== null && (o.dataset.told = c.textContent ?? "", o.localName === "a" && o.setAttribute("aria-label", o.dataset.told), c.remove(), o.addEventListener("pointerenter", (r) => C(o, { x: r.clientX, y: r.clientY })), o.addEventListener("pointerleave", b), o.addEventListener("focus", () => C(o)), o.addEventListener("blur", p));
  }
  const n = e.filter((o) => o.localName === "a");
  n[0]?.setAttribute("tabindex", "0"), t.addEventListener("keydown", (o) => z(n, o));
}
function C(t, e) {
  const n = document.createDocumentFragment(), [o, ...c] = (t.dataset.told ?? "").split(" · "), r = document.createElement("b");
  r.dir = "auto", r.textContent = o ?? "", n.append(r);
  for (const s of c) {
    const l = document.createElement("span");
    l.className = "peek-line", l.dir = "auto", l.textContent = s, n.append(l);
  }
  K(t, n, e);
}
function z(t, e) {
  const n = t.indexOf(document.activeElement);
  if (n < 0 || e.shiftKey || e.ctrlKey || e.metaKey || e.altKey) return;
  const o = { ArrowRight: n + 1, ArrowDown: n + 1, ArrowLeft: n - 1, ArrowUp: n - 1, Home: 0, End: t.length - 1 }[e.key], c = o === void 0 ? void 0 : t[o];
  if (c !== void 0) {
    e.preventDefault();
    for (const r of t) r.setAttribute("tabindex", r === c ? "0" : "-1");
    c.focus();
  }
}
const S = [];
function x(t, e, n) {
  S.unshift({ key: t, words: e, act: n });
}
function B() {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || O(e.target)) return;
    const n = S.find((c) => c.key === e.key), o = n === void 0 ? H(e.key) : null;
    n === void 0 && o === null || (e.preventDefault(), n !== void 0 ? n.act() : o?.click());
  }), x("?", "show the keys of this page", Y);
  const t = document.querySelector("input[type=search][name=q]");
  t !== null && x("/", "search", () => t.focus());
}
function O(t) {
  return t instanceof HTMLElement ? t.isContentEditable || t.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") : !1;
}
function H(t) {
  return /^[a-z]$/i.test(t) ? [...document.querySelectorAll(`[data-key="${t.toLowerCase()}"]`)].find((n) => n.checkVisibility()) ?? null : null;
}
function Y() {
  const t = document.querySelector("dialog.keys");
  if (t !== null) {
    t.remove();
    return;
  }
  const e = /* @__PURE__ */ new Map();
  for (const s of document.querySelectorAll("[data-key]")) {
    const l = s.dataset.key;
    l !== void 0 && !e.has(l) && s.checkVisibility() && e.set(l, X(s));
  }
  for (const s of S) e.has(s.key) || e.set(s.key, s.words);
  const n = document.createElement("dialog");
  n.className = "keys", n.setAttribute("aria-label", "Keys of this page");
  const o = document.createElement("h2");
  o.textContent = "Keys of this page";
  const c = document.createElement("dl");
  for (const [s, l] of e) c.append(...V(s, l));
  const r = document.createElement("button");
  r.textContent = "Close", r.addEventListener("click", () => n.close()), n.addEventListener("close", () => n.remove()), n.append(o, c, r), document.body.append(n), n.showModal();
}
function V(t, e) {
  const n = document.createElement("dt"), o = document.createElement("kbd");
  o.textContent = t.length === 1 ? t.toUpperCase() : t, n.append(o);
  const c = document.createElement("dd");
  return c.textContent = e, [n, c];
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
  const n = (c) => {
    t.classList.toggle("is-plain", !c), e.setAttribute("aria-pressed", String(c)), e.textContent = c ? "Hide what differs" : "Mark what differs";
  }, o = () => n(t.classList.contains("is-plain"));
  e.addEventListener("click", o), x("d", "mark what differs, or not", o), t.before(e), n(!0);
}
const j = 6;
function v(t, e, n, o) {
  const c = Math.min(j, Math.max(1, t.width / e.width * n)), r = t.width / c, s = t.height / c, l = o.x - (o.x - e.x) / e.width * r, i = o.y - (o.y - e.y) / e.height * s;
  return N(t, { x: l, y: i, width: r, height: s });
}
function g(t, e, n, o) {
  return N(t, { ...e, x: e.x + n, y: e.y + o });
}
function N(t, e) {
  const n = (o, c, r) => Math.min(Math.max(o, c), r);
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
function W() {
  for (const t of document.querySelectorAll("[data-plot=map]")) Z(t);
}
function Z(t) {
  const e = t.viewBox.baseVal, n = { x: e.x, y: e.y, width: e.width, height: e.height }, o = t.closest(".chart-wide, .chart-narrow"), c = t.ownerSVGElement;
  if (o === null || c === null) return;
  let r = n;
  const s = c.querySelector("[data-scale]"), l = (a) => {
    r = a, t.setAttribute("viewBox", `${a.x} ${a.y} ${a.width} ${a.height}`), t.style.setProperty("--zoom", String(n.width / a.width)), t.dataset.zoom = String(F(n, a)), t.classList.toggle("is-zoomed", a.width < n.width), s !== null && Q(s, n.width / a.width), p();
  }, i = () => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 }), d = (a, m = i()) => l(v(n, r, a, m));
  o.append(
    J([
      ["+", "Zoom in", () => d(1.6)],
      ["−", "Zoom out", () => d(1 / 1.6)],
      ["⤢", "Show all", () => l(n)]
    ])
  ), c.addEventListener("keydown", (a) => {
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
  }), G(t, c, () => r, n, l);
}
function G(t, e, n, o, c) {
  const r = /* @__PURE__ */ new Map();
  let s = !1;
  const l = (i) => {
    const d = e.getBoundingClientRect(), a = n();
    return {
      x: a.x + (i.x - d.left) / d.width * a.width,
      y: a.y + (i.y - d.top) / d.height * a.height
    };
  };
  t.addEventListener("pointerdown", (i) => {
    i.button === 0 && (i.preventDefault(), r.set(i.pointerId, { x: i.clientX, y: i.clientY }), s = !1);
  }), t.addEventListener("pointermove", (i) => {
    const d = r.get(i.pointerId);
    if (d === void 0) return;
    const a = { x: i.clientX, y: i.clientY };
    if (!s && r.size === 1 && Math.hypot(a.x - d.x, a.y - d.y) < 4) return;
    s || t.setPointerCapture(i.pointerId), s = !0;
    const m = [...r.entries()].filter(([u]) => u !== i.pointerId).map(([, u]) => u);
    r.set(i.pointerId, a);
    const h = m[0];
    if (h === void 0) {
      const [u, y] = [l(d), l(a)];
      c(g(o, n(), u.x - y.x, u.y - y.y));
    } else {
      const u = (L, A) => Math.hypot(L.x - A.x, L.y - A.y) || 1, y = l({ x: (a.x + h.x) / 2, y: (a.y + h.y) / 2 });
      c(v(o, n(), u(a, h) / u(d, h), y));
    }
  });
  for (const i of ["pointerup", "pointercancel"])
    t.addEventListener(i, (d) => r.delete(d.pointerId));
  t.addEventListener("dragstart", (i) => i.preventDefault()), t.addEventListener("click", (i) => {
    s && i.preventDefault(), s = !1;
  }, { capture: !0 }), t.addEventListener("wheel", (i) => {
    !i.ctrlKey && !i.metaKey || (i.preventDefault(), c(v(o, n(), Math.exp(-i.deltaY / 300), l({ x: i.clientX, y: i.clientY }))));
  }, { passive: !1 });
}
function J(t) {
  const e = document.createElement("div");
  e.className = "map-buttons";
  for (const [n, o, c] of t) {
    const r = document.createElement("button");
    r.type = "button", r.textContent = n, r.setAttribute("aria-label", o), r.title = o, r.addEventListener("click", c), e.append(r);
  }
  return e;
}
function Q(t, e) {
  const n = t.querySelector("text"), o = Number(t.dataset.scale ?? "0") / e;
  n !== null && (n.textContent = `${o >= 10 ? Math.round(o) : Number(o.toPrecision(2))} km`);
}
function _() {
  const t = document.querySelector("[data-marks]");
  if (t === null) return;
  const e = [...t.querySelectorAll("[data-items]")];
  for (const c of ["pointerover", "focusin"])
    t.addEventListener(c, (r) => tt(r));
  for (const c of ["pointerout", "focusout"])
    t.addEventListener(c, () => {
      T([]), b();
    });
  const n = e.filter((c) => c.tabIndex >= 0), o = (c) => nt(n, c);
  for (const c of ["n", "j"]) x(c, "the next mark", () => o(1));
  for (const c of ["p", "k"]) x(c, "the mark before", () => o(-1));
}
function tt(t) {
  const e = t.target instanceof Element ? t.target.closest("[data-items]") : null;
  if (e === null) return;
  const n = (e.dataset.items ?? "").split(" ").filter(Boolean);
  T(n);
  const o = n.map((d) => I(d)).filter((d) => d !== null), c = [...new Set(o)].reverse(), r = c[0];
  if (r === void 0) return;
  const s = r.parentElement;
  if (s !== null && getComputedStyle(s).position === "sticky") {
    s.scrollTo({ top: r.offsetTop - s.offsetTop - 16, behavior: ot() ? "auto" : "smooth" });
    return;
  }
  const l = t instanceof PointerEvent ? { x: t.clientX, y: t.clientY } : void 0, i = document.createDocumentFragment();
  for (const d of c.slice(0, 3)) i.append(et(d));
  K(e, i, l);
}
function I(t) {
  return document.getElementById(t)?.closest("[data-card], .card") ?? null;
}
function et(t) {
  const e = t.cloneNode(!0);
  e.removeAttribute("id"), delete e.dataset.card;
  for (const n of e.querySelectorAll("[id]")) n.removeAttribute("id");
  for (const n of e.querySelectorAll("a")) n.tabIndex = -1;
  return e;
}
function T(t) {
  for (const e of document.querySelectorAll(".m.on, .card.on")) e.classList.remove("on");
  for (const e of t) {
    for (const n of document.querySelectorAll(`[data-items~="${CSS.escape(e)}"]`)) n.classList.add("on");
    I(e)?.classList.add("on");
  }
}
function nt(t, e) {
  const n = t.filter((s) => s.checkVisibility()), o = n.indexOf(document.activeElement), c = o >= 0 ? o : e > 0 ? q(n) - 1 : q(n), r = n[Math.min(Math.max(c + e, 0), n.length - 1)];
  r?.focus(), r?.scrollIntoView({ block: "center" });
}
function ot() {
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
function rt(t, e, n) {
  const o = t.slice(e, n), c = o.length - o.trimStart().length, r = o.trim();
  if (r === "") return null;
  const s = M(t, e + c);
  return { start: s, end: s + M(r) };
}
function ct(t, e) {
  if (e === null || e.isCollapsed || e.rangeCount === 0) return null;
  const n = e.getRangeAt(0);
  if (!t.contains(n.startContainer) || !t.contains(n.endContainer)) return null;
  const o = t.ownerDocument?.createRange();
  if (o === void 0) return null;
  o.selectNodeContents(t), o.setEnd(n.startContainer, n.startOffset);
  const c = o.toString().length;
  return [c, c + n.toString().length];
}
function st() {
  const t = document.querySelector("textarea[data-selected]"), e = document.querySelector("[data-context]");
  if (t === null || e === null) return;
  const n = document.querySelector("input[data-selected-at]"), o = Number(e.dataset.context ?? "0");
  document.addEventListener("selectionchange", () => {
    const c = e.textContent ?? "", r = ct(e, document.getSelection()), s = r === null ? null : rt(c, r[0], r[1]);
    s !== null && (t.value = [...c].slice(s.start, s.end).join(""), n !== null && (n.value = String(o + s.start)), t.classList.add("is-taken"));
  }), t.addEventListener("input", () => {
    n !== null && (n.value = "");
  });
}
const E = ["auto", "light", "dark"], D = { auto: "Auto", light: "Light", dark: "Dark" };
function it() {
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
    o === "auto" ? delete document.documentElement.dataset.theme : document.documentElement.dataset.theme = o, at(o), n();
  }), n();
}
function at(t) {
  try {
    t === "auto" ? localStorage.removeItem("sayso-theme") : localStorage.setItem("sayso-theme", t);
  } catch {
  }
}
for (const t of [it, B, _, R, W, st, U])
  try {
    t();
  } catch (e) {
    console.error(e);
  }
