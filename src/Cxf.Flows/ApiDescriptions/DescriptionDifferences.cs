namespace Cxf.Flows.ApiDescriptions;

/// <summary>What changes between two descriptions of an API, in words, for the operations that flows call.</summary>
public static class DescriptionDifferences
{
    /// <summary>The differences of one operation, those that can break a call first; none if it is the same.</summary>
    /// <param name="before">The operation as it is stored.</param>
    /// <param name="after">The operation as it is now; null if it is gone.</param>
    public static IReadOnlyList<string> Of(ApiOperation before, ApiOperation? after)
    {
        if (after is null)
        {
            return [$"{before.Id} ({before}) no longer exists."];
        }

        var found = new List<string>();
        if (before.ToString() != after.ToString())
        {
            found.Add($"it is {after} instead of {before}");
        }

        if (after.IsDeprecated && !before.IsDeprecated)
        {
            found.Add("it is deprecated");
        }

        found.AddRange(OfParameters(before, after));
        found.AddRange(OfBodies(before.Body, after.Body));
        found.AddRange(OfAnswers(before, after));
        return [.. found.Select(one => $"{before.Id}: {one}.")];
    }

    private static IEnumerable<string> OfParameters(ApiOperation before, ApiOperation after)
    {
        foreach (var parameter in after.Parameters)
        {
            var old = before.Parameters.FirstOrDefault(one => (one.Name, one.Place) == (parameter.Name, parameter.Place));
            if (old is null)
            {
                yield return $"there is a new {(parameter.IsRequired ? "required " : "")}parameter \"{parameter.Name}\"";
            }
            else if (parameter.IsRequired && !old.IsRequired)
            {
                yield return $"the parameter \"{parameter.Name}\" is required now";
            }
            else
            {
                foreach (
                    var change in SchemaDifferences.Of(
                        old.Schema,
                        parameter.Schema,
                        $"the parameter \"{parameter.Name}\"",
                        isAnswer: false
                    )
                )
                {
                    yield return change;
                }
            }
        }

        foreach (
            var gone in before.Parameters.Where(one =>
                !after.Parameters.Any(now => (now.Name, now.Place) == (one.Name, one.Place))
            )
        )
        {
            yield return $"the parameter \"{gone.Name}\" no longer exists";
        }
    }

    private static IEnumerable<string> OfBodies(ApiBody? before, ApiBody? after)
    {
        if (before is null || after is null)
        {
            return before is null && after is { IsRequired: true } ? ["it needs a body now"]
                : after is null && before is not null ? ["it no longer takes a body"]
                : [];
        }

        return before.Content is not [var old, ..] || after.Content is not [var now, ..] ? []
            : old.Key != now.Key ? [$"its body is {now.Key} instead of {old.Key}"]
            : SchemaDifferences.Of(old.Value, now.Value, "the body", isAnswer: false);
    }

    private static IEnumerable<string> OfAnswers(ApiOperation before, ApiOperation after)
    {
        foreach (var answer in before.Answers)
        {
            var now = after.Answers.FirstOrDefault(one => one.Status == answer.Status);
            if (now is null)
            {
                yield return $"it no longer answers {answer.Status}";
            }
            else if (answer is { IsGood: true, Schema: { } old } && now.Schema is { } schema)
            {
                foreach (var change in SchemaDifferences.Of(old, schema, $"the answer {answer.Status}", isAnswer: true))
                {
                    yield return change;
                }
            }
        }

        foreach (var added in after.Answers.Where(one => before.Answers.All(old => old.Status != one.Status)))
        {
            yield return $"it answers {added.Status} now";
        }
    }
}
