// Reads dates that sites publish with edtf for JavaScript: each is EDTF of level 2 at most, and the days beside it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import edtf from "edtf";

const day = (time) => new Date(time).toISOString().slice(0, 10);
// Seasons are quarters of the year to this reader.
const isSeason = (text) => text.length === 7 && text.slice(5) > "12";

const dates = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const [text, earliest, latest] of dates) {
  const read = edtf(text, { level: 2 });
  // Brackets would be one of these.
  assert.notEqual(read.type, "Set", text);
  if (earliest !== null && !isSeason(text)) {
    assert.deepEqual([day(read.min), day(read.max)], [earliest, latest], text);
  }
}
console.log(`${dates.length} dates are EDTF to edtf for JavaScript, and the same days.`);
