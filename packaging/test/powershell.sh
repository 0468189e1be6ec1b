#!/bin/sh
# Parses every command that the catalogue names for PowerShell with a grammar of that language:
#   packaging/test/powershell.sh [PROGRAM]
# The tests look for open quotes and brackets only, since PowerShell itself is not everywhere. A grammar is not PowerShell:
# it knows no command and no parameter. Needs node and npm, which fetches the grammar.
set -eu

program=${1:-$(cd "$(dirname "$0")/../.." && pwd)/target/scimdoctor/bin/scimdoctor}
for tool in node npm "$program"; do
  command -v "$tool" >/dev/null || { echo "$0: $tool is not here" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" explain -o json >"$work/catalogue.json"
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts tree-sitter-pwsh@0.38.1 web-tree-sitter@0.27.2 >/dev/null

cat >parse.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Language, Parser } from "web-tree-sitter";

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load("node_modules/tree-sitter-pwsh/tree-sitter-powershell.wasm"));
const isBroken = (text) => parser.parse(text).rootNode.hasError;

if (!["Get-Item 'a", "foreach ($x in 1) { $x", "if ($a -eq ) { }"].every(isBroken)) {
  throw new Error("the grammar takes everything");
}
const commands = new Set();
const collect = (node) => {
  if (node?.tool && typeof node.text === "string" && !["portal", "curl"].includes(node.tool)) {
    commands.add(node.text);
  }
  Object.values(node ?? {}).forEach((value) => typeof value === "object" && collect(value));
};
collect(JSON.parse(readFileSync("catalogue.json", "utf8")));
const broken = [...commands].filter(isBroken);
console.log(`${commands.size} commands, ${broken.length} of them not PowerShell`, ...broken.map((text) => `\n${text}`));
process.exit(broken.length > 0 || commands.size < 20 ? 1 : 0);
JS
node parse.mjs
