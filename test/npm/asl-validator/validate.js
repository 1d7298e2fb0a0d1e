// Reads a JSON array of definitions from the standard input; writes, for each, the list of what asl-validator finds.
const validate = require('asl-validator');

let input = '';
process.stdin.on('data', chunk => { input += chunk; });
process.stdin.on('end', () => {
  const findings = JSON.parse(input).map(definition => validate(definition).errors.map(error => JSON.stringify(error)));
  process.stdout.write(JSON.stringify(findings));
});
