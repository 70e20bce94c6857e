import Glibc

/// The type of a cell, which says how its value is read (ECMA-376 part 1, 18.18.11).
enum CellType {
  case number, shared, inline, formulaText, flag, error, isoDate, unknown

  /// Creates the type from the `t` attribute of a cell, or the default type if there is none.
  init(_ name: UnsafePointer<CChar>?) {
    guard let name else {
      self = .number
      return
    }
    func isName(_ type: StaticString) -> Bool {
      strcmp(name, UnsafeRawPointer(type.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
    if name[0] != 0, name[1] == 0 {
      self =
        switch UInt8(bitPattern: name[0]) {
        case UInt8(ascii: "s"): .shared
        case UInt8(ascii: "n"): .number
        case UInt8(ascii: "b"): .flag
        case UInt8(ascii: "e"): .error
        case UInt8(ascii: "d"): .isoDate
        default: .unknown
        }
    } else {
      self = isName("inlineStr") ? .inline : isName("str") ? .formulaText : .unknown
    }
  }
}
