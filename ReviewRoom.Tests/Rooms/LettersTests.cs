using System.Collections.Immutable;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// Names beside marks hidden behind random letters until the last signature.
public sealed class LettersTests
{
    private static readonly RoomSettings Letters = Given.Free with { MarkNames = MarkNames.Letters };

    [Fact]
    public void Marks_and_words_carry_the_dossier_s_letters_sorted_with_one_s_own_flagged()
    {
        var given = Given.ARoom(settings: Letters).Revealed();
        given.Do("B", new WriteRemark("d1", "1", "hm"));
        given.Do("B", new RecordMinority("d1", "1", "mine"));
        var own = given.Dossier().Revealed?.Labels[1];

        var item = given.Sight(given.On("B"), "d1").Items?[0] ?? throw new InvalidOperationException();

        Assert.Equal(["P", "Q", "R", "S", "T"], item.Marks.Select(m => m.Seat));
        Assert.Equal(own, Assert.Single(item.Marks, m => m.Mine == true).Seat);
        Assert.Equal(own, Assert.Single(item.Thread).Seat);
        Assert.Equal(own, Assert.Single(item.Minority).Seat);
        Assert.DoesNotContain(given.Sight(given.On("A"), "d1").Items?[0].Marks ?? [], m => m.Mine == true && m.Seat == own);
    }

    [Fact]
    public void Names_come_back_with_the_last_signature()
    {
        var given = Given.ARoom(settings: Letters).Revealed();
        given.Do(Given.Office, new Close("d1"));
        given.Do("A", new Sign("d1", "not with me", NoConflict: true));

        Assert.DoesNotContain("A", given.Sight(Given.Office, "d1").Items?[0].Marks.Select(m => m.Seat) ?? []);
        Assert.Null(given.Sight(Given.Office, "d1").Signatures?.Single().Dissent);
        foreach (var seat in "BCDE") given.Do(seat.ToString(), new Sign("d1", NoConflict: true));

        Assert.Equal(["A", "B", "C", "D", "E"], given.Sight(Given.Office, "d1").Items?[0].Marks.Select(m => m.Seat) ?? []);
        Assert.Equal("not with me", given.Sight(given.On("B"), "d1").Signatures?[0].Dissent);
    }

    [Fact]
    public void The_office_is_not_reminded_after_the_reveal_whose_sheet_came_on_paper()
    {
        var given = Given.ARoom(seats: 4, settings: Letters).Opened();
        ImmutableArray<PaperMark> marks = [new PaperMark("1", 60), new PaperMark("2", 70)];
        given.Do(Given.Office, new RecordPaper("d1", "B", marks, NoConflict: true));
        given.Do(Given.Office2, new ConfirmPaper("d1", "B", marks));
        Assert.NotNull(given.Sight(Given.Office, "d1").Seats?[1].Paper);

        given.Submitted("A", "d1", 60).Submitted("C", "d1", 60).Submitted("D", "d1", 60).Do(Given.Office, new Reveal("d1", "why"));

        Assert.Null(given.Sight(Given.Office, "d1").Seats?[1].Paper);
        Assert.Null(given.Sight(Given.Office2, "d1").Seats?[1].Paper);
    }

    [Fact]
    public void Each_dossier_has_letters_of_its_own()
    {
        var given = Given.ARoom(seats: 9, dossiers: 2, settings: Letters).Revealed("d1").Revealed("d2");

        Assert.NotEqual(given.Dossier("d1").Revealed?.Labels ?? [], given.Dossier("d2").Revealed?.Labels ?? []);
    }

    [Fact]
    public void Two_seats_that_change_places_behind_their_letters_look_the_same_to_a_third()
    {
        var (one, other) = (Played("B", "C", ["P", "Q", "R"]), Played("C", "B", ["P", "R", "Q"]));

        foreach (var person in new[] { one.On("A"), Given.Office, Given.Supervisor })
            Assert.Equal(Canonical.Bytes(one.Sight(person)), Canonical.Bytes(other.Sight(person)));
    }

    /// <summary>One of the two marks high and speaks, the other marks low and revises; their letters follow them.</summary>
    private static Given Played(string high, string low, ImmutableArray<string> labels)
    {
        var given = Given.ARoom(seats: 3, settings: Letters).Opened().Submitted("A", "d1", 60).Filled(high, "d1", 80).Filled(low, "d1", 40);
        given.Do(high, new WriteComment("d1", "1", CommentKind.Strength, "strong"));
        given.Do("B", new Submit("d1"));
        given.Do("C", new Submit("d1"));
        given.Take(new Revealed("d1", null, [], labels), Given.Office);
        given.Do(high, new WriteRemark("d1", "1", "surely"));
        given.Do(low, new Revise("d1", "1", 50, "persuaded"));
        given.Do(low, new RecordMinority("d1", "2", "still low"));
        return given;
    }
}
