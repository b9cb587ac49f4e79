using ReviewRoom.Domain;
using ReviewRoom.Domain.Ledger;

namespace ReviewRoom.Live;

/// <summary>What an act led to: a receipt or a refusal, and the state after it.</summary>
public sealed record Answer<TState>(Receipt? Receipt, Refusal? Refusal, TState State);
