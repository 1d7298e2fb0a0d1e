using System.Globalization;

namespace Cxf.Local.ContactFlows.Actions;

/// <summary>Digits that a caller keyed in, cut as the action's settings say.</summary>
internal readonly record struct StoredInput(string Text, bool IsValid)
{
    private const string DefaultTermination = "#";
    private const int LeastPhoneDigits = 7;
    private const int MostPhoneDigits = 15; // ITU-T E.164

    public static StoredInput Read(FlowAction action, string keys)
    {
        var dtmf = FlowJson.Member(action.Parameters, "DTMFConfiguration") ?? default;
        var end = FlowJson.Text(dtmf, "InputTerminationSequence") ?? DefaultTermination;
        var digits = keys.IndexOf(end, StringComparison.Ordinal) is var at and >= 0 ? keys[..at] : keys;
        var validation = FlowJson.Member(action.Parameters, "InputValidation") ?? default;
        if (FlowJson.Member(validation, "PhoneNumberValidation") is not null)
        {
            var number = digits.TrimStart('+');
            return new(digits, number.Length is >= LeastPhoneDigits and <= MostPhoneDigits && number.All(char.IsAsciiDigit));
        }

        var length = FlowJson.Member(validation, "CustomValidation") is { } custom ? FlowJson.Text(custom, "MaximumLength") : null;
        return int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && digits.Length > most
            ? new(digits[..most], true)
            : new(digits, true);
    }
}
