"""Reads a built site's feeds and sitemap, and writes down its JSON-LD as a program for TypeScript to check."""

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import urlparse

import feedparser
import jsonschema
import xmlschema

site, folder = Path(sys.argv[1]), Path(sys.argv[2])
# tag:AUTHORITY,DATE:SPECIFIC (RFC 4151).
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*(#.*)?")


def is_address(text):
    return urlparse(text).scheme in ("http", "https") and bool(urlparse(text).netloc)


def atom(path):
    """What feedparser reads, by the rules of RFC 4287 that it does not hold itself."""
    feed = feedparser.parse(path.read_bytes())
    assert feed.bozo == 0, f"{path}: {feed.bozo_exception}"
    assert feed.version == "atom10", f"{path}: {feed.version}"
    relations = [link.rel for link in feed.feed.links]
    assert relations.count("self") == 1 and feed.feed.title and feed.feed.authors, path
    ids = [feed.feed.id] + [entry.id for entry in feed.entries]
    assert len(set(ids)) == len(ids), f"{path} has an id twice"
    for each in ids:
        assert TAG.fullmatch(each), f"{path}: {each} is not a tag"
    for updated in [feed.feed.updated] + [entry.updated for entry in feed.entries]:
        datetime.strptime(updated, "%Y-%m-%dT%H:%M:%SZ")
    assert feed.feed.updated == max([entry.updated for entry in feed.entries], default=feed.feed.updated), path
    assert all(entry.author for entry in feed.entries), path
    return [(entry.id, entry.title, entry.link, entry.updated) for entry in feed.entries]


def is_json_author(author):
    return bool(author) and set(author) <= {"name", "url", "avatar"}


def json_feed(path):
    """The rules of https://www.jsonfeed.org/version/1.1/, for which no schema is published."""
    feed = json.loads(path.read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1", path
    assert set(feed) <= {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"}
    assert feed["title"] and is_address(feed["home_page_url"]) and is_address(feed["feed_url"]), path
    assert all(is_json_author(author) for author in feed["authors"]), path
    for item in feed["items"]:
        texts = {"id", "url", "title", "content_html", "summary", "date_published"}
        assert set(item) <= texts | {"authors"}, f"{path}: {set(item)}"
        assert all(isinstance(item[key], str) and item[key] for key in texts & set(item)), f"{path}: {item['id']}"
        # A feed's authors are for its items too, but readers that hand items on do not hand those on.
        assert item["authors"] and all(is_json_author(author) for author in item["authors"]), f"{path}: {item['id']}"
        assert item["id"] and item["content_html"] and is_address(item["url"]), path
        datetime.fromisoformat(item["date_published"].replace("Z", "+00:00"))
    return [(item["id"], item["title"], item["url"], item["date_published"]) for item in feed["items"]]


profile = next(folder.glob("python/lib/python*/site-packages/dplib/profiles/2.0/datapackage.json"))
profile = json.loads(profile.read_text(encoding="utf-8"))
package = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
jsonschema.validators.validator_for(profile)(profile).validate(package)
print("The data package fits the profile of version 2.")

feeds = sorted(site.rglob("feed.xml"))
assert feeds, "there are feeds"
for path in feeds:
    assert atom(path) == json_feed(path.with_suffix(".json")), f"{path} and the JSON beside it differ"
assert len(feeds) == len(list(site.rglob("feed.json")))
print(f"{len(feeds)} feeds in Atom, and as many in JSON with the same entries, are valid.")

schema = xmlschema.XMLSchema(folder / "sitemap.xsd")
for path in sorted(site.glob("sitemap*.xml")):
    schema.validate(path)
addresses = len(schema.to_dict(site / "sitemap.xml").get("url", []))
print(f"The sitemap is valid, and has {addresses} addresses.")

# Every kind of thing is there; of the many pages that have only their own place in the site, a few will do.
scripts, alike = {}, 0
for path in sorted(site.rglob("*.html")):
    for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text(encoding="utf-8"), re.S):
        graph = json.loads(script)
        if [thing["@type"] for thing in graph["@graph"]] == ["BreadcrumbList"]:
            alike += 1
            if alike > 5:
                continue
        scripts[str(path.relative_to(site))] = graph
kinds = {thing["@type"] for graph in scripts.values() for thing in graph["@graph"]}
assert {"WebSite", "GovernmentOrganization", "Report", "Dataset", "BreadcrumbList"} <= kinds, kinds
lines = ['import type { Graph } from "schema-dts";']
for number, (path, graph) in enumerate(scripts.items()):
    lines.append(f"// {path}\nexport const thing{number}: Graph = {json.dumps(graph)};")
(folder / "things.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")
print(f"{len(scripts)} pages' JSON-LD is written down: {', '.join(sorted(kinds))}.")
