import { escaped, isoDate, listed, page, time, topicAddress } from "../../page.js";

export default function (letter) {
  const { councils, topicTitles, content, visit, source } = letter;
  const [slug] = letter.authorities;
  const findings = letter.findings.map(
    ({ polarity, topic, text }, place) => `<li class="finding ${polarity}" id="f${place + 1}">${polarity}: ${this.inline(text)}
<a href="${topicAddress(topic)}">${escaped(topicTitles[topic])}</a>
<a href="#f${place + 1}">Link</a></li>`,
  );
  const figures = letter.measures.map(({ label, unit, points }) => {
    const cells = points.map(([day, figure]) => `<td>${isoDate(day)}: ${figure}</td>`).join("");
    return `<tr><th>${escaped(label)}</th>${cells}<td>${unit}</td></tr>`;
  });
  return page(
    letter.title,
    letter.page.url,
    `<p>${time(letter.page.date)}, visit ${visit} to <a href="/authorities/${slug}/">${escaped(councils[slug].name)}</a>,
from ${isoDate(letter.first_day)} to ${isoDate(letter.last_day)}. <a href="${source}">The letter</a></p>
<p>${escaped(letter.progress.words)}</p>
<h2>Areas</h2>
<ul>${listed(letter.areas, escaped)}</ul>
<h2>Findings</h2>
<ol>
${findings.join("\n")}
</ol>
<table><caption>Figures</caption>
${figures.join("\n")}
</table>
<div>${content}</div>
<p>Inspectors: ${escaped(letter.inspectors.join(", "))}</p>`,
  );
}
