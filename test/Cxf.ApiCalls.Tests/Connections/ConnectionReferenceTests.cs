using System.Text;
using System.Text.RegularExpressions;
using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Testing;

namespace Cxf.ApiCalls.Tests.Connections;

/// <summary>The README explains every member of a connection, for authors who do not read C#.</summary>
public sealed partial class ConnectionReferenceTests
{
    private static readonly string Section = Connections()
        .Match(File.ReadAllText(ProjectRoot.Path("src", "Cxf.ApiCalls", "README.md")))
        .Value;

    [Fact]
    public void Every_member_has_a_row()
    {
        var explained = Rows()
            .Matches(Section)
            .SelectMany(row => Names().Matches(row.Groups[1].Value))
            .Select(name => name.Groups[1].Value);
        Assert.Equal([], ConnectionReader.Members.Except(explained));
    }

    [Fact]
    public void The_example_is_read_without_mistakes()
    {
        var example = Example().Match(Section).Groups[1].Value;
        var read = ConnectionReader.Read(TenantId.Parse("acme"), ConnectionId.Parse("crm"), Encoding.UTF8.GetBytes(example));
        Assert.Empty(read.Diagnostics);
        Assert.NotNull(read.Value);
    }

    [GeneratedRegex(@"^## Connections\n.*?(?=^## )", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Connections();

    [GeneratedRegex(@"^\| (`.*?) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"`([$\w]+)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
