using Cxf.Local.Output;

namespace Cxf.Studio.Runs;

/// <summary>A request as a page shows it: without personal data.</summary>
internal static class MaskedCall
{
    /// <summary>Its method and its address with the query.</summary>
    public static string Line(SentCall call, PersonalData personalData) =>
        $"{call.Method} {personalData.ShownSentence(call.Url)}"
        + string.Concat(
            call.Query.Select((one, index) => $"{(index == 0 ? '?' : '&')}{one.Key}={personalData.Member(one.Key, one.Value)}")
        );
}
