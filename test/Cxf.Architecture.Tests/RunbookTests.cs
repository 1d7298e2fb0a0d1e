using System.Text.RegularExpressions;
using Cxf.Testing;

namespace Cxf.Architecture.Tests;

public sealed partial class RunbookTests
{
    private static readonly string Page = File.ReadAllText(ProjectRoot.Path("src", "Cxf.Functions", "runbook.md"));

    public static TheoryData<string> Alarms =>
        [
            .. Template
                .Resources("AWS::CloudWatch::Alarm")
                .Select(alarm => alarm.Name[..^"Alarm".Length])
                .Where(name => !name.Contains("Version")),
        ];

    [Theory]
    [MemberData(nameof(Alarms))]
    public void Every_alarm_has_its_row(string alarm) =>
        Assert.Contains(Page.Split('\n'), line => line.StartsWith('|') && Regex.IsMatch(line.Split('|')[1], $@"\b{alarm}\b"));

    [Fact]
    public void Every_saved_query_is_named_and_its_fields_are_those_of_the_log()
    {
        // The parameters of the log's messages, and what every line or the query itself has.
        var known = LogField()
            .Matches(File.ReadAllText(ProjectRoot.Path("src", "Cxf.Functions", "Observability", "Log.cs")))
            .Select(match => match.Groups[1].Value)
            .Concat(["level", "eventId"])
            .ToHashSet();
        var queries = Template.Resources("AWS::Logs::QueryDefinition").ToList();
        Assert.NotEmpty(queries);
        foreach (var (_, query) in queries)
        {
            var name = Template.Text(query.Properties()["Name"]);
            Assert.Contains($"**{name.Replace("cxf-${Stage}/", "")}**", Page.Replace("cxf-prod/", ""));
            var text = Comment().Replace(Template.Text(query.Properties()["QueryString"]), "");
            var fields = QueryField().Matches(Quoted().Replace(text, "")).Select(match => match.Value);
            Assert.All(
                fields.Where(field => !Language().IsMatch(field)),
                field => Assert.True(known.Contains(field), $"{name}: no line of the log has \"{field}\".")
            );
        }
    }

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex LogField();

    [GeneratedRegex("#.*")]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![@a-zA-Z])[a-zA-Z]+[0-9]*")]
    private static partial Regex QueryField();

    // Words of the query language, and names that the queries give.
    [GeneratedRegex(
        "^(fields|filter|like|and|or|in|sort|asc|desc|limit|stats|count|as|by|latest|pct|ispresent|answers|lastContact"
            + "|calls|p[0-9]+)$"
    )]
    private static partial Regex Language();
}
