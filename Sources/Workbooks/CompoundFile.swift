import KepingCore
import KepingFiles

/// A compound file of OLE 2, the container of Office formats before 2007 and of encrypted workbooks ([MS-CFB]).
enum CompoundFile {
  /// The first bytes of every compound file.
  static let signature: Bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The number of bytes at the beginning, and from the first sector of the directory, in which names are searched for.
  private static let lookahead = 1 << 20

  /// Returns the format of a compound file by the names of its streams.
  ///
  /// - Parameter name: the name of the file, which decides if a document of one kind holds one of another kind.
  static func format(of file: RandomAccessFile, name: String) -> ForeignFormat {
    let beginning = file.bytes(at: 0, count: lookahead)
    let names = beginning + directory(of: file, beginning)
    func has(_ stream: String) -> Bool { contains(Bytes(stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), names) }
    if has("EncryptedPackage") { return .encryptedWorkbook }
    let isWorkbook = has("Workbook\0") || has("Book\0")
    let isWord = has("WordDocument\0")
    let isPresentation = has("PowerPoint Document\0")
    let ending = name.lowercased()
    if isWord, !isWorkbook || [".doc", ".wps", ".dot"].contains(where: ending.hasSuffix) { return .oldWord }
    if isPresentation, !isWorkbook || [".ppt", ".dps", ".pps"].contains(where: ending.hasSuffix) { return .oldPresentation }
    if isWorkbook { return .oldWorkbook }
    if has("__substg1.0_") { return .mail }
    return [".xls", ".et", ".xlt", ".xlsx"].contains(where: ending.hasSuffix) ? .oldWorkbook : .compound
  }

  /// Returns the first sectors of the directory, which may be anywhere in the file.
  private static func directory(of file: RandomAccessFile, _ header: Bytes) -> Bytes {
    guard header.count >= 76, [9, 12].contains(header[30]) else { return [] }
    let sector = (0..<4).reduce(0) { $0 | Int(header[48 + $1]) << ($1 * 8) }
    let offset = (sector + 1) << Int(header[30])
    // The beginning of the file has been read already.
    guard offset >= lookahead, offset < file.size else { return [] }
    return file.bytes(at: offset, count: lookahead)
  }

  private static func contains(_ part: Bytes, _ bytes: Bytes) -> Bool {
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { start in
      bytes[start] == part[0] && bytes[start..<(start + part.count)].elementsEqual(part)
    }
  }
}
