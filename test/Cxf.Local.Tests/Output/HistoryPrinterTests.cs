using Cxf.Local.Output;
using Cxf.Testing;

namespace Cxf.Local.Tests.Output;

public sealed class HistoryPrinterTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly HistoryRow[] Rows =
    [
        new(
            "create_lead",
            "Task",
            Start,
            Start.AddMilliseconds(231),
            """{"contact": {"customerNumber": "+12025550100"}}""",
            """{"status": 201, "headers": {}, "body": {"id": "L-1001"}, "attempts": 1}"""
        )
        {
            Sent = new SentCall(
                "POST",
                "https://crm.example.com/leads",
                [new("source", "phone"), new("token", "tops3cret")],
                """{"recordType": "lead", "phone": "+12025550100", "password": "hunter22"}""",
                """{"X-Trace": "1", "Authorization": "Bearer tops3cret"}"""
            ),
            Variables = [new("create_lead", """{"body": {"id": "L-1001"}}""")],
            Next = "created",
        },
        new("created", "Choice", Start.AddMilliseconds(231), Start.AddMilliseconds(231), "{}", "{}") { Next = "count" },
        new("count", "Pass", Start.AddMilliseconds(231), Start.AddMilliseconds(231), "{}", "{}")
        {
            Variables = [new("asked", "3"), new("password", "\"hunter22\"")],
            Next = "notify [sales]",
        },
        new(
            "notify [sales]",
            "Task",
            Start.AddMilliseconds(231),
            Start.AddSeconds(4),
            """{"to": "sales@example.com"}""",
            null,
            "ApiTimeout",
            """
            {"errorType":"ApiTimeout","errorMessage":"The API did not answer in time; caller +12025550100 waited, and this
            """ + " sentence goes on for as long as it needs to name the decisive word: WAREHOUSE.\"}",
            2
        )
        {
            Next = "answer",
        },
        new(
            "answer",
            "Succeed",
            Start.AddSeconds(4),
            null,
            null,
            """{"message": "Your number is L-1001.", "outputs": {"leadId": "L-1001"}}"""
        ),
    ];

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"x\"", "x")]
    public void An_output_is_shown_as_a_contact_flow_reads_it(string json, string shown)
    {
        var console = new TextConsole();
        new HistoryPrinter(console.Lines, new PersonalData()).Print([
            new("answer", "Succeed", Start, null, null, $$$"""{"message": "Done.", "outputs": {"old": {{{json}}}}}"""),
        ]);
        Assert.Contains($"\"Done.\"  old={shown}", console.Text);
        Assert.DoesNotContain("True", console.Text);
    }

    [Fact]
    public void A_step_that_undoes_another_does_not_show_the_failure_that_it_hands_on_as_its_answer()
    {
        var console = new TextConsole();
        new HistoryPrinter(console.Lines, new PersonalData()).Print([
            new("cancel", "Task", Start, Start, null, """{"error": "FlowFailed", "message": "Sorry."}""")
            {
                Sent = new SentCall("DELETE", "https://crm.example.com/orders/1", [], null, null),
            },
        ]);
        Assert.Contains("DELETE https://crm.example.com/orders/1", console.Text);
        Assert.DoesNotContain("Sorry", console.Text);
    }

    [Theory]
    [InlineData(null, false, "history.txt")]
    [InlineData(80, false, "history-80.txt")]
    [InlineData(null, true, "history-full.txt")]
    public void A_history_reads_as_reviewed(int? width, bool isFull, string golden)
    {
        var console = new TextConsole(width);

        new HistoryPrinter(console.Lines, new PersonalData { ShowsAll = isFull }, isFull).Print(Rows);

        GoldenFile.Matches(ProjectRoot.Path("test", "Cxf.Local.Tests", "Output", golden), console.Text);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(60, false)]
    [InlineData(80, true)]
    [InlineData(200, true)]
    public void No_personal_data_no_secrets_and_no_control_characters_are_printed(int? width, bool isFull)
    {
        var console = new TextConsole(width);

        new HistoryPrinter(console.Lines, new PersonalData { ShowsAll = isFull }, isFull).Print(Rows);

        Assert.All(
            new[] { "5550100", "sales@", "tops3cret", "hunter22", "\u001b" },
            text => Assert.DoesNotContain(text, console.Text)
        );
    }

    [Fact]
    public void A_step_is_one_line_and_a_cause_is_never_cut()
    {
        var console = new TextConsole();

        new HistoryPrinter(console.Lines, new PersonalData()).Print(Rows);

        Assert.Equal(Rows.Length, console.Text.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("WAREHOUSE. -> answer", console.Text);
    }
}
