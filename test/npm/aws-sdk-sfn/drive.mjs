// Walks the operations that the product uses and prints what came back as one JSON document.
import {
  SFNClient, CreateStateMachineCommand, UpdateStateMachineCommand, CreateStateMachineAliasCommand, DescribeStateMachineCommand,
  StartExecutionCommand, StartSyncExecutionCommand, DescribeExecutionCommand, GetExecutionHistoryCommand,
  ListStateMachineVersionsCommand, ListExecutionsCommand, DeleteStateMachineCommand, paginateGetExecutionHistory,
} from '@aws-sdk/client-sfn';

const client = new SFNClient({
  endpoint: process.argv[2],
  region: 'us-east-1',
  disableHostPrefix: true,
  maxAttempts: 1,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const send = command => client.send(command);
const roleArn = 'arn:aws:iam::111111111111:role/local';
const machine = output => JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: { First: { Type: 'Pass', Output: output, End: true } },
});

const created = await send(new CreateStateMachineCommand({ name: 'driven', definition: machine('{% $states.input.n + 1 %}'), roleArn, publish: true }));
const updated = await send(new UpdateStateMachineCommand({ stateMachineArn: created.stateMachineArn, definition: machine('{% $states.input.n + 2 %}'), publish: true }));
const alias = await send(new CreateStateMachineAliasCommand({
  name: 'live',
  routingConfiguration: [{ stateMachineVersionArn: created.stateMachineVersionArn, weight: 100 }],
}));
const versions = await send(new ListStateMachineVersionsCommand({ stateMachineArn: created.stateMachineArn }));
const started = await send(new StartExecutionCommand({ stateMachineArn: alias.stateMachineAliasArn, name: 'one', input: '{"n":1}' }));
let described;
do {
  described = await send(new DescribeExecutionCommand({ executionArn: started.executionArn }));
} while (described.status === 'RUNNING');
const events = [];
for await (const page of paginateGetExecutionHistory({ client, pageSize: 2 }, { executionArn: started.executionArn })) {
  events.push(...page.events);
}
const reversed = await send(new GetExecutionHistoryCommand({ executionArn: started.executionArn, reverseOrder: true, maxResults: 1 }));
const executions = await send(new ListExecutionsCommand({ stateMachineArn: created.stateMachineArn, statusFilter: 'SUCCEEDED' }));

const express = await send(new CreateStateMachineCommand({ name: 'express', type: 'EXPRESS', definition: machine('{% $states.input.n * 10 %}'), roleArn }));
const sync = await send(new StartSyncExecutionCommand({ stateMachineArn: express.stateMachineArn, input: '{"n":4}' }));
let refused;
try {
  await send(new CreateStateMachineCommand({ name: 'broken', definition: '{}', roleArn }));
} catch (error) {
  refused = { name: error.name, message: error.message, status: error.$metadata.httpStatusCode };
}
const described1 = await send(new DescribeStateMachineCommand({ stateMachineArn: created.stateMachineVersionArn }));
await send(new DeleteStateMachineCommand({ stateMachineArn: created.stateMachineArn }));

console.log(JSON.stringify({
  versions: versions.stateMachineVersions.map(version => version.stateMachineVersionArn.split(':').pop()),
  updatedVersion: updated.stateMachineVersionArn.split(':').pop(),
  status: described.status,
  output: described.output,
  alias: described.stateMachineAliasArn.split(':').pop(),
  startedIsDate: described.startDate instanceof Date,
  events: events.map(event => event.type),
  lastEvent: reversed.events[0].type,
  entered: events[1].stateEnteredEventDetails.input,
  executions: executions.executions.map(execution => execution.name),
  sync: { status: sync.status, output: sync.output, billed: sync.billingDetails.billedMemoryUsedInMB },
  refused,
  describedType: described1.type,
}));
