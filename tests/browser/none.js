// Fails with a list of what was found where nothing should be.
import assert from 'node:assert/strict';

const shown = 40;

export function none(found, title) {
  const more = found.length > shown ? [`and ${found.length - shown} more`] : [];
  assert.ok(found.length === 0, [`${found.length} ${title}:`, ...found.slice(0, shown), ...more].join('\n  '));
}
