import { expect, test } from "vitest";
import { unzip } from "../../test/unzip.ts";
import { zipFiles } from "./zip-files.ts";

test("every file comes out as it went in, with Persian in it and in folders", async () => {
  const files = [
    { name: "four-lists/table.csv", text: "list1,count\n1,5\n" },
    { name: "four-lists/README.md", text: "# این عددها، دوباره\n" },
    { name: "فهرست/reproduce.R", text: "" },
  ];
  expect(await unzip(zipFiles(files))).toEqual(
    Object.fromEntries(files.map(({ name, text }) => [name, text])),
  );
  expect(await unzip(zipFiles([]))).toEqual({});
});

test("the sum of each file is that of the format", () => {
  const zip = zipFiles([{ name: "a", text: "123456789" }]);
  // The check value of CRC-32: 0xcbf43926.
  expect([...zip.slice(14, 18)]).toEqual([0x26, 0x39, 0xf4, 0xcb]);
});
