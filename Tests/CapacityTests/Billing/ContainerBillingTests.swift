import Capacity
import Kernel
import Testing

@Suite struct ContainerBillingTests {
  /// Google Cloud Run, instance-based, us-central1, 2026-08: an L4 at $0.0001867 a second with
  /// four vCPU at $0.000018 and 16 GiB at $0.000002, rounded up to 100 ms.
  @Test func `a container pays its whole life in steps of 100 ms`() {
    let rule = ContainerBilling(
      resources: [
        .gpus(1, gpuSeconds: UnitPrice(usd(0.0001867), per: 1)),
        .cores(thousandths: 4_000, coreSeconds: UnitPrice(usd(0.000018), per: 1)),
        .memory(Bytes(16 << 30), gibibyteSeconds: UnitPrice(usd(0.000002), per: 1)),
      ], granule: .milliseconds(100))
    #expect(rule.charge(from: at(0), until: at(600)) == usd(0.17442))
    let odd = at(599) + .milliseconds(901)
    #expect(rule.charge(from: at(0), until: odd) == usd(0.17442))
  }

  /// Modal, 2026-06: a T4 at $0.000164 a second, $0.5904 an hour, whether it works or idles.
  @Test func `an hour idle or busy costs the GPU's price`() {
    let rule = ContainerBilling(
      resources: [.gpus(1, gpuSeconds: UnitPrice(usd(0.000164), per: 1))], granule: .seconds(1))
    let busy = rule.charge(from: at(0), until: at(600))
    let whole = rule.charge(from: at(0), until: at(3_600))
    #expect(whole == usd(0.5904))
    #expect(whole - busy == usd(0.492))
  }
}
