namespace Amazon.StepFunctions.Wire;

/// <summary>
/// A type that travels as a JSON object. One description of its members serves both directions:
/// a <see cref="WireWriter"/> writes what it is given, a <see cref="WireReader"/> gives back what it reads.
/// </summary>
internal interface IWireShape
{
    /// <summary>Names each member on the wire, in the wire's (alphabetical) order.</summary>
    void Describe(WireMembers members);
}
