using System.Globalization;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Digits that a caller keyed in, as the action's settings take them: a terminating key ends them, the cancel key deletes what
/// came before it, and no more are taken than the longest input has. adminguide/store-customer-input.html
/// </summary>
/// <param name="Text">The digits.</param>
/// <param name="Taken">How many keys they took.</param>
/// <param name="IsValid">Whether they are what the action asks for.</param>
internal readonly record struct StoredInput(string Text, int Taken, bool IsValid)
{
    private const string DefaultTermination = "#";
    private const char CancelKey = '*';

    public static StoredInput Read(ContactFlowAction action, string keys)
    {
        var dtmf = ContactFlowJson.Member(action.Parameters, "DTMFConfiguration") ?? default;
        var validation = ContactFlowJson.Member(action.Parameters, "InputValidation") ?? default;
        var termination = ContactFlowJson.Text(dtmf, "InputTerminationSequence") ?? DefaultTermination;
        var hasCancelKey = !Words.IsTrue(ContactFlowJson.Text(dtmf, "DisableCancelKey")) && !termination.Contains(CancelKey);
        var (digits, taken) = Digits(keys, termination, hasCancelKey, MaxLength(validation));
        return new(
            digits,
            taken,
            ContactFlowJson.Member(validation, "PhoneNumberValidation") is not { } phone || PhoneNumber.IsValid(digits, phone)
        );
    }

    private static (string Text, int Taken) Digits(string keys, string termination, bool hasCancelKey, int maxLength)
    {
        var digits = "";
        foreach (var (index, key) in keys.Index())
        {
            digits = hasCancelKey && key == CancelKey ? "" : digits + key;
            if (termination.Length > 0 && digits.EndsWith(termination, StringComparison.Ordinal))
            {
                return (digits[..^termination.Length], index + 1);
            }

            if (digits.Length == maxLength)
            {
                return (digits, index + 1);
            }
        }

        return (digits, keys.Length);
    }

    private static int MaxLength(System.Text.Json.JsonElement validation) =>
        ContactFlowJson.Member(validation, "CustomValidation") is { } custom
        && int.TryParse(
            ContactFlowJson.Text(custom, "MaximumLength"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var length
        )
            ? length
            : int.MaxValue;
}
