namespace ReviewRoom.Domain.Law;

/// <summary>Names the articles of the regulation a rule comes from, so that a page, a refusal and the minutes can cite it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ArticleAttribute(params int[] numbers) : Attribute
{
    public IReadOnlyList<int> Numbers { get; } = numbers;

    /// <summary>Articles whose text is lost and stands in the data as reconstructed: they are never cited without saying so (拟).</summary>
    public static bool IsProvisional(int number) => number is (>= 12 and <= 18) or 24;
}
