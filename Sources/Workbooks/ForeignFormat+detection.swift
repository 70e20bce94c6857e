import KepingCore
import KepingFiles

extension ForeignFormat {
  /// Detects a format by the first bytes of a file, whatever its name is.
  ///
  /// Workbooks in ZIP archives are not foreign; what else an archive may be is known when it is opened.
  ///
  /// - Parameter texts: whether formats of text are detected, too: a record of JSON Lines may begin like one of them.
  /// - Throws: ``Diagnostic`` if the source cannot be read.
  public static func detect(_ source: ByteSource, texts: Bool) throws(Diagnostic) -> ForeignFormat? {
    let first = Bytes(try source.peek(8))
    if first.starts(with: CompoundFile.signature) {
      return CompoundFile.format(of: try source.randomAccess(), name: source.name)
    }
    for (signature, format) in signatures where first.starts(with: signature) { return format }
    if first.first == 0, first.dropFirst(4).elementsEqual("ftyp".utf8) { return .image("HEIC") }
    if first.starts(with: Bytes("RIFF".utf8)) {
      if try source.peek(12).dropFirst(8).elementsEqual("WEBP".utf8) { return .image("WebP") }
    }
    if isBitmap(first) { return .image("BMP") }
    if isOldSheet(first) { return .oldWorkbook }
    return texts ? try text(of: source, first) : nil
  }

  /// The first bytes of formats; none of them is the beginning of JSON, CSV or a ZIP archive.
  private static let signatures: [(Bytes, ForeignFormat)] = [
    (Bytes("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image("PNG")),
    ([0xFF, 0xD8, 0xFF], .image("JPEG")),
    (Bytes("GIF87a".utf8), .image("GIF")), (Bytes("GIF89a".utf8), .image("GIF")), ([0x49, 0x49, 0x2A, 0], .image("TIFF")),
    ([0x4D, 0x4D, 0, 0x2A], .image("TIFF")), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive("7z")),
    (Bytes("Rar!\u{1A}\u{7}".utf8), .archive("RAR")), ([0x1F, 0x8B, 8], .archive("gzip")),
    (Bytes("BZh91AY&".utf8), .archive("bzip2")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive("xz")), ([0x28, 0xB5, 0x2F, 0xFD], .archive("zstd")),
    (Bytes("MSCF\0\0\0\0".utf8), .archive("CAB")), (Bytes("SQLite f".utf8), .database),
    ([0, 1, 0, 0, 0x53, 0x74, 0x61, 0x6E], .database),
    (Bytes("{\\rtf".utf8), .rtf),
  ]

  /// Returns whether a file begins like a bitmap: the size of the file and four zeros follow its name.
  private static func isBitmap(_ first: Bytes) -> Bool {
    first.count == 8 && first.starts(with: Bytes("BM".utf8)) && first[5] < 0x10 && first[6] == 0 && first[7] == 0
  }

  /// Returns whether a file begins like a workbook of Excel 2 to 5 without a compound file around it (BIFF).
  private static func isOldSheet(_ first: Bytes) -> Bool {
    first.count == 8 && first[0] == 9 && [0, 2, 4, 8].contains(first[1]) && [4, 6, 8, 16].contains(first[2]) && first[3] == 0
  }

  // MARK: Texts

  /// Detects a format of text: a web page or XML.
  private static func text(of source: ByteSource, _ first: Bytes) throws(Diagnostic) -> ForeignFormat? {
    // The bytes of ASCII characters are the same in UTF-8, GB 18030 and, without zeros and the mark, in UTF-16.
    let start = first.drop { [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard start.isEmpty || start.first == UInt8(ascii: "<") || first.starts(with: Bytes("MIME".utf8)) else { return nil }
    let plain = Bytes(try source.peek(4096).filter { (1..<0x80).contains($0) })
    let text = String(decoding: plain, as: UTF8.self).lowercased().drop(while: \.isWhitespace)
    if text.hasPrefix("mime-version:") { return .webArchive }
    guard text.hasPrefix("<") else { return nil }
    func has(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if has("<w:worddocument", "<w:document", "progid=\"word.document\"") { return .wordXML }
    if has("<workbook", "<ss:workbook", "progid=\"excel.sheet\"") { return .xml2003 }
    if has("<html", "<!doctype html", "<table", "<head", "<body", "<meta", "<div", "<style", "<script", "<tr", "<td") {
      return .webPage
    }
    if has("<office:document") { return .flatOpenDocument }
    return has("<?xml") ? .xml : nil
  }
}

extension ForeignFormat {
  /// Returns the format of an archive that holds no workbook.
  init(of archive: ZipArchive) {
    if archive.contains("content.xml") {
      let type = archive.beginning(of: "mimetype")
      self = type.isEmpty || type.contains("spreadsheet") ? .openDocument : .openText
    } else if archive.contains("word/document.xml") {
      self = .word
    } else if archive.contains("ppt/presentation.xml") {
      self = .presentation
    } else if archive.contains("Index/Document.iwa") || archive.contains("Index.zip") {
      self = .numbers
    } else if archive.contains("OFD.xml") {
      self = .ofd
    } else {
      self = .zip
    }
  }
}
