using Cxf.ApiCalls.Authentication;
using Cxf.Documents;

namespace Cxf.ApiCalls.Connections;

/// <summary>One kind of authentication in a connection document.</summary>
/// <param name="Read">Reads the other members of <c>auth</c>.</param>
/// <param name="Required">The members that it needs besides <c>kind</c>.</param>
/// <param name="Optional">The members that it can have.</param>
internal sealed record AuthKind(Func<JsonCursor, ApiAuth> Read, string[] Required, string[] Optional);
