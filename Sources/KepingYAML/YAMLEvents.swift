import CYAML
import KepingCore

/// The events of a YAML text, parsed by libyaml.
///
/// The texts of an event are copied before the next event is read, so no pointer into the library's memory leaves this class.
@safe final class YAMLEvents {
  /// A 1-based position in a text; the column counts characters.
  struct Mark: Equatable {
    let line: Int
    let column: Int
    /// The number of characters before the position.
    let index: Int
  }

  /// An event of libyaml with its texts.
  enum Event {
    case documentStart
    case scalar(String, isPlain: Bool, anchor: String?)
    case alias(String)
    case sequenceStart(anchor: String?)
    case mappingStart(anchor: String?)
    case sequenceEnd
    case mappingEnd
    case streamEnd
    /// The start of the stream or the end of a document.
    case other
  }

  /// An error of libyaml for a text that is not YAML.
  struct Fault {
    let problem: Wording
    /// The position of the error; nil if memory ran out.
    let mark: Mark?

    func diagnostic(_ path: String) -> Diagnostic {
      Diagnostic(
        path: path, line: mark?.line, column: mark?.column, code: "invalid-yaml",
        Wording("YAML写法有误：\(problem.chinese)", "not valid YAML: \(problem.english)"))
    }
  }

  private let path: String
  private let bytes: UnsafeBufferPointer<UInt8>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The last position that ``hasColon(between:and:)`` looked up: a byte offset and the number of characters before it.
  private var cursor = (offset: 0, index: 0)

  /// Creates a parser for a text.
  ///
  /// - Parameters:
  ///   - bytes: the text in UTF-8; valid for as long as the object is used.
  ///   - path: the file name for messages.
  /// - Throws: ``Diagnostic`` with code `invalid-yaml` if memory runs out.
  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws(Diagnostic) {
    self.path = path
    unsafe self.bytes = bytes
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      throw Self.memoryFault.diagnostic(path)
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// Returns the next event, its start and its end.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-yaml`; the parser must not be used after it.
  func next() throws(Diagnostic) -> (event: Event, mark: Mark, end: Mark) {
    var raw = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &raw) == 1 else { throw fault.diagnostic(path) }
    defer { unsafe yaml_event_delete(&raw) }
    return unsafe (Self.event(raw), Mark(raw.start_mark), Mark(raw.end_mark))
  }

  /// Returns whether a colon is between two positions.
  ///
  /// Positions must be given in the order of the text, so that all look-ups together read it once.
  func hasColon(between start: Mark, and end: Mark) -> Bool {
    var isFound = false
    while unsafe cursor.offset < bytes.count {
      let byte = unsafe bytes[cursor.offset]
      // A byte that continues a character belongs to the character before it.
      if byte & 0xC0 != 0x80 {
        guard cursor.index < end.index else { break }
        if cursor.index >= start.index, byte == UInt8(ascii: ":") { isFound = true }
        cursor.index += 1
      }
      cursor.offset += 1
    }
    return isFound
  }

  private static func event(_ raw: yaml_event_t) -> Event {
    switch unsafe raw.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_ALIAS_EVENT: return unsafe .alias(text(raw.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      // The scalar may contain NUL, so its length counts and not a terminator.
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE || scalar.style == YAML_ANY_SCALAR_STYLE
      return unsafe .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain, anchor: text(scalar.anchor))
    case YAML_SEQUENCE_START_EVENT: return unsafe .sequenceStart(anchor: text(raw.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT: return unsafe .mappingStart(anchor: text(raw.data.mapping_start.anchor))
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return .other
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }

  private var fault: Fault {
    let raw = unsafe parser.pointee
    guard let problem = unsafe raw.problem else { return Self.memoryFault }
    // An error of libyaml's reader has a byte offset, but no line and column.
    let mark = unsafe raw.error == YAML_READER_ERROR ? mark(at: raw.problem_offset) : Mark(raw.problem_mark)
    return unsafe Fault(problem: YAMLSentences.wording(String(cString: problem)), mark: mark)
  }

  /// The error if memory runs out, for which libyaml has no message.
  private static var memoryFault: Fault { Fault(problem: Wording("内存不足", "out of memory"), mark: nil) }

  private func mark(at offset: Int) -> Mark {
    let before = unsafe bytes.prefix(offset)
    let start = unsafe before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return unsafe Mark(
      line: before.count { $0 == 0x0A } + 1, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1,
      index: before.count { $0 & 0xC0 != 0x80 })
  }
}

extension YAMLEvents.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1, index: mark.index)
  }
}
