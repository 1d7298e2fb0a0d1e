namespace Cxf.Flows.Model;

/// <summary>Personal data of the contact that a flow must ask for before it gets it.</summary>
public enum ContactField
{
    /// <summary><c>$contact.customerNumber</c>: the address of the caller (Connect's CustomerEndpoint).</summary>
    CustomerNumber,

    /// <summary><c>$contact.systemNumber</c>: the address that was called (Connect's SystemEndpoint).</summary>
    SystemNumber,
}
