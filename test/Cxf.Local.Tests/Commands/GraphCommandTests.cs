using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Cxf.Local.Runs;
using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

public sealed class GraphCommandTests : IDisposable
{
    private readonly FlowFolder _folder = new();

    [Fact]
    public async Task The_sample_flow_has_the_picture_that_the_README_shows()
    {
        var sample = ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", "flows", "create_lead.json");
        var (code, output) = await FlowFolder.RunAsync("graph", sample);
        Assert.Equal(0, code);
        GoldenFile.Matches(ProjectRoot.Path("src", "Cxf.Graphs", "create_lead.svg"), output);
    }

    [Theory]
    [InlineData("svg", "<svg ")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("mermaid", "flowchart TD\n")]
    public async Task A_flow_is_drawn_in_each_format(string format, string start)
    {
        var flow = _folder.Add("create_lead");
        var file = Path.Combine(_folder.Path, "pictures", "flow");
        Assert.StartsWith(start, (await FlowFolder.RunAsync("graph", flow, "--format", format)).Output);
        var (code, output) = await FlowFolder.RunAsync("graph", flow, "--format", format, "--output", file);
        Assert.Equal(0, code);
        Assert.StartsWith(file + "\n  The caller waits: the flow takes at most 5.3 s of 6.5 s.\n", output);
        Assert.StartsWith(start, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_gets_the_places_and_marks()
    {
        var flow = _folder.Add("create_lead");
        var graph = JsonElement.Parse((await FlowFolder.RunAsync("graph", flow, "--json")).Output);
        var step = graph
            .GetProperty("nodes")
            .EnumerateArray()
            .Single(node => node.GetProperty("label").ValueEquals("rest_api_1"));
        Assert.Equal("/steps/rest_api_1", step.GetProperty("pointer").GetString());
        Assert.Equal("takes at most 5.1 s", step.GetProperty("marks")[0].GetProperty("words").GetString());
        Assert.Equal(6, graph.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public async Task What_no_test_takes_is_marked_and_a_plain_picture_has_no_marks()
    {
        var flow = _folder.Add(
            "create_lead",
            text =>
            {
                var json = JsonNode.Parse(text)!;
                json["tests"]!.AsArray().RemoveAt(1);
                return json.ToJsonString();
            }
        );
        Assert.Contains("No test reaches it.", Labels((await FlowFolder.RunAsync("graph", flow)).Output)["/steps/respond_2"]);
        Assert.DoesNotContain("test", Labels((await FlowFolder.RunAsync("graph", flow, "--plain")).Output)["/steps/respond_2"]);
    }

    [Fact]
    public async Task A_flow_with_mistakes_is_drawn_as_far_as_it_is_readable()
    {
        var flow = _folder.Add("create_lead", text => text.Replace("\"next\": \"decision_1\"", "\"next\": \"decison_1\""));
        var (code, output) = await FlowFolder.RunAsync("graph", flow);
        Assert.Equal(1, code);
        Assert.Contains("There is no step \"decison_1\"", Labels(output)["/steps/rest_api_1"]);
        Assert.Contains("/steps/respond_1", Labels(output).Keys);
        var file = Path.Combine(_folder.Path, "flow.svg");
        Assert.Contains("cxf check", (await FlowFolder.RunAsync("graph", flow, "-o", file)).Output);
    }

    [Fact]
    public async Task A_text_that_is_not_JSON_is_not_drawn()
    {
        var flow = _folder.Add("create_lead", text => text[..^10]);
        var (code, output) = await FlowFolder.RunAsync("graph", flow);
        Assert.Equal(1, code);
        Assert.Contains("error CXF1001", output);
    }

    [Fact]
    public async Task Two_files_are_compared()
    {
        var old = _folder.AddOutside("create_lead", text => text.Replace("\"path\": \"/leads\"", "\"path\": \"/people\""));
        var flow = _folder.Add("create_lead");
        var labels = Labels((await FlowFolder.RunAsync("graph", flow, "--from", old)).Output);
        Assert.Contains("The step rest_api_1: path \"/people\" becomes \"/leads\".", labels["/steps/rest_api_1"]);
        Assert.DoesNotContain("changed", labels["/steps/decision_1"]);
    }

    [Theory]
    [InlineData(2, "There is no file \"7\". Versions are in a deployment", "--from", "7")]
    [InlineData(2, "is not a history", "--run", "FLOW")]
    [InlineData(2, "--run: expected a run's ID, a contact ID or a file with a history, not \"a b\".", "--run", "a b")]
    public async Task A_wrong_option_is_refused(int expected, string message, params string[] options)
    {
        var flow = _folder.Add("create_lead");
        string[] arguments = ["graph", flow, .. options.Select(option => option == "FLOW" ? flow : option)];
        var (code, output) = await FlowFolder.RunAsync(arguments);
        Assert.Equal(expected, code);
        Assert.Contains(message, output);
    }

    [Fact]
    public async Task A_run_and_a_difference_are_two_pictures()
    {
        var flow = _folder.Add("create_lead");
        var (code, _, error) = await CxfCommandTests.RunAsync("graph", flow, "--run", flow, "--from", flow);
        Assert.Equal(2, code);
        Assert.Contains("use one of them", error);
    }

    [Fact]
    public async Task One_flow_of_a_folder_must_be_chosen()
    {
        _folder.Add("create_lead");
        _folder.Add("request_callback");
        var (code, output) = await FlowFolder.RunAsync("graph", _folder.Path);
        Assert.Equal(2, code);
        Assert.StartsWith("graph draws one flow, but there are 2. Choose one of: ", output);
    }

    [Fact]
    public async Task A_history_that_AWS_recorded_is_drawn_on_its_state_machine()
    {
        var (machine, history) = (Path.Combine(_folder.Path, "machine.json"), Path.Combine(_folder.Path, "history.json"));
        var drawn = 0;
        foreach (var file in Directory.EnumerateFiles(Corpus.Folder("sfn"), "*.json", SearchOption.AllDirectories))
        {
            if (
                JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                    is not JsonObject recorded
                || recorded["expectedHistory"] is not JsonArray events
                || recorded["definition"] is not JsonObject definition
                || HistoryReader.Read(events.ToJsonString()) is null
                || ++drawn % 7 != 0
            )
            {
                continue;
            }

            await File.WriteAllTextAsync(machine, definition.ToJsonString(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(history, events.ToJsonString(), TestContext.Current.CancellationToken);
            var (code, output) = await FlowFolder.RunAsync("graph", machine, "--run", history);
            Assert.True(code == 0, output);
            var names = events
                .Select(one => one!["stateEnteredEventDetails"]?["name"]?.GetValue<string>())
                .OfType<string>()
                .Distinct();
            var passed = Labels(output).Values.Where(label => label.Contains(" Took ") || label.Contains(" Passed ")).ToList();
            Assert.All(names, name => Assert.Contains(passed, label => label.StartsWith($"{name}, ", StringComparison.Ordinal)));
        }

        Assert.True(drawn > 100, $"{drawn}");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The words of each step and way, by its location in the document.</summary>
    private static Dictionary<string, string> Labels(string svg) =>
        XDocument
            .Parse(svg)
            .Descendants()
            .Where(element =>
                element.Attribute("data-pointer") is not null && element.Attribute("aria-roledescription")!.Value == "step"
            )
            .ToDictionary(
                element =>
                    element.Attribute("data-pointer")!.Value + (element.Attribute("id")!.Value.EndsWith("end") ? "#end" : ""),
                element => element.Attribute("aria-label")!.Value
            );
}
