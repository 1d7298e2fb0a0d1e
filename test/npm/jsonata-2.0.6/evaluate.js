// Evaluates the cases that come as JSON lines {"expr", "input"?} and answers each with one JSON line:
// {"result"} as JSON.stringify prints it, {"undefined": true}, {"code", "token"}, or {"crash"} where the engine fails
// without a code of its own. A case that runs too long is answered {"crash": "timeout"}.
const readline = require('readline');
const jsonata = require('jsonata');

const patience = 1000;

async function answer(line) {
  const test = JSON.parse(line);
  let timer;
  const timeout = new Promise(resolve => { timer = setTimeout(() => resolve({ crash: 'timeout' }), patience); });
  const evaluation = (async () => {
    try {
      const result = await jsonata(test.expr).evaluate(test.input);
      return result === undefined ? { undefined: true } : { result: JSON.stringify(result, (_, value) => typeof value === 'function' || (value && (value._jsonata_lambda || value._jsonata_function)) ? '' : value) };
    } catch (error) {
      return typeof error.code === 'string' ? { code: error.code, token: error.token, position: error.position, message: error.message } : { crash: String(error) };
    }
  })();
  const outcome = await Promise.race([evaluation, timeout]);
  clearTimeout(timer);
  return outcome;
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(line)) + '\n');
  }
  process.exit(0);
})();
