import KepingCore

/// The limits that are exceeded, by whom, and what becomes of each application.
struct LimitTable: Sendable {
  /// One holder who exceeds one limit.
  struct Excess: Sendable {
    /// The index of the limit in the plan.
    let limit: Int32
    /// The key of the holder.
    let key: UInt64
    /// The range of the applications in ``LimitTable/members``.
    let applications: Range<Int>
    /// The range of the projects in progress in ``LimitTable/projects``.
    let projects: Range<Int>
    /// The number of applications that stay by score or by time; nil if the limit does not choose.
    var staying: Int?
  }

  /// What one excess means for one application.
  enum Effect: UInt8, Sendable {
    /// It counts, but its verdict is not `pass`.
    case counted
    /// It stays, by score or by time.
    case stays
    /// A person has decided that it stays.
    case ruledIn
    /// A person has decided that it is left out.
    case ruledOut
    /// A person has to decide: always, or because scores or times do not.
    case open, openScore, openEqualScores, openEqualTimes
    /// It is left out: as all are, by score, by time.
    case allBarred, barredByScore, barredByTime

    /// The place that follows; nil if it does not leave the application out.
    var place: Place? {
      switch self {
      case .counted, .stays, .ruledIn: nil
      case .open, .openScore, .openEqualScores, .openEqualTimes: .overLimit
      case .ruledOut, .allBarred, .barredByScore, .barredByTime: .barred
      }
    }
  }

  /// The part of an application in one excess.
  struct Part: Sendable {
    /// The position of the application in the order of ids.
    let position: Int32
    /// The index of the excess.
    let excess: Int32
    /// What it means for the application.
    var effect: Effect
  }

  /// All excesses.
  private(set) var excesses: [Excess] = []
  /// The positions of the applications of each excess in the order of ids, ascending.
  private(set) var members: [Int32] = []
  /// The indices of the projects in progress of each excess, by id.
  private(set) var projects: [Int32] = []
  /// The parts by application; those of one application stand beside each other.
  private(set) var parts: [Part] = []

  /// Returns the parts of the application at a position in the order of ids.
  func parts(at position: Int) -> ArraySlice<Part> {
    func first(_ wanted: Int32) -> Int {
      var (low, high) = (0, parts.count)
      while low < high {
        let middle = (low + high) / 2
        if parts[middle].position < wanted { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return parts.isEmpty ? [] : parts[first(Int32(position))..<first(Int32(position) + 1)]
  }

  /// Adds a holder who exceeds a limit.
  mutating func add(
    _ limit: Int, key: UInt64, staying: Int?, _ applications: [(position: Int32, effect: Effect)], _ ongoing: [Int32]
  ) {
    let excess = Int32(excesses.count)
    let (first, firstProject) = (members.count, projects.count)
    for application in applications {
      members.append(application.position)
      parts.append(Part(position: application.position, excess: excess, effect: application.effect))
    }
    projects += ongoing
    excesses.append(
      Excess(
        limit: Int32(limit), key: key, applications: first..<members.count, projects: firstProject..<projects.count,
        staying: staying))
  }

  /// Sorts the parts by application after all excesses were added.
  mutating func sort() { parts.sort { ($0.position, $0.excess) < ($1.position, $1.excess) } }
}
