using ReviewRoom.Components.Setup;
using ReviewRoom.Domain.Draws;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;
using ReviewRoom.Intake;

namespace ReviewRoom.Tests.Setup;

public sealed class RoomDraftTests
{
    private readonly RoomDraft draft = new();

    [Fact]
    public void The_agenda_moves_up_and_down_and_stops_at_its_ends()
    {
        draft.Agenda.AddRange(["a", "b", "c"]);

        draft.Move("c", -1);
        draft.Move("a", -1);
        draft.Move("b", 1);

        Assert.Equal(["a", "c", "b"], draft.Agenda);
    }

    [Fact]
    public void The_first_who_is_seated_leads_until_he_leaves()
    {
        draft.Seat("x");
        draft.Seat("y");
        draft.Seat("x");
        draft.Unseat("x");

        Assert.Equal(("y", 1), (draft.Leader, draft.Seats.Count));
    }

    [Fact]
    public void What_is_lacking_is_named_until_nothing_is()
    {
        Assert.Equal([Lack.Title, Lack.Rubric, Lack.Agenda, Lack.Seats], draft.Lacks(_ => true));

        (draft.Title, draft.Rubric) = ("Panel", Given.Shipped("four-dimension"));
        draft.Agenda.Add("org-01");
        draft.Seat("exp-01");

        Assert.Equal([Lack.Accounts], draft.Lacks(_ => false));
        Assert.Empty(draft.Lacks(_ => true));
    }

    [Fact]
    public void A_calibration_dossier_comes_before_all_that_count_and_is_marked_in_the_plan()
    {
        var register = new RegisterView(
            "session-7", 1, "Seventh", RegisterJson.Experts(Shipped.Bytes("demo/experts.json")), RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json")), [],
            Of(), [], Of(("exp-01", "han")));
        (draft.Title, draft.Rubric) = ("Panel", Given.Shipped("four-dimension"));
        draft.Agenda.AddRange(["org-01", "org-02", "org-04"]);
        draft.Seat("exp-01");

        draft.Calibrate("org-04", true);
        draft.Calibrate("org-02", true);
        draft.Calibrate("org-02", false);

        Assert.Equal([("org-04", true), ("org-02", null), ("org-01", (bool?)null)], draft.Plan(register).Dossiers.Select(d => (d.Id, d.Calibrates)));
    }

    [Fact]
    public void The_plan_takes_letters_texts_and_accounts_from_the_register()
    {
        var register = new RegisterView(
            "session-7", 1, "Seventh", RegisterJson.Experts(Shipped.Bytes("demo/experts.json")), RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json")), [],
            Of(("org-02", "hash")), [], Of(("exp-02", "chen"), ("exp-01", "han")));
        (draft.Title, draft.Rubric) = ("Panel", Given.Shipped("four-dimension"));
        draft.Agenda.AddRange(["org-02", "ind-01"]);
        draft.Seat("exp-02");
        draft.Seat("exp-01");

        var plan = draft.Plan(register);

        Assert.Equal([new SeatPlan("A", "chen", "杜清源", true), new SeatPlan("B", "han", "韩牧之")], plan.Seats);
        Assert.Equal([("org-02", "hash", ApplicantKind.Organisation), ("ind-01", null, ApplicantKind.Individual)], plan.Dossiers.Select(d => (d.Id, d.Text, d.Kind)));
    }

    [Fact]
    public void A_drawn_panel_is_recorded_as_drawn_only_while_its_seats_are_those_that_were_drawn()
    {
        var register = new RegisterView(
            "session-7", 1, "Seventh", RegisterJson.Experts(Shipped.Bytes("demo/experts.json")), RegisterJson.Applicants(Shipped.Bytes("demo/applicants.json")), [],
            Of(), [], Of(("exp-01", "han"), ("exp-02", "chen"), ("exp-03", "qin")));
        var drawn = DrawnPanel.Of(Drawn("han", "exp-04", "chen", reserve: "qin"), register);
        Assert.NotNull(drawn);
        draft.Take(drawn, ["org-02", "gone"], register);
        Assert.Equal(["exp-01", "exp-04", "exp-02"], draft.Seats);
        Assert.Equal(["org-02"], draft.Agenda);
        Assert.Equal(["qin"], drawn.Reserve);
        Assert.True(drawn.IsSeated(draft.Seats));

        draft.Unseat("exp-04");
        Assert.False(drawn.IsSeated(draft.Seats));
        draft.Seat("exp-03");
        Assert.False(drawn.IsSeated(draft.Seats));
    }

    [Fact]
    public void A_person_who_was_drawn_and_is_no_longer_in_the_pool_is_named()
    {
        var register = new RegisterView("session-7", 1, "Seventh", RegisterJson.Experts(Shipped.Bytes("demo/experts.json")), [], [], Of(), [], Of());

        var drawn = DrawnPanel.Of(Drawn("exp-01", "somebody"), register);

        Assert.Equal(["somebody"], drawn?.Missing ?? []);
        Assert.False(drawn?.IsSeated(["exp-01"]));
    }

    private static DrawView Drawn(string first, string second, string? third = null, string? reserve = null)
    {
        string[] panel = [.. new[] { first, second, third }.OfType<string>()];
        var pool = new DrawPool(panel.Length, 1, [], []);
        return new DrawView("draw-1", "Panel", "session-7", [new RoundView(
            DateTimeOffset.UnixEpoch, null, pool, "", null, null, null, null, null, new Drawn([.. panel.Select(p => $"alias-{p}")], reserve is null ? [] : [$"alias-{reserve}"]),
            [.. panel.Append(reserve).OfType<string>().Select(p => new MemberView($"alias-{p}", p, p, null))])]);
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, string> Of(params (string Key, string Value)[] pairs) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, pairs.Select(p => KeyValuePair.Create(p.Key, p.Value)));
}
