import { escaped, longDate, page, topicAddress } from "../page.js";

export const data = {
  pagination: { data: "collections.topicPages", size: 1, alias: "part" },
  permalink: ({ part }) => topicAddress(part.topic, part.number),
};

export function render({ part: { topic, count, number, findings }, topicTitles }) {
  const entries = findings.map(
    ({ finding: { polarity, text }, anchor, letter }) => `<li class="finding ${polarity}">${polarity}: ${this.inline(text)}
<a href="${letter.url}#${anchor}">${escaped(letter.data.title)}, ${longDate(letter.date)}</a></li>`,
  );
  const newer = number > 1 ? `<a rel="prev" href="${topicAddress(topic, number - 1)}">Newer</a>` : "";
  const older = number < count ? `<a rel="next" href="${topicAddress(topic, number + 1)}">Older</a>` : "";
  return page(
    topicTitles[topic],
    topicAddress(topic, number),
    `<p>Findings on this topic.</p>
<p>Page ${number} of ${count}</p>
<ol>
${entries.join("\n")}
</ol>
${newer}
${older}`,
  );
}
