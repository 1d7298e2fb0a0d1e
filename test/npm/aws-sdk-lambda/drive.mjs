// Invokes functions as an AWS user's program does and prints what came back as one JSON document.
import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda';
import { readFileSync } from 'node:fs';

const [endpoint, events] = process.argv.slice(2);
const client = new LambdaClient({
  endpoint,
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const text = bytes => bytes && Buffer.from(bytes).toString();
// A slow machine needs more than the time that a call to a third party usually has.
const patient = event => text(event).replace(/"timeoutMs": \d+/, '"timeoutMs": 60000');
async function invoke(FunctionName, file, more = {}) {
  const Payload = file ? patient(readFileSync(`${events}/${file}`)) : undefined;
  try {
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload, ...more }));
    return {
      status: answer.StatusCode,
      error: answer.FunctionError,
      version: answer.ExecutedVersion,
      payload: answer.Payload?.length ? JSON.parse(text(answer.Payload)) : undefined,
      log: answer.LogResult && Buffer.from(answer.LogResult, 'base64').toString(),
    };
  } catch (refusal) {
    return { name: refusal.name, message: refusal.message };
  }
}

// The first events start the processes, which on a slow machine takes longer than a call may take.
await invoke('CallApiFunction', 'CallApi/find-leads-selected.json');
await invoke('ExecuteFlowFunction', 'ExecuteFlow/rejected-unknown-flow.json');
console.log(JSON.stringify({
  executed: await invoke('cxf-local-ExecuteFlow:live', 'ExecuteFlow/connect-caller-continues.json', { LogType: 'Tail' }),
  called: await invoke('CallApiFunction', 'CallApi/create-lead.json'),
  failed: await invoke('CallApiFunction', 'CallApi/unavailable.json'),
  event: await invoke('ExecuteFlowFunction', 'ExecuteFlow/connect-caller-continues.json', { InvocationType: 'Event' }),
  dryRun: await invoke('ExecuteFlowFunction', undefined, { InvocationType: 'DryRun' }),
  unknown: await invoke('NoSuchFunction', undefined),
  unknownQualifier: await invoke('ExecuteFlowFunction', undefined, { Qualifier: '7' }),
  otherQualifier: await invoke('cxf-local-ExecuteFlow:live', undefined, { Qualifier: '$LATEST' }),
  unknownType: await invoke('ExecuteFlowFunction', undefined, { InvocationType: 'Later' }),
  notJson: await invoke('ExecuteFlowFunction', undefined, { Payload: 'not json' }),
  tooLarge: await invoke('ExecuteFlowFunction', undefined, { Payload: ' '.repeat(7 * 1024 * 1024) }),
}));
