using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Model;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.ApiImport;

/// <summary>What a newer description of an API means for the flows that call it.</summary>
internal sealed class DriftReport(ConnectionId connection)
{
    private readonly List<ChangedFlow> _flows = [];
    private readonly SortedSet<string> _changes = new(StringComparer.Ordinal);
    private int _unused;
    private int _same;

    /// <summary>The connection.</summary>
    public ConnectionId Connection => connection;

    /// <summary>Whether a flow has an error that it did not have before.</summary>
    public bool Breaks => _flows.Exists(flow => flow.Breaks.Count > 0);

    /// <summary>Compares the descriptions, and checks the flows of a tenant with both.</summary>
    public async Task AddAsync(
        string tenantFolder,
        ApiDescription stored,
        ApiDescription newer,
        CancellationToken cancellationToken
    )
    {
        var used = new HashSet<string>();
        var flows = Path.Combine(tenantFolder, "flows");
        foreach (var file in Directory.Exists(flows) ? FlowFile.Find(new DirectoryInfo(flows)) : [])
        {
            var before = await FlowDocument.ReadAsync(file, cancellationToken);
            if (!CalledConnections.In(before.Source.Root).Contains(connection))
            {
                continue;
            }

            var after = await FlowDocument.ReadAsync(
                file,
                new CheckConditions { Connection = connection, Description = newer },
                cancellationToken
            );
            used.UnionWith(Operations(before).Concat(Operations(after)));
            var flow = ChangedFlow.Of(file, before, after);
            if (flow.IsSame)
            {
                _same++;
            }
            else
            {
                _flows.Add(flow);
            }
        }

        foreach (var operation in stored.Operations.Values)
        {
            var changes = DescriptionDifferences.Of(operation, newer.Operations.GetValueOrDefault(operation.Id));
            if (used.Contains(operation.Id))
            {
                _changes.UnionWith(changes);
            }
            else if (changes.Count > 0)
            {
                _unused++;
            }
        }
    }

    /// <summary>Prints it for a person.</summary>
    public void Print(Lines lines)
    {
        foreach (var change in _changes)
        {
            lines.Write(change);
        }

        if (_unused > 0)
        {
            lines.Write($"{_unused} other operation{(_unused == 1 ? "" : "s")} changed, which no flow calls.");
        }

        foreach (var flow in _flows)
        {
            lines.Write($"{flow.Name}: {flow.Verdict}");
            foreach (var diagnostic in flow.Breaks.Concat(flow.Changes))
            {
                lines.Write($"  {diagnostic}");
            }
        }

        lines.Write(
            _flows.Count == 0
                ? $"No flow changes ({_same} checked)."
                : $"{_flows.Count(flow => flow.Breaks.Count > 0)} of {_flows.Count + _same} flows break, "
                    + $"{_flows.Count(flow => flow.Breaks.Count == 0)} change, {_same} stay as they are."
        );
    }

    /// <summary>The same for programs.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["connection"] = connection.Value,
            ["changes"] = Texts(_changes),
            ["otherOperations"] = _unused,
            ["flows"] = new JsonArray([
                .. _flows.Select(flow => new JsonObject
                {
                    ["flow"] = flow.Name,
                    ["breaks"] = Texts(flow.Breaks.Select(one => one.ToString())),
                    ["changes"] = Texts(flow.Changes.Select(one => one.ToString())),
                    ["republish"] = flow.IsRecompiled,
                }),
            ]),
        };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private IEnumerable<string> Operations(FlowDocument document) =>
        document
            .Reading.Flow?.AllSteps.OfType<RestApiStep>()
            .Where(step => step.Connection == connection)
            .Select(step => step.Described?.Id ?? step.Operation)
            .OfType<string>()
        ?? [];
}
