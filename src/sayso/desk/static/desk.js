let m = null, k = null, w = 0;
function M(t, e, n) {
  window.clearTimeout(w), !(k === t && m !== null) && (y(), m = document.createElement("div"), m.className = "peek", m.append(e), m.addEventListener("pointerenter", () => window.clearTimeout(w)), m.addEventListener("pointerleave", () => b()), k = t, document.body.append(m), N(m, t, n));
}
function b() {
  window.clearTimeout(w), w = window.setTimeout(y, 180);
}
function y() {
  window.clearTimeout(w), m?.remove(), m = null, k = null;
}
function N(t, e, n) {
  const o = [...e.getClientRects()], r = (n ? o.find((u) => n.y >= u.top - 2 && n.y <= u.bottom + 2) : void 0) ?? o[0] ?? e.getBoundingClientRect(), i = document.documentElement, s = Math.max(8, Math.min((n?.x ?? r.left) - 16, i.clientWidth - t.offsetWidth - 8)), l = r.bottom + 8, d = l + t.offsetHeight <= i.clientHeight - 4 || r.top < t.offsetHeight + 12 ? l : r.top - t.offsetHeight - 8;
  t.style.left = `${s + window.scrollX}px`, t.style.top = `${d + window.scrollY}px`;
}
document.addEventListener("keydown", (t) => {
  t.key === "Escape" && m !== null && (y(), t.preventDefault());
});
window.addEventListener("resize", y);
function I() {
  for (const t of document.querySelectorAll("[data-chart]"))
    for (const e of t.querySelectorAll("svg[role=group]")) P(e);
}
function P(t) {
  const e = [...t.querySelectorAll(".mark")];
  for (const o of e) {
    const c = o.querySelector(":scope > title");
    c !== null && (o.dataset.told = c.textContent ?? "", o.localName === "a" && o.setAttribute("aria-label", o.dataset.told), c.remove(), o.addEventListener("pointerenter", (r) => A(o, { x: r.clientX, y: r.clientY })), o.addEventListener("pointerleave", b), o.addEventListener("focus", () => A(o)), o.addEventListener("blur", y));
  }
  const n = e.filter((o) => o.localName === "a");
  n[0]?.setAttribute("tabindex", "0"), t.addEventListener("keydown", (o) => R(n, o));
}
function A(t, e) {
  const n = document.createDocumentFragment(), [o, ...c] = (t.dataset.told ?? "").split(" · "), r = document.createElement("b");
  r.dir = "auto", r.textContent = o ?? "", n.append(r);
  for (const i of c) {
    const s = document.createElement("span");
    s.className = "peek-line", s.dir = "auto", s.textContent = i, n.append(s);
  }
  M(t, n, e);
}
function R(t, e) {
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
function z() {
  document.addEventListener("keydown", (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || $(e.target)) return;
    const n = S.find((c) => c.key === e.key), o = n === void 0 ? B(e.key) : null;
    n === void 0 && o === null || (e.preventDefault(), n !== void 0 ? n.act() : o?.click());
  }), x("?", "show the keys of this page", O);
  const t = document.querySelector("input[type=search][name=q]");
  t !== null && x("/", "search", () => t.focus());
}
function $(t) {
  return t instanceof HTMLElement ? t.isContentEditable || t.matches("input:not([type=checkbox]):not([type=radio]), textarea, select") : !1;
}
function B(t) {
  return /^[a-z]$/i.test(t) ? [...document.querySelectorAll(`[data-key="${t.toLowerCase()}"]`)].find((n) => n.checkVisibility()) ?? null : null;
}
function O() {
  const t = document.querySelector("dialog.keys");
  if (t !== null) {
    t.remove();
    return;
  }
  const e = /* @__PURE__ */ new Map();
  for (const i of document.querySelectorAll("[data-key]")) {
    const s = i.dataset.key;
    s !== void 0 && !e.has(s) && i.checkVisibility() && e.set(s, Y(i));
  }
  for (const i of S) e.has(i.key) || e.set(i.key, i.words);
  const n = document.createElement("dialog");
  n.className = "keys", n.setAttribute("aria-label", "Keys of this page");
  const o = document.createElement("h2");
  o.textContent = "Keys of this page";
  const c = document.createElement("dl");
  for (const [i, s] of e) c.append(...H(i, s));
  const r = document.createElement("button");
  r.textContent = "Close", r.addEventListener("click", () => n.close()), n.addEventListener("close", () => n.remove()), n.append(o, c, r), document.body.append(n), n.showModal();
}
function H(t, e) {
  const n = document.createElement("dt"), o = document.createElement("kbd");
  o.textContent = t.length === 1 ? t.toUpperCase() : t, n.append(o);
  const c = document.createElement("dd");
  return c.textContent = e, [n, c];
}
function Y(t) {
  const e = t.cloneNode(!0);
  for (const o of e.querySelectorAll("kbd")) o.remove();
  const n = (e.textContent ?? "").replace(/\s+/g, " ").trim();
  return n.length > 60 ? "open the first" : n;
}
function V() {
  const t = document.querySelector(".wordings");
  if (t === null || t.querySelector("ins, del") === null) return;
  const e = document.createElement("button");
  e.type = "button", e.className = "drift-toggle";
  const n = (c) => {
    t.classList.toggle("is-plain", !c), e.setAttribute("aria-pressed", String(c)), e.textContent = c ? "Hide what differs" : "Mark what differs";
  }, o = () => n(t.classList.contains("is-plain"));
  e.addEventListener("click", o), x("d", "mark what differs, or not", o), t.before(e), n(!0);
}
const X = 6;
function v(t, e, n, o) {
  const c = Math.min(X, Math.max(1, t.width / e.width * n)), r = t.width / c, i = t.height / c, s = o.x - (o.x - e.x) / e.width * r, l = o.y - (o.y - e.y) / e.height * i;
  return D(t, { x: s, y: l, width: r, height: i });
}
function g(t, e, n, o) {
  return D(t, { ...e, x: e.x + n, y: e.y + o });
}
function D(t, e) {
  const n = (o, c, r) => Math.min(Math.max(o, c), r);
  return {
    ...e,
    x: n(e.x, t.x, t.x + t.width - e.width),
    y: n(e.y, t.y, t.y + t.height - e.height)
  };
}
function U(t, e) {
  const n = t.width / e.width;
  return n >= 3.6 ? 4 : n >= 1.8 ? 2 : 1;
}
function j() {
  for (const t of document.querySelectorAll("[data-plot=map]")) F(t);
}
function F(t) {
  const e = t.viewBox.baseVal, n = { x: e.x, y: e.y, width: e.width, height: e.height }, o = t.closest(".chart-wide, .chart-narrow"), c = t.ownerSVGElement;
  if (o === null || c === null) return;
  let r = n;
  const i = c.querySelector("[data-scale]"), s = (d) => {
    r = d, t.setAttribute("viewBox", `${d.x} ${d.y} ${d.width} ${d.height}`), t.style.setProperty("--zoom", String(n.width / d.width)), t.dataset.zoom = String(U(n, d)), t.classList.toggle("is-zoomed", d.width < n.width), i !== null && G(i, n.width / d.width), y();
  }, l = () => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 }), a = (d, u = l()) => s(v(n, r, d, u));
  o.append(
    Z([
      ["+", "Zoom in", () => a(1.6)],
      ["−", "Zoom out", () => a(1 / 1.6)],
      ["⤢", "Show all", () => s(n)]
    ])
  ), c.addEventListener("keydown", (d) => {
    const f = {
      "+": () => a(1.6),
      "=": () => a(1.6),
      "-": () => a(0.625),
      0: () => s(n)
    }, h = {
      ArrowLeft: () => s(g(n, r, -0.15 * r.width, 0)),
      ArrowRight: () => s(g(n, r, 0.15 * r.width, 0)),
      ArrowUp: () => s(g(n, r, 0, -0.15 * r.height)),
      ArrowDown: () => s(g(n, r, 0, 0.15 * r.height))
    }, p = f[d.key] ?? (d.shiftKey ? h[d.key] : void 0);
    p !== void 0 && (d.preventDefault(), p());
  }), W(t, () => r, n, s);
}
function W(t, e, n, o) {
  const c = /* @__PURE__ */ new Map();
  let r = !1;
  const i = (s) => {
    const l = t.getBoundingClientRect(), a = e();
    return {
      x: a.x + (s.x - l.left) / l.width * a.width,
      y: a.y + (s.y - l.top) / l.height * a.height
    };
  };
  t.addEventListener("pointerdown", (s) => {
    s.button === 0 && (c.set(s.pointerId, { x: s.clientX, y: s.clientY }), r = !1);
  }), t.addEventListener("pointermove", (s) => {
    const l = c.get(s.pointerId);
    if (l === void 0) return;
    const a = { x: s.clientX, y: s.clientY };
    if (!r && c.size === 1 && Math.hypot(a.x - l.x, a.y - l.y) < 4) return;
    r || t.setPointerCapture(s.pointerId), r = !0;
    const d = [...c.entries()].filter(([f]) => f !== s.pointerId).map(([, f]) => f);
    c.set(s.pointerId, a);
    const u = d[0];
    if (u === void 0) {
      const [f, h] = [i(l), i(a)];
      o(g(n, e(), f.x - h.x, f.y - h.y));
    } else {
      const f = (p, L) => Math.hypot(p.x - L.x, p.y - L.y) || 1, h = i({ x: (a.x + u.x) / 2, y: (a.y + u.y) / 2 });
      o(v(n, e(), f(a, u) / f(l, u), h));
    }
  });
  for (const s of ["pointerup", "pointercancel"])
    t.addEventListener(s, (l) => c.delete(l.pointerId));
  t.addEventListener("dragstart", (s) => s.preventDefault()), t.addEventListener("click", (s) => {
    r && s.preventDefault(), r = !1;
  }, { capture: !0 }), t.addEventListener("wheel", (s) => {
    !s.ctrlKey && !s.metaKey || (s.preventDefault(), o(v(n, e(), Math.exp(-s.deltaY / 300), i({ x: s.clientX, y: s.clientY }))));
  }, { passive: !1 });
}
function Z(t) {
  const e = document.createElement("div");
  e.className = "map-buttons";
  for (const [n, o, c] of t) {
    const r = document.createElement("button");
    r.type = "button", r.textContent = n, r.setAttribute("aria-label", o), r.title = o, r.addEventListener("click", c), e.append(r);
  }
  return e;
}
function G(t, e) {
  const n = t.querySelector("text"), o = Number(t.dataset.scale ?? "0") / e;
  n !== null && (n.textContent = `${o >= 10 ? Math.round(o) : Number(o.toPrecision(2))} km`);
}
function J() {
  const t = document.querySelector("[data-marks]");
  if (t === null) return;
  const e = [...t.querySelectorAll("[data-items]")];
  for (const c of ["pointerover", "focusin"])
    t.addEventListener(c, (r) => Q(r));
  for (const c of ["pointerout", "focusout"])
    t.addEventListener(c, () => {
      T([]), b();
    });
  const n = e.filter((c) => c.tabIndex >= 0), o = (c) => tt(n, c);
  for (const c of ["n", "j"]) x(c, "the next mark", () => o(1));
  for (const c of ["p", "k"]) x(c, "the mark before", () => o(-1));
}
function Q(t) {
  const e = t.target instanceof Element ? t.target.closest("[data-items]") : null;
  if (e === null) return;
  const n = (e.dataset.items ?? "").split(" ").filter(Boolean);
  T(n);
  const o = n.map((a) => K(a)).filter((a) => a !== null), c = [...new Set(o)].reverse(), r = c[0];
  if (r === void 0) return;
  const i = r.parentElement;
  if (i !== null && getComputedStyle(i).position === "sticky") {
    i.scrollTo({ top: r.offsetTop - i.offsetTop - 16, behavior: et() ? "auto" : "smooth" });
    return;
  }
  const s = t instanceof PointerEvent ? { x: t.clientX, y: t.clientY } : void 0, l = document.createDocumentFragment();
  for (const a of c.slice(0, 3)) l.append(_(a));
  M(e, l, s);
}
function K(t) {
  return document.getElementById(t)?.closest("[data-card], .card") ?? null;
}
function _(t) {
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
    K(e)?.classList.add("on");
  }
}
function tt(t, e) {
  const n = t.filter((i) => i.checkVisibility()), o = n.indexOf(document.activeElement), c = o >= 0 ? o : e > 0 ? C(n) - 1 : C(n), r = n[Math.min(Math.max(c + e, 0), n.length - 1)];
  r?.focus(), r?.scrollIntoView({ block: "center" });
}
function et() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
function C(t) {
  const e = t.findIndex((n) => n.getBoundingClientRect().top > 60);
  return e < 0 ? t.length : e;
}
function q(t, e = t.length) {
  let n = 0;
  for (let o = 0; o < e && o < t.length; n += 1)
    o += (t.codePointAt(o) ?? 0) > 65535 ? 2 : 1;
  return n;
}
function nt(t, e, n) {
  const o = t.slice(e, n), c = o.length - o.trimStart().length, r = o.trim();
  if (r === "") return null;
  const i = q(t, e + c);
  return { start: i, end: i + q(r) };
}
function ot(t, e) {
  if (e === null || e.isCollapsed || e.rangeCount === 0) return null;
  const n = e.getRangeAt(0);
  if (!t.contains(n.startContainer) || !t.contains(n.endContainer)) return null;
  const o = t.ownerDocument?.createRange();
  if (o === void 0) return null;
  o.selectNodeContents(t), o.setEnd(n.startContainer, n.startOffset);
  const c = o.toString().length;
  return [c, c + n.toString().length];
}
function rt() {
  const t = document.querySelector("textarea[data-selected]"), e = document.querySelector("[data-context]");
  if (t === null || e === null) return;
  const n = document.querySelector("input[data-selected-at]"), o = Number(e.dataset.context ?? "0");
  document.addEventListener("selectionchange", () => {
    const c = e.textContent ?? "", r = ot(e, document.getSelection()), i = r === null ? null : nt(c, r[0], r[1]);
    i !== null && (t.value = [...c].slice(i.start, i.end).join(""), n !== null && (n.value = String(o + i.start)), t.classList.add("is-taken"));
  }), t.addEventListener("input", () => {
    n !== null && (n.value = "");
  });
}
const E = ["auto", "light", "dark"], ct = { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" };
function st() {
  const t = document.querySelector("[data-theme-toggle]");
  if (t === null) return;
  const e = () => {
    const o = document.documentElement.dataset.theme;
    return o === "light" || o === "dark" ? o : "auto";
  }, n = () => {
    t.textContent = ct[e()];
  };
  t.hidden = !1, t.addEventListener("click", () => {
    const o = E[(E.indexOf(e()) + 1) % E.length] ?? "auto";
    o === "auto" ? delete document.documentElement.dataset.theme : document.documentElement.dataset.theme = o, it(o), n();
  }), n();
}
function it(t) {
  try {
    t === "auto" ? localStorage.removeItem("sayso-theme") : localStorage.setItem("sayso-theme", t);
  } catch {
  }
}
for (const t of [st, z, J, I, j, rt, V])
  try {
    t();
  } catch (e) {
    console.error(e);
  }
