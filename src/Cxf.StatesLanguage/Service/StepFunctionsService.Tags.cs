namespace Cxf.StatesLanguage.Service;

/// <content>Tags.</content>
public sealed partial class StepFunctionsService
{
    // API model, TagKey and TagValue.
    private const int TagKeyCharacters = 128;
    private const int TagValueCharacters = 256;

    /// <summary>Adds tags to a state machine.</summary>
    public EmptyResult TagResource(TagRequest request)
    {
        var arn = Required(request.ResourceArn, "resourceArn");
        var tags = request.Tags ?? throw ApiErrors.Missing("tags");
        lock (_gate)
        {
            AddTags(Tagged(arn), tags);
            return new EmptyResult();
        }
    }

    /// <summary>Takes tags away from a state machine.</summary>
    public EmptyResult UntagResource(UntagRequest request)
    {
        var arn = Required(request.ResourceArn, "resourceArn");
        var keys = request.TagKeys ?? throw ApiErrors.Missing("tagKeys");
        lock (_gate)
        {
            var tags = Tagged(arn).Tags;
            foreach (var key in keys)
            {
                tags.Remove(key);
            }

            return new EmptyResult();
        }
    }

    /// <summary>Lists a state machine's tags.</summary>
    public ListTagsResult ListTagsForResource(ResourceRequest request)
    {
        var arn = Required(request.ResourceArn, "resourceArn");
        lock (_gate)
        {
            return new ListTagsResult([.. Tagged(arn).Tags.Select(static tag => new Tag(tag.Key, tag.Value))]);
        }
    }

    private static void AddTags(StateMachineRecord machine, IReadOnlyList<Tag> tags)
    {
        var all = new OrderedDictionary<string, string>(machine.Tags, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            var key = tag.Key ?? throw ApiErrors.Missing("tags.key");
            MemberLength.Check("tags.key", key, TagKeyCharacters, 1);
            MemberLength.Check("tags.value", tag.Value ?? "", TagValueCharacters);
            all[key] = tag.Value ?? "";
        }

        if (all.Count > ServiceLimits.Tags)
        {
            throw new StepFunctionsException("TooManyTags", $"A state machine has at most {ServiceLimits.Tags} tags.");
        }

        machine.Tags = all;
    }

    private StateMachineRecord Tagged(string arn)
    {
        CheckMachineArn(arn);
        return _machines.TryGetValue(arn, out var machine) ? machine : throw ApiErrors.ResourceNotFound();
    }
}
