/// What a person did wrong in JSON text: the likely cause of a ``JSONFault``, where it is, and what to do.
public struct JSONMistake: Sendable, Equatable {
  /// The offset of the mistake, which may be before that of the fault: a missing comma is missing after the last value.
  public let offset: Int
  /// The message with advice.
  public let wording: Wording

  init(_ offset: Int, _ chinese: String, _ english: String) {
    self.offset = offset
    wording = Wording(chinese, english)
  }

  /// Diagnoses a fault.
  ///
  /// - Parameters:
  ///   - bytes: the bytes that contain the text.
  ///   - range: the range of the text; bytes after it are not examined.
  ///   - position: returns the line and column of an offset, which messages name.
  public init(
    _ fault: JSONFault, in bytes: Bytes, _ range: Range<Int>, position: (Int) -> (line: Int, column: Int)
  ) {
    let offset = max(range.lowerBound, fault.offset)
    let end = min(range.upperBound, bytes.count)
    let context = JSONContext(bytes, range.lowerBound..<min(offset, end))
    let diagnosis = JSONDiagnosis(bytes: bytes, end: end, offset: offset, fault: fault.kind, context: context)
    let mistake: JSONMistake? =
      switch fault.kind {
      case .unexpectedByte, .trailing:
        diagnosis.foreignMark ?? diagnosis.unexpected(isTrailing: fault.kind == .trailing, position)
      case .unexpectedEnd: diagnosis.end(position)
      case .controlCharacter: diagnosis.controlCharacter
      case .invalidNumber: diagnosis.number
      case .invalidLiteral: diagnosis.word
      default: nil
      }
    self = mistake ?? JSONMistake(offset, fault.wording.chinese, fault.wording.english)
  }
}
