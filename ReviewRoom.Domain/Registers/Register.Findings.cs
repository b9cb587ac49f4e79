using ReviewRoom.Domain.Conflicts;

namespace ReviewRoom.Domain.Registers;

public sealed partial record Register
{
    /// <summary>Conflicts of interest that follow from the facts of this register, of the experts who sign in with one of these accounts.</summary>
    /// <param name="accounts">Seats of a panel, and the office's own people: a conflict binds them too.</param>
    /// <param name="formed">The day the panel was formed.</param>
    public IEnumerable<(string PersonId, Finding Finding)> FindingsOf(IReadOnlySet<string> accounts, Identification names, DateOnly formed)
    {
        var concerned = Experts.Where(e => Accounts.TryGetValue(e.Id, out var account) && accounts.Contains(account)).ToArray();
        return new ConflictSearch(names, Applicants, Organisations, formed).Find(concerned).Select(f => (Accounts[f.Expert], f));
    }
}
