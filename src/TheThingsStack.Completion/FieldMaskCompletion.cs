using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Completion;

/// <summary>Completes the paths of masks that are written as text, segment by segment.</summary>
[ExportCompletionProvider(nameof(FieldMaskCompletion), LanguageNames.CSharp)]
public sealed class FieldMaskCompletion : CompletionProvider
{
    private const string PathProperty = "Path";
    private const string MessageProperty = "Message";

    /// <inheritdoc/>
    public override bool ShouldTriggerCompletion(SourceText text, int caretPosition, CompletionTrigger trigger, OptionSet options) =>
        trigger.Kind != CompletionTriggerKind.Insertion || TypedPath.CanEndAt(text, caretPosition);

    /// <inheritdoc/>
    public override async Task ProvideCompletionsAsync(CompletionContext context)
    {
        var (document, cancel) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not { } root
            || StringPlace.At(root, context.Position) is not { } place
            || await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
            || ApiSymbols.Of(model.Compilation) is not { } api
            || MaskPlace.MessageAt(place, model, api, cancel) is not { } message
            || TypedPath.Before(place, await document.GetTextAsync(cancel).ConfigureAwait(false), model, cancel) is not { } typed
            || ParentOf(message, api, typed) is not { } parent)
            return;
        context.IsExclusive = true;
        context.CompletionListSpan = typed.Segment;
        foreach (var child in parent.Children)
            context.AddItem(Item(child, message));
    }

    /// <inheritdoc/>
    public override async Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken)
    {
        if (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || ApiSymbols.Of(compilation) is not { } api
            || compilation.GetTypeByMetadataName(item.Properties[MessageProperty]) is not { } message
            || api.MessageOf(message)?.Find(item.Properties[PathProperty]) is not { } path)
            return null;
        return PathDescription.Of(path, message, cancellationToken);
    }

    private static PathNode? ParentOf(INamedTypeSymbol message, ApiSymbols api, TypedPath typed) =>
        typed.Parent.Length == 0 ? api.MessageOf(message) : api.MessageOf(message)?.Find(typed.Parent);

    private static CompletionItem Item(PathNode path, INamedTypeSymbol message) => CompletionItem.Create(
        path.Name,
        inlineDescription: PathDescription.Kind(path),
        tags: [path.IsOneof ? WellKnownTags.Structure : WellKnownTags.Property],
        properties: ImmutableDictionary<string, string>.Empty.Add(PathProperty, path.Path).Add(MessageProperty, MetadataName(message)));

    private static string MetadataName(INamedTypeSymbol message) => $"{message.ContainingNamespace.ToDisplayString()}.{message.MetadataName}";
}
