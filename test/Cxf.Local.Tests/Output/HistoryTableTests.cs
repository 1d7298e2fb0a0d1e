using Cxf.Local.Output;
using Cxf.Testing;

namespace Cxf.Local.Tests.Output;

public class HistoryTableTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly HistoryRow[] Rows =
    [
        new(
            "create_lead",
            "Task",
            Start,
            Start.AddMilliseconds(231),
            """
            {"tenantId": "acme", "request": {"method": "POST", "path": "/leads", "body": {"recordType": "lead",
             "phone": "+12025550100"}}}
            """,
            """{"status": 201, "body": {"id": "L-1001"}}"""
        ),
        new("created", "Choice", Start.AddMilliseconds(231), Start.AddMilliseconds(231), "{}", "{}"),
        new(
            "notify [sales]",
            "Task",
            Start.AddMilliseconds(231),
            Start.AddSeconds(4),
            """{"to": "sales@example.com"}""",
            null,
            "ApiTimeout",
            "The API did not answer in time; caller +12025550100."
        ),
        new("answer", "Succeed", Start.AddSeconds(4), null, null, null),
    ];

    [Fact]
    public void The_table_shows_step_state_duration_input_and_output()
    {
        var console = new TextConsole(140);

        HistoryTable.Print(console.Console, "Execution run-1 of create-lead", Rows, new PersonalData());

        GoldenFile.Matches(ProjectRoot.Path("test", "Cxf.Local.Tests", "Output", "history-table.txt"), console.Text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_personal_data_and_no_control_characters_are_printed(int width)
    {
        var console = new TextConsole(width);

        HistoryTable.Print(console.Console, "x", Rows, new PersonalData());

        Assert.DoesNotContain("5550100", console.Text.Replace("\n", ""));
        Assert.DoesNotContain("sales@", console.Text);
        Assert.DoesNotContain('\u001b', console.Text);
        Assert.All(console.Text.Split('\n'), line => Assert.True(line.Length <= width, line));
    }
}
