using System.CommandLine;
using Cxf.Local.Commands;
using Cxf.Local.Output;

var console = CallConsole.Create();
var root = new RootCommand("CXF Serverless on one machine, without AWS.");
root.Add(CallCommand.Create(console));
root.Add(CheckCommand.Create(console));
root.Add(CompileCommand.Create(console));
root.Add(InvokeCommand.Create(console));
root.Add(StartCommand.Create(console));
root.Add(TestCommand.Create(console));
var arguments = root.Parse(args);
var code = await arguments.InvokeAsync();
return arguments.Errors.Count > 0 ? ExitCode.Usage : code;
