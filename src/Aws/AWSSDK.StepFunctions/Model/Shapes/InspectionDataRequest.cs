using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The HTTP request that a tested state sent.</summary>
public class InspectionDataRequest : IWireShape
{
    public string Body { get; set; }
    public string Headers { get; set; }
    public string Method { get; set; }
    public string Protocol { get; set; }
    public string Url { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Body = members.Text("body", Body);
        Headers = members.Text("headers", Headers);
        Method = members.Text("method", Method);
        Protocol = members.Text("protocol", Protocol);
        Url = members.Text("url", Url);
    }
}
