using System.CommandLine;
using Cxf.Local.Commands;
using Cxf.Local.Output;

return await CxfCommand.RunAsync(CxfCommand.Create(CallConsole.Create()), args, new InvocationConfiguration());
