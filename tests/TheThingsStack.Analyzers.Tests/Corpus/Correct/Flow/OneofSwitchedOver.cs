class Switch
{
    public static AdrSettings ToStatic(AdrSettings settings)
    {
        var changed = new AdrSettings { Dynamic = settings.Dynamic ?? new() };
        if (changed.Dynamic.Margin is null)
        {
            changed.Dynamic = null;
            changed.Static = new() { NbTrans = 3 };
        }

        return changed;
    }
}
