using Cxf.Benchmarks.Flows;

return args switch
{
    ["flows"] => await FlowsCommand.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cxf.Benchmarks flows");
    return 2;
}
