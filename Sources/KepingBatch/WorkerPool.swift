import Dispatch
import KepingCore
import KepingFiles
import Synchronization

/// Workers that read and evaluate the chunks of an input; the calling thread takes the results in the order of the input.
///
/// The number of chunks in memory is limited to two for each worker, however slowly the results are taken.
final class WorkerPool: Sendable {
  /// The shared state of the results.
  private struct Results {
    /// The results that are ready, by chunk number.
    var ready: [Int: ChunkEvaluator.Results] = [:]
    /// Storage of taken results for reuse, preferably by the same worker, whose cache still has it.
    var used: [ChunkEvaluator.Results] = []
    /// The chunk for which the calling thread waits; the results of other chunks do not wake it.
    var awaited: Int?
    /// The number of chunks; nil until the end of the input is known.
    var count: Int?
    /// The error that ended the input.
    var fault: Diagnostic?
    var isStopped = false
    /// The plugins set aside so far, for chunks that are not begun.
    var quarantine: Quarantine

    /// Returns storage for a worker.
    mutating func takeUsed(by worker: Int) -> ChunkEvaluator.Results {
      if let index = used.lastIndex(where: { $0.worker == worker }) { return used.remove(at: index) }
      return used.popLast() ?? ChunkEvaluator.Results()
    }
  }

  /// The shared state of the input.
  private struct Source {
    var reader: RecordReader
    /// The number of chunks read so far.
    var count = 0
    var isAtEnd = false
  }

  private let source: Mutex<Source>
  private let results: Mutex<Results>
  /// Counts the chunks that workers may still begin.
  private let freeSlots = DispatchSemaphore(value: 0)
  /// Signalled when the awaited result is ready and when a worker ends.
  private let resultReady = DispatchSemaphore(value: 0)
  private let jobs: Int

  init(_ reader: RecordReader, jobs: Int, _ quarantine: Quarantine) {
    source = Mutex(Source(reader: reader))
    results = Mutex(Results(quarantine: quarantine))
    self.jobs = jobs
    // Signals instead of an initial value: a semaphore must not be destroyed while its value is below the initial one.
    for _ in 0..<2 * jobs { freeSlots.signal() }
  }

  /// Starts workers on new threads.
  ///
  /// - Parameter make: makes the evaluator of a worker, on the worker's thread.
  /// - Returns: the number of workers started; fewer than `count` if the system has no more threads.
  func start(_ count: Int, _ make: @escaping @Sendable () -> ChunkEvaluator) -> Int {
    // Worker 0 is the calling thread.
    for worker in 0..<count where !Threads.start({ self.run(worker + 1, make) }) { return worker }
    return count
  }

  /// Returns the results of a chunk; nil if there are no more chunks.
  ///
  /// - Parameters:
  ///   - number: the number of the chunk; callers ask for 0, 1, 2 and so on.
  ///   - evaluator: the evaluator of the calling thread.
  ///   - evaluates: whether the calling thread also evaluates chunks while it waits.
  /// - Throws: ``Diagnostic`` if the input cannot be read.
  func next(_ number: Int, _ evaluator: inout ChunkEvaluator, evaluates: Bool) throws(Diagnostic) -> ChunkEvaluator.Results? {
    while true {
      let (result, count, fault) = results.withLock { results in
        let result = results.ready.removeValue(forKey: number)
        results.awaited = result == nil ? number : nil
        return (result, results.count, results.fault)
      }
      if let result { return result }
      if let count, count <= number {
        if let fault { throw fault }
        return nil
      }
      if evaluates, count == nil, freeSlots.wait(timeout: .now()) == .success {
        if let work = takeWork(0) { _ = evaluateChunk(work, &evaluator) } else { freeSlots.signal() }
      } else {
        resultReady.wait()
      }
    }
  }

  /// Takes back the storage of results, so that a worker may begin another chunk.
  func recycle(_ chunk: ChunkEvaluator.Results, _ quarantine: Quarantine) {
    results.withLock { results in
      results.used.append(chunk)
      results.quarantine = quarantine
    }
    freeSlots.signal()
  }

  /// Makes the workers end without reading the rest of the input.
  func stop() {
    results.withLock { $0.isStopped = true }
    for _ in 0..<jobs { freeSlots.signal() }
  }

  /// Reads and evaluates chunks until the input ends.
  private func run(_ worker: Int, _ make: () -> ChunkEvaluator) {
    // Made before a chunk is read: loading the programs must not delay the results of a chunk.
    var evaluator = make()
    while true {
      freeSlots.wait()
      guard let work = takeWork(worker) else { break }
      if evaluateChunk(work, &evaluator) { resultReady.signal() }
    }
    freeSlots.signal()
    resultReady.signal()
  }

  /// A chunk that was read and not yet evaluated.
  private struct Work: ~Copyable {
    let number: Int
    var results: ChunkEvaluator.Results
    var order: BatchOrder
  }

  /// Reads the next chunk for a worker; returns nil at the end or after ``stop()``.
  private func takeWork(_ worker: Int) -> Work? {
    var (chunk, quarantine, isStopped) = results.withLock { results in
      (results.takeUsed(by: worker), results.quarantine, results.isStopped)
    }
    chunk.worker = worker
    guard !isStopped, let number = readChunk(into: &chunk) else { return nil }
    return Work(number: number, results: chunk, order: BatchOrder(after: quarantine))
  }

  /// Evaluates a chunk; returns whether the calling thread waits for it.
  private func evaluateChunk(_ work: consuming Work, _ evaluator: inout ChunkEvaluator) -> Bool {
    evaluator.evaluateChunk(&work.results, &work.order) { _ in }
    let (number, chunk) = (work.number, work.results)
    return results.withLock { results in
      results.ready[number] = chunk
      return results.awaited == number
    }
  }

  /// Reads the next chunk into used storage; returns its number, or nil at the end.
  private func readChunk(into results: inout ChunkEvaluator.Results) -> Int? {
    source.withLock { source in
      if source.isAtEnd { return nil }
      do throws(Diagnostic) {
        if try source.reader.readChunk(into: &results.chunk) {
          source.count += 1
          return source.count - 1
        }
        recordEnd(chunkCount: source.count, fault: nil)
      } catch {
        recordEnd(chunkCount: source.count, fault: error)
      }
      source.isAtEnd = true
      return nil
    }
  }

  /// Records the end of the input.
  private func recordEnd(chunkCount: Int, fault: Diagnostic?) {
    results.withLock { results in
      results.count = chunkCount
      results.fault = fault
    }
  }
}
