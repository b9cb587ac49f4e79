using System.Globalization;

namespace ReviewRoom.Domain.Registers;

/// <summary>What is wrong with the number of a resident identity card.</summary>
public enum ResidentIdFault { None, Length, Character, Date, Check }

/// <summary>The number of a resident identity card: 18 characters, date of birth inside, check character last (GB 11643-1999).</summary>
public static class ResidentId
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The first thing wrong with it, or <see cref="ResidentIdFault.None"/>.</summary>
    public static ResidentIdFault Check(string number)
    {
        if (number.Length != 18) return ResidentIdFault.Length;
        if (!number[..17].All(char.IsAsciiDigit) || !CheckCharacters.Contains(number[17])) return ResidentIdFault.Character;
        if (!DateOnly.TryParseExact(number[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return ResidentIdFault.Date;
        return CheckCharacters[number[..17].Select((c, i) => (c - '0') * Weights[i]).Sum() % 11] == number[17] ? ResidentIdFault.None : ResidentIdFault.Check;
    }
}
