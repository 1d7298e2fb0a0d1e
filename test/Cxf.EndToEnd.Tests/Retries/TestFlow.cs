using Cxf.Flows.Compiling;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>A flow with one call that must not be made twice, or, without a claim, that only reads.</summary>
/// <param name="Type">The machine's type.</param>
/// <param name="Claims">Whether it claims its run.</param>
/// <param name="Contract">Its input contract.</param>
internal sealed record TestFlow(StateMachineType Type, bool Claims, string Contract = "{}")
{
    /// <summary>After how many seconds its machine gives up.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    private const string Answer = "{ 'message': 'Noted as ' & $rest_api_1.body.id & '.', 'outputs': { 'leadId': $rest_api_1.body.id } }";

    private const string Key = """{"pk":{"S":"TENANT#acme"},"sk":{"S":"{% 'RUN#' & $states.context.Execution.Name %}"}}""";

    public static TestFlow Express { get; } = new(StateMachineType.Express, Claims: true);

    public static TestFlow Reading { get; } = new(StateMachineType.Express, Claims: false);

    public static TestFlow Standard { get; } = new(StateMachineType.Standard, Claims: false);

    public string Definition(int version) => $$"""
        {"Comment":"version {{version}}","QueryLanguage":"JSONata","StartAt":"{{(Claims ? "Claim run" : "rest_api_1")}}","TimeoutSeconds":{{TimeoutSeconds}},"States":{
        {{(Claims ? ClaimStates : "")}}
        "rest_api_1":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"CallApi","Payload":{} },
          "Assign":{"rest_api_1":"{% $states.result.Payload %}"},"Next":"respond_1"},
        {{(Claims ? RecordedAnswer : PlainAnswer)}} } }
        """;

    private string ClaimStates => $$$"""
        "Claim run":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:putItem","Arguments":{"TableName":"runs","Item":{
            "pk":{"S":"TENANT#acme"},"sk":{"S":"{% 'RUN#' & $states.context.Execution.Name %}"},
            "claimedBy":{"S":"{% $states.context.Execution.Id %}"},
            "payloadHash":{"S":"{% {{{RunRecord.PayloadHashExpression}}} %}"},
            "startedAt":{"S":"{% $states.context.Execution.StartTime %}"},
            "endsBy":{"N":"{% $string($toMillis($states.context.Execution.StartTime) / 1000 + {{{TimeoutSeconds}}}) %}"},
            "expiresAt":{"N":"{% $string($toMillis($states.context.Execution.StartTime) / 1000 + 86400) %}"}},
          "ConditionExpression":"attribute_not_exists(pk) OR claimedBy = :me",
          "ExpressionAttributeValues":{":me":{"S":"{% $states.context.Execution.Id %}"} } },
          "Catch":[{"ErrorEquals":["DynamoDB.ConditionalCheckFailedException"],"Next":"Run claimed already"}],"Next":"rest_api_1"},
        "Run claimed already":{"Type":"Fail","Error":"RunClaimed","Cause":"Another execution does this run."},
        """;

    private static string RecordedAnswer => $$$"""
        "respond_1":{"Type":"Task","Resource":"arn:aws:states:::dynamodb:updateItem","Arguments":{"TableName":"runs","Key":{{{Key}}},
          "ConditionExpression":"claimedBy = :me","UpdateExpression":"SET #status = :status, #output = :output",
          "ExpressionAttributeNames":{"#status":"status","#output":"output"},
          "ExpressionAttributeValues":{":me":{"S":"{% $states.context.Execution.Id %}"},":status":{"S":"SUCCEEDED"},
            ":output":{"S":"{% $string({{{Answer}}}) %}"} } },
          "Output":"{% {{{Answer}}} %}","End":true}
        """;

    private static string PlainAnswer => $$$"""
        "respond_1":{"Type":"Succeed","Output":"{% {{{Answer}}} %}"}
        """;
}
