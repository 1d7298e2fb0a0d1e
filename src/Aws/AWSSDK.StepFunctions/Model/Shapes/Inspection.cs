using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What a tested state's data looked like at each step of its data flow.</summary>
public class InspectionData : IWireShape
{
    public string AfterArguments { get; set; }
    public string AfterInputPath { get; set; }
    public string AfterItemBatcher { get; set; }
    public string AfterItemSelector { get; set; }
    public string AfterItemsPath { get; set; }
    public string AfterItemsPointer { get; set; }
    public string AfterParameters { get; set; }
    public string AfterResultPath { get; set; }
    public string AfterResultSelector { get; set; }
    public InspectionErrorDetails ErrorDetails { get; set; }
    public string Input { get; set; }
    public int? MaxConcurrency { get; set; }
    public InspectionDataRequest Request { get; set; }
    public InspectionDataResponse Response { get; set; }
    public string Result { get; set; }
    public int? ToleratedFailureCount { get; set; }
    public float? ToleratedFailurePercentage { get; set; }
    public string Variables { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        AfterArguments = members.Text("afterArguments", AfterArguments);
        AfterInputPath = members.Text("afterInputPath", AfterInputPath);
        AfterItemBatcher = members.Text("afterItemBatcher", AfterItemBatcher);
        AfterItemSelector = members.Text("afterItemSelector", AfterItemSelector);
        AfterItemsPath = members.Text("afterItemsPath", AfterItemsPath);
        AfterItemsPointer = members.Text("afterItemsPointer", AfterItemsPointer);
        AfterParameters = members.Text("afterParameters", AfterParameters);
        AfterResultPath = members.Text("afterResultPath", AfterResultPath);
        AfterResultSelector = members.Text("afterResultSelector", AfterResultSelector);
        ErrorDetails = members.Shape("errorDetails", ErrorDetails);
        Input = members.Text("input", Input);
        MaxConcurrency = members.Integer("maxConcurrency", MaxConcurrency);
        Request = members.Shape("request", Request);
        Response = members.Shape("response", Response);
        Result = members.Text("result", Result);
        ToleratedFailureCount = members.Integer("toleratedFailureCount", ToleratedFailureCount);
        ToleratedFailurePercentage = members.Float("toleratedFailurePercentage", ToleratedFailurePercentage);
        Variables = members.Text("variables", Variables);
    }
}

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

/// <summary>Which Retry or Catch entry took a tested state's error.</summary>
public class InspectionErrorDetails : IWireShape
{
    public int? CatchIndex { get; set; }
    public int? RetryBackoffIntervalSeconds { get; set; }
    public int? RetryIndex { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CatchIndex = members.Integer("catchIndex", CatchIndex);
        RetryBackoffIntervalSeconds = members.Integer("retryBackoffIntervalSeconds", RetryBackoffIntervalSeconds);
        RetryIndex = members.Integer("retryIndex", RetryIndex);
    }
}
