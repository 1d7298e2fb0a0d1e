using System.Text.Json;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Reads attributes of data tables, one row for each query. adminguide/data-table-block.html; the parameters are those of
/// exported flows.
/// </summary>
internal sealed class EvaluateDataTableValues() : DataTableAction("EvaluateDataTableValues")
{
    protected override void Run(ContactFlowAction action, string table, Call call)
    {
        foreach (var query in ContactFlowJson.Items(action.Parameters, "Queries"))
        {
            call.Data.Tables.Read(
                table,
                ContactFlowJson.Text(query, "QueryName") ?? "",
                Values(query, "PrimaryValues", call),
                ContactFlowJson.Items(query, "Attributes").Select(name => ContactFlowJson.Scalar(name) ?? "")
            );
        }
    }
}

/// <summary>Lists rows of a data table.</summary>
internal sealed class ListDataTableValues() : DataTableAction("ListDataTableValues")
{
    protected override void Run(ContactFlowAction action, string table, Call call) =>
        call.Data.Tables.List(
            table,
            [
                .. ContactFlowJson
                    .Items(action.Parameters, "PrimaryKeyGroups")
                    .Select(group =>
                        (
                            ContactFlowJson.Text(group, "PrimaryKeyGroupName") ?? "",
                            (IReadOnlyDictionary<string, string>)Values(group, "PrimaryValues", call)
                        )
                    ),
            ]
        );
}

/// <summary>Writes rows of a data table.</summary>
internal sealed class UpsertDataTableValues() : DataTableAction("UpsertDataTableValues")
{
    protected override void Run(ContactFlowAction action, string table, Call call)
    {
        foreach (var group in ContactFlowJson.Items(action.Parameters, "DataTableUpsertAttributes"))
        {
            call.Data.Tables.Write(
                table,
                new DataTableRow(Values(group, "PrimaryValues", call), Values(group, "Attributes", call))
            );
        }
    }
}

/// <summary>What the actions on data tables have in common.</summary>
internal abstract class DataTableAction(string type) : ActionKind(type)
{
    /// <summary>The parameters hold lists of objects, in which truth values keep their type.</summary>
    protected override bool IsAllText => false;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        Run(action, call.Fill(action.Text("DataTableId") ?? ""), call);
        call.Tell(new CallEvent.SettingChanged(action.Type, ""));
        return new(ActionResult.Done);
    }

    /// <summary>Does what the action does to the tables.</summary>
    protected abstract void Run(ContactFlowAction action, string table, Call call);

    protected override void Check(ActionCheck check)
    {
        check.NextAction();
        check.Errors(ErrorTypes.NoMatchingError);
    }

    /// <summary>Values by their names: exports name them <c>Name</c> or, in queries, <c>AttributeName</c>.</summary>
    protected static Dictionary<string, string> Values(JsonElement holder, string list, Call call) =>
        ContactFlowJson
            .Items(holder, list)
            .Select(item =>
                (
                    Name: ContactFlowJson.Text(item, "Name") ?? ContactFlowJson.Text(item, "AttributeName"),
                    Value: ContactFlowJson.Member(item, "Value") is { } value ? ContactFlowJson.Scalar(value) : null
                )
            )
            .Where(value => value is { Name: not null, Value: not null })
            .GroupBy(value => value.Name!)
            .ToDictionary(same => same.Key, same => call.Fill(same.Last().Value!));
}
