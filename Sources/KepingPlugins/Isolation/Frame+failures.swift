import KepingCore
import LuaRuntime

/// The first byte of the error of a host function in a frame.
private enum HostErrorTag: UInt8 {
  case none, diagnostic, other
}

/// An error of a host function whose message is in the failure that it caused.
private struct OtherHostError: Error {}

extension LuaFailure.Kind {
  /// The kinds by the number that stands for them in a frame.
  fileprivate static let all: [Self] = [.syntax, .runtime, .instructions, .memory, .time, .contract]
}

extension FrameWriter {
  mutating func append(_ failure: LuaFailure) {
    append(byte: UInt8(LuaFailure.Kind.all.firstIndex(of: failure.kind)!))
    append(failure.message)
    append(failure.file) { $0.append($1) }
    append(failure.line) { $0.append(count: max(0, $1)) }
    append(failure.traceback)
    if let diagnostic = failure.hostError as? Diagnostic {
      append(byte: HostErrorTag.diagnostic.rawValue)
      append(diagnostic)
    } else {
      append(byte: (failure.hostError == nil ? HostErrorTag.none : .other).rawValue)
    }
  }

  mutating func append(_ diagnostic: Diagnostic) {
    append(diagnostic.path)
    append(diagnostic.line) { $0.append(count: max(0, $1)) }
    append(diagnostic.code)
    append(diagnostic.wording.chinese)
    append(diagnostic.wording.english)
  }
}

extension FrameReader {
  mutating func failure() throws(Fault) -> LuaFailure {
    let kind = Int(try byte())
    guard LuaFailure.Kind.all.indices.contains(kind) else { throw Fault() }
    let message = try text()
    let file = try optional { reader throws(Fault) in try reader.text().printable(limit: 4096) }
    let line = try optional { reader throws(Fault) in try reader.line() }
    let traceback = try text()
    let hostError: (any Error)? =
      switch try tag(HostErrorTag.self) {
      case .none: nil
      case .diagnostic: try diagnostic()
      case .other: OtherHostError()
      }
    return LuaFailure(
      kind: LuaFailure.Kind.all[kind], message: message, file: file, line: line, traceback: traceback, hostError: hostError)
  }

  mutating func diagnostic() throws(Fault) -> Diagnostic {
    let path = try text()
    let line = try optional { reader throws(Fault) in try reader.line() }
    let code = try text()
    let chinese = try text()
    return Diagnostic(path: path, line: line, code: code, Wording(chinese, try text()))
  }

  private mutating func line() throws(Fault) -> Int {
    let line = try uint32()
    guard line <= Int32.max else { throw Fault() }
    return Int(line)
  }
}
