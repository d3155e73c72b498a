import Capacity
import Kernel
import ScenarioFiles
import Testing

/// How instances are billed, what is bought ahead and paid beside, how much may be spent.
@Suite struct MoneyReadingTests {
  private static func architecture(_ more: String) throws -> Architecture {
    let reading = Reading(with(more))
    #expect(reading.concise == "")
    return try #require(reading.scenario?.architectures.first)
  }

  /// The sample with more keys of its first architecture, from its line 19 on.
  private static func with(_ more: String) -> String {
    Sample.replacing("count: 2}}", "count: 2}}\n" + more)
  }

  @Test func `a pool is billed by the second with a minute at least unless it says otherwise`()
    throws
  {
    let plain = try Self.architecture("").pools[0]
    #expect(plain.billing == .perSecond(PerSecondBilling(minimum: .minutes(1))))
    let hourly = Reading(Sample.replacing("count: 2}", "count: 2, billing: per_hour}"))
    #expect(hourly.scenario?.architectures[0].pools[0].billing == .perHour(PerHourBilling()))
  }

  @Test func `a spot pool may get its first hour back`() throws {
    let reading = Reading(
      Sample.replacing(
        "count: 2}", "count: 2, spot: {up_time: 1h, price: $0.1/h, refund_first_hour: true}}"))
    #expect(reading.concise == "")
    #expect(reading.scenario?.architectures[0].pools[0].freeIfInterruptedWithin == .hours(1))
  }

  @Test func `a machine of one's own is paid by the month`() throws {
    let reading = Reading(Sample.replacing("on_demand: $0.40/h", "monthly: $730/month"))
    let pool = try #require(reading.scenario?.architectures[0].pools[0])
    #expect(pool.isOwned && pool.price == HourlyPrice(dollarsPerHour: 1))
    #expect(pool.ownedCost(of: .hours(1), month: .hours(730)) == Money(dollars: 2))
    #expect(
      reading.scenario?.provenance.contains {
        $0.subject == "price box by the month" && $0.value == "$730/month"
      } == true)
  }

  @Test func `commitments keep their order and their terms`() throws {
    let architecture = try Self.architecture(
      """
          commitments:
            - {reserved: {pool: main, count: 4, term: 1y, price: $0.3/h, upfront: $100}}
            - {reserved: {pool: main, count: 1, term: 3y, discount: 50%}}
            - {savings_plan: {hourly: $2, term: 3y, discount: 40%}}
      """)
    let dollar = HourlyPrice(dollarsPerHour: 0.3)
    #expect(
      architecture.commitments == [
        .reserved(
          pool: "main",
          ReservedCapacity(
            count: 4,
            terms: CommitmentTerms(term: .oneYear, upfront: Money(dollars: 100), hourly: dollar))),
        .reserved(
          pool: "main",
          ReservedCapacity(
            count: 1,
            terms: CommitmentTerms(term: .threeYears, hourly: HourlyPrice(dollarsPerHour: 0.2)))),
        .savingsPlan(
          SavingsPlan(commitment: HourlyPrice(dollarsPerHour: 2), term: .threeYears),
          discountPerMillion: 400_000),
      ])
  }

  @Test func `each charge is one rule`() throws {
    let charges = try Self.architecture(
      """
          charges:
            egress: {per_frame: 40kB, tiers: [{to: 10TiB, price: $0.09/GB}, {price: $0.085/GB}]}
            model_store: {size: 7GB, price: $0.023/GB-month, pulls: $0.0004/1k}
            feature_store: {reads: 2, record: 6kB, price: $1.25/1M}
            telemetry: {sampling: 5%, spans: 3, price: $5/1M, log: 2kB, ingest: $0.5/GB, keep: $0.03/GB-month, retention: 30d}
            requests: $0.20/1M
            device_energy: {per_frame: 500mJ, price: $0.25/kWh}
            overhead: {orchestration: $73/month, people: $4000/month}
      """
    ).charges
    #expect(charges.egress?.perFrame == Bytes(40_000))
    #expect(charges.egress?.prices.charge(for: Bytes(100_000_000_000)) == Money(dollars: 9))
    #expect(charges.modelStore?.store.pulls(10_000) == Money(dollars: 0.004))
    #expect(charges.features?.reads == 2)
    #expect(charges.features?.store.units(forRecordOf: Bytes(6_000)) == 2)
    #expect(charges.telemetry?.sampledPerMillion == 50_000)
    #expect(charges.telemetry?.retention == .days(30))
    #expect(charges.requests == UnitPrice(Money(dollars: 0.2), per: 1_000_000))
    #expect(charges.deviceEnergy?.microjoulesPerInference == 500_000)
    #expect(charges.overhead.map(\.amount.dollars) == [73, 4_000])
  }

  @Test func `the figures of commitments and charges are in the provenance`() throws {
    let reading = Reading(
      Self.with(
        """
            commitments: [{reserved: {pool: main, count: 4, term: 1y, price: $0.3/h, source: "contract", as_of: 2026-01-02}}]
            charges: {requests: $0.20/1M, overhead: $73/month}
        """))
    let facts = try #require(reading.scenario?.provenance)
    let reserved = try #require(facts.first { $0.subject == "price reserved main of fixed" })
    #expect(reserved.value == "$0.3/h" && reserved.quality == .measured)
    #expect(reserved.date == "2026-01-02")
    for subject in ["price requests of fixed", "price overhead of fixed"] {
      #expect(facts.contains { $0.subject == subject && $0.quality == .assumed })
    }
  }

  @Test func `a budget has its alerts, its speed and its steps`() throws {
    let reading = Reading(
      Sample.text
        + "\nbudget: {amount: $500, period: 1mo, burn_rate: {times: 2, windows: [1h, 6h]}, "
        + "at: {80%: {cap: 10}, 90%: {lower_frame_rate: 50%}, 100%: stop_admitting}}")
    #expect(reading.concise == "")
    let scenario = try #require(reading.scenario)
    #expect(
      scenario.architectures.map(\.budget) == [
        Budget(
          amount: Money(dollars: 500), period: .hours(730),
          burnRate: .init(timesPerMillion: 2_000_000, windows: [.hours(1), .hours(6)]),
          steps: [
            .init(atPerMillion: 800_000, action: .cap(10)),
            .init(atPerMillion: 900_000, action: .lowerFrameRate(perMillion: 500_000)),
            .init(atPerMillion: 1_000_000, action: .stopAdmitting),
          ]), scenario.architectures[0].budget,
      ])
  }

  @Test func `a model to switch to has a curve for every pool and room beside the first`() throws {
    let budget = "\nbudget: {amount: $5, period: 1d, at: {80%: {switch_model: tiny}}}"
    func reading(_ model: String) -> Reading {
      Reading(Sample.adding("  tiny: \(model)", after: "  light:") + budget)
    }
    let good = reading("{on: {T4: {batch: {1: 4ms}}}, memory: 1GB}")
    #expect(good.concise == "")
    let architecture = try #require(good.scenario?.architectures.first)
    #expect(architecture.budget?.steps.first?.action == .switchModel("tiny"))
    #expect(architecture.otherModels.map(\.name) == ["tiny"])
    let elsewhere = reading("{on: {L4: {batch: {1: 4ms}}}, memory: 1GB}").spots
    #expect(elsewhere.allSatisfy { $0.hasPrefix("no-curve ") } && !elsewhere.isEmpty)
    let large = reading("{on: {T4: {batch: {1: 4ms}}}, memory: 15GB}").spots
    #expect(large.allSatisfy { $0.hasPrefix("memory ") } && !large.isEmpty)
  }

  static let wrong: [(more: String, spot: String)] = [
    ("commitments: [{reserved: {pool: main, count: 4, price: $0.3/h}}]", "missing-key"),
    ("commitments: [{reserved: {pool: main, count: 4, term: 2y, price: $0.3/h}}]", "unknown-name"),
    ("commitments: [{reserved: {pool: side, count: 4, term: 1y, price: $0.3/h}}]", "unknown-name"),
    ("commitments: [{savings_plan: {hourly: $2, discount: 40%}}]", "missing-key"),
    ("commitments: [{savings_plan: {hourly: $2, term: 1y, discount: 140%}}]", "range"),
    ("charges: {egress: {per_frame: 1kB}}", "missing-key"),
    ("charges: {egress: {per_frame: 1kB, price: 0.09}}", "type"),
    ("charges: {egres: {per_frame: 1kB, price: $0.09/GB}}", "unknown-key"),
    (
      "charges: {egress: {per_frame: 1kB, tiers: [{to: 2TB, price: $1/GB}, {to: 1TB, price: $1/GB}]}}",
      "contradiction"
    ),
    (
      "charges: {egress: {per_frame: 1kB, tiers: [{to: 2TB, price: $1/GB}, {price: $1/GiB}]}}",
      "contradiction"
    ),
    (
      "charges: {egress: {per_frame: 1kB, tiers: [{to: 2TB, price: $1/GB}, {to: 3TB, price: $1/GB}]}}",
      "contradiction"
    ),
    ("charges: {telemetry: {log: 2kB}}", "missing-key"),
    ("charges: {telemetry: {ingest: $0.5/GB}}", "missing-key"),
    ("charges: {telemetry: {keep: $0.03/GB-month}}", "missing-key"),
    ("charges: {overhead: $73}", "type"),
    ("budget: {amount: $500}", "missing-key"),
    ("budget: {amount: $0, period: 1d}", "range"),
    ("budget: {amount: $5, period: 1d, alerts: [80%, 50%]}", "contradiction"),
    ("budget: {amount: $5, period: 1d, alerts: [80]}", "range"),
    ("budget: {amount: $5, period: 1d, at: {0%: stop_admitting}}", "range"),
    (
      "budget: {amount: $5, period: 1d, every: 1h, burn_rate: {times: 2, windows: [5min]}}", "range"
    ),
    ("budget: {amount: $5, period: 1d, at: {80%: switch_off}}", "unknown-name"),
    ("budget: {amount: $5, period: 1d, burn_rate: {times: 2}}", "missing-key"),
    ("budget: {amount: $5, period: 1d, at: {80%: {switch_model: lite}}}", "unknown-name"),
  ]

  @Test(arguments: wrong)
  func `what is wrong is told where it is`(more: String, slug: String) throws {
    let reading = Reading(Self.with("    " + more))
    #expect(reading.spots.count == 1)
    #expect(reading.spots.first?.hasPrefix("\(slug) 19:") == true, "\(reading.spots)")
  }

  @Test func `warm machines count among those that must not cost more than can be told`() {
    let reading = Reading(
      Sample.replacing(
        "count: 2}}",
        "count: 1, price: $90000/h, warm: {count: 9000, price: 100%, start: 1s}}}"))
    #expect(reading.text.contains("largest size of main with its warm pool"))
    #expect(reading.text.contains("a billion dollars over the span"))
  }

  @Test func `overhead that comes to more than a billion over the span is located`() {
    let reading = Reading(
      Self.with("    charges: {overhead: $900000000/month}").replacing(
        "measure: 1d", "measure: 1d, month: 1h"))
    #expect(reading.spots == ["range 19:25+16"])
    #expect(reading.text.contains("overhead over the span"))
  }

  @Test func `what is rented cannot be owned, and what is not on demand not be reserved`() {
    let owned = Reading(
      Sample.replacing("on_demand: $0.40/h", "monthly: $730/month")
        .replacing("count: 2}}", "count: 2, price: $1/h}}"))
    #expect(owned.spots == ["contradiction 18:52+4"])
    let reserved = Reading(
      Sample.replacing("on_demand: $0.40/h", "monthly: $730/month")
        .replacing(
          "count: 2}}",
          "count: 2}}\n    commitments: [{reserved: {pool: main, count: 1, term: 1y, price: $1/h}}]"
        ))
    #expect(reserved.spots == ["contradiction 19:37+4"])
    #expect(reserved.text.contains("`main` is not rented on demand"))
  }
}

extension String {
  /// The text with `old`, which it holds once, replaced.
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    let parts = split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    precondition(parts.count == 2, "the text does not hold \(old)")
    return parts[0] + new + parts[1]
  }
}
