namespace Cxf.StatesLanguage.Service;

/// <summary>A published version.</summary>
internal sealed record MachineVersion(
    string Arn, int Number, MachineRevision Revision, string? Description, DateTimeOffset CreationDate);
