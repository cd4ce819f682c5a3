using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TheThingsStack.Generators.Model;

namespace TheThingsStack.Generators;

/// <summary>The diagnostics of the generator, at their place in the user's reference.</summary>
/// <remarks>An error stands only where nothing is generated: a diagnostic in an additional file cannot be silenced in code.</remarks>
internal static class Diagnostics
{
    private const string Category = "TheThingsStack.Reference";
    private const string Page = "https://github.com/thethingsstack-generators/generators/blob/main/src/TheThingsStack.Generators/docs/Reference.md";

    public static readonly DiagnosticDescriptor NotJson = Error("TTS0001", "The reference is not JSON", "The reference is not valid JSON: {0}");
    public static readonly DiagnosticDescriptor NotAReference = Error("TTS0002", "Not an API reference", "The reference is neither Swagger 2.0 nor OpenAPI 3: found '{0}'");
    public static readonly DiagnosticDescriptor DuplicateKey = Warning("TTS0003", "Duplicate key", "The key '{0}' stands twice in one object; the first counts");
    public static readonly DiagnosticDescriptor UnresolvedReference = Warning("TTS0004", "Unresolved $ref", "The reference '{0}' leads nowhere; what needs it takes any JSON");
    public static readonly DiagnosticDescriptor Malformed = Warning("TTS0005", "Malformed reference", "The reference is malformed here: {0}; this part is left out");
    public static readonly DiagnosticDescriptor Unsupported = Info("TTS0006", "Not supported", "Not supported: {0}");
    public static readonly DiagnosticDescriptor DuplicateOperation = Info("TTS0007", "Duplicate operationId", "The operationId '{0}' stands twice; this operation is named after its route");
    public static readonly DiagnosticDescriptor UnknownService = Error("TTS0008", "Unknown service", "TheThingsStackServices names {0}, which the reference does not have");
    public static readonly DiagnosticDescriptor UnknownToRules = Info("TTS0009", "Unknown to the rules", "'{0}' is newer than the rules that come with this package: what its masks may name is not checked");
    public static readonly DiagnosticDescriptor SeveralReferences = Error("TTS0010", "Several references", "A project has one TheThingsStackSpec; '{0}' is a second one");
    public static readonly DiagnosticDescriptor RuntimeMissing = Error("TTS0011", "Runtime library missing", "The project does not refer to the runtime library TheThingsStack{0}; it comes with the package for .NET 8 and later");
    public static readonly DiagnosticDescriptor LanguageTooOld = Error("TTS0012", "C# 12 needed", "The generated client needs C# 12{0}: set LangVersion to 12 or later, with an SDK from 8.0.100 on");
    public static readonly DiagnosticDescriptor Internal = Error("TTS0013", "The reference could not be read", "The reference could not be read: {0}");
    public static readonly DiagnosticDescriptor ClientElsewhere = Info("TTS0014", "The client comes from elsewhere", "The client comes from '{0}', which this project refers to: TheThingsStackSpec and TheThingsStackServices have no effect here");

    public static void Report(SourceProductionContext output, EquatableArray<Fault> faults, EquatableArray<ReferenceText> references)
    {
        foreach (var fault in faults)
            output.ReportDiagnostic(Diagnostic.Create(Descriptor(fault.Kind), Place(fault, references), fault.Argument));
    }

    private static Location Place(Fault fault, EquatableArray<ReferenceText> references)
    {
        if (fault.Offset == Fault.Nowhere || references.Count == 0)
            return Location.None;
        var (line, column) = references[0].Source.PositionOf(fault.Offset);
        var position = new LinePosition(line, column);
        return Location.Create(references[0].Path, default, new LinePositionSpan(position, position));
    }

    private static DiagnosticDescriptor Descriptor(FaultKind kind) => kind switch
    {
        FaultKind.NotJson => NotJson,
        FaultKind.NotAReference => NotAReference,
        FaultKind.DuplicateKey => DuplicateKey,
        FaultKind.UnresolvedReference => UnresolvedReference,
        FaultKind.Malformed => Malformed,
        FaultKind.Unsupported => Unsupported,
        FaultKind.DuplicateOperation => DuplicateOperation,
        FaultKind.UnknownService => UnknownService,
        FaultKind.UnknownToRules => UnknownToRules,
        FaultKind.SeveralReferences => SeveralReferences,
        FaultKind.RuntimeMissing => RuntimeMissing,
        FaultKind.LanguageTooOld => LanguageTooOld,
        FaultKind.ClientElsewhere => ClientElsewhere,
        _ => Internal,
    };

    private static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: Page + "#" + id.ToLowerInvariant());
}
