using System.CommandLine;
using Cxf.Studio;

var configuration = new InvocationConfiguration();
return await StudioCommand.Create(configuration.Output).Parse(args).InvokeAsync(configuration);
