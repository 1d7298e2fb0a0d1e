using Cxf.Benchmarks.ApiCalls;
using Cxf.Benchmarks.Flows;

return args switch
{
    ["apicalls"] => await ApiCallsCommand.RunAsync(),
    ["flows"] => await FlowsCommand.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cxf.Benchmarks apicalls|flows");
    return 2;
}
