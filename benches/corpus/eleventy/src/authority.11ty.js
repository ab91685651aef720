import { POLARITIES, escaped, listed, page, time } from "../page.js";

export const data = {
  pagination: { data: "collections.timelines", size: 1, alias: "timeline" },
  permalink: ({ timeline }) => `/authorities/${timeline.slug}/`,
};

export function render({ timeline: { slug, letters }, councils }) {
  const { name, inspections } = councils[slug];
  const entry = ({ url, date, data: { visit, progress, findings } }) => {
    const count = (polarity) => findings.filter((finding) => finding.polarity === polarity).length;
    const texts = findings.map(({ polarity, text }) => `<li class="${polarity}">${this.inline(text)}</li>`);
    return `${time(date)} <a href="${url}">Visit ${visit}</a>: ${escaped(progress.words)}
<ul>${listed(POLARITIES, (polarity) => `${polarity}: ${count(polarity)}`)}</ul>
<ol>${texts.join("")}</ol>`;
  };
  return page(
    name,
    `/authorities/${slug}/`,
    `<p>On ${escaped(name)}.</p>
<ol>${listed(letters, entry)}</ol>
<h2>Inspections</h2>
<ul>${listed(inspections, ({ first_day, last_day, published }) => `${first_day} to ${last_day}, published ${published}: inadequate`)}</ul>`,
  );
}
