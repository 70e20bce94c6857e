import KepingCore
import KepingPrograms
import KepingUnicode

/// The corrections of a batch, and which of them have taken the place of an application.
struct Corrections {
  /// The corrections in the order of their files.
  private(set) var all: [Correction] = []
  /// The indices of the corrections with an id.
  private var indices: [Bytes: [Int]] = [:]
  /// The ids whose correction has taken its place.
  private var used: Set<Bytes> = []

  /// The ids of all corrections.
  var ids: Set<Bytes> { Set(indices.keys) }

  /// Adds a correction.
  mutating func add(_ correction: Correction) {
    if let id = correction.id { indices[id, default: []].append(all.count) }
    all.append(correction)
  }

  /// Returns the correction of the first application with an id, once; nil if there is none, or several have the id.
  mutating func take(_ id: Bytes) -> Correction? {
    guard let found = indices[id], found.count == 1, used.insert(id).inserted else { return nil }
    return all[found[0]]
  }

  /// Returns another correction with the same id as the one at an index; nil if there is none.
  func other(than index: Int) -> Correction? {
    guard let id = all[index].id, let found = indices[id], found.count > 1 else { return nil }
    return all[found[0] == index ? found[1] : found[0]]
  }

  /// Returns whether the correction at an index has taken the place of an application.
  func isUsed(_ index: Int) -> Bool { all[index].id.map(used.contains) ?? false }
}

extension Assessor {
  /// The id of the last record that was read, without white space at its ends; nil if it is not known.
  mutating func trimmedID() -> Bytes? { idText().map { Bytes(FoldedText.trim($0)) } }
}

extension Assessor {
  /// Reads a correction that was read before.
  mutating func read(_ correction: Correction) {
    switch correction.content {
    case .json(let bytes, let record):
      do throws(EvaluationFailure) { try readParsed(record, in: bytes, for: .values) } catch {
        preconditionFailure("a correction that could be read can be read again")
      }
    case .row(var record): _ = read(&record, for: .values)
    case .unreadable: preconditionFailure("a correction that could not be read has its result")
    }
  }
}
