import { escaped, listed, page } from "../page.js";

export const data = { permalink: "/authorities/" };

export const render = ({ collections: { timelines }, councils }) =>
  page(
    "Authorities",
    "/authorities/",
    `<ul>${listed(timelines, ({ slug, letters }) => `<a href="/authorities/${slug}/">${escaped(councils[slug].name)}</a> (${letters.length})`)}</ul>`,
  );
