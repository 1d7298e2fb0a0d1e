using System.Text.Json.Nodes;
using Cxf.ApiCalls;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Paging;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.Flows.Schema;

/// <summary>The schema of each kind of step.</summary>
internal static class StepSchemas
{
    /// <summary>
    /// The kinds in the order in which the reader knows them, each with its schema; <c>next</c> is not required here.
    /// </summary>
    public static IEnumerable<(string Kind, JsonObject Schema)> All => StepReader.KindNames.Select(kind => (kind, Of(kind)));

    private static JsonObject Of(string kind) =>
        kind switch
        {
            "restApi" => RestApi(),
            "decision" => Step(
                kind,
                "Goes on by the first condition that is true.",
                ["choices", "otherwise"],
                (
                    "choices",
                    List(
                        "Tried in this order.",
                        Members(
                            "One way on.",
                            ["when", "next"],
                            ("when", Ref("expression", "An expression that gives true or false.")),
                            ("next", Ref("label", "The step when it is true."))
                        ),
                        atLeast: 1
                    )
                ),
                ("otherwise", Ref("label", "The step when no condition is true."))
            ),
            "transform" => Step(
                kind,
                "Sets variables; its result is the object of them.",
                ["assign"],
                ("assign", Map("The variables by name. All values are taken before any is set.", Ref("value"), Ref("label"))),
                Next()
            ),
            "wait" => Wait(),
            "parallel" => Step(
                kind,
                "Does several things at once; its result is the object of the branches' results.",
                ["branches"],
                ("branches", Map("The branches by name.", Ref("body"), Ref("label"))),
                OnError(ErrorBranchesReader.FlowWords),
                Next()
            ),
            "forEach" => Step(
                kind,
                "Does the same with every item of a list; its result is the list of the results.",
                ["items", "atMost", "start", "steps"],
                ("items", Ref("expression", "The list.")),
                ("atMost", Integer("How many items there can be; more fail with FlowExpression.", 1, ForEachStep.MaxItems)),
                ("item", Ref("label", $"The variable of the item. Default: {ForEachStep.DefaultItem}.")),
                ("index", Ref("label", $"The variable of the item's place, from 0. Default: {ForEachStep.DefaultIndex}.")),
                ("concurrency", Integer("How many items are worked on at once. Default: 1.", 1, ForEachStep.MaxConcurrency)),
                ("start", Ref("label", "The first step for each item.")),
                ("steps", Ref("bodySteps")),
                OnError(ErrorBranchesReader.FlowWords),
                Next()
            ),
            "runFlow" => Step(
                kind,
                "Runs another flow of the tenant; its result is that flow's answer.",
                ["flowId"],
                ("flowId", Ref("id", "The flow to run.")),
                (
                    "version",
                    Either(
                        "A published version, which is compiled in; or \"live\" (the default) for whichever is live "
                            + "when the step runs.",
                        Integer("A version.", 1, int.MaxValue),
                        new JsonObject { ["const"] = "live" }
                    )
                ),
                ("payload", Ref("fields", "The payload for that flow.")),
                OnError(ErrorBranchesReader.FlowWords),
                Undo(),
                Next()
            ),
            "respond" => Step(
                kind,
                "Ends the flow well.",
                ["message"],
                ("message", Text("What the caller hears, or an expression that gives it.")),
                (
                    "outputs",
                    new JsonObject
                    {
                        ["description"] = "Further values for the contact flow: $.External.<name>.",
                        ["type"] = "object",
                    }
                )
            ),
            "fail" => Step(
                kind,
                "Ends the flow badly.",
                ["message"],
                ("message", Text("What the caller hears, or an expression that gives it.")),
                (
                    "errorCode",
                    Text("The error code of the answer. Default: that of the step whose error branch led here, or FlowFailed.")
                )
            ),
            _ => throw new ArgumentException($"The kind {kind} has no schema."),
        };

    // An expression gives its pointer when the flow runs.
    private static JsonObject Pointer(string description, int minLength) =>
        new()
        {
            ["description"] = description,
            ["type"] = "string",
            ["minLength"] = minLength,
            ["pattern"] = @"^(?:$|\{%|/(?:[^~]|~[01])*$)",
        };

    private static JsonObject Paging()
    {
        var paging = Members(
            "Reads all pages as one list. Only for GET.",
            ["by"],
            ("by", Words("How one page leads to the next.", ["link", "cursor", "page"])),
            ("items", Pointer("JSON pointer to the list in a page.", minLength: 0)),
            ("next", Pointer("JSON pointer to the cursor, or to the next URL, in a page.", minLength: 1)),
            ("parameter", Text("The query parameter that asks for the next page.")),
            ("first", Integer("The first page's number. Default: 1.", 0, int.MaxValue)),
            (
                "maxPages",
                Integer($"How many pages may be read. Default: {PagingRequest.DefaultPages}.", 1, PagingRequest.MaxPages)
            )
        );
        paging["allOf"] = new JsonArray(
            WithoutEffect("link", "parameter", "first"),
            WithoutEffect("cursor", "first"),
            WithoutEffect("page", "next")
        );
        return paging;
    }

    private static JsonObject WithoutEffect(string by, params IEnumerable<string> members) =>
        new()
        {
            ["if"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["by"] = new JsonObject { ["const"] = by } },
            },
            ["then"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member, (JsonNode?)false))),
            },
        };

    private static JsonObject RestApi()
    {
        var call = RestApiMembers();
        call["oneOf"] = new JsonArray(
            Form(["method", "path"], ["operation", "parameters"]),
            Form(["operation"], ["method", "path", "query", "headers"])
        );
        return call;
    }

    // Members that are required together, and those that another form has.
    private static JsonObject Form(string[] required, IEnumerable<string> others) =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. required.Select(member => JsonValue.Create(member))]),
            ["properties"] = new JsonObject(
                required
                    .Select(member => KeyValuePair.Create(member, (JsonNode?)true))
                    .Concat(others.Select(member => KeyValuePair.Create(member, (JsonNode?)false)))
            ),
        };

    private static JsonObject RestApiMembers() =>
        Step(
            "restApi",
            "Calls a third party; its result is {status, headers, body}.",
            ["connection"],
            ("connection", Ref("id", "The tenant's connection to call over.")),
            ("operation", Text("An operation of the API that the connection's description has, instead of method and path.")),
            (
                "parameters",
                new JsonObject { ["description"] = "The values of the operation's parameters by name.", ["type"] = "object" }
            ),
            ("method", Words("The HTTP method.", RestApiStepReader.MethodNames)),
            ("path", Text("The path below the connection's base URL, e.g. /leads, or an expression that gives it.")),
            ("query", Ref("fields", "Query parameters by name.")),
            ("headers", Ref("fields", "Headers by name.")),
            ("body", Ref("value", "The request's body.")),
            ("paging", Paging()),
            ("select", Text("JSONata (without {% %}) on the answer's body: keeps what the flow needs.")),
            (
                "timeoutSeconds",
                Integer(
                    $"How long one call may take. Default: {RestApiStep.DefaultTimeout.TotalSeconds:0}.",
                    1,
                    (int)RestApiStep.MaxTimeout.TotalSeconds
                )
            ),
            (
                "retry",
                Members(
                    "When and how often the call is made again.",
                    ["attempts"],
                    (
                        "on",
                        List(
                            "The error codes worth another try. Default: " + string.Join(", ", StepRetry.DefaultOn) + ".",
                            Words("An error code.", [.. ErrorCodes.All, ErrorBranch.Any])
                        )
                    ),
                    ("attempts", Integer("How many times more.", 1, 10)),
                    ("intervalSeconds", Integer("The wait before the first. Default: 1.", 1, 300)),
                    ("backoffRate", Integer("What each further wait is multiplied by. Default: 2.", 1, 10))
                )
            ),
            (
                "fallback",
                Members(
                    "The previous answer serves while the third party fails. Only for GET.",
                    ["maxAgeSeconds"],
                    ("maxAgeSeconds", Integer("How old it can be.", 1, (int)FallbackRequest.MaxMaxAge.TotalSeconds)),
                    ("sensitive", List("Members of the answer that are never stored, by name.", Text("A member's name.")))
                )
            ),
            OnError(ErrorBranchesReader.CallWords),
            Undo(),
            Next()
        );

    private static JsonObject Wait()
    {
        var wait = Step(
            "wait",
            "Waits for a time or until an instant.",
            [],
            (
                "seconds",
                Either(
                    "How long: a number, or an expression that gives one.",
                    Integer("Seconds.", 1, WaitStep.MaxSeconds),
                    Ref("expression")
                )
            ),
            ("until", Text("A timestamp such as 2030-01-31T08:00:00Z, or an expression that gives one.")),
            (
                "atMostSeconds",
                Integer("The longest that it can take, where that is not a number of seconds already.", 1, WaitStep.MaxSeconds)
            ),
            Next()
        );
        wait["oneOf"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("seconds"),
                ["properties"] = new JsonObject
                {
                    ["seconds"] = Type("integer"),
                    ["atMostSeconds"] = false,
                    ["until"] = false,
                },
            },
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("seconds", "atMostSeconds"),
                ["properties"] = new JsonObject
                {
                    ["seconds"] = Type("string"),
                    ["atMostSeconds"] = true,
                    ["until"] = false,
                },
            },
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("until", "atMostSeconds"),
                ["properties"] = new JsonObject
                {
                    ["seconds"] = false,
                    ["atMostSeconds"] = true,
                    ["until"] = true,
                },
            }
        );
        return wait;
    }

    private static JsonObject Step(
        string kind,
        string description,
        string[] required,
        params (string Name, JsonObject Schema)[] own
    ) =>
        Members(
            description,
            ["kind", .. required],
            [
                ("kind", new JsonObject { ["const"] = kind }),
                ("description", Text("What the step is for; it becomes the state's comment.", StepMembers.DescriptionLength)),
                ("position", Ref("position")),
                .. own,
            ]
        );

    private static (string, JsonObject) Next() =>
        (
            "next",
            Ref("label", "The step that follows. In a branch or a loop's body a step without it ends the body with its result.")
        );

    private static (string, JsonObject) Undo() =>
        (
            "undo",
            Ref("label", "The restApi step that runs when the flow fails after this step has succeeded. It has no \"next\".")
        );

    private static (string, JsonObject) OnError(IReadOnlyList<string> words) =>
        (
            "onError",
            new JsonObject
            {
                ["description"] = "The next step by error code; \"any\" takes the rest.",
                ["type"] = "object",
                ["properties"] = new JsonObject(words.Select(word => KeyValuePair.Create(word, (JsonNode?)Ref("label")))),
                ["additionalProperties"] = false,
            }
        );

    private static JsonObject Type(string type) => new() { ["type"] = type };
}
