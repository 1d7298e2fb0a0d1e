namespace Cxf.Functions.Requests;

/// <summary>A request of a contact flow, or of a direct caller.</summary>
/// <param name="Head">What every request says.</param>
public abstract record FlowRequest(RequestHead Head);
