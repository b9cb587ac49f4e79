using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Awards;
using ReviewRoom.Domain.Decisions;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Demo;

/// <summary>The register of awards of the demonstration: five earlier sessions taken in, what came after as the acts of those who did it, each at its own time.</summary>
internal sealed class DemoAwards(DemoFiles files, DemoAwardsFile story, DateTimeOffset begins, IReadOnlyDictionary<string, Person> people)
{
    private readonly IReadOnlyDictionary<string, string> creditCodes = files.CreditCodes;


    /// <summary>What lies after the demonstration's beginning has not happened yet and is left out.</summary>
    public ImmutableArray<DemoStep<AwardRegister, AwardAct>> Steps() =>
    [
        .. Acts().Where(act => act.At <= begins).OrderBy(act => act.At)
            .Select(act => new DemoStep<AwardRegister, AwardAct>(act.By, begins - act.At, _ => act.Act)),
    ];

    private IEnumerable<(DateTimeOffset At, Person By, AwardAct Act)> Acts()
    {
        foreach (var session in files.Awards.GroupBy(a => a.SessionId))
            yield return (Later(session.First().ConferredOn), people["office"], new TakeAwards([.. session.Select((award, place) => Entry(award, place + 1))]));
        foreach (var award in files.Awards.Where(a => a.Status != "revoked")) yield return (Later(award.ValidUntil.AddDays(1)).AddMinutes(1), Person.System, new NoteExpiry(award.Id));
        foreach (var step in story.Acts) yield return (step.At, people[step.By], step.Act);
    }

    /// <summary>Awards older than the register were taken in when it began, with what was paid of them by then.</summary>
    private AwardEntry Entry(DemoAward award, int number) => new(
        award.Id, award.SessionId, story.Sessions[award.SessionId], number, Enum.Parse<Grade>(award.Grade, ignoreCase: true), Enum.Parse<ApplicantKind>(award.HolderKind, ignoreCase: true),
        award.HolderId, award.HolderName, award.ConferredOn, award.ValidUntil, award.RewardYuan, award.RepeatWinner, At(award.ConferredOn) < story.Begins ? award.RewardYuan : 0,
        CreditCode: creditCodes.GetValueOrDefault(award.HolderId));

    private DateTimeOffset Later(DateOnly day) => At(day) < story.Begins ? story.Begins : At(day);

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), ChinaTime.Offset);
}

/// <summary>What came after the conferrals, as it ships.</summary>
/// <param name="Begins">When the register began.</param>
/// <param name="Sessions">Titles, by id.</param>
public sealed record DemoAwardsFile(DateTimeOffset Begins, Dictionary<string, string> Sessions, ImmutableArray<DemoAwardAct> Acts);

public sealed record DemoAwardAct(string By, DateTimeOffset At, AwardAct Act);
