import KepingBatch
import KepingFiles

/// A line on standard error that shows the progress of an evaluation, if standard error is a terminal.
final class Progress {
  private let isShown = ByteSink.isStandardErrorTerminal
  private let start = ContinuousClock.now
  /// The time at which the line was last shown.
  private var lastShown: ContinuousClock.Instant?
  private var hasLine = false
  private var records = 0
  private var input: Input?
  /// The total size in bytes of the inputs before the current one; nil if the size of one is unknown.
  private var sizeBefore: Int64? = 0

  /// Makes an input the current one.
  func begin(_ input: Input) {
    if let last = self.input { sizeBefore = sizeBefore.flatMap { before in last.size.map { before + $0 } } }
    self.input = input
  }

  /// Counts evaluated records, and updates the line at most five times a second.
  func advance(records: Int) {
    self.records += records
    // If records come one at a time, the clock is read for every 256th only, because reading it for each takes time.
    guard isShown, records > 1 || self.records & 0xFF == 0 else { return }
    let now = ContinuousClock.now
    guard now - (lastShown ?? start) >= .milliseconds(lastShown == nil ? 500 : 200) else { return }
    lastShown = now
    showLine(after: (now - start) / .seconds(1))
  }

  private func showLine(after seconds: Double) {
    let rate = Int(Double(records) / seconds)
    var line = localized("已评审\(records)份，每秒\(rate)份", "\(records) applications, \(rate) a second")
    let size = sizeBefore.flatMap { before in input?.size.map { before + $0 } }
    if let left = Self.secondsLeft(seconds, (sizeBefore ?? 0) + (input?.bytesRead ?? 0), size) {
      line += localized("，还需约\(Self.clock(left))", ", about \(Self.clock(left)) left")
    }
    Console.writeText("\r\u{1B}[K" + line)
    hasLine = true
  }

  /// Returns the seconds that the rest takes at the same rate; nil if the size is unknown.
  static func secondsLeft(_ seconds: Double, _ done: Int64, _ size: Int64?) -> Int? {
    guard let size, done > 0, size >= done else { return nil }
    return Int((Double(size - done) / Double(done) * seconds).rounded(.up))
  }

  /// Returns a duration as text, such as `1:05` or `1:02:03`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60
    return (minutes < 60 ? "\(minutes)" : "\(minutes / 60):\(two(minutes % 60))") + ":\(two(seconds % 60))"
  }

  /// Removes the line, so that another message can be printed.
  func clear() {
    guard hasLine else { return }
    Console.writeText("\r\u{1B}[K")
    hasLine = false
  }
}
