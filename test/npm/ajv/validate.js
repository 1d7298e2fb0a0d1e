// Reads {"schema", "documents"}, or an array of them, from the standard input; writes, for each document, the list of what is
// wrong with it.
const Ajv = require('ajv/dist/2020');

let input = '';
process.stdin.on('data', chunk => { input += chunk; });
process.stdin.on('end', () => {
  const problems = [JSON.parse(input)].flat().flatMap(({ schema, documents }) => {
    const validate = new Ajv({ allErrors: true, strict: true }).compile(schema);
    return documents.map(document => validate(document) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message}`));
  });
  process.stdout.write(JSON.stringify(problems));
});
