using System.Collections.Immutable;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using ReviewRoom.Components.Room;
using ReviewRoom.Domain;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Live;

namespace ReviewRoom.Tests.ExpertRoom;

public sealed class RoomPartsTests : IDisposable
{
    private readonly RoomContext context = new();

    [Fact]
    public void Saved_is_said_only_with_a_receipts_number()
    {
        Assert.DoesNotContain("已存", Mark(SaveState.Sending, 26));
        Assert.DoesNotContain("已存", Mark(SaveState.Refused, 26));
        Assert.DoesNotContain("已存", Mark(SaveState.Idle, 0));
        Assert.Contains("已存 #27", Mark(SaveState.Saved, 27));
    }

    [Fact]
    public void A_recused_view_holds_nothing_of_the_dossier_to_render()
    {
        var given = Given.ARoom(seats: 3);
        given.Do(Given.Office, new Open("d1"));
        given.Do("B", new Declare("d1", false));
        given.Do("B", new GiveMark("d1", "1", 65));
        given.Do(Given.Office, new RaiseConflict("d1", "B", "RELATIVE", "cousin of the director"));

        var view = given.Sight(given.On("B"), "d1");
        var page = context.Render<BarredDossier>(p => p.Add(b => b.RoomId, "room-1").Add(b => b.DossierId, view.Id).Add(b => b.PersonId, "expert-b").Add(b => b.Recused, view.Recused == true)
            .Add(b => b.Own, null).Add(b => b.Next, null).Add(b => b.WasOpen, true).Add(b => b.Ask, (_, _) => Task.FromResult(new RoomAnswer(null, null, null))));

        Assert.Equal(new DossierView("d1") { Suspended = true }, view);
        Assert.DoesNotContain("Dossier 1", page.Markup);
        Assert.DoesNotContain("cousin", page.Markup);
        Assert.Contains("暂封", page.Markup);
    }

    [Fact]
    public void A_button_that_cannot_be_pressed_says_what_is_missing()
    {
        var foot = context.Render<SheetFoot>(p => p.Add(f => f.State, SaveState.Saved).Add(f => f.Number, 3).Add(f => f.At, "").Add(f => f.Missing, 12).Add(f => f.Bare, 0).Add(f => f.Late, false));

        Assert.Equal("还差 12 项", foot.Find("button[disabled]").TextContent);
    }

    [Theory]
    [InlineData(SeatState.Submitted, false, "已提交")]
    [InlineData(SeatState.Recused, false, "回避")]
    [InlineData(SeatState.Marking, false, "评分中")]
    [InlineData(SeatState.Submitted, true, "在席")]
    public void A_seat_tells_its_state_in_shape_and_word(SeatState state, bool atTheTable, string word)
    {
        var seat = context.Render<SeatChip>(p => p.Add(s => s.Letter, "C").Add(s => s.Name, "Zhao").Add(s => s.Leader, false).Add(s => s.Mine, false)
            .Add(s => s.State, state).Add(s => s.Presence, Presence.Online).Add(s => s.AtTheTable, atTheTable));

        Assert.Contains(word, seat.Find(".st").TextContent);
        Assert.NotNull(seat.Find(".st svg"));
    }

    [Fact]
    public void A_strip_draws_my_mark_filled_and_the_others_hollow_with_mean_and_median()
    {
        var strip = context.Render<ScoreStrip>(p => p.Add(s => s.Marks, "60,70*,70,85").Add(s => s.Mean, "71.25").Add(s => s.Median, "70.00")
            .Add(s => s.State, "disputed").Add(s => s.Low, 40).Add(s => s.High, 100).Add(s => s.Label, "spread"));

        Assert.Single(strip.FindAll("circle.mine"));
        Assert.Equal(3, strip.FindAll("circle.dot").Count);
        Assert.Single(strip.FindAll("line.mean"));
        Assert.Single(strip.FindAll("path.median"));
        Assert.Single(strip.FindAll("line.range"));
    }

    [Fact]
    public void Only_the_same_person_at_the_same_dossier_gets_a_draft_key_back()
    {
        var protection = new EphemeralDataProtectionProvider();
        var mine = new DraftKey(protection, "expert-a", "room-1", "d1");

        Assert.Equal(mine.Key, new DraftKey(protection, "expert-a", "room-1", "d1").Unwrap(mine.Wrapped));
        Assert.Null(new DraftKey(protection, "expert-b", "room-1", "d1").Unwrap(mine.Wrapped));
        Assert.Null(new DraftKey(protection, "expert-a", "room-1", "d2").Unwrap(mine.Wrapped));
    }

    [Fact]
    public void The_two_items_with_the_least_evidence_are_found()
    {
        var sheet = new OwnSheet(Given.ARubric(10, 20, 30));
        var marks = new Dictionary<string, int> { ["1"] = 50, ["2"] = 60, ["3"] = 70 }.ToImmutableSortedDictionary(StringComparer.Ordinal);
        sheet.Take(sheet.Stored with { Marks = marks, Comments = [new CommentView("2", CommentKind.Strength, "x", new Place("4.1 ¶1"))] });

        Assert.Equal(["1", "3"], sheet.Thinnest(2));
        Assert.Equal(["3"], sheet.WithoutEvidence(EvidenceRequired.OutsideMiddle));
        Assert.Equal(38m, sheet.Subtotal);
    }

    [Fact]
    public void The_smallest_change_that_would_settle_an_item_is_named()
    {
        ImmutableArray<MarkView> marks = [Of("A", 70), Of("B", 75), Of("C", 70), Of("D", 45)];
        var item = new ItemView("1", "65.00", "70.00", 30, 45, 75, 4, 4, Agreement.Disputed, null, marks, [], [], []);

        Assert.Equal(("D", 60), RevealedItems.SmallestSettling(item));
    }

    public void Dispose() => context.Dispose();

    private static MarkView Of(string seat, int rate) => new(seat, rate, null, null, null, null, null, null);

    private string Mark(SaveState state, int number) =>
        context.Render<SaveMark>(p => p.Add(s => s.State, state).Add(s => s.Number, number).Add(s => s.At, "14:07:32")).Find(".server").TextContent;
}
