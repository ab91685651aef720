import { ADDRESS, isoDate, topicAddress } from "../page.js";

export const data = { permalink: "/sitemap.xml" };

export function render({ collections: { newest, timelines, topicPages } }) {
  const address = (path, date) =>
    `<url><loc>${ADDRESS}${path}</loc>${date ? `<lastmod>${isoDate(date)}</lastmod>` : ""}</url>`;
  const addresses = [
    ...["/", "/authorities/", "/topics/", "/about/"].map((path) => address(path)),
    ...newest.map(({ url, date }) => address(url, date)),
    ...timelines.map(({ slug }) => address(`/authorities/${slug}/`)),
    ...topicPages.map(({ topic, number }) => address(topicAddress(topic, number))),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.join("\n")}
</urlset>
`;
}
