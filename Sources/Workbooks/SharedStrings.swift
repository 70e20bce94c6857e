import KepingCore
import KepingFiles

/// The texts that a workbook keeps apart from its cells; what exceeds a limit waits in a scratch file.
final class SharedStrings: XMLListener {
  /// Where each text ends.
  private var endOffsets: [Int] = []
  private var inMemory: Bytes = []
  private var scratch: ScratchFile?
  private var current: Bytes = []
  private var isCapturing = false
  private var phoneticDepth = 0
  private var fault: Diagnostic?

  /// How many bytes of texts stay in memory: the first ones, which are the most frequent.
  private static let memoryLimit = 16 << 20
  /// How many texts there may be.
  private static let maximum = 8_000_000

  init(_ archive: ZipArchive, _ part: String) throws(Diagnostic) {
    let scanner = try XMLScanner(archive, part, listener: self)
    while !scanner.isAtEnd {
      try scanner.step()
      if let fault { throw fault }
      guard endOffsets.count <= Self.maximum else {
        throw archive.damaged(Wording("文本超过\(Self.maximum)条", "more than \(Self.maximum) texts"))
      }
    }
  }

  /// Appends a text; false where there is none of that number.
  func append(_ index: Int, to bytes: inout Bytes) throws(Diagnostic) -> Bool {
    guard index >= 0, index < endOffsets.count else { return false }
    let start = index == 0 ? 0 : endOffsets[index - 1]
    if endOffsets[index] <= inMemory.count {
      bytes.append(contentsOf: inMemory[start..<endOffsets[index]])
    } else if endOffsets[index] > start {
      try scratch?.read(start..<endOffsets[index], into: &bytes)
    }
    return true
  }

  func begin(_ element: LocalName, _ attributes: XMLAttributes) {
    if element.is("t") {
      isCapturing = phoneticDepth == 0
    } else if element.is("rPh") {
      phoneticDepth += 1
    }
  }

  func end(_ element: LocalName) {
    isCapturing = false
    if element.is("rPh") {
      phoneticDepth -= 1
    } else if element.is("si") {
      store()
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isCapturing, current.count <= Cell.maximumText { current.append(contentsOf: text) }
  }

  private func store() {
    unescapeCharacters(&current)
    let end = (endOffsets.last ?? 0) + current.count
    endOffsets.append(end)
    do throws(Diagnostic) {
      if scratch == nil, end <= Self.memoryLimit {
        inMemory.append(contentsOf: current)
      } else {
        // The scratch file's places are the texts' own: what is in memory is left out of it as a hole.
        if scratch == nil { scratch = try ScratchFile(startingAt: inMemory.count) }
        try scratch?.append(current)
      }
    } catch {
      fault = error
    }
    current.removeAll(keepingCapacity: true)
  }
}

/// Turns `_x000D_` into the character it stands for, as Office Open XML writes those that XML cannot.
func unescapeCharacters(_ bytes: inout Bytes) {
  guard bytes.count >= 7, bytes.contains(UInt8(ascii: "_")) else { return }
  var result: Bytes = []
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] == UInt8(ascii: "_"), offset + 6 < bytes.count, bytes[offset + 1] == UInt8(ascii: "x"),
      bytes[offset + 6] == UInt8(ascii: "_"),
      bytes[offset + 2] != UInt8(ascii: "+"),
      let number = UInt32(String(decoding: bytes[(offset + 2)..<(offset + 6)], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(number)
    {
      result.append(contentsOf: Array(String(Character(scalar)).utf8))
      offset += 7
    } else {
      result.append(bytes[offset])
      offset += 1
    }
  }
  bytes = result
}
