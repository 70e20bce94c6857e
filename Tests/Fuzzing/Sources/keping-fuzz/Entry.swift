import Foundation

nonisolated(unsafe) private var subject: Subject?

/// Creates the subject for the target that the first argument names, and removes this argument before libFuzzer reads the rest.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> Int32 {
  let name = CommandLine.arguments.dropFirst().first ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    FileHandle.standardError.write(Data("usage: keping-fuzz TARGET [options] [corpus…]; targets: \(known)\n".utf8))
    exit(64)
  }
  subject = Subject(target)
  arguments.pointee[1] = arguments.pointee[0]
  arguments.pointee += 1
  count.pointee -= 1
  return 0
}

/// Runs the target with one input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  subject?.run(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}
