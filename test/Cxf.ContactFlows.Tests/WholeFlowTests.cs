using Cxf.ContactFlows.Simulation;
using Cxf.Testing;

namespace Cxf.ContactFlows.Tests;

/// <summary>
/// Whole contact flows are read and walked, whichever manner they are written in and whatever a call meets in them.
/// </summary>
public sealed class WholeFlowTests
{
    public static TheoryData<string> Names => [.. WholeFlow.Names];

    [Fact]
    public void The_diagnostics_of_each_flow_are_the_reviewed_ones() =>
        GoldenFile.Matches(
            ProjectRoot.Path("test", "Cxf.ContactFlows.Tests", "Whole", "diagnostics.txt"),
            string.Concat(
                WholeFlow
                    .Names.Append("verify.module")
                    .Select(name =>
                        $"{name}\n{string.Concat(WholeFlow.Read(name).Diagnostics.Select(problem => $"  {problem}\n"))}"
                    )
            )
        );

    // Every path that a caller, the clock, chance, the queue and the functions can lead to.
    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_call_is_lost_and_every_action_is_met(string name)
    {
        var met = new HashSet<string>();
        foreach (var keys in (string[])["", "1,1,2025550100", "2,2,2", "9,9,9", "1,12,2025550100", "4711,0", ",,,"])
        {
            foreach (var intents in (string[])["", "BookAppointment,Good", "SpeakToAgent", "Time", "Unheard"])
            {
                foreach (var answer in (string?[])[null, "{}", .. Answers])
                {
                    foreach (
                        var (inHours, drawn, queue) in ((bool, int, int)[])
                            [(true, 1, 1), (false, 30, 1), (true, 100, 0), (true, 100, 400)]
                    )
                    {
                        var call = await WholeFlow.RunAsync(
                            name,
                            keys,
                            intents,
                            answer,
                            options =>
                                options with
                                {
                                    InHours = inHours,
                                    Drawn = drawn,
                                    Metrics = CallOptions.IdleQueue.Keys.ToDictionary(metric => metric, _ => queue),
                                    Contact = Calls.Contact with
                                    {
                                        Channel = drawn switch
                                        {
                                            1 => "CHAT",
                                            30 => "TASK",
                                            _ => "VOICE",
                                        },
                                        Attributes = new Dictionary<string, string>
                                        {
                                            ["verifier"] = "arn",
                                            ["queueArn"] = "arn",
                                            ["firstName"] = "Ada",
                                        },
                                    },
                                }
                        );
                        Assert.True(call.End.IsRegular || call.End.Kind == CallEndKind.NotSimulated, $"{call.End}");
                        met.UnionWith(call.Events.Select(happened => happened.Action));
                        met.UnionWith(call.Events.OfType<CallEvent.BranchTaken>().Select(taken => taken.NextAction));
                        met.Add(call.End.Action);
                    }
                }
            }
        }

        var missed = WholeFlow
            .Read(name)
            .Flow!.Actions.Where(action => !met.Contains(action.Identifier))
            .Select(action => action.Identifier);
        Assert.Equal(Behind.GetValueOrDefault(name, []), missed);
    }

    [Theory]
    [InlineData(
        "main-menu",
        "1",
        "For sales press 1. For support press 2. To hear this again press 9.",
        "transferred to the queue"
    )]
    [InlineData("main-menu", "5,,5", "We are sorry, please call again.", "the contact flow hangs up")]
    [InlineData("queue-callback", ",,", "Please hold the line.", "the caller waits for an agent")]
    [InlineData("queue-callback", "1,2025550100", "We will call 2025550100.", "the contact flow hangs up")]
    [InlineData("queue-callback", "1,12,2025550100", "We will call 2025550100.", "the contact flow hangs up")]
    [InlineData("profiles-and-cases", "", "We opened a case for you.", "the contact flow hangs up")]
    [InlineData(
        "old-export",
        "",
        "Press 1 for the time, 2 for the bot.",
        "the caller hangs up after 20 questions without an answer"
    )]
    [InlineData("written-by-hand", "", "One moment.", "the contact flow hangs up")]
    [InlineData("verify-and-pay", "4711#", "We could not verify you.", "the contact flow hangs up")]
    public async Task A_call_ends_where_the_keys_lead(string name, string keys, string heard, string end)
    {
        var call = await WholeFlow.RunAsync(name, keys);
        Assert.Equal((heard, end), (call.Heard.Last(), call.End.Detail));
    }

    [Fact]
    public async Task Outside_of_hours_the_main_menu_says_so() =>
        Assert.Equal(
            "We are closed. Please call again tomorrow.",
            (await WholeFlow.RunAsync("main-menu", "2", change: options => options with { InHours = false })).Heard.Last()
        );

    [Theory]
    [InlineData(1, "Hello Ada , this is new.")]
    [InlineData(19, "Hello Ada , this is new.")]
    [InlineData(20, "As you know it.")]
    [InlineData(60, "Hello.")]
    [InlineData(100, "Hello.")]
    public async Task The_number_that_is_drawn_decides(int drawn, string heard) =>
        Assert.Equal(
            heard,
            (
                await WholeFlow.RunAsync(
                    "percentages",
                    change: options =>
                        options with
                        {
                            Drawn = drawn,
                            Contact = Calls.Contact with
                            {
                                Attributes = new Dictionary<string, string> { ["firstName"] = "Ada" },
                            },
                        }
                )
            ).Heard.Last()
        );

    [Fact]
    public async Task Without_agents_the_caller_hears_that_nobody_is_here() =>
        Assert.Equal(
            "Nobody is here.",
            (
                await WholeFlow.RunAsync(
                    "percentages",
                    change: options => options with { Metrics = new Dictionary<string, int> { ["NumberOfAgentsAvailable"] = 0 } }
                )
            ).Heard.Last()
        );

    [Fact]
    public async Task What_a_bot_understands_is_the_branch_and_can_be_sent()
    {
        var call = await WholeFlow.RunAsync("lex-bot", intents: "BookAppointment,Good", answer: """{"when":"tomorrow"}""");
        Assert.Equal(["How can I help you?", "You have BookAppointment: tomorrow.", "How was it?"], call.Heard);
        Assert.Equal(
            "BookAppointment",
            call.Events.OfType<CallEvent.Invoking>().Single().Parameters.GetProperty("intent").GetString()
        );
        Assert.Null(call.Problem);
        Assert.Equal("Sorry, I did not understand that.", (await WholeFlow.RunAsync("lex-bot", intents: "Other")).Heard.Last());
        var unheard = await WholeFlow.RunAsync("lex-bot");
        Assert.Equal("Bot: the simulator has no Lex bot, and no intent was given", unheard.Problem);
    }

    [Fact]
    public async Task Nested_values_lists_and_odd_names_are_referred_to_in_every_way()
    {
        var call = await WholeFlow.RunAsync(
            "nested-answers",
            answer: """{"customer":{"id":7,"tier":"gold-"},"orders":[{"id":"A1"},{"id":"B2"}],"open":2}"""
        );
        Assert.Equal(["Your orders A1 and B2", "Thank you for your loyalty."], call.Heard);
        Assert.Equal(
            """{"phone":"+12025550100","dialled":"+12025550199","page":5,"options":{"deep":true,"list":["VOICE","x"]}}""",
            call.Events.OfType<CallEvent.Invoking>().Single().Parameters.GetRawText().Replace("\\u002B", "+")
        );
    }

    [Fact]
    public async Task A_module_is_given_values_returns_by_a_branch_and_gives_values_back()
    {
        var call = await WholeFlow.RunAsync("verify-and-pay", "4711#", answer: """{"verified":"true","customer":"Ada"}""");
        Assert.Equal(["Your customer number, please.", "Hello Ada."], call.Heard);
        Assert.StartsWith("Pay: the module ", call.Problem, StringComparison.Ordinal);
        Assert.Equal(CallEndKind.Disconnected, call.End.Kind);
    }

    // A module that only the other path of a call needs is no reason not to walk this one.
    [Fact]
    public async Task An_action_that_is_not_simulated_matters_only_to_a_call_that_reaches_it()
    {
        var call = await WholeFlow.RunAsync("guide");
        Assert.Equal("Table: EvaluateDataTable is not known here", call.Problem);
        Assert.Equal(["(recording s3://prompts/welcome.wav)"], call.Heard);
        call = await WholeFlow.RunAsync(
            "guide",
            change: options => options with { Contact = Calls.Contact with { Channel = "CHAT" } }
        );
        Assert.Equal("Guide: nobody says how ShowView ends; give a result for \"Guide\"", call.Problem);
        call = await WholeFlow.RunAsync(
            "guide",
            change: options => options with { Contact = Calls.Contact with { Channel = "TASK" } }
        );
        Assert.Equal(CallEndKind.FlowEnded, call.End.Kind);
    }

    [Fact]
    public async Task A_code_is_asked_for_as_often_as_an_attribute_says()
    {
        var options = (CallOptions options) =>
            options with
            {
                Contact = Calls.Contact with { Attributes = new Dictionary<string, string> { ["verifier"] = "arn" } },
            };
        var call = await WholeFlow.RunAsync("code", "1,,3,4", answer: """{"verified":"false"}""", change: options);
        Assert.Equal(3, call.Heard.Count(text => text == "Enter your code, then the pound key."));
        Assert.Equal((1, "transferred to the agent"), (call.Heard.Count(text => text == "We heard nothing."), call.End.Detail));
        call = await WholeFlow.RunAsync("code", "4711", answer: """{"verified":"true"}""", change: options);
        Assert.Equal("Thank you.", call.Heard.Last());
    }

    [Fact]
    public async Task An_old_export_is_walked_although_the_service_asks_for_more_today()
    {
        var call = await WholeFlow.RunAsync("old-export", "1", answer: """{"time":"noon"}""");
        Assert.Equal("It is noon.", call.Heard.Last());
        Assert.Null(call.Problem);
    }

    private static IEnumerable<string> Answers =>
        [
            """{"verified":"true","customer":"Ada","time":"noon","when":"now"}""",
            """{"customer":{"id":7,"tier":"gold-"},"orders":[{"id":"A1"},{"id":"B2"}],"open":12}""",
            """{"customer":{"id":7,"tier":"tin"},"orders":[],"open":2}""",
            """{"customer":{"id":7,"tier":"tin"},"open":0}""",
        ];

    // What lies behind an action that is not simulated, a transfer that fails, or something that was found.
    private static readonly Dictionary<string, string[]> Behind = new()
    {
        ["main-menu"] = ["7852d1e7-9698-536f-a6ea-561a81ae4ecf"],
        ["percentages"] = ["End"],
        ["profiles-and-cases"] = ["Greet", "Tell", "Ask"],
        ["outbound"] = ["Voice ID", "Who", "Leave word", "Bye"],
    };
}
