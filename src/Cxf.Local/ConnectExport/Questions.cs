using System.Globalization;
using Cxf.Documents;
using Cxf.Flows;
using Cxf.Flows.Contracts;

namespace Cxf.Local.ConnectExport;

/// <summary>
/// The blocks that ask the caller for the payload: a menu for a few values, digits with a confirmation for a number. The answers
/// are attributes of the contact flow, which the contact does not keep.
/// </summary>
internal static class Questions
{
    /// <summary>The block for a caller who did not enter anything that can be used.</summary>
    public const string NoAnswer = "Say no answer";

    /// <summary>What the caller hears after digits.</summary>
    public const string Correct = "If that is correct, press 1.";

    private const string Refused = "Check the refusal";
    private const string AskAgain = "Ask once more";
    private const string FindField = "Find what was refused";
    private const string MenuKeys = "1234567890";
    private const int Repetitions = 2;

    // A higher bound would be written with an exponent.
    private const double MaxExact = 1e15;
    private const string NothingPressed = "Timeout";

    /// <summary>The first block.</summary>
    /// <param name="fields">The fields in the order of the questions.</param>
    /// <param name="end">The block after the last question.</param>
    public static string First(IReadOnlyList<RequiredField> fields, string end) => fields.Count > 0 ? Ask(fields[0]) : end;

    /// <summary>Adds the blocks of the fields that a caller can enter; all lead to the block after the last question.</summary>
    public static void AddTo(ActionList actions, IReadOnlyList<RequiredField> fields, string end)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            var next = index + 1 < fields.Count ? Ask(fields[index + 1]) : end;
            if (fields[index].Input is KeypadInput.Menu menu)
            {
                AddMenu(actions, fields[index], menu, next);
            }
            else
            {
                AddDigits(actions, fields[index], (KeypadInput.Digits)fields[index].Input!, next);
            }

            actions.Loop(Again(fields[index]), Repetitions, Ask(fields[index]), NoAnswer);
        }

        if (fields.Any(IsDigits))
        {
            AddRefusal(actions, [.. fields.Where(IsDigits)]);
        }
    }

    /// <summary>Where a refused request leads: only digits can be wrong.</summary>
    public static string AfterRefusal(IReadOnlyList<RequiredField> fields) => fields.Any(IsDigits) ? Refused : RunBlocks.Apology;

    // No block can count digits or match a pattern, so the flow's contract decides; nothing was started then. The message names
    // the field, and never its value.
    private static void AddRefusal(ActionList actions, IReadOnlyList<RequiredField> fields)
    {
        actions.Compare(Refused, "$.External.errorCode", RunBlocks.Apology, (FlowErrorCodes.PayloadInvalid, AskAgain));
        actions.Loop(AskAgain, Repetitions, FindField, RunBlocks.Apology);
        actions.Compare(
            FindField,
            "$.External.message",
            RunBlocks.Apology,
            fields.Select(field => ("TextContains", $"payload.{field.Name} ", Refuse(field)))
        );
        foreach (var field in fields)
        {
            actions.Say(Refuse(field), "That was not accepted. Please enter it again.", Ask(field));
        }
    }

    private static bool IsDigits(RequiredField field) => field.Input is KeypadInput.Digits;

    private static void AddMenu(ActionList actions, RequiredField field, KeypadInput.Menu menu, string next)
    {
        var options = menu.Values.Select((value, index) => (Key: MenuKeys[index].ToString(), Value: value)).ToList();
        var prompt = string.Join(
            ' ',
            options.Select(option => $"For {RequiredField.Spoken(option.Value)}, press {option.Key}.").Prepend(field.Prompt)
        );
        actions.Menu(
            Ask(field),
            prompt,
            [.. options.Select(option => (option.Key, Keep(field, option.Key)))],
            Again(field),
            Again(field),
            RunBlocks.Apology
        );
        foreach (var (key, value) in options)
        {
            actions.Remember(Keep(field, key), field.FlowAttribute, value.AsText(), next, RunBlocks.Apology);
        }
    }

    private static void AddDigits(ActionList actions, RequiredField field, KeypadInput.Digits digits, string next)
    {
        actions.Digits(Ask(field), $"{field.Prompt} {HowMany(digits)}", digits.Max, Check(field), RunBlocks.Apology);
        var bounds = Bounds(field).ToList();
        actions.Compare(
            Check(field),
            "$.StoredCustomerInput",
            Keep(field, "digits"),
            [("Equals", NothingPressed, Again(field)), .. bounds.Select(bound => (bound.Operator, bound.Operand, Reject(field)))]
        );
        if (bounds.Count > 0)
        {
            actions.Say(Reject(field), "That number is not accepted.", Again(field));
        }

        actions.Remember(Keep(field, "digits"), field.FlowAttribute, "$.StoredCustomerInput", Confirm(field), RunBlocks.Apology);
        actions.Menu(
            Confirm(field),
            $"You entered {field.Entered}. {Correct} To enter it again, press 2.",
            [("1", next), ("2", Ask(field))],
            Again(field),
            Again(field),
            RunBlocks.Apology
        );
    }

    private static string HowMany(KeypadInput.Digits digits) =>
        digits switch
        {
            { IsFixed: true, Max: 1 } => "Enter 1 digit.",
            { IsFixed: true } => $"Enter {digits.Max} digits.",
            { Max: KeypadInput.MaxDigits } => "Enter the digits, then press the pound key.",
            { Min: 1 } => $"Enter up to {digits.Max} digits, then press the pound key.",
            _ => $"Enter {digits.Min} to {digits.Max} digits, then press the pound key.",
        };

    // The bounds of a number. A text is not compared as one: 007 is not 7.
    private static IEnumerable<(string Operator, string Operand)> Bounds(RequiredField field)
    {
        if (field.Schema.Type is not (ContractType.Integer or ContractType.Number))
        {
            yield break;
        }

        var (min, max) = field.Schema.Range;
        if (min is > 0 and < MaxExact)
        {
            yield return ("NumberLessThan", min.ToString("R", CultureInfo.InvariantCulture));
        }

        if (max < MaxExact)
        {
            yield return ("NumberGreaterThan", max.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The block that asks for a field.</summary>
    public static string Ask(RequiredField field) => Block("Ask for", field);

    private static string Again(RequiredField field) => Block("Repeat", field);

    private static string Check(RequiredField field) => Block("Check", field);

    private static string Refuse(RequiredField field) => Block("Refuse", field);

    private static string Reject(RequiredField field) => Block("Reject", field);

    /// <summary>The block that asks whether the digits are right.</summary>
    public static string Confirm(RequiredField field) => Block("Confirm", field);

    private static string Keep(RequiredField field, string key) => $"{Block("Keep", field)} {key}";

    // The service takes 50 characters, and few besides letters and digits.
    private static string Block(string verb, RequiredField field) =>
        $"{verb} field {field.Number} {string.Concat(field.Name.Where(char.IsAsciiLetterOrDigit).Take(20))}".TrimEnd();
}
