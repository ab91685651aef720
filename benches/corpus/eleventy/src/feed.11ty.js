import { ADDRESS, escaped } from "../page.js";

export const data = { permalink: "/feed.xml" };

export function render({ collections: { newest } }) {
  const letters = newest.slice(0, 30);
  const entries = letters.map(
    ({ url, date, content, data: { title } }) => `<entry>
<id>${ADDRESS}${url}</id>
<title>${escaped(title)}</title>
<link href="${ADDRESS}${url}"/>
<updated>${date.toISOString()}</updated>
<author><name>Inspectors</name></author>
<content type="html">${escaped(content)}</content>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${ADDRESS}/feed.xml</id>
<title>Letters</title>
<link rel="self" href="${ADDRESS}/feed.xml"/>
<updated>${letters[0].date.toISOString()}</updated>
${entries.join("\n")}
</feed>
`;
}
