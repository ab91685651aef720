// What the pages are made from: letters newest first, by authority, and their findings by topic.
import { createRequire } from "node:module";

const FINDINGS_OF_A_PAGE = 100;

// The parser that Eleventy itself uses, which lies beside it.
const markdown = createRequire(process.argv[1])("markdown-it")();

const newestFirst = (api) => api.getFilteredByTag("letter").sort((a, b) => b.date - a.date);

function groups(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

const findingsOf = (letter) =>
  letter.data.findings.map((finding, place) => ({ finding, anchor: `f${place + 1}`, letter }));

function pagesOf([topic, findings]) {
  const count = Math.ceil(findings.length / FINDINGS_OF_A_PAGE);
  return Array.from({ length: count }, (_, page) => ({
    topic,
    count,
    number: page + 1,
    findings: findings.slice(page * FINDINGS_OF_A_PAGE, (page + 1) * FINDINGS_OF_A_PAGE),
  }));
}

export default function (site) {
  site.addCollection("newest", newestFirst);
  site.addCollection("timelines", (api) =>
    [...groups(newestFirst(api), (letter) => letter.data.authorities[0])]
      .map(([slug, letters]) => ({ slug, letters }))
      .sort((a, b) => a.slug.localeCompare(b.slug)),
  );
  site.addCollection("topicPages", (api) =>
    [...groups(newestFirst(api).flatMap(findingsOf), ({ finding }) => finding.topic)].flatMap(pagesOf),
  );
  site.addFilter("inline", (text) => markdown.renderInline(text));
  return { markdownTemplateEngine: false, dir: { input: "src" } };
}
