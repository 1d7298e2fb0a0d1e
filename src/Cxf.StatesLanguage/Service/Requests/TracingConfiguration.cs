namespace Cxf.StatesLanguage.Service;

/// <summary>Whether a machine is traced. The local engine keeps it and traces nothing.</summary>
/// <param name="Enabled">Default false.</param>
public sealed record TracingConfiguration(bool Enabled = false);
