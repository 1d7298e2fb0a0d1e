using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The HTTP response that a tested state got.</summary>
public class InspectionDataResponse : IWireShape
{
    public string Body { get; set; }
    public string Headers { get; set; }
    public string Protocol { get; set; }
    public string StatusCode { get; set; }
    public string StatusMessage { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Body = members.Text("body", Body);
        Headers = members.Text("headers", Headers);
        Protocol = members.Text("protocol", Protocol);
        StatusCode = members.Text("statusCode", StatusCode);
        StatusMessage = members.Text("statusMessage", StatusMessage);
    }
}
