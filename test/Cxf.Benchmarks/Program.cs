using Cxf.Benchmarks.ColdStart;
using Cxf.Benchmarks.Flows;
using Cxf.Benchmarks.Jsonata;

return args switch
{
    ["flows"] => await FlowsCommand.RunAsync(),
    ["cold-start", .. var rest] => await ColdStartCommand.RunAsync(rest),
    ["jsonata"] => await JsonataCommand.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cxf.Benchmarks flows | cold-start [runs] | jsonata");
    return 2;
}
