using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TheThingsStack.Analyzers.Rules;

namespace TheThingsStack.CodeFixes.Fixes;

/// <summary>Takes name and version of the assembly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlaceholderUserAgentFix))]
public sealed class PlaceholderUserAgentFix() : UserAgentFix(PlaceholderUserAgent.Descriptor);
