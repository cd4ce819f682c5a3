static class Masks
{
    public static FieldMask<T> With<T>(this FieldMask<T> mask, FieldPath<T> path)
        where T : class, IFieldMaskTarget<T> => mask.Union([path]);

    public static FieldMask<EndDevice> Names { get; } = FieldMask<EndDevice>.Empty.With<EndDevice>(EndDevice.Paths.Name);
}
