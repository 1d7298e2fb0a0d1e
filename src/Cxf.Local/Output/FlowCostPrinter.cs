using Cxf.Flows.Bill;
using Cxf.Flows.Clock;
using Cxf.Flows.Compiling;

namespace Cxf.Local.Output;

/// <summary>Prints how long a flow can take, what that means for its caller, and what each of its ends costs at Step Functions.</summary>
internal sealed class FlowCostPrinter(Lines lines)
{
    /// <summary>Prints the clock and the bill of one flow.</summary>
    public void Print(string file, FlowClock clock, FlowBill bill)
    {
        var longest = clock.Longest.WorstCase is { } bound ? $"takes at most {Durations.Words(bound)}" : "takes a time that nothing bounds";
        lines.Write(clock.Type == StateMachineType.Express
            ? $"{file}: the caller waits (EXPRESS); the flow {longest} of the {Durations.Words(clock.Budget)} that he leaves."
            : $"{file}: the call goes on and asks for the answer later (STANDARD); the flow {longest}.");
        foreach (var path in bill.Paths)
        {
            lines.Write($"          {path}");
        }
    }
}
