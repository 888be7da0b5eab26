import { describe, expect, test } from "vitest";
import { boxBetween, NO_BOX, readBox, typeBox } from "./picture-box.ts";

const SIZE = { width: 40, height: 30 };

describe("a box that is written", () => {
  test.each([
    [["1", "2", "10", "20"], { x: 1, y: 2, width: 10, height: 20 }],
    [["۱", "۲", "۱۰", "٢٠"], { x: 1, y: 2, width: 10, height: 20 }],
    [["0", "0", "40", "30"], { x: 0, y: 0, width: 40, height: 30 }],
    [["0", "0", "41", "30"], null],
    [["30", "0", "11", "3"], null],
    [["0", "0", "0", "3"], null],
    [["-1", "0", "4", "3"], null],
    [["1.5", "0", "4", "3"], null],
    [["", "0", "4", "3"], null],
  ])("as %j is %j", ([left = "", top = "", width = "", height = ""], box) => {
    expect(readBox({ left, top, width, height }, SIZE)).toEqual(box);
    if (box !== null) expect(readBox(typeBox(box), SIZE)).toEqual(box);
  });

  test("is none before anything is written", () => {
    expect(readBox(NO_BOX, SIZE)).toBeNull();
  });
});

test("a box that is drawn lies in the picture, whichever way it was drawn", () => {
  const box = { x: 3, y: 4, width: 8, height: 6 };
  expect(boxBetween({ x: 3.4, y: 4.2 }, { x: 10.6, y: 9.1 }, SIZE)).toEqual(box);
  expect(boxBetween({ x: 10.6, y: 9.1 }, { x: 3.4, y: 4.2 }, SIZE)).toEqual(box);
  expect(boxBetween({ x: -5, y: 20 }, { x: 60, y: 90 }, SIZE)).toEqual({
    x: 0,
    y: 20,
    width: 40,
    height: 10,
  });
  expect(boxBetween({ x: 3, y: 3 }, { x: 3, y: 3 }, SIZE)).toBeNull();
  expect(boxBetween({ x: 50, y: 3 }, { x: 60, y: 9 }, SIZE)).toBeNull();
});
