namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>The outages of the functions that Amazon Connect invokes.</summary>
public sealed class ConnectOutageTests(OutageScene scene) : OutageTests(scene)
{
    public static TheoryData<int> Rows => RowsOf("ExecuteFlow", "GetFlowResult");

    [Theory]
    [MemberData(nameof(Rows))]
    public Task An_outage_fires_the_alarms_that_are_meant_for_it_and_one_Error_line_names_the_cause(int row) =>
        FiresItsAlarmsAsync(row);
}
