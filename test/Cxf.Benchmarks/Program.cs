using Cxf.Benchmarks.ColdStart;

return args switch
{
    ["cold-start", .. var rest] => ColdStartCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Cxf.Benchmarks cold-start [runs]");
    return 2;
}
