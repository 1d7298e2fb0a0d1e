// Reads a JSON array of definitions from the standard input; writes, for each, the list of what asl-validator finds.
const Ajv = require('ajv');
const validate = require('asl-validator');

// asl-validator reads and compiles its schemas again for each definition, which is most of its work. They are the same for all.
const FirstAjv = Ajv.default;
let compiled;
Ajv.default = function (options) {
  if (compiled) {
    compiled.addFormat = compiled.addKeyword = () => compiled;
  }

  return compiled ??= new FirstAjv(options);
};

let input = '';
process.stdin.on('data', chunk => { input += chunk; });
process.stdin.on('end', () => {
  const findings = JSON.parse(input).map(definition => validate(definition).errors.map(error => JSON.stringify(error)));
  process.stdout.write(JSON.stringify(findings));
});
