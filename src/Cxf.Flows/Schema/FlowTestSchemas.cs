using System.Text.Json.Nodes;
using Cxf.ApiCalls.LastAnswers;
using Cxf.Flows.FlowTests;
using static Cxf.Documents.Schemas.SchemaParts;

namespace Cxf.Flows.Schema;

/// <summary>The schemas of a flow's tests.</summary>
internal static class FlowTestSchemas
{
    /// <summary>The definitions by name.</summary>
    public static IEnumerable<(string Name, JsonObject Schema)> All =>
        [
            ("test", Test()),
            (
                "contactOfTest",
                Members(
                    "The contact. Default: a voice call that comes in.",
                    [],
                    [.. FlowTestReader.ContactMembers.Select(name => (name, AnyText("A value of $contact.")))]
                )
            ),
            (
                "answers",
                Either(
                    "Answers in the order of the calls; inside a forEach a list for each iteration.",
                    List("Answers.", Ref("answer")),
                    List("A list for each iteration.", Ref("answers"))
                )
            ),
            ("answer", Answer()),
            ("expectation", Expectation()),
        ];

    private static JsonObject Test() =>
        Members(
            "What goes in, what the outside answers, and the expected outcome.",
            ["name", "expect"],
            ("name", Text("What the test shows.", FlowTestReader.NameLength)),
            ("description", Text("More about it.")),
            ("payload", Anything("The payload as Connect would deliver it. Default: an empty object.")),
            ("contact", Ref("contactOfTest")),
            ("startsAt", Text("When the run begins, e.g. 2026-03-01T09:30:00Z. Default: 2026-01-01T00:00:00Z.")),
            ("answers", ByStep("What the steps that call something are answered.", Ref("answers"))),
            ("expect", Ref("expectation"))
        );

    private static JsonObject Answer() =>
        Either(
            "How a call ends.",
            Status(),
            Words("Trouble on the way, or an error code.", StubCallReader.TextWords),
            Members(
                "The third party answers.",
                ["status"],
                ("status", Status()),
                (
                    "headers",
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["additionalProperties"] = Either(
                            "One value, or the values of a header that comes more than once.",
                            new JsonObject { ["type"] = "string" },
                            new JsonObject
                            {
                                ["type"] = "array",
                                ["items"] = new JsonObject { ["type"] = "string" },
                            }
                        ),
                    }
                ),
                ("body", Anything("JSON; text is a string. Of a call that reads pages: all items.")),
                ("selected", Anything("Instead of body: what the step's select kept, as the history of a run has it.")),
                (
                    "age",
                    Integer(
                        "The third party fails, and this is the stored answer of that many seconds before. Only with a fallback.",
                        0,
                        (int)FallbackRequest.MaxMaxAge.TotalSeconds
                    )
                ),
                ("afterSeconds", After())
            ),
            Members(
                "The call, or the flow that is run, fails.",
                ["error"],
                ("error", Words("The error code.", StubCallReader.ErrorNames)),
                ("message", AnyText("What a flow says that fails.")),
                ("afterSeconds", After())
            ),
            Members(
                "The flow that is run answers.",
                ["message"],
                ("message", Anything("Its message.")),
                ("outputs", Anything("Its outputs.")),
                ("afterSeconds", After())
            )
        );

    private static JsonObject Expectation() =>
        Members(
            "The expected outcome of the test; what is left out is not compared.",
            ["status"],
            ("status", Words("How the flow ends.", FlowExpectationReader.StatusNames)),
            ("message", AnyText("What the caller hears.")),
            (
                "outputs",
                new JsonObject
                {
                    ["description"] = "All outputs, which a contact flow gets as texts.",
                    ["type"] = "object",
                    ["additionalProperties"] = Either(
                        "A text, a number, true, false or null.",
                        new JsonObject { ["type"] = "string" },
                        new JsonObject { ["type"] = "number" },
                        new JsonObject { ["type"] = "boolean" },
                        new JsonObject { ["type"] = "null" }
                    ),
                }
            ),
            (
                "errorCode",
                Either(
                    "The error code.",
                    Words("A code of every flow.", FlowExpectationReader.ErrorCodeNames),
                    Text("A code that a fail step of the flow sets.")
                )
            ),
            (
                "path",
                List(
                    "The steps in the order in which they begin; those of a branch or an iteration behind the step "
                        + "that holds them.",
                    Text("A label.")
                )
            ),
            (
                "requests",
                ByStep(
                    "What the steps' calls send.",
                    List(
                        "An object for each call.",
                        Members(
                            "What is compared of it.",
                            [],
                            [
                                .. FlowExpectationReader.RequestMembers.Select(name =>
                                    (name, Anything("A part of the request, as it is sent."))
                                ),
                            ]
                        )
                    )
                )
            )
        );

    private static JsonObject ByStep(string description, JsonObject value) =>
        new()
        {
            ["description"] = description,
            ["type"] = "object",
            ["additionalProperties"] = value,
        };

    private static JsonObject AnyText(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Status() => Integer("An HTTP status.", StubCallReader.MinStatus, StubCallReader.MaxStatus);

    private static JsonObject After() =>
        new()
        {
            ["description"] = "How long it takes. Default: no time.",
            ["type"] = "number",
            ["minimum"] = 0,
            ["maximum"] = StubCallReader.MaxSeconds,
        };
}
