using Amazon.Runtime;

namespace Amazon.StepFunctions.Wire;

/// <summary>
/// Visits the members of an <see cref="IWireShape"/>: each method takes a member's name and value
/// and returns the value that the member has afterwards.
/// </summary>
internal abstract class WireMembers
{
    public abstract string Text(string name, string value);

    public abstract int? Integer(string name, int? value);

    public abstract long? Long(string name, long? value);

    public abstract float? Float(string name, float? value);

    public abstract bool? Flag(string name, bool? value);

    /// <summary>A time, on the wire in seconds since 1970 with a fraction; in memory UTC.</summary>
    public abstract DateTime? Time(string name, DateTime? value);

    /// <summary>A value of an enumeration that may grow: an unknown value is kept, not rejected.</summary>
    public T Word<T>(string name, T value, Func<string, T> find)
        where T : ConstantClass
    {
        var text = Text(name, value?.Value);
        return text == value?.Value ? value : find(text);
    }

    public abstract T Shape<T>(string name, T value)
        where T : class, IWireShape, new();

    public abstract List<T> List<T>(string name, List<T> value)
        where T : class, IWireShape, new();

    public abstract Dictionary<string, string> TextMap(string name, Dictionary<string, string> value);

    public abstract Dictionary<string, List<string>> TextListMap(string name, Dictionary<string, List<string>> value);
}
