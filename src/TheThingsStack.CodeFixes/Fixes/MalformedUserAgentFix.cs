using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Writes the token that is nearest to what is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MalformedUserAgentFix))]
public sealed class MalformedUserAgentFix() : UserAgentFix(MalformedUserAgent.Descriptor);
