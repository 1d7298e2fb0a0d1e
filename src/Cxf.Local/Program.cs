using System.CommandLine;
using Cxf.Local.Commands;
using Cxf.Local.Output;

var root = new RootCommand("CXF Serverless on one machine, without AWS.") { CallCommand.Create(CallConsole.Create()) };
var arguments = root.Parse(args);
var code = await arguments.InvokeAsync();
return arguments.Errors.Count > 0 ? ExitCode.Usage : code;
