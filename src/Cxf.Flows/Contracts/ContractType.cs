namespace Cxf.Flows.Contracts;

/// <summary>The JSON types a contract can ask for (JSON Schema 2020-12, <c>type</c>).</summary>
public enum ContractType
{
    /// <summary>No <c>type</c> keyword: any value.</summary>
    Any,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>Text.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number without a fraction.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,
}
