using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace TheThingsStack.CodeFixes.Editing;

/// <summary>What a fix or a refactoring offers to do in a document.</summary>
/// <param name="Title">What the user chooses it by.</param>
/// <param name="Key">What the same fix has elsewhere, for Fix All.</param>
/// <param name="Changes">From the start of the document to its end.</param>
internal sealed record Edit(string Title, string Key, params TextChange[] Changes)
{
    public CodeAction In(Document document) => CodeAction.Create(Title, cancellation => ApplyAsync(document, cancellation), Key);

    private async Task<Document> ApplyAsync(Document document, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(Changes));
    }
}
