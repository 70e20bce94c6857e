import CExpat
import KepingCore

/// The attributes of an element, in the array that expat provides; valid only during the call of the listener.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// Returns the value of an attribute regardless of its prefix, or nil if it is absent.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var entry = list else { return nil }
    while let key = entry.pointee {
      if LocalName(key).is(name) { return entry[1] }
      entry += 2
    }
    return nil
  }

  /// Returns the value of an attribute as a string, or nil if it is absent.
  func text(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  /// Returns the value of an attribute as an integer, or nil if it is absent or malformed.
  func number(_ name: StaticString) -> Int? {
    guard let text = value(name) else { return nil }
    var number = 0
    var character = text
    while character.pointee != 0 {
      let digit = UInt8(bitPattern: character.pointee) &- 0x30
      // Signs, overflow and invalid characters are left to the standard library.
      guard digit < 10, character - text < 18 else { return Int(String(cString: text)) }
      number = number * 10 + Int(digit)
      character += 1
    }
    return character > text ? number : nil
  }
}

/// The name of an element or attribute without its prefix; valid as long as the C string.
struct LocalName {
  private let start: UnsafePointer<CChar>
  private let count: Int

  init(_ name: UnsafePointer<CChar>) {
    var start = name
    var end = name
    while end.pointee != 0 {
      if end.pointee == 0x3A { start = end + 1 }
      end += 1
    }
    self.start = start
    count = end - start
  }

  @inline(__always)
  func `is`(_ wanted: StaticString) -> Bool {
    guard count == wanted.utf8CodeUnitCount else { return false }
    for index in 0..<count where UInt8(bitPattern: start[index]) != wanted.utf8Start[index] { return false }
    return true
  }
}

/// A receiver of the elements and texts of an XML document.
protocol XMLListener: AnyObject {
  func begin(_ element: LocalName, _ attributes: XMLAttributes)
  func end(_ element: LocalName)
  func text(_ text: UnsafeBufferPointer<UInt8>)
}

/// A scanner that parses a part with expat in pieces.
///
/// It rejects constructs that workbooks never have and attackers use: document types with their entities, deep nesting,
/// and tokens that do not end.
final class XMLScanner {
  /// A reason to reject the document.
  private enum Refusal { case documentType, tooDeep }

  private let parser: XML_Parser
  private let part: ZipPart
  /// The name of the part in messages.
  private let displayName: String
  private let archive: ZipArchive
  /// The listener owns the scanner or is on the stack of the caller, so it outlives the scanner.
  private unowned(unsafe) let listener: any XMLListener
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var refusal: Refusal?
  private var depth = 0
  /// The number of bytes that have been passed to expat.
  private(set) var bytesFed = 0
  private var isPaused = false
  /// Whether the last piece has been passed to expat.
  private var hasReadAll = false
  /// Whether the whole part has been parsed.
  var isAtEnd: Bool { hasReadAll && !isPaused }

  private static let maximumDepth = 64
  /// The maximum number of bytes that expat may buffer for one token.
  private static let maximumToken = 2 << 20

  /// Opens a part.
  ///
  /// - Parameter displayName: the name of the part in messages; by default the name in the archive.
  /// - Throws: ``Diagnostic`` if the part cannot be opened.
  init(_ archive: ZipArchive, _ name: String, displayName: String? = nil, listener: any XMLListener) throws(Diagnostic) {
    part = try archive.open(name)
    guard let parser = XML_ParserCreate(nil) else {
      throw archive.damaged(Wording("内存不足", "out of memory"))
    }
    self.parser = parser
    self.archive = archive
    self.displayName = displayName ?? name
    self.listener = listener
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        XMLScanner.withScanner(data) { scanner in
          scanner.depth += 1
          if scanner.depth > XMLScanner.maximumDepth { return scanner.refuse(.tooDeep) }
          scanner.listener.begin(LocalName(name!), XMLAttributes(list: attributes))
        }
      },
      { data, name in
        XMLScanner.withScanner(data) { scanner in
          scanner.depth -= 1
          scanner.listener.end(LocalName(name!))
        }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLScanner.withScanner(data) { scanner in
        text!.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
          scanner.listener.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLScanner.withScanner(data) { $0.refuse(.documentType) }
    }
  }

  deinit {
    XML_ParserFree(parser)
    buffer.deallocate()
  }

  /// Calls a body with the scanner in the user data of expat.
  ///
  /// The reference is not counted, because that would happen a dozen times for each cell.
  @inline(__always)
  private static func withScanner(_ data: UnsafeMutableRawPointer?, _ body: (XMLScanner) -> Void) {
    Unmanaged<XMLScanner>.fromOpaque(data!)._withUnsafeGuaranteedRef(body)
  }

  /// Stops the parser and records why.
  private func refuse(_ refusal: Refusal) {
    self.refusal = refusal
    XML_StopParser(parser, 0)
  }

  /// Ends the current step; the next step continues at the same point.
  ///
  /// Call it only from a method of the listener.
  func pause() {
    guard !isPaused else { return }
    isPaused = XML_StopParser(parser, 1) == XML_STATUS_OK
  }

  /// Parses the next piece and passes its elements and texts to the listener.
  ///
  /// - Throws: ``Diagnostic`` with code `damaged-workbook`, `unsafe-xml` or `zip-bomb`.
  func step() throws(Diagnostic) {
    guard !isAtEnd else { return }
    let status: XML_Status
    if isPaused {
      isPaused = false
      status = XML_ResumeParser(parser)
    } else {
      let count = try part.read(into: buffer)
      hasReadAll = count == 0
      bytesFed += count
      status = XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count), hasReadAll ? 1 : 0)
    }
    if let refusal {
      let reason =
        switch refusal {
        case .documentType: Wording("含有DTD或实体定义", "defines a document type or entities")
        case .tooDeep: Wording("XML嵌套过深", "nests its XML too deeply")
        }
      throw Diagnostic(
        path: archive.name, code: "unsafe-xml",
        Wording(
          "\(displayName)\(reason.chinese)，正常的工作簿不会有，不予读取",
          "'\(displayName)' \(reason.english), which no genuine workbook does; it was not read")
      )
    }
    let line = Int(XML_GetCurrentLineNumber(parser))
    let column = Int(XML_GetCurrentColumnNumber(parser)) + 1
    guard status != XML_STATUS_ERROR else {
      let reason = Wording(xmlError: XML_GetErrorCode(parser))
      throw archive.damaged(
        Wording(
          "\(displayName)第\(line)行第\(column)列XML有误（\(reason.chinese)）", "\(displayName):\(line):\(column): \(reason.english)"))
    }
    if !hasReadAll, !isPaused, bytesFed - Int(XML_GetCurrentByteIndex(parser)) > Self.maximumToken {
      throw archive.damaged(Wording("\(displayName)第\(line)行有过长的标记", "\(displayName):\(line): a token is too long"))
    }
  }

  /// Parses the part to its end.
  ///
  /// - Throws: ``Diagnostic`` with the codes of ``step()``.
  func run() throws(Diagnostic) {
    while !isAtEnd { try step() }
  }
}
