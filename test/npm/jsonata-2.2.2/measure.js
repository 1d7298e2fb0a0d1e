// Measures jsonata. The first line names the rows: [{"name", "expr", "input", "parseOnly"}]. Every further line is
// {"name", "seconds"} and is answered with the nanoseconds that one evaluation took in a run of at least so many seconds.
// So the engines can be measured in turns, under the same load of the machine.
const readline = require('readline');
const jsonata = require('jsonata');

const counts = new Map();

async function run(row, seconds) {
  const expression = row.expression ??= jsonata(row.expr);
  const once = row.parseOnly ? () => jsonata(row.expr) : () => expression.evaluate(row.input);
  const timed = async count => {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) {
      await once();
    }
    return Number(process.hrtime.bigint() - start);
  };

  if (!counts.has(row.name)) {
    let count = 1;
    while (await timed(count) < seconds * 1e9) {
      count *= 2;
    }
    counts.set(row.name, count);
  }

  const count = counts.get(row.name);
  return await timed(count) / count;
}

(async () => {
  let rows;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!rows) {
      rows = new Map(JSON.parse(line).map(row => [row.name, row]));
      continue;
    }

    const { name, seconds } = JSON.parse(line);
    process.stdout.write(await run(rows.get(name), seconds) + '\n');
  }
})();
