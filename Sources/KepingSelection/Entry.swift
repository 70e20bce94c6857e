import KepingCore

/// An application of a round: the parts of its assessment and of its record that the selection needs.
public struct Entry: Sendable {
  /// The texts of an entry, which lie one after the other in ``texts``.
  public enum Text: Int, Sendable, CaseIterable {
    case id, direction, title, applicant, leader
  }

  /// The bytes of all texts; one array for all of them, because there may be a million entries.
  let texts: Bytes
  /// The end offset of each text, or -1 for one that is not known; a text begins at the end of the known one before it.
  private let ends: (Int32, Int32, Int32, Int32, Int32)
  /// The year of the guideline; nil if it is not known.
  public let year: Int?
  /// The program of the application; nil if there is none.
  public let program: ProgramReference?
  /// The verdict, in which rulings are counted.
  public let verdict: Verdict
  /// The program's score in tenths of a point; 0 for an error.
  public let points: Int
  /// The amount that was applied for, in yuan; nil if it is not given.
  public let requested: Double?
  /// The time of submission; that of the original for a correction.
  public let submittedAt: Timestamp?
  /// The applicant.
  public let unit: UnitIdentity
  /// The partners.
  public let partners: [UnitIdentity]
  /// The leader.
  public let leader: LeaderIdentity
  /// The values of the order's fields, in the order of ``RoundPlan/orderFields(ofDirection:)`` for the direction; NaN for an absent one.
  public let orderValues: [Double]
  /// The effective rulings on limits and ties.
  public let rulings: [Ruling]

  /// Creates an entry.
  ///
  /// - Parameter texts: the texts by ``Text``, in UTF-8; nil for one that is not known.
  public init(
    texts: [Bytes?], year: Int?, program: ProgramReference?, verdict: Verdict, points: Int, requested: Double?,
    submittedAt: Timestamp?, unit: UnitIdentity, partners: [UnitIdentity], leader: LeaderIdentity, orderValues: [Double] = [],
    rulings: [Ruling] = []
  ) {
    var all: Bytes = []
    all.reserveCapacity(texts.reduce(0) { $0 + ($1?.count ?? 0) })
    func end(_ text: Text) -> Int32 {
      guard let bytes = texts[text.rawValue] else { return -1 }
      all.append(contentsOf: bytes)
      return Int32(all.count)
    }
    ends = (end(.id), end(.direction), end(.title), end(.applicant), end(.leader))
    self.texts = all
    self.year = year
    self.program = program
    self.verdict = verdict
    self.points = points
    self.requested = requested
    self.submittedAt = submittedAt
    self.unit = unit
    self.partners = partners
    self.leader = leader
    self.orderValues = orderValues
    self.rulings = rulings
  }

  /// Returns the UTF-8 of a text; nil if it is not known.
  public func bytes(_ text: Text) -> ArraySlice<UInt8>? {
    // The end of an unknown text is -1, so that the largest end before a text is its start.
    switch text {
    case .id: slice(0, ends.0)
    case .direction: slice(ends.0, ends.1)
    case .title: slice(max(ends.0, ends.1), ends.2)
    case .applicant: slice(max(ends.0, ends.1, ends.2), ends.3)
    case .leader: slice(max(max(ends.0, ends.1), max(ends.2, ends.3)), ends.4)
    }
  }

  private func slice(_ start: Int32, _ end: Int32) -> ArraySlice<UInt8>? {
    end < 0 ? nil : texts[Int(max(0, start))..<Int(end)]
  }

  /// Returns a text; nil if it is not known.
  public func text(_ text: Text) -> String? { bytes(text).map { String(decoding: $0, as: UTF8.self) } }
}
