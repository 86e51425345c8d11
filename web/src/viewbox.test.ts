import { describe, expect, it } from "vitest";
import { DEEPEST, level, moved, roundScale, zoomed } from "./viewbox";

const whole = { x: 0, y: 0, width: 760, height: 480 };

describe("zoomed", () => {
  it("keeps the spot where it is", () => {
    const about = { x: 190, y: 120 };
    const box = zoomed(whole, whole, 2, about);
    expect(box.width).toBe(380);
    expect((about.x - box.x) / box.width).toBeCloseTo(0.25);
  });
  it("never leaves the whole, nor goes deeper than the borders hold", () => {
    expect(zoomed(whole, whole, 0.1, { x: 0, y: 0 })).toEqual(whole);
    expect(zoomed(whole, whole, 99, { x: 0, y: 0 }).width).toBeCloseTo(760 / DEEPEST);
  });
});

describe("moved", () => {
  it("stops at the edge", () => {
    const box = zoomed(whole, whole, 2, { x: 0, y: 0 });
    expect(moved(whole, box, -50, 9999)).toEqual({ ...box, x: 0, y: 240 });
  });
});

describe("level", () => {
  it("grows with the zoom", () => {
    expect([1, 2, 4].map((factor) => level(whole, zoomed(whole, whole, factor, { x: 0, y: 0 })))).toEqual([1, 2, 4]);
  });
});

describe("roundScale", () => {
  it("tells round kilometres and keeps the scale", () => {
    expect(roundScale(200, 80)).toEqual({ km: 200, length: 80 });
    expect(roundScale(48.8, 80)).toEqual({ km: 20, length: 32.8 });
    expect(roundScale(0.5, 10)).toEqual({ km: 0.5, length: 10 });
  });
});
