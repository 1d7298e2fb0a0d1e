// Reads {"machine", "input", "milliseconds"} lines, answers each with executions per second and per second of processor time.
import { createInterface } from 'node:readline';
import { StateMachine } from 'aws-local-stepfunctions';

const machines = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const { machine, input, milliseconds } = JSON.parse(line);
  const key = JSON.stringify(machine);
  if (!machines.has(key)) {
    machines.set(key, new StateMachine(machine, { validationOptions: { checkPaths: false, checkArn: false } }));
  }

  const stateMachine = machines.get(key);
  await stateMachine.run(input).result;
  let executions = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  while (performance.now() - start < milliseconds) {
    await stateMachine.run(input).result;
    executions++;
  }

  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(`${executions / seconds} ${executions / ((user + system) / 1_000_000)}`);
}
