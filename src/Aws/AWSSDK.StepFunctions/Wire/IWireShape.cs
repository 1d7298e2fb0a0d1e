namespace Amazon.StepFunctions.Wire;

/// <summary>
/// A type that is sent as a JSON object. One description of its members serves both directions: a <see cref="WireWriter"/> writes
/// the given values, a <see cref="WireReader"/> returns the values that it reads.
/// </summary>
internal interface IWireShape
{
    /// <summary>Names each member on the wire, in the wire's (alphabetical) order.</summary>
    void Describe(WireMembers members);
}
