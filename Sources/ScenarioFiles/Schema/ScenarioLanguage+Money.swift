extension ScenarioLanguage {
  private static let term = KeySpec(
    "term", .choice(["1y", "3y"]), "How long it was bought for.", .required)

  /// What was bought ahead.
  static let commitments: [SectionSpec] = [
    SectionSpec(
      "commitment", ["a commitment"], "Something bought ahead.",
      [
        KeySpec("reserved", .section("reserved"), "So many instances of a pool."),
        KeySpec("savings_plan", .section("savings-plan"), "So much money an hour."),
      ], exactlyOne: [["reserved", "savings_plan"]]),
    SectionSpec(
      "reserved", ["`reserved`"], "Instances paid for whether used or not.",
      [
        KeySpec("pool", .name, "A pool that is rented on demand.", .required),
        KeySpec("count", .instances, "How many instances.", .required), term,
        KeySpec("price", .price, "What an instance costs by the hour."),
        KeySpec("discount", .share, "Or what it costs less than on demand."),
        KeySpec("upfront", .money, "Paid once for each, spread over the term.", default: "$0"),
      ] + vouchers, exactlyOne: [["price", "discount"]]),
    SectionSpec(
      "savings-plan", ["`savings_plan`"], "An amount an hour, for usage at a discount.",
      [
        KeySpec("hourly", .moneyOrPrice, "Paid each hour, used or not.", .required), term,
        KeySpec("discount", .share, "What usage under it costs less.", .required),
      ] + vouchers),
  ]

  /// How much may be spent, and what happens then.
  static let budgets: [SectionSpec] = [
    SectionSpec(
      "budget", ["a budget"], "How much may be spent.",
      [
        KeySpec("amount", .money, "How much in a period.", .required),
        KeySpec(
          "period", .either([.time, .pattern("^[1-9][0-9]{0,2}mo$", example: "1mo")]),
          "After which it starts anew; `mo` is of `clock.month`.", .required),
        KeySpec("every", .time, "How often it is looked at, at least 1s.", default: "1h"),
        KeySpec(
          "alerts", .list(.share), "Shares of the amount that are told, ascending.",
          default: "50%, 80%, 100%"),
        KeySpec("burn_rate", .section("burn-rate"), "Tells of fast spending.", default: "never"),
        KeySpec(
          "at", .keyed(pattern: "^[0-9.]+ ?%?$", .either([plainAction, .section("action")])),
          "What is done at a share of the amount, ascending.", default: "nothing"),
      ]),
    SectionSpec(
      "burn-rate", ["`burn_rate`"], "Spending faster than the budget lasts.",
      [
        KeySpec("times", .factor, "How many times as fast.", .required),
        KeySpec("windows", .list(.time), "Over each of these times.", .required),
      ]),
    SectionSpec(
      "action", ["an action"], "What is done when so much was spent.",
      [
        KeySpec("cap", .instances, "No pool may be larger."),
        KeySpec("lower_frame_rate", .share, "New streams send this part of their frames."),
        KeySpec("switch_model", .name, "Batches are of this model from then on."),
      ], exactlyOne: [["cap", "lower_frame_rate", "switch_model"]]),
  ]

  private static let plainAction = ValueKind.choice(["stop_admitting", "feature_off"])
}
