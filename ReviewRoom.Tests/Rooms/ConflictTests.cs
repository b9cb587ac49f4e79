using ReviewRoom.Domain;
using ReviewRoom.Domain.Conflicts;
using ReviewRoom.Domain.Registers;
using ReviewRoom.Domain.Rooms;

namespace ReviewRoom.Tests.Rooms;

// Conflicts of interest: suspended at once, recused at any second, two persons where one must not decide alone.
public sealed class ConflictTests
{
    private static readonly RaiseConflict AgainstB = new("d1", "B", "RELATIVE", "seen at the wedding");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_raised_conflict_suspends_at_once_and_one_of_the_office_confirms_it_before_the_reveal(bool bySupervisor)
    {
        var given = Given.ARoom().Opened().Submitted("B", "d1", 60);
        var id = Raised(given, bySupervisor ? Given.Supervisor : Given.Office, AgainstB);

        Assert.Equal(new DossierView("d1") { Suspended = true }, given.Sight(given.On("B"), "d1"));
        Assert.Equal(RefusalCode.Suspended, given.Refused("B", new TakeBack("d1")).Code);
        Assert.Equal((0, 4, 1), Counts(given));
        given.Do(Given.Office, new ConfirmConflict(id));

        Assert.Equal(new DossierView("d1") { Recused = true }, given.Sight(given.On("B"), "d1"));
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office, new ConfirmConflict(id)).Code);
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office, AgainstB).Code);
    }

    [Fact]
    public void A_derived_conflict_suspends_nobody_until_it_is_confirmed()
    {
        var given = Given.ARoom().Opened();
        var id = Raised(given, Given.Office, AgainstB with { Derived = true });

        Assert.NotNull(given.Sight(given.On("B"), "d1").Title);
        Assert.Equal(id, Assert.Single(given.Sight(given.On("B"))?.OwnConflicts.GetValueOrDefault() ?? []).Id);
        given.Do(Given.Office, new ConfirmConflict(id));

        Assert.True(given.Sight(given.On("B"), "d1").Recused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_dismissal_always_takes_two_of_the_office_and_is_pinned(bool revealed)
    {
        var given = revealed ? Given.ARoom().Revealed() : Given.ARoom().Opened().Submitted("B", "d1", 60);
        var id = Raised(given, Given.Supervisor, AgainstB);

        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, new DismissConflict(id, " ")).Code);
        given.Do(Given.Office, new DismissConflict(id, "another person of that name"));
        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
        Assert.Equal(RefusalCode.SamePerson, given.Refused(Given.Office, new DismissConflict(id, "again")).Code);
        given.Do(Given.Office2, new DismissConflict(id, "another person of that name"));

        Assert.True(given.Sight(given.On("B"), "d1").Mine?.Submitted);
        Assert.Contains(given.Room.PlaceOf("B"), given.Tally().Counted);
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Supervisor, AgainstB).Code);
        Assert.Contains(given.Sight(Given.Supervisor)?.Told.GetValueOrDefault() ?? [], t => t.Kind == "conflictDismissed");
    }

    [Fact]
    public void From_the_reveal_on_raising_by_the_office_takes_two_and_nothing_happens_before()
    {
        var given = Given.ARoom().Revealed();
        var id = Raised(given, Given.Office, AgainstB);

        Assert.NotNull(given.Sight(given.On("B"), "d1").Items);
        Assert.Null(given.Sight(given.On("B"))?.OwnConflicts);
        Assert.Equal(RefusalCode.SamePerson, given.Refused(Given.Office, AgainstB).Code);
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Given.Office2, new ConfirmConflict(id)).Code);
        Assert.Equal(RefusalCode.UnknownConflict, given.Refused("B", new ContestConflict(id, "no")).Code);
        Assert.Equal(id, Raised(given, Given.Office2, AgainstB));

        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
        Assert.Equal(4, given.Tally().Counted.Length);
    }

    [Fact]
    public void From_the_reveal_on_confirming_takes_two()
    {
        var given = Given.ARoom().Revealed();
        var id = Raised(given, Given.Supervisor, AgainstB);

        given.Do(Given.Office, new ConfirmConflict(id));
        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
        Assert.Equal(("confirm", "office"), (given.Sight(Given.Office2, "d1").Conflicts?[0].Awaiting, given.Sight(Given.Office2, "d1").Conflicts?[0].AwaitingBy));
        Assert.Equal(RefusalCode.SamePerson, given.Refused(Given.Office, new ConfirmConflict(id)).Code);
        given.Do(Given.Office2, new ConfirmConflict(id));

        Assert.True(given.Sight(given.On("B"), "d1").Recused);
        Assert.Contains(given.Sight(Given.Supervisor)?.Told.GetValueOrDefault() ?? [], t => t.Kind == "recused");
    }

    [Fact]
    public void A_conflict_binds_the_office_s_own_people_and_another_acts()
    {
        var given = Given.ARoom(dossiers: 2).Opened();
        var id = Raised(given, Given.Office, new RaiseConflict("d1", null, "RELATIVE", "sister", Given.Office2.Id));

        Assert.Equal(new DossierView("d1") { Suspended = true }, given.Sight(Given.Office2, "d1"));
        Assert.All(
            new RoomAct[] { new Open("d1"), new Reveal("d1"), new SetFocus("d1"), new Freeze("x", "d1"), new MarkAbsent("A", "x", "d1"), new Remind("d1"), new ConfirmConflict(id), AgainstB },
            act => Assert.Equal(RefusalCode.Suspended, given.Refused(Given.Office2, act).Code));
        given.Do(Given.Office, new ConfirmConflict(id));
        Assert.Equal(RefusalCode.Recused, given.Refused(Given.Office2, new Reveal("d1")).Code);
        Assert.Equal(new DossierView("d1") { Recused = true }, given.Sight(Given.Office2, "d1"));

        Assert.NotNull(given.Sight(Given.Office2, "d2").Title);
        given.Do(Given.Office2, new Open("d2"));
        given.Do(Given.Office2, new ContestConflict(id, "I have no sister"));
    }

    [Fact]
    public void A_dossier_with_the_conflicted_member_of_the_office_is_revealed_by_the_other()
    {
        var given = Given.ARoom(seats: 2).Opened().Submitted("A", "d1", 60).Submitted("B", "d1", 60);
        Raised(given, Given.Supervisor, new RaiseConflict("d1", null, "RELATIVE", "sister", Given.Office2.Id));

        given.Do(Given.Office, new Reveal("d1"));

        Assert.Equal(2, given.Tally().Counted.Length);
        Assert.DoesNotContain(given.Sight(Given.Office2)?.Events ?? [], e => e.Dossier == "d1");
    }

    [Fact]
    public void The_person_concerned_contests_and_office_and_supervisor_read_it()
    {
        var given = Given.ARoom().Opened();
        var id = Raised(given, Given.Supervisor, AgainstB);

        Assert.Equal(RefusalCode.UnknownConflict, given.Refused("C", new ContestConflict(id, "for him")).Code);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused("B", new ContestConflict(id, "")).Code);
        given.Do("B", new ContestConflict(id, "I was not there"));

        Assert.Equal("I was not there", given.Sight(Given.Office, "d1").Conflicts?.Single().Contest);
        Assert.Equal("I was not there", given.Sight(Given.Supervisor, "d1").Conflicts?.Single().Contest);
        Assert.Null(given.Sight(given.On("C"), "d1").Conflicts);
    }

    [Fact]
    public void A_conflict_is_raised_with_a_known_type_a_ground_and_somebody()
    {
        var given = Given.ARoom().Opened();

        Assert.Equal(RefusalCode.UnknownConflictType, given.Refused(Given.Office, AgainstB with { Type = "GRUDGE" }).Code);
        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, AgainstB with { Note = "" }).Code);
        Assert.Equal(RefusalCode.UnknownSeat, given.Refused(Given.Office, AgainstB with { Seat = "Z" }).Code);
        Assert.Equal(RefusalCode.Malformed, given.Refused(Given.Office, AgainstB with { Seat = null }).Code);
        Assert.Equal(RefusalCode.UnknownConflict, given.Refused(Given.Office, new ConfirmConflict("c9")).Code);
        Assert.Equal(RefusalCode.WrongPhase, Given.ARoom().Signed().Refused(Given.Supervisor, AgainstB).Code);
    }

    [Fact]
    public void A_dossier_with_an_open_question_about_a_seat_is_neither_closed_nor_signed_until_it_is_settled()
    {
        var given = Given.ARoom(seats: 3).Revealed();
        var id = Raised(given, Given.Supervisor, AgainstB);
        Assert.Equal((RefusalCode.SheetsMissing, "B"), (given.Refused(Given.Office, new Close("d1")).Code, given.Refused(Given.Office, new Close("d1")).Seats?.Single()));
        given.Do(Given.Office, new DismissConflict(id, "no"));
        given.Do(Given.Office2, new DismissConflict(id, "no"));
        given.Do(Given.Office, new Close("d1"));
        foreach (var seat in "ABC") given.Do(seat.ToString(), new Sign("d1", NoConflict: true));

        Assert.Equal(Phase.Signed, given.Dossier().Phase);
    }

    private static string Raised(Given given, Person by, RaiseConflict act) => ((ConflictRaised)given.Do(by, act)).Id;

    private static (int? Submitted, int? Eligible, int? Suspended) Counts(Given given) =>
        given.Sight(Given.Office, "d1").Progress is { } p ? (p.Submitted, p.Eligible, p.Suspended) : default;

    private static RaiseConflict FromTheRegister(string place = "experts.b.employments[0]") =>
        new("d1", "B", "EMPLOYMENT_3Y", "", Basis: new Basis(place, MatchedBy.CreditCode, new Ground(GroundKind.Employed, "engineer")));

    [Fact]
    public void A_fact_of_the_register_suspends_at_once_and_says_its_ground_to_the_office_and_to_the_person()
    {
        var given = Given.ARoom().Opened().Submitted("B", "d1", 60);
        Raised(given, Person.System, FromTheRegister());

        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
        Assert.All([Given.Office, Given.Supervisor], who => Assert.Equal(
            (ConflictSource.Registry, GroundKind.Employed), given.Sight(who, "d1").Conflicts.GetValueOrDefault().Select(c => (c.Source, c.Basis?.Ground.Kind)).Single()));
        Assert.Equal(GroundKind.Employed, Assert.Single(given.Sight(given.On("B"))?.OwnConflicts.GetValueOrDefault() ?? []).Basis?.Ground.Kind);
        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Person.System, FromTheRegister()).Code);
    }

    [Fact]
    public void The_ground_told_to_who_is_shut_out_names_neither_the_applicant_nor_his_employer()
    {
        var given = Given.ARoom().Opened();
        var derived = FromTheRegister() with { Derived = true, Basis = new Basis("experts.b.employments[0]", MatchedBy.Id, new Ground(GroundKind.Employed, "engineer", Applicant: "Canary Person", Through: "Canary Works")) };
        given.Do(Given.Office, new ConfirmConflict(Raised(given, Person.System, derived)));

        Assert.DoesNotContain("Canary", System.Text.Encoding.UTF8.GetString(Canonical.Bytes(given.Sight(given.On("B")))), StringComparison.Ordinal);
        Assert.Equal("engineer", Assert.Single(given.Sight(given.On("B"))?.OwnConflicts.GetValueOrDefault() ?? []).Basis?.Ground.What);
        Assert.Equal("Canary Works", Assert.Single(given.Sight(Given.Office, "d1").Conflicts.GetValueOrDefault()).Basis?.Ground.Through);
    }

    [Fact]
    public void A_dismissal_pins_the_fact_and_another_fact_of_the_same_kind_raises_anew()
    {
        var given = Given.ARoom().Opened();
        var id = Raised(given, Person.System, FromTheRegister());
        foreach (var person in new[] { Given.Office, Given.Office2 }) given.Do(person, new DismissConflict(id, "another company of that name"));

        Assert.Equal(RefusalCode.AlreadySettled, given.Refused(Person.System, FromTheRegister()).Code);
        Raised(given, Person.System, FromTheRegister("experts.b.employments[1]"));

        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
    }

    [Fact]
    public void From_the_reveal_on_a_fact_of_the_register_waits_for_two_named_persons()
    {
        var given = Given.ARoom().Revealed();
        var id = Raised(given, Person.System, FromTheRegister());
        Assert.Equal(RefusalCode.SamePerson, given.Refused(Person.System, FromTheRegister()).Code);
        given.Do(Given.Office, AgainstB with { Type = "EMPLOYMENT_3Y" });
        Assert.NotNull(given.Sight(given.On("B"), "d1").Items);
        Assert.Equal(RefusalCode.SamePerson, given.Refused(Given.Office, AgainstB with { Type = "EMPLOYMENT_3Y" }).Code);
        given.Do(Given.Office2, AgainstB with { Type = "EMPLOYMENT_3Y" });

        Assert.True(given.Sight(given.On("B"), "d1").Suspended);
        var known = Assert.Single(given.Dossier().Conflicts);
        Assert.Equal((id, ConflictSource.Registry, GroundKind.Employed), (known.Id, known.Source, known.Basis?.Ground.Kind));
    }

    [Fact]
    public void Nobody_but_the_program_raises_from_the_register()
    {
        var given = Given.ARoom().Opened();

        Assert.Equal(RefusalCode.ReasonRequired, given.Refused(Given.Office, FromTheRegister()).Code);
        Raised(given, Given.Office, FromTheRegister() with { Note = "a letter" });

        Assert.Null(Assert.Single(given.Dossier().Conflicts).Basis);
    }

    [Fact]
    public void What_the_register_finds_is_due_one_at_a_time_and_not_again_once_dismissed()
    {
        static (string, Finding) Fact(int place, ConflictStrength strength = ConflictStrength.Direct) => ("expert-b", new Finding(
            "x", "d1", "EMPLOYMENT_3Y", $"experts.x.employments[{place}]", ConflictSource.Registry, strength, null, MatchedBy.Id, new Ground(GroundKind.Employed)));
        var given = Given.ARoom().Opened();
        (string, Finding)[] facts = [Fact(0, ConflictStrength.Derived), Fact(1), ("office", Fact(2).Item2), ("expert-b", Fact(3).Item2 with { Applicant = "elsewhere" })];

        Assert.Equal(["B employments[1]", " employments[2]"], given.Room.Due(facts).Select(a => $"{a.Seat} {a.Basis?.DataRef[10..]}"));
        foreach (var due in given.Room.Due(facts).ToArray()) given.Do(Person.System, due);
        Assert.Empty(given.Room.Due(facts));
        Assert.Equal(RefusalCode.Suspended, given.Refused(Given.Office, new Remind("d1")).Code);
        var id = given.Dossier().Conflicts.Single(c => c.Seat == "B").Id;
        foreach (var person in new[] { Given.Office2, Given.Office3 }) given.Do(person, new DismissConflict(id, "not the same"));

        Assert.Equal("experts.x.employments[0]", Assert.Single(given.Room.Due(facts)).Basis?.DataRef);
    }
}
