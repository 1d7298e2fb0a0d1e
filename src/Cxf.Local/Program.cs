using System.CommandLine;
using Cxf.Functions.CallApi;
using Cxf.Local.Commands;
using Cxf.Local.Emulators.Lambda;
using Cxf.Local.Output;

if (args is [FunctionExecutable.Argument])
{
    await GeneratedProgram.Main([]);
    return 0;
}

return await CxfCommand.RunAsync(CxfCommand.Create(CallConsole.Create()), args, new InvocationConfiguration());
