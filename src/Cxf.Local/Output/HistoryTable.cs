using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>The history of an execution as a table: step, state type, duration, what went in and out.</summary>
internal static class HistoryTable
{
    /// <summary>Prints one row per state visited, in the given order.</summary>
    public static void Print(IAnsiConsole console, string title, IEnumerable<HistoryRow> rows, PersonalData personalData)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(title)) };
        table.AddColumn(new TableColumn("Step").NoWrap());
        table.AddColumn(new TableColumn("State").NoWrap());
        table.AddColumn(new TableColumn("Duration").RightAligned().NoWrap());
        table.AddColumn("In");
        table.AddColumn("Out");
        foreach (var row in rows)
        {
            table.AddRow(
                new Text(row.Name),
                new Text(row.Tries > 1 ? $"{row.Type}, {row.Tries} tries" : row.Type),
                new Text(row.Exited is { } exited ? Durations.Text(exited - row.Entered) : "-"),
                new Text(row.Input is null ? "-" : personalData.Json(row.Input)),
                Out(row, personalData)
            );
        }

        console.Write(table);
    }

    private static Text Out(HistoryRow row, PersonalData personalData) =>
        row.Error is null
            ? new Text(row.Output is null ? "-" : personalData.Json(row.Output))
            : new Text(
                string.IsNullOrEmpty(row.Cause) ? row.Error : $"{row.Error}: {personalData.Shown(row.Cause)}",
                new Style(Color.Red)
            );
}
