// Prints AWS's specification of the resource types named on the command line, as JSON:
// { "<resource type>": { "properties": { "<name>": { "required": bool, "type": T } }, "attributes": [ "<name>" ] } }
// where T is "string", "number", "boolean", "json", { "list": T }, { "map": T }, { "union": [T] } or { "properties": {…} }.
const { loadAwsServiceSpecSync } = require('@aws-cdk/aws-service-spec')

const database = loadAwsServiceSpecSync()
const open = new Set()

function type (of) {
  switch (of.type) {
    case 'array': return { list: type(of.element) }
    case 'map': return { map: type(of.element) }
    case 'union': return { union: of.types.map(type) }
    case 'ref': return definition(database.get('typeDefinition', of.reference.$ref))
    case 'integer': case 'number': return 'number'
    case 'string': case 'date-time': return 'string'
    case 'boolean': return 'boolean'
    default: return 'json'
  }
}

function definition (of) {
  // A type that contains itself (search filters do) is checked one level deep.
  if (open.has(of.$id)) return 'json'
  open.add(of.$id)
  const found = { properties: properties(of.properties) }
  open.delete(of.$id)
  return found
}

const properties = (of) => Object.fromEntries(Object.entries(of).map(
  ([name, property]) => [name, { required: property.required === true, type: type(property.type) }]))

const found = {}
for (const name of process.argv.slice(2)) {
  for (const resource of database.lookup('resource', 'cloudFormationType', 'equals', name)) {
    found[name] = { properties: properties(resource.properties), attributes: Object.keys(resource.attributes) }
  }
}
process.stdout.write(JSON.stringify(found))
