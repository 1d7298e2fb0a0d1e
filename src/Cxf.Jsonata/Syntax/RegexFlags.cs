namespace Cxf.Jsonata.Syntax;

/// <summary>How a regular expression matches.</summary>
[Flags]
internal enum RegexFlags : byte
{
    None = 0,
    IgnoreCase = 1,
    Multiline = 2,
}
