/// Something bought ahead for an architecture: paid for every hour, used first, lost when idle.
public enum Commitment: Hashable, Sendable {
  /// Instances of one pool, which must be on demand.
  case reserved(pool: String, ReservedCapacity)
  /// Money an hour that buys on-demand usage of any pool at a discount, in millionths of the
  /// on-demand price.
  case savingsPlan(SavingsPlan, discountPerMillion: Int64)
}
