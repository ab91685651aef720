// What people see of a page.
import assert from 'node:assert/strict';

// Waits until the top of an element is in the window, with nothing over it; also where no scripts run.
export async function untilSeen(tab, selector) {
  const isSeen = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 10));
    return element.contains(there) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const end = Date.now() + 5000;
  while (!(await tab.locator(selector).first().evaluate(isSeen))) {
    assert.ok(Date.now() < end, `people do not see ${selector}`);
    await tab.waitForTimeout(50);
  }
}

// Waits, and says in our words what did not come about.
export function otherwise(wait, words) {
  return wait.catch((cause) => { throw new Error(words, { cause }); });
}

// In the page: whether people see an outline around an element, or around its label.
export function isOutlined(element) {
  return [element, ...(element.labels ?? [])].some((each) => {
    const { width, height } = each.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const isSeen = width > 4 && height > 4 && each.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return isSeen && outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/^rgba.*, 0\)$/.test(outlineColor);
  });
}
