// What keeps people from a page: what axe objects to, and a page wider than its window.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What axe objects to, a line for each rule.
export async function violations(tab) {
  const { violations, passes } = await new AxeBuilder({ page: tab }).withTags(rules).setLegacyMode().analyze();
  assert.notEqual(passes.length, 0, 'axe found nothing to look at');
  return violations.map(({ id, help, nodes }) => {
    const targets = nodes.slice(0, 5).map((node) => node.target.join(' '));
    return `${id}: ${help}: ${nodes.length} × ${targets.join(', ')}`;
  });
}

export async function doesNotScrollSideways(tab) {
  const { excess, wide } = await tab.evaluate(() => {
    const excess = document.documentElement.scrollWidth - innerWidth;
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => excess > 0 && element.getBoundingClientRect().right > innerWidth)
      .map((element) => [element.localName, ...element.classList].join('.'));
    return { excess, wide: wide.slice(0, 5) };
  });
  assert.ok(excess <= 0, `it scrolls sideways by ${excess} px, because of ${wide.join(', ')}`);
}
