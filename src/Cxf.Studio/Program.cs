using Cxf.Studio;

return await StudioCommand.Create(Console.Out).Parse(args).InvokeAsync();
