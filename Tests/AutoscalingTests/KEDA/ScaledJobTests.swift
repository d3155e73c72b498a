import Autoscaling
import Testing

struct ScaledJobTests {
  private let queue = ScaledJobQueue(length: 10, target: 2, isActive: true)

  @Test func `jobs are made for the queue less those that run`() {
    let job = ScaledJob()
    #expect(job.jobsCreated(for: [queue], running: 0, pending: 0) == 5)
    #expect(job.jobsCreated(for: [queue], running: 2, pending: 0) == 3)
    #expect(job.jobsCreated(for: [queue], running: 9, pending: 0) == 0)
  }

  @Test func `a minimum is made even for an empty queue`() {
    let empty = ScaledJobQueue(length: 0, target: 2, isActive: false)
    #expect(ScaledJob(minReplicas: 3).jobsCreated(for: [empty], running: 1, pending: 0) == 2)
    #expect(ScaledJob().jobsCreated(for: [empty], running: 0, pending: 0) == 0)
  }

  @Test func `an eager job takes all the room that a queue gives it`() {
    let job = ScaledJob(maxReplicas: 4, strategy: .eager)
    #expect(job.jobsCreated(for: [queue], running: 1, pending: 1) == 2)
  }

  @Test func `the shortest queue gives way to one after an empty one`() {
    let empty = ScaledJobQueue(length: 0, target: 2, isActive: true)
    let total = ScaledJobQueue.total(
      of: [empty, queue], by: .min, minReplicas: 0, maxReplicas: 100)
    #expect(total.queueLength == 10)
  }

  @Test func `a custom share that was not given is the default strategy`() {
    let custom = ScaledJobStrategy.custom(queueLengthDeduction: 4, runningJobPercentage: nil)
    let allowance = custom.allowance(maxScale: 9, running: 2, pending: 0, most: 100, scaleTo: 9)
    #expect(allowance.effectiveMaxScale == 7)
  }
}
