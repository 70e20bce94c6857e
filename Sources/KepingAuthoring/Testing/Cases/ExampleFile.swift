import KepingCore
import KepingPlugins

/// A file in `examples/`: its applications, and where their fields are.
struct ExampleFile {
  /// The applications, each with the index of its value in the tape.
  private(set) var applications: [(value: JSONValue, index: Int)] = []
  private let path: String
  private let bytes: Bytes
  private var tape = JSONTape()

  /// Parses a JSON array of applications.
  /// - Throws: ``Diagnostic`` with code `invalid-example` at the mistake.
  init(_ bytes: Bytes, path: String) throws(Diagnostic) {
    self.path = path
    self.bytes = bytes
    do throws(JSONFault) {
      try tape.read(bytes, 0..<bytes.count)
    } catch {
      let mistake = JSONMistake(error, in: bytes, 0..<bytes.count, position: bytes.position)
      throw diagnostic(at: mistake.offset, mistake.wording)
    }
    guard tape.values[0].kind == .array else {
      throw diagnostic(
        at: Int(tape.values[0].start),
        Wording("示例应为申报书的JSON数组：[{ … }, { … }]", "examples must be a JSON array of applications: [{ … }, { … }]"))
    }
    var index = 1
    while index < Int(tape.values[0].next) {
      let start = index
      applications.append((JSONValue(tape, bytes, at: &index), start))
    }
  }

  /// Returns an error about a field of an application, at the field's value or, if it is unknown, at its name.
  ///
  /// If the application has no such field, the error is at the innermost object that could have it.
  func fault(_ field: String, isUnknown: Bool = false, of application: Int, _ wording: Wording) -> Diagnostic {
    var index = application
    var offset = Int(tape.values[index].start)
    for part in field.split(separator: ".") {
      let pieces = part.split(separator: "[")
      guard let name = pieces.first, let key = key(String(name), in: index) else { break }
      index = key + 1
      for piece in pieces.dropFirst() {
        if let element = Int(piece.dropLast()).flatMap({ self.element($0, in: index) }) { index = element }
      }
      offset = isUnknown ? Int(tape.values[key].start) - 1 : start(of: index)
    }
    return diagnostic(at: offset, wording)
  }

  private func diagnostic(at offset: Int, _ wording: Wording) -> Diagnostic {
    let (line, column) = bytes.position(of: offset)
    return Diagnostic(path: path, line: line, column: column, code: "invalid-example", wording)
  }

  /// Returns the offset of a value; that of a text is the offset of its quote.
  private func start(of index: Int) -> Int { Int(tape.values[index].start) - (tape.values[index].kind == .text ? 1 : 0) }

  /// Returns the index of the last key with a name, because the others are not the ones that are repeated.
  private func key(_ name: String, in object: Int) -> Int? {
    guard tape.values[object].kind == .object else { return nil }
    var found: Int?
    var key = object + 1
    while key < Int(tape.values[object].next) {
      if tape.text(of: tape.values[key], bytes).text == name { found = key }
      key = Int(tape.values[key + 1].next)
    }
    return found
  }

  private func element(_ number: Int, in array: Int) -> Int? {
    guard tape.values[array].kind == .array else { return nil }
    var element = array + 1
    var count = 0
    while element < Int(tape.values[array].next) {
      if count == number { return element }
      element = Int(tape.values[element].next)
      count += 1
    }
    return nil
  }
}
