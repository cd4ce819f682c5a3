using TheThingsStack.Generators.Binding;
using TheThingsStack.Generators.Model;
using TheThingsStack.Generators.Reading;

namespace TheThingsStack.Generators;

/// <summary>Makes the model of the client: of the project's own reference, or of the one that comes with the generator.</summary>
internal static class ReferenceBinding
{
    private const string EmbeddedReference = "the-things-stack.openapi.json";
    private const string EmbeddedRules = "the-things-stack.rules.json";

    private static readonly Result<ApiModel> Nothing = new(null, default);

    private static readonly Lazy<RuleSet> Rules = new(static () => RuleSet.Read(Parse(EmbeddedRules)));

    // Most projects use the reference as it is: a compiler process then binds it once.
    private static readonly Lazy<Result<ApiModel>> Default = new(static () => BindEmbedded(new(default), CancellationToken.None));

    public static Result<ApiModel> Bind(EquatableArray<ReferenceOutline> references, Options options, ProjectCapabilities project, CancellationToken cancellation)
    {
        if (!options.GenerateClient)
            return Nothing;
        if (project.ClientFrom is { } assembly)
            return references.Count == 0 && options.Services.Count == 0 ? Nothing : Fail(FaultKind.ClientElsewhere, assembly);
        if (!project.HasLanguage)
            return Fail(FaultKind.LanguageTooOld, "");
        if (!project.HasRuntime)
            return Fail(FaultKind.RuntimeMissing, "");
        if (references.Count > 1)
            return Fail(FaultKind.SeveralReferences, references[1].Path);
        if (references.Count == 1)
            return BindOutline(references[0].Text, options, cancellation);
        return options.Services.Count == 0 ? Default.Value : BindEmbedded(options, cancellation);
    }

    private static Result<ApiModel> BindOutline(Utf8Text outline, Options options, CancellationToken cancellation)
    {
        var faults = new FaultList();
        ApiModel? model = null;
        try
        {
            if (SpecText.Parse(outline.Bytes, faults, cancellation) is { } root && SpecReader.Read(root, faults, cancellation) is { } document)
                model = ApiBinder.Bind(document, Rules.Value, options, faults, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A document that defeats the reader must not take the build down without a word.
            faults.Add(FaultKind.Internal, 0, $"{e.GetType().Name}: {e.Message}");
        }

        return new(model, faults.Faults.ToEquatableArray());
    }

    private static Result<ApiModel> BindEmbedded(Options options, CancellationToken cancellation)
    {
        var faults = new FaultList();
        var document = SpecReader.Read(Parse(EmbeddedReference), faults, cancellation)!;
        var model = ApiBinder.Bind(document, Rules.Value, options, faults, cancellation);
        return new(model, faults.Faults.ToEquatableArray());
    }

    private static SpecNode Parse(string resource)
    {
        using var stream = typeof(ReferenceBinding).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        for (var read = 0; read < bytes.Length;)
            read += stream.Read(bytes, read, bytes.Length - read);
        return SpecText.Parse(bytes, new FaultList(), CancellationToken.None)!;
    }

    private static Result<ApiModel> Fail(FaultKind kind, string argument) => new(null, new([new Fault(kind, Fault.Nowhere, argument)]));
}
