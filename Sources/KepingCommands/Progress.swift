import KepingBatch
import KepingFiles

/// One line on standard error that says how far an evaluation is; only a terminal is shown it.
final class Progress {
  private let isShown = ByteSink.isStandardErrorTerminal
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var hasLine = false
  private var records = 0
  private var bytes: Int64 = 0
  /// The size of all inputs so far; nil where one has none that is known.
  private var size: Int64? = 0

  func begin(_ input: Input) {
    size = size.flatMap { all in input.size.map { all + $0 } }
  }

  func advance(records: Int, bytes: Int) {
    self.records += records
    self.bytes += Int64(bytes)
    // Looking at the clock is dearer than evaluating one record.
    guard isShown, records > 1 || self.records & 0xFF == 0 else { return }
    let now = ContinuousClock.now
    guard now - (lastShown ?? start) >= .milliseconds(lastShown == nil ? 500 : 200) else { return }
    lastShown = now
    showLine(after: (now - start) / .seconds(1))
  }

  private func showLine(after seconds: Double) {
    let rate = Int(Double(records) / seconds)
    var line = localized("已评审\(records)份，每秒\(rate)份", "\(records) applications, \(rate) a second")
    if let left = Self.secondsLeft(seconds, bytes, size) {
      line += localized("，还需约\(Self.clock(left))", ", about \(Self.clock(left)) left")
    }
    Console.writeText("\r\u{1B}[K" + line)
    hasLine = true
  }

  /// How long the rest takes at the same rate; nil where the size is not known.
  static func secondsLeft(_ seconds: Double, _ done: Int64, _ size: Int64?) -> Int? {
    guard let size, done > 0, size >= done else { return nil }
    return Int((Double(size - done) / Double(done) * seconds).rounded(.up))
  }

  /// `1:05` or `1:02:03`
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60
    return (minutes < 60 ? "\(minutes)" : "\(minutes / 60):\(two(minutes % 60))") + ":\(two(seconds % 60))"
  }

  /// Takes the line away, so that something else can be said.
  func clear() {
    guard hasLine else { return }
    Console.writeText("\r\u{1B}[K")
    hasLine = false
  }
}
