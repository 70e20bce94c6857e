import CZip

/// The entries of an archive by the names of their parts.
///
/// Names differ in more than case between writers: some of them write `\` instead of `/`, or begin names with `/` or `./`.
struct ZipEntries {
  /// The indices of the entries by normalised name.
  private var indices: [String: zip_uint64_t] = [:]
  /// The normalised names that several entries have.
  private var ambiguousNames: Set<String> = []

  /// The maximum number of entries; workbooks have dozens, or some thousands with pictures.
  static let maximum = 100_000

  /// Reads the names of an archive; returns nil if there are too many.
  init?(_ archive: OpaquePointer) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.maximum else { return nil }
    for index in 0..<zip_uint64_t(max(0, count)) {
      guard let name = zip_get_name(archive, index, 0).map({ String(cString: $0) }) else { continue }
      // A folder has no content.
      if name.hasSuffix("/") || name.hasSuffix("\\") { continue }
      let key = Self.normalised(name)
      if indices.updateValue(index, forKey: key) != nil { ambiguousNames.insert(key) }
    }
  }

  /// Returns the index of a part, or nil if there is none.
  func index(of part: String) -> zip_uint64_t? { indices[Self.normalised(part)] }

  /// Returns whether several entries have the name of a part.
  func isAmbiguous(_ part: String) -> Bool { ambiguousNames.contains(Self.normalised(part)) }

  /// Returns a name in lower case without `\`, empty segments and `.` segments.
  ///
  /// Names of parts are equivalent if they differ only in the case of ASCII letters (ECMA-376 part 2, 6.2.2).
  private static func normalised(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "\\"): UInt8(ascii: "/")
      case 0x41...0x5A: byte | 0x20
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
