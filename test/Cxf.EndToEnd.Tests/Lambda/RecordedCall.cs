using System.Text.Json;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>A call that a function made of an AWS service.</summary>
internal sealed record RecordedCall(string Function, string Target, JsonElement Request)
{
    private static readonly Dictionary<string, string> Services = new()
    {
        ["DynamoDB_20120810"] = "dynamodb",
        ["AWSStepFunctions"] = "states",
        ["AmazonSSM"] = "ssm",
        ["AWSLambda"] = "lambda",
    };

    /// <summary>The IAM action that the call needs (service authorization reference).</summary>
    public string Action => Services[Target.Split('.')[0]] + ":" + Target.Split('.')[1];

    /// <summary>The ARN or name that the call is about; empty where it has none.</summary>
    public string Resource =>
        Request.TryGetProperty("routingConfiguration", out var routing)
            // An alias is made for the machine whose versions it routes to; its own name says nothing.
            ? routing[0].GetProperty("stateMachineVersionArn").GetString()!
        // What is removed together is allowed together.
        : Request.TryGetProperty("Names", out var names) ? names[0].GetString()!
        : Named();

    private string Named() =>
        new[] { "FunctionName", "TableName", "stateMachineArn", "stateMachineAliasArn", "executionArn", "Name", "Path", "name" }
            .Select(name => Request.TryGetProperty(name, out var value) ? value.GetString() : null)
            .FirstOrDefault(value => value is not null)
        ?? "";
}
