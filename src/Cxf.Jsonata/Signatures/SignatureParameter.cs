namespace Cxf.Jsonata.Signatures;

/// <summary>One parameter of a signature.</summary>
/// <param name="Type">Its letter: <c>s n b l o a f j x</c>, or <c>(</c> for a choice.</param>
/// <param name="Allowed">The letters of the kinds it takes; <c>m</c> is a missing argument.</param>
internal sealed record SignatureParameter(char Type, string Allowed)
{
    /// <summary>May be left out.</summary>
    public bool IsOptional { get; set; }

    /// <summary>May be given more than once.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>Taken from the context where it is left out.</summary>
    public bool UsesContext { get; set; }

    /// <summary>What an array's items, or a function's parameters, must be; null for anything.</summary>
    public string? Subtype { get; set; }

    public bool Takes(char kind) => Allowed.Contains(kind);
}
