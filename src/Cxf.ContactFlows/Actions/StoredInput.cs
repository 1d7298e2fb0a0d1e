using System.Globalization;

namespace Cxf.ContactFlows.Actions;

/// <summary>Digits that a caller keyed in, cut as the action's settings say.</summary>
internal readonly record struct StoredInput(string Text, bool IsValid)
{
    private const string DefaultTermination = "#";
    private const int MinPhoneDigits = 7;
    private const int MaxPhoneDigits = 15; // ITU-T E.164

    public static StoredInput Read(ContactFlowAction action, string keys)
    {
        var dtmf = ContactFlowJson.Member(action.Parameters, "DTMFConfiguration") ?? default;
        var end = ContactFlowJson.Text(dtmf, "InputTerminationSequence") ?? DefaultTermination;
        var digits = keys.IndexOf(end, StringComparison.Ordinal) is var at and >= 0 ? keys[..at] : keys;
        var validation = ContactFlowJson.Member(action.Parameters, "InputValidation") ?? default;
        if (ContactFlowJson.Member(validation, "PhoneNumberValidation") is not null)
        {
            var number = digits.TrimStart('+');
            return new(digits, number.Length is >= MinPhoneDigits and <= MaxPhoneDigits && number.All(char.IsAsciiDigit));
        }

        var length = ContactFlowJson.Member(validation, "CustomValidation") is { } custom
            ? ContactFlowJson.Text(custom, "MaximumLength")
            : null;
        return int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && digits.Length > most
            ? new(digits[..most], true)
            : new(digits, true);
    }
}
