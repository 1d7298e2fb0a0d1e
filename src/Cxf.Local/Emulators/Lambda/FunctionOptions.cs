namespace Cxf.Local.Emulators.Lambda;

/// <summary>What all functions on this machine are run with.</summary>
internal sealed record FunctionOptions
{
    /// <summary>The program.</summary>
    public FunctionExecutable Executable { get; init; } = FunctionExecutable.Default;

    /// <summary>Environment variables on top of the template's.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// How many processes one function may have; further calls wait. Lambda's own default is 1,000 for an account.
    /// </summary>
    public int MaxProcesses { get; init; } = 32;

    /// <summary>Takes the log, line by line, from any thread.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
