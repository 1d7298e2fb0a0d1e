// Asks what cxf doctor asks, as clients that nobody here wrote, and prints what they read as one JSON document.
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { ConnectClient, ListLambdaFunctionsCommand } from '@aws-sdk/client-connect';
import { IAMClient, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { GetAliasCommand, GetFunctionConfigurationCommand, GetPolicyCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, GetQueueUrlCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const [endpoint] = process.argv.slice(2);
const settings = {
  endpoint,
  region: 'us-east-1',
  maxAttempts: 1,
  useQueueUrlAsEndpoint: false,
  md5: false,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};
const [lambda, iam, connect, cloudWatch, sqs] = [LambdaClient, IAMClient, ConnectClient, CloudWatchClient, SQSClient].map(
  client => new client(settings),
);
const FunctionName = 'cxf-local-ExecuteFlow';
const Qualifier = 'live';
const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'cxf-local-publish-requests-dead' }));
const read = {
  alias: await lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' })),
  settings: await lambda.send(new GetFunctionConfigurationCommand({ FunctionName, Qualifier })),
  policy: await lambda.send(new GetPolicyCommand({ FunctionName, Qualifier })),
  answer: await lambda.send(
    new InvokeCommand({ FunctionName, Qualifier, InvocationType: 'RequestResponse', Payload: Buffer.from('{"a":1}') }),
  ),
  simulated: await iam.send(
    new SimulatePrincipalPolicyCommand({
      PolicySourceArn: 'arn:aws:iam::111122223333:role/r',
      ActionNames: ['dynamodb:GetItem', 'dynamodb:PutItem'],
      ResourceArns: ['arn:aws:dynamodb:us-east-1:111122223333:table/cxf-local-runs'],
      ContextEntries: [
        { ContextKeyName: 'dynamodb:LeadingKeys', ContextKeyType: 'stringList', ContextKeyValues: ['LIMITS#doctor'] },
      ],
    }),
  ),
  functions: await connect.send(
    new ListLambdaFunctionsCommand({ InstanceId: '11111111-2222-4333-8444-555555555555', maxResults: 25, MaxResults: 25 }),
  ),
  alarms: await cloudWatch.send(
    new DescribeAlarmsCommand({ StateValue: 'ALARM', AlarmTypes: ['MetricAlarm'], MaxRecords: 100 }),
  ),
  QueueUrl,
  count: await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  ),
  messages: await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 })),
};
console.log(JSON.stringify(read));
