// Checks a Kusto query on standard input with Kusto's own parser against the table's columns; prints what it finds wrong.
//   npm install --no-save @kusto/language-service-next@12.4.1
//   scimdoctor classify --kql | node src/bench/kql.cjs
const fs = require("fs");
const path = require("path");

const table = JSON.parse(fs.readFileSync(path.join(__dirname, "microsoft-graph-activity-logs.json"), "utf8"));
let loaded;
try {
  loaded = require.resolve("@kusto/language-service-next", { paths: [process.cwd(), __dirname] });
} catch (error) {
  console.error("kql: the npm package @kusto/language-service-next is not installed here");
  process.exit(3);
}
const folder = path.dirname(loaded);
require(path.join(folder, "bridge.js"));
require(path.join(folder, "Kusto.Language.Bridge.js"));

const columns = Object.entries(table.columns).map(([name, type]) => `${name}: ${type}`);
const symbols = Kusto.Language.Symbols;
const symbol = symbols.TableSymbol.From(`(${columns.join(", ")})`).WithName(table.table);
const database = new symbols.DatabaseSymbol.ctor("logs", [symbol]);
const globals = Kusto.Language.GlobalState.Default.WithDatabase(database);
const query = fs.readFileSync(0, "utf8");
const code = Kusto.Language.KustoCode.ParseAndAnalyze(query, globals);
const diagnostics = code.GetDiagnostics();
let wrong = 0;
for (let i = 0; i < diagnostics.Count; i++) {
  const found = diagnostics.getItem(i);
  if (found.Severity === "Error" || found.Severity === "Warning") {
    wrong++;
    const line = query.slice(0, found.Start).split("\n").length;
    console.log(`line ${line}: ${found.Severity}: ${found.Message}: ${query.substr(found.Start, Math.min(60, found.Length))}`);
  }
}
console.log(wrong === 0 ? "the query is in order" : `${wrong} findings`);
process.exit(wrong === 0 ? 0 : 1);
