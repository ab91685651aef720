// Reads the front matter of each file below a folder by a library for YAML, and writes it anew.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as jsYaml from 'js-yaml';
import * as yaml from 'yaml';

const rewrite = {
  'js-yaml': (text) => jsYaml.dump(jsYaml.load(text)),
  yaml: (text) => yaml.stringify(yaml.parse(text)),
  // Keeps comments and the way that values are written.
  'yaml-document': (text) => yaml.parseDocument(text).toString(),
};

const [program, folder] = process.argv.slice(2);
for (const name of readdirSync(folder, { recursive: true })) {
  if (!name.endsWith('.md')) continue;
  const path = join(folder, name);
  const [, facts, body] = readFileSync(path, 'utf8').match(/^---\n(.*?\n)---\n(.*)$/s);
  writeFileSync(path, `---\n${rewrite[program](facts)}---\n${body}`);
}
