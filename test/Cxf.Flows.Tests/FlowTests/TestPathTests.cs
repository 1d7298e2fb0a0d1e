using Cxf.Flows.Tests.Catalogue;

namespace Cxf.Flows.Tests.FlowTests;

/// <summary>The paths that tests expect.</summary>
public sealed class TestPathTests
{
    private const string Steps = """
        "one": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "timeoutSeconds": 1,
         "onError": { "ApiNotFound": "other", "any": "sorry" }, "next": "both" },
        "both": { "kind": "parallel", "branches": {
          "left": { "start": "l", "steps": { "l": { "kind": "wait", "seconds": 1 } } },
          "right": { "start": "r", "steps": { "r": { "kind": "wait", "seconds": 1 } } } }, "next": "done" },
        "other": { "kind": "respond", "message": "Other." },
        "sorry": { "kind": "fail", "message": "Sorry." },
        "done": { "kind": "respond", "message": "Done." }
        """;

    [Theory]
    [InlineData("""["one", "both", "l", "r", "done"]""")]
    [InlineData("""["one", "other"]""")]
    [InlineData("""["one"]""")]
    [InlineData("[]")]
    public void A_path_of_the_flow_has_no_problem(string path) => Assert.Empty(Said(path));

    [Theory]
    [InlineData("""["both", "l", "r", "done"]""", 0, "It begins with \"one\".")]
    [InlineData("""["one", "done"]""", 1, "After \"one\" comes \"both\" or \"other\" or \"sorry\".")]
    [InlineData("""["one", "both", "l", "r", "sorry"]""", 4, "After \"both\" comes \"done\".")]
    [InlineData("""["one", "other", "done"]""", 2, "Remove it: \"other\" ends the flow.")]
    [InlineData("""["one", "one", "one", "other"]""", 1, "After \"one\" comes")]
    public void A_step_that_cannot_follow_is_one_mistake(string path, int index, string fix)
    {
        var (code, pointer, said) = Assert.Single(Said(path));
        Assert.Equal(("CXF2610", $"/tests/0/expect/path/{index}"), (code, pointer));
        Assert.StartsWith(fix, said);
    }

    private static IEnumerable<(string Code, string Pointer, string Fix)> Said(string path) =>
        ExampleFlows
            .Read(
                $$"""
                { "flowId": "f", "start": "one", "steps": { {{Steps}} },
                  "tests": [{ "name": "t", "answers": { "one": [200] }, "expect": { "status": "SUCCEEDED", "path": {{path}} } }] }
                """
            )
            .Diagnostics.Where(one => one.Pointer.StartsWith("/tests"))
            .Select(one => (one.Code, one.Pointer, one.Fix));
}
