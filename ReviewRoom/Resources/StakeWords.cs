using Microsoft.Extensions.Localization;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Resources;

/// <summary>Says in one line why an item is to be discussed next: how far it can move the rate, and what that could change.</summary>
public static class StakeWords
{
    public static string Of(IStringLocalizer<DomainText> words, StakeView stake)
    {
        var towards = words[$"Stake.{stake.Towards}.{(stake.IsUp ? "Up" : "Down")}", stake.Distance];
        return words[stake.Reaches ? "Stake.Reaches" : "Stake.Short", stake.Up, stake.Down, towards];
    }
}
