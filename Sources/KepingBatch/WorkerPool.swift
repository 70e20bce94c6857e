import Dispatch
import KepingCore
import KepingFiles
import Synchronization

/// Workers that read an input chunk by chunk, and evaluate; who takes their results gets them in the order of the input.
///
/// As many chunks are about at once as there is room for, however slowly the results are taken.
final class WorkerPool: Sendable {
  private struct Results {
    var ready: [Int: ChunkEvaluator.Results] = [:]
    /// What was taken, to be used again, if possible by the worker that used it before: it lies in its cache.
    var used: [ChunkEvaluator.Results] = []
    /// The chunk whose results are waited for: only its end wakes who waits.
    var awaited: Int?
    /// How many chunks there are, once that is known.
    var count: Int?
    var fault: Diagnostic?
    var isStopped = false
    /// The plugins that are set aside by now, for all chunks that are not begun.
    var quarantine: Quarantine

    mutating func takeUsed(by worker: Int) -> ChunkEvaluator.Results {
      if let index = used.lastIndex(where: { $0.worker == worker }) { return used.remove(at: index) }
      return used.popLast() ?? ChunkEvaluator.Results()
    }
  }

  private struct Source {
    var reader: RecordReader
    var count = 0
    var isAtEnd = false
  }

  private let source: Mutex<Source>
  private let results: Mutex<Results>
  /// Counts the chunks that may be begun.
  private let freeSlots = DispatchSemaphore(value: 0)
  /// Counts how often there was something to be looked at.
  private let resultReady = DispatchSemaphore(value: 0)
  private let jobs: Int

  init(_ reader: RecordReader, jobs: Int, _ quarantine: Quarantine) {
    source = Mutex(Source(reader: reader))
    results = Mutex(Results(quarantine: quarantine))
    self.jobs = jobs
    // Signalled, and not made with this value: it may end with less, which a semaphore does not allow.
    for _ in 0..<2 * jobs { freeSlots.signal() }
  }

  /// Starts workers on threads of their own.
  /// - Parameter make: makes the evaluator of one of them, on its own thread.
  /// - Returns: how many were started: fewer than wanted where the system has no more threads.
  func start(_ count: Int, _ make: @escaping @Sendable () -> ChunkEvaluator) -> Int {
    // The first number is that of who takes the results.
    for worker in 0..<count where !Threads.start({ self.run(worker + 1, make) }) { return worker }
    return count
  }

  /// The next result, in the order of the input; nil where there are no more.
  /// - Parameters:
  ///   - evaluator: of who takes the results.
  ///   - evaluates: whether it evaluates, too, while there is no result to be taken.
  /// - Throws: ``Diagnostic`` where the input cannot be read.
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

  /// Gives a result back, so that another chunk may be begun in its place.
  func recycle(_ chunk: ChunkEvaluator.Results, _ quarantine: Quarantine) {
    results.withLock { results in
      results.used.append(chunk)
      results.quarantine = quarantine
    }
    freeSlots.signal()
  }

  /// Lets the workers end, whatever is left.
  func stop() {
    results.withLock { $0.isStopped = true }
    for _ in 0..<jobs { freeSlots.signal() }
  }

  private func run(_ worker: Int, _ make: () -> ChunkEvaluator) {
    // Made before there is a chunk: no other is to wait for one until the programs are loaded.
    var evaluator = make()
    while true {
      freeSlots.wait()
      guard let work = takeWork(worker) else { break }
      if evaluateChunk(work, &evaluator) { resultReady.signal() }
    }
    freeSlots.signal()
    resultReady.signal()
  }

  /// A chunk that was read and is to be evaluated.
  private struct Work: ~Copyable {
    let number: Int
    var results: ChunkEvaluator.Results
    var order: BatchOrder
  }

  /// Reads a chunk; nil where there is none, or nobody wants it.
  private func takeWork(_ worker: Int) -> Work? {
    var (chunk, quarantine, isStopped) = results.withLock { results in
      (results.takeUsed(by: worker), results.quarantine, results.isStopped)
    }
    chunk.worker = worker
    guard !isStopped, let number = readChunk(into: &chunk) else { return nil }
    return Work(number: number, results: chunk, order: BatchOrder(after: quarantine))
  }

  /// Evaluates a chunk; whether its result is waited for.
  private func evaluateChunk(_ work: consuming Work, _ evaluator: inout ChunkEvaluator) -> Bool {
    evaluator.evaluateChunk(&work.results, &work.order) { _ in }
    let (number, chunk) = (work.number, work.results)
    return results.withLock { results in
      results.ready[number] = chunk
      return results.awaited == number
    }
  }

  /// Reads the next chunk in the place of an old one, and returns its number; nil at the end.
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

  /// Takes note of where the input ended.
  private func recordEnd(chunkCount: Int, fault: Diagnostic?) {
    results.withLock { results in
      results.count = chunkCount
      results.fault = fault
    }
  }
}
