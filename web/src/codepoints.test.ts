import { describe, expect, it } from "vitest";
import { codePoints, trimmed } from "./codepoints";

describe("codePoints", () => {
  it("counts a pair as one", () => {
    expect(codePoints("a😀b")).toBe(3);
    expect(codePoints("a😀b", 1)).toBe(1);
    expect(codePoints("a😀b", 3)).toBe(2);
  });
  it("counts Cyrillic, combining marks and lone surrogates as Python does", () => {
    expect(codePoints("Міноборони")).toBe(10);
    expect(codePoints("e\u0301")).toBe(2);
    expect(codePoints("\ud83dx")).toBe(2);
  });
  it("takes no more than there is", () => {
    expect(codePoints("ab", 9)).toBe(2);
    expect(codePoints("")).toBe(0);
  });
});

describe("trimmed", () => {
  it("leaves white space out", () => {
    expect(trimmed("😀 said so. ", 2, 11)).toEqual({ start: 2, end: 10 });
    expect(trimmed("a b", 1, 2)).toBeNull();
  });
  it("is the slice that Python takes", () => {
    const text = "«😀😀» сказал он";
    const found = trimmed(text, 1, 5);
    expect(found && [...text].slice(found.start, found.end).join("")).toBe("😀😀");
  });
});
