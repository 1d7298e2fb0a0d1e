using Cxf.Benchmarks.ColdStart;
using Cxf.Benchmarks.Flows;

return args switch
{
    ["flows"] => await FlowsCommand.RunAsync(),
    ["cold-start", .. var rest] => ColdStartCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cxf.Benchmarks flows | cold-start [runs]");
    return 2;
}
