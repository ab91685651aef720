// What all pages have in common.
export const ADDRESS = "https://letters.example";
export const POLARITIES = ["strength", "improving", "mixed", "not-yet"];

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escaped = (text) => String(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]);

export const isoDate = (date) => date.toISOString().slice(0, 10);

const LONG = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
export const longDate = (date) => LONG.format(date);
export const time = (date) => `<time datetime="${isoDate(date)}">${longDate(date)}</time>`;

export const listed = (items, show) => items.map((item, place) => `<li>${show(item, place)}</li>`).join("\n");

export const topicAddress = (topic, number = 1) => `/topics/${topic}/${number > 1 ? `page/${number}/` : ""}`;

export const page = (title, address, main) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Letters</title>
<link rel="canonical" href="${ADDRESS}${address}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml" title="New letters">
</head>
<body>
<a href="#main">To the main content</a>
<header><p><a href="/">Letters</a></p>
<nav><ul>
<li><a href="/authorities/">Authorities</a></li>
<li><a href="/topics/">Findings</a></li>
<li><a href="/about/">About</a></li>
</ul></nav></header>
<main id="main">
<h1>${escaped(title)}</h1>
${main}
</main>
<footer><p>A corpus to measure with.</p></footer>
</body>
</html>
`;
