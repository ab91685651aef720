import { escaped, listed, page, topicAddress } from "../page.js";

export const data = { permalink: "/topics/" };

export function render({ collections: { topicPages }, topicTitles }) {
  const topics = topicPages.filter(({ number }) => number === 1);
  return page(
    "Findings",
    "/topics/",
    `<ul>${listed(topics, ({ topic, count }) => `<a href="${topicAddress(topic)}">${escaped(topicTitles[topic])}</a> (${count} pages)`)}</ul>`,
  );
}
