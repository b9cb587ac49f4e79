using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Domain.Standings;

namespace ReviewRoom.Tests.Rooms;

/// <summary>A dossier is taken off the agenda, because its applicant has withdrawn for instance (Article 13).</summary>
public sealed class TakenOffTests
{
    [Fact]
    public void Article_13_nothing_more_happens_to_a_dossier_that_was_taken_off_and_the_others_go_on()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Opened();

        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, new TakeOffAgenda("d1", " ")).Code);
        given.Do(Given.Office, new TakeOffAgenda("d1", "withdrawn"));

        Assert.Equal(RefusalCode.Frozen, given.Refused("A", new GiveMark("d1", "1", 60)).Code);
        Assert.Equal(RefusalCode.Frozen, given.Refused(Given.Office, new Reveal("d1")).Code);
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office, new TakeOffAgenda("d1", "again")).Code);
        Assert.Equal((true, "withdrawn"), (given.Sight(given.On("A"), "d1").TakenOff, given.Sight(given.On("A"), "d1").Frozen?.Reason));
        given.Do(Given.Office, new Open("d2"));
    }

    [Fact]
    public void It_stands_in_no_ranking_on_no_board_and_in_no_result_until_it_is_put_back()
    {
        var given = Given.ARoom(seats: 3, dossiers: 2).Signed("d1");
        Assert.Equal(["d1"], Ranked(given));
        Assert.Single(SessionResults.Reviewed([given.Room]));

        given.Do(Given.Office, new TakeOffAgenda("d1", "withdrawn"));

        Assert.Empty(Ranked(given));
        Assert.Empty(SessionResults.Of([given.Room]));
        Assert.Empty(SessionResults.Reviewed([given.Room]));
        Assert.Equal(["d2"], BoardSnapshot.Of([given.Room], "salt", null).Dossiers.Select(d => d.Dossier));

        given.Do(Given.Office, new Thaw("d1"));

        Assert.Equal(["d1"], Ranked(given));
        Assert.Null(given.Sight(Given.Office, "d1").TakenOff);
    }

    [Fact]
    public void Who_is_recused_from_it_is_not_told()
    {
        var given = Given.ARoom(seats: 3).Opened();
        given.Do(Given.Office, new RaiseConflict("d1", "B", "RELATIVE", "brother"));
        var before = Canonical.Hash(Canonical.Bytes(given.Sight(given.On("B"))!));

        given.Do(Given.Office, new TakeOffAgenda("d1", "withdrawn"));

        Assert.Equal(before, Canonical.Hash(Canonical.Bytes(given.Sight(given.On("B"))!)));
        Assert.Equal(RefusalCode.Suspended, given.Refused("B", new Declare("d1", false)).Code);
    }

    private static IEnumerable<string> Ranked(Given given) => Standings.Of([given.Room]).For(new Viewer.Office("office")).Ranked.Select(r => r.Dossier);
}
