using System.Text.Json;
using Cxf.Documents;
using Cxf.Testing;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>Calls that contradict the description of their connection, each found at its place with a fix.</summary>
public sealed class WrongCallTests
{
    private static readonly JsonElement[] Cases =
    [
        .. JsonElement
            .Parse(File.ReadAllText(ProjectRoot.Path("test", "Cxf.OpenApi.Tests", "Checks", "wrong-calls.json")))
            .EnumerateArray(),
    ];

    public static TheoryData<int, string> Numbers =>
        [.. Cases.Select((one, index) => (index, $"{Text(one, "api")} {Text(one, "code")} {Text(one, "pointer")}"))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_wrong_call_is_found_at_its_place(int number, string name)
    {
        var one = Cases[number];
        var said = DescribedFlow
            .Read(Text(one, "api"), one.GetProperty("step").GetRawText())
            .Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info)
            .ToList();
        Assert.Equal(
            [(Text(one, "code"), "/steps/call" + Text(one, "pointer"))],
            said.Select(diagnostic => (diagnostic.Code, diagnostic.Pointer))
        );
        Assert.Contains(Text(one, "fix"), said[0].Fix);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void There_are_many_of_each_api()
    {
        Assert.True(Cases.Length >= 60, $"{Cases.Length} cases");
        Assert.Equal(Apis.Names, Cases.Select(one => Text(one, "api")).Distinct().Order());
    }

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}
