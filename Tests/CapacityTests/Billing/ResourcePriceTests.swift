import Capacity
import Kernel
import Testing

@Suite struct ResourcePriceTests {
  /// Google Cloud Run in us-central1, 2026-08: L4 without zonal redundancy $0.0001867 a second,
  /// which is $0.672 an hour.
  @Test func `a GPU costs its seconds`() {
    let gpu = ResourcePrice.gpus(1, gpuSeconds: UnitPrice(usd(0.0001867), per: 1))
    #expect(gpu.cost(of: .hours(1)) == usd(0.67212))
  }

  /// Modal, 2026-06: $0.00000222 a GiB-second, $0.0000131 a core-second.
  @Test func `memory and part of a core cost their share`() {
    let memory = ResourcePrice.memory(
      Bytes(512 << 20), gibibyteSeconds: UnitPrice(usd(2.22), per: 1_000_000))
    #expect(memory.cost(of: .seconds(1_000)) == usd(0.00111))
    let core = ResourcePrice.cores(
      thousandths: 125, coreSeconds: UnitPrice(usd(13.1), per: 1_000_000))
    #expect(core.cost(of: .seconds(1_000)) == usd(0.0016375))
  }
}
