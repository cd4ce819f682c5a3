using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace TheThingsStack;

/// <summary>Lets configuration bind masks: a mask is its paths, separated by commas.</summary>
internal sealed class FieldMaskConverter : TypeConverter
{
    private readonly MethodInfo _parse;

    /// <summary>Made for one kind of mask.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Wherever there is a mask, its Parse is kept: its constructor depends on it.")]
    public FieldMaskConverter(Type maskType) =>
        _parse = maskType.GetMethod("Parse", [typeof(string)])!;

    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? _parse.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text], culture) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) ? value?.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
