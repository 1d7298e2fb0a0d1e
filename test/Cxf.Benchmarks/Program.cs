using Cxf.Benchmarks.ColdStart;
using Cxf.Benchmarks.Flows;
using Cxf.Benchmarks.Jsonata;
using Cxf.Benchmarks.StatesLanguage;

return args switch
{
    ["flows"] => await FlowsCommand.RunAsync(),
    ["cold-start", .. var rest] => ColdStartCommand.Run(rest),
    ["jsonata"] => await JsonataCommand.RunAsync(),
    ["states"] => await StatesLanguageCommand.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cxf.Benchmarks flows | cold-start [runs] | jsonata | states");
    return 2;
}
