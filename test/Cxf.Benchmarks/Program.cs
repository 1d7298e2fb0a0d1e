using Cxf.Benchmarks.ApiCalls;
using Cxf.Benchmarks.Checking;
using Cxf.Benchmarks.ColdStart;
using Cxf.Benchmarks.Flows;
using Cxf.Benchmarks.Jsonata;
using Cxf.Benchmarks.StatesLanguage;
using Cxf.Benchmarks.Warm;

return args switch
{
    ["apicalls"] => await ApiCallsCommand.RunAsync(),
    ["called-at-start"] => await CalledAtStartCommand.RunAsync(),
    ["check", .. var rest] => await CheckingCommand.RunAsync(rest),
    ["cold-start", .. var rest] => await ColdStartCommand.RunAsync(rest),
    ["flows"] => await FlowsCommand.RunAsync(),
    ["jsonata"] => await JsonataCommand.RunAsync(),
    ["states"] => await StatesLanguageCommand.RunAsync(),
    ["warm", .. var rest] => await WarmCommand.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "usage: Cxf.Benchmarks apicalls | called-at-start | check [bytes [shape]] | cold-start [runs] | flows | jsonata | states"
            + " | warm [events]"
    );
    return 2;
}
