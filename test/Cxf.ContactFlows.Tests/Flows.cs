namespace Cxf.ContactFlows.Tests;

/// <summary>Small flows for tests: actions written as JSON, around them the envelope and an end.</summary>
internal static class Flows
{
    public const string End = """{"Identifier": "End", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}""";

    /// <summary>A flow of actions; the first one starts it, and an action "End" that hangs up is added.</summary>
    public static string Of(string actions)
    {
        var first = actions.Split("\"Identifier\": \"")[1].Split('"')[0];
        return $$"""{"Version": "2019-10-30", "StartAction": "{{first}}", "Metadata": {}, "Actions": [{{actions}}, {{End}}]}""";
    }

    /// <summary>An action with the given parameters that goes on to End, and to End on the given errors.</summary>
    public static string Action(
        string type,
        string parameters,
        string errors = "NoMatchingError",
        string conditions = "",
        string id = "It",
        string next = "End"
    )
    {
        var branches = errors
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(error => $$"""{"NextAction": "{{next}}", "ErrorType": "{{error}}"}""");
        return $$"""
            {
              "Identifier": "{{id}}", "Type": "{{type}}", "Parameters": {{parameters}},
              "Transitions": { "NextAction": "{{next}}", "Conditions": [{{conditions}}], "Errors": [{{string.Join(
                ", ",
                branches
            )}}] }
            }
            """;
    }

    public static string Condition(string op, string operand, string next = "End") =>
        $$"""{"Condition": {"Operator": "{{op}}", "Operands": ["{{operand}}"]}, "NextAction": "{{next}}"}""";

    public static string Say(string id, string text, string next = "End") =>
        Action("MessageParticipant", $$"""{"Text": "{{text}}"}""", id: id, next: next);

    public static IReadOnlyList<ContactFlowDiagnostic> Problems(string actions) =>
        ContactFlowReader.Read(Of(actions)).Diagnostics;

    /// <summary>The one problem that the actions have.</summary>
    public static ContactFlowDiagnostic Problem(string actions) => Assert.Single(Problems(actions));

    /// <summary>An action that invokes a function and has its answer validated so.</summary>
    public static string Invoke(string responseType, string id = "Call", string next = "End") =>
        Action(
            "InvokeLambdaFunction",
            $$$"""
            {"LambdaFunctionARN": "arn", "InvocationTimeLimitSeconds": "8", "InvocationType": "SYNCHRONOUS",
             "ResponseValidation": {"ResponseType": "{{{responseType}}}"}}
            """,
            id: id,
            next: next
        );
}
