using System.Text.Json.Nodes;

namespace Cxf.Local.ConnectExport;

/// <summary>Actions of a contact flow as the API takes them, in order. Each method is one block of the console.</summary>
internal sealed class ActionList
{
    private const string AnyError = "NoMatchingError";
    private const string EqualTo = "Equals";
    private const string ElseBranch = "NoMatchingCondition";

    /// <summary>The actions.</summary>
    public JsonArray Actions { get; } = [];

    /// <summary>Adds an action.</summary>
    public void Add(string identifier, string type, JsonObject parameters, JsonObject transitions) =>
        Actions.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Identifier"] = identifier,
                    ["Type"] = type,
                    ["Parameters"] = parameters,
                    ["Transitions"] = transitions,
                }
        );

    /// <summary>Speaks; the call continues in the same way if the prompt cannot be played.</summary>
    public void Say(string identifier, string text, string next) =>
        Add(identifier, "MessageParticipant", new JsonObject { ["Text"] = text }, To(next, (AnyError, next)));

    /// <summary>Asks for one key.</summary>
    public void Menu(
        string identifier,
        string text,
        IReadOnlyList<(string Key, string Next)> keys,
        string otherKey,
        string noKey,
        string failed
    ) =>
        Add(
            identifier,
            "GetParticipantInput",
            new JsonObject
            {
                ["Text"] = text,
                ["StoreInput"] = "False",
                ["InputTimeLimitSeconds"] = "5",
            },
            When(otherKey, [.. keys], ("InputTimeLimitExceeded", noKey), (ElseBranch, otherKey), (AnyError, failed))
        );

    /// <summary>Asks for digits, which <c>$.StoredCustomerInput</c> then holds; the pound key ends them.</summary>
    public void Digits(string identifier, string text, int max, string next, string failed) =>
        Add(
            identifier,
            "GetParticipantInput",
            new JsonObject
            {
                ["Text"] = text,
                ["StoreInput"] = "True",
                ["InputTimeLimitSeconds"] = "5",
                ["InputValidation"] = new JsonObject
                {
                    ["CustomValidation"] = new JsonObject { ["MaximumLength"] = max.ToString() },
                },
            },
            To(next, (AnyError, failed))
        );

    /// <summary>Keeps a value as an attribute of the contact flow, which ends with it.</summary>
    public void Remember(string identifier, string attribute, string value, string next, string failed) =>
        Add(
            identifier,
            "UpdateFlowAttributes",
            new JsonObject
            {
                ["FlowAttributes"] = new JsonObject
                {
                    [attribute] = new JsonObject { ["Type"] = "String", ["Value"] = value },
                },
            },
            To(next, (AnyError, failed))
        );

    /// <summary>Invokes a function and waits for its answer.</summary>
    public void Invoke(
        string identifier,
        string functionArn,
        int limitSeconds,
        JsonObject parameters,
        string next,
        string failed
    ) =>
        Add(
            identifier,
            "InvokeLambdaFunction",
            new JsonObject
            {
                ["LambdaFunctionARN"] = functionArn,
                ["InvocationTimeLimitSeconds"] = limitSeconds.ToString(),
                ["InvocationType"] = "SYNCHRONOUS",
                ["LambdaInvocationAttributes"] = parameters,
                ["ResponseValidation"] = new JsonObject { ["ResponseType"] = "STRING_MAP" },
            },
            To(next, (AnyError, failed))
        );

    /// <summary>Copies values to attributes of the contact: the next invocation replaces <c>$.External</c>.</summary>
    public void Save(string identifier, JsonObject attributes, string next) =>
        Add(
            identifier,
            "UpdateContactAttributes",
            new JsonObject { ["Attributes"] = attributes, ["TargetContact"] = "Current" },
            To(next, (AnyError, next))
        );

    /// <summary>Branches by a value; the else branch is given twice, as the service demands.</summary>
    public void Compare(string identifier, string value, string otherwise, params (string Operand, string Next)[] branches) =>
        Compare(identifier, value, otherwise, [.. branches.Select(branch => (EqualTo, branch.Operand, branch.Next))]);

    /// <summary>Branches by a value with several operators.</summary>
    public void Compare(
        string identifier,
        string value,
        string otherwise,
        IEnumerable<(string Operator, string Operand, string Next)> branches
    ) =>
        Add(
            identifier,
            "Compare",
            new JsonObject { ["ComparisonValue"] = value },
            When(otherwise, branches, (ElseBranch, otherwise))
        );

    /// <summary>Goes round a number of times.</summary>
    public void Loop(string identifier, int count, string again, string done) =>
        Add(
            identifier,
            "Loop",
            new JsonObject { ["LoopCount"] = count.ToString() },
            When(done, [("ContinueLooping", again), ("DoneLooping", done)])
        );

    /// <summary>
    /// Lets time pass with a prompt of silence: a voice contact does not support a plain Wait (adminguide/wait.html), and a
    /// prompt takes as long as its sound.
    /// </summary>
    public void Pause(string identifier, int seconds, string next) =>
        Add(
            identifier,
            "MessageParticipant",
            new JsonObject { ["SSML"] = $"<speak><break time=\"{seconds}s\"/></speak>" },
            To(next, (AnyError, next))
        );

    /// <summary>Ends the call, or the module.</summary>
    public void End(string identifier, string type) => Add(identifier, type, [], []);

    /// <summary>Transitions with one next action.</summary>
    public static JsonObject To(string next, params (string Type, string Next)[] errors) =>
        When(next, Array.Empty<(string, string)>(), errors);

    private static JsonObject When(
        string next,
        (string Operand, string Next)[] branches,
        params (string Type, string Next)[] errors
    ) => When(next, branches.Select(branch => (EqualTo, branch.Operand, branch.Next)), errors);

    private static JsonObject When(
        string next,
        IEnumerable<(string Operator, string Operand, string Next)> branches,
        params (string Type, string Next)[] errors
    )
    {
        var transitions = new JsonObject { ["NextAction"] = next };
        JsonNode[] conditions =
        [
            .. branches.Select(branch => new JsonObject
            {
                ["NextAction"] = branch.Next,
                ["Condition"] = new JsonObject { ["Operator"] = branch.Operator, ["Operands"] = new JsonArray(branch.Operand) },
            }),
        ];
        if (conditions.Length > 0)
        {
            transitions["Conditions"] = new JsonArray(conditions);
        }

        if (errors.Length > 0)
        {
            transitions["Errors"] = new JsonArray([
                .. errors.Select(error => new JsonObject { ["NextAction"] = error.Next, ["ErrorType"] = error.Type }),
            ]);
        }

        return transitions;
    }
}
