namespace Cxf.Studio.Components;

/// <content>Saving, and somebody else's text.</content>
public sealed partial class FlowPage
{
    private async Task SaveAsync(string? over)
    {
        _problem = null;
        try
        {
            _theirs = await _flow!.SaveAsync(over, _left);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problem = $"The file cannot be saved: {exception.Message} What you typed is kept as a draft where that is possible.";
        }

        StateHasChanged();
    }

    private async Task TakeTheirsAsync(string theirs)
    {
        if (await ChangeAsync(_flow!.WholeTextTo(theirs)))
        {
            _flow.RebaseOn(theirs);
            _theirs = null;
        }
    }
}
