import KepingCore
import KepingFiles

/// A text that is kept in memory up to a size, and in a nameless file beyond it.
struct SpooledText {
  private var bytes: Bytes = []
  private var file: ScratchFile?

  private static let maximumBytes = 1 << 20

  /// Appends a text.
  ///
  /// - Throws: ``Diagnostic`` with code `no-scratch-file`.
  mutating func append(_ text: String) throws(Diagnostic) {
    bytes += text.utf8
    guard bytes.count > Self.maximumBytes else { return }
    let file: ScratchFile
    if let begun = self.file { file = begun } else { file = try ScratchFile() }
    try file.append(bytes)
    self.file = file
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the whole text.
  ///
  /// - Throws: ``Diagnostic`` if the file cannot be read or the sink cannot be written.
  func write(to sink: ByteSink) throws(Diagnostic) {
    var offset = 0
    while let file, offset < file.count {
      let end = min(offset + Self.maximumBytes, file.count)
      var chunk: Bytes = []
      try file.read(offset..<end, into: &chunk)
      try sink.write(chunk)
      offset = end
    }
    try sink.write(bytes)
  }
}
