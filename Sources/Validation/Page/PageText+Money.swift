/// The words around bills, markets, commitments and failures.
extension PageText {
  static let availability = """
    ## Fleets that come and go

    ### Spot markets that open and close

    Ten instances of one zone, had whenever it is open, over 150 days. The long-run share is \
    E[U]/(E[U] + E[D]) whatever the distributions of up-times U and down-times D; up-times that \
    are Weibull of shape 0.66 or lognormal are what was measured. Spot is paid for while it is \
    there, so the bill has the same share, but for seconds begun (0.0001).
    """

  static let failures = """
    ### Machines that break

    Ten machines over 20 days: MTBF/(MTBF + MTTR) of the time each is up, and at least 8 of 10 as \
    often as the binomial says; neither asks how repair times are distributed.
    """

  static let reclaims = """
    ### Machines that vanish together

    `reclaim` as it is by default, on fleets of 16, and `shocks: measured` on three zones with \
    up-times Weibull (0.642, 5 h) and down-times lognormal of median 50 min; \
    \(ReclaimSection.samples) seeds. Measured: drops of 16 V100 in three zones of AWS \
    (skypilot-org/spot-traces at 221da1ab9b, availability/16-node/aws-08-27-2023); the lift is the \
    mean of 20 ordered pairs of zones of one region, with those of the regions (1-node/\
    aws-02-15-2023), "near" being within a quarter of an hour. "Formula" integrates the binomial \
    over the reclaimed share. A figure holds if it lies within what was measured and, where there \
    is a formula, within a 99.9999% interval of it.
    """

  static let billing = """
    ## Money

    ### Bills over changing fleets and prices

    Two-hour runs of the engine, instances held by a replayed market, against the acceptance cases \
    of Yelp/clusterman (itests/simulation_aws_price_computations.feature, tolerance $0.01). With \
    `hourly_price_lock` an instance-hour costs what its first moment did, and the hour open at the \
    end its part; the case that never serves has no total there, 120 s at $1 an hour are $0.033333.
    """

  static let reserved = """
    ### How many instances to reserve

    The newsvendor's optimum is the least q with P(demand ≤ q) ≥ 1 − reserved/on demand. Demand of \
    each hour Poisson with mean 20: by the closed form, by the formula the product uses, and by \
    20 times 20,000 drawn hours, whose level with the least bill is sought and which are settled \
    hour by hour as a bill is.
    """

  static let swept = """
    The same in `scenarios/reserved-level.yaml` (a reserved instance costs 63% of one on demand), \
    one replication: the bill at each level, and what the newsvendor's formula makes of the hours \
    used. Their difference is the same at each level, to 100 nanodollars of rounding.
    """

  static let ledger = """
    ### The sum check on every ledger line

    Every shipped scenario, the runs of the section above: all ledger lines; the instances' own \
    bills and the lines that no instance has (commitments, charges by the frame, storage, \
    overhead); the timeline's intervals; and the metric `cost`. Nanodollars, so equal means equal. \
    The tests check the files of runs of whole length the same way (`CostSums`).
    """
}
