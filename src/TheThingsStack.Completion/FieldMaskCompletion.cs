using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Tags;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Analyzers.Api;
using TheThingsStack.Analyzers.Masks;

namespace TheThingsStack.Completion;

/// <summary>Completes the paths of masks that are written as text, segment by segment: in masks, and in URLs and bodies of requests that are written by hand.</summary>
[ExportCompletionProvider(nameof(FieldMaskCompletion), LanguageNames.CSharp)]
public sealed class FieldMaskCompletion : CompletionProvider
{
    private const string PathProperty = "Path";
    private const string HeadingProperty = "Heading";
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
            || await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
            return;
        var text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        var api = ApiSymbols.Of(model.Compilation);
        if ((OfMask(place, text, model, api, cancel) ?? RequestPlace.At(place, text, model, api, cancel)) is not { } offer)
            return;
        context.IsExclusive = true;
        context.CompletionListSpan = offer.Segment;
        foreach (var path in offer.Paths)
            context.AddItem(Item(path, offer.Message));
    }

    /// <inheritdoc/>
    public override async Task<CompletionDescription?> GetDescriptionAsync(Document document, CompletionItem item, CancellationToken cancellationToken)
    {
        var heading = item.Properties[HeadingProperty];
        if (!item.Properties.TryGetValue(MessageProperty, out var name)
            || await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || ApiSymbols.Of(compilation) is not { } api
            || compilation.GetTypeByMetadataName(name) is not { } message
            || api.MessageOf(message)?.Find(item.Properties[PathProperty]) is not { } path)
            return CompletionDescription.FromText(heading);
        return PathDescription.Of(path, message, heading, cancellationToken);
    }

    /// <summary>What is offered within a text that is a mask; null where it is none.</summary>
    private static PathOffer? OfMask(StringPlace place, SourceText text, SemanticModel model, ApiSymbols? api, CancellationToken cancel) =>
        api is not null
            && MaskPlace.MessageAt(place, model, api, cancel) is { } type && api.MessageOf(type) is { } message
            && TypedPath.Before(place, text, model, cancel) is { } typed
            ? PathOffer.Below(message, type, typed) : null;

    private static CompletionItem Item(PathNode path, INamedTypeSymbol? message)
    {
        var properties = ImmutableDictionary<string, string>.Empty.Add(PathProperty, path.Path).Add(HeadingProperty, PathDescription.Heading(path));
        return CompletionItem.Create(
            path.Name,
            inlineDescription: PathDescription.Kind(path),
            tags: [path.IsOneof ? WellKnownTags.Structure : WellKnownTags.Property],
            properties: message is null ? properties : properties.Add(MessageProperty, MetadataName(message)));
    }

    private static string MetadataName(INamedTypeSymbol message) => $"{message.ContainingNamespace.ToDisplayString()}.{message.MetadataName}";
}
