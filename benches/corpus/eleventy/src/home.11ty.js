import { escaped, listed, page, time, topicAddress } from "../page.js";

export const data = { permalink: "/" };

export function render({ collections: { newest, timelines }, councils, topicTitles }) {
  const letter = ({ url, date, data: { title, progress } }) =>
    `<a href="${url}">${escaped(title)}</a> ${time(date)}: ${escaped(progress.words)}`;
  const counts = new Map();
  for (const topic of newest.flatMap(({ data: { topics } }) => topics)) {
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return page(
    "Letters",
    "/",
    `<h2>New letters</h2>
<ol>${listed(newest.slice(0, 20), letter)}</ol>
<h2>Topics</h2>
<ul>${listed([...counts], ([topic, count]) => `<a href="${topicAddress(topic)}">${escaped(topicTitles[topic])}</a>, in ${count} letters`)}</ul>
<h2>Authorities</h2>
<ul>${listed(timelines, ({ slug, letters }) => `<a href="/authorities/${slug}/">${escaped(councils[slug].name)}</a>, ${letters.length} letters`)}</ul>`,
  );
}
