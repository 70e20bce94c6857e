import KepingCore

/// Changes the directions of the applications in a JSON file of `examples/`.
struct ExampleEdit {
  private(set) var edits: [TextEdit] = []
  /// The ids of the applications that are removed.
  private(set) var removed: Set<String> = []
  /// Whether no application is left.
  private(set) var isEmpty = false

  /// An application of the array: its bytes, and the texts of its members `id` and `direction` with their bytes.
  private struct Application {
    var bytes: Range<Int>
    var id = ""
    var direction = ""
    var directionBytes: Range<Int>?
  }

  init(_ text: String, _ changes: DirectionChanges) {
    let bytes = Bytes(text.utf8)
    let applications = Self.applications(in: bytes)
    for application in applications {
      if let new = changes.renamed[application.direction], let range = application.directionBytes {
        edits.append(TextEdit(bytes: range, text: new))
      }
    }
    let kept = applications.indices.filter { !changes.dropped.contains(applications[$0].direction) }
    removed = Set(applications.indices.filter { !kept.contains($0) }.map { applications[$0].id })
    isEmpty = kept.isEmpty && !applications.isEmpty
    for index in applications.indices where !kept.contains(index) {
      if index + 1 < applications.count {
        edits.append(TextEdit(bytes: applications[index].bytes.lowerBound..<applications[index + 1].bytes.lowerBound, text: ""))
      } else if let last = kept.last {
        // The comma after the last application that stays goes, too; the ones between are removed above.
        let comma =
          bytes[applications[last].bytes.upperBound...].firstIndex(of: UInt8(ascii: ",")) ?? applications[index].bytes.lowerBound
        edits.append(TextEdit(bytes: applications[index].bytes, text: ""))
        if last + 1 == index {
          edits[edits.count - 1] = TextEdit(bytes: comma..<applications[index].bytes.upperBound, text: "")
        } else {
          edits.append(TextEdit(bytes: comma..<(comma + 1), text: ""))
        }
      }
    }
  }

  /// Returns the elements of the array that a JSON text is.
  private static func applications(in bytes: Bytes) -> [Application] {
    var applications: [Application] = []
    var depth = 0
    var offset = 0
    var key: String?
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        let start = offset + 1
        offset = start
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") { offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1 }
        let range = start..<min(offset, bytes.count)
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard depth == 2, !applications.isEmpty else { break }
        switch key {
        case nil: key = text
        case "id"?: applications[applications.count - 1].id = text
        case "direction"?:
          applications[applications.count - 1].direction = text
          applications[applications.count - 1].directionBytes = range
        default: break
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth == 2 {
          applications.append(Application(bytes: offset..<offset))
          key = nil
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 1, !applications.isEmpty {
          applications[applications.count - 1].bytes = applications[applications.count - 1].bytes.lowerBound..<(offset + 1)
        }
      case UInt8(ascii: ",") where depth == 2: key = nil
      default: break
      }
      offset += 1
    }
    return applications
  }
}
