import BatchFixtures
import KepingBatch
import KepingCore
import KepingFiles
import KepingPlugins
import Testing
import WorkbookFixtures

@Suite("A field that the host gets after the freeze of api 1 gives way to the field of a plugin")
struct LaterFieldTests {
  /// Returns the results of applications for a plugin with a given program, each with additional members.
  ///
  /// Each application is evaluated a second time with an unknown field, so that it is parsed and not scanned.
  static func assess(_ program: String, _ members: [String]) throws -> [(scanned: Assessment, parsed: Assessment)] {
    try assess(try FailingPlugin(program), members)
  }

  /// Returns the same for a plugin.
  static func assess(_ plugin: FailingPlugin, _ members: [String]) throws -> [(scanned: Assessment, parsed: Assessment)] {
    let lines = members.enumerated().flatMap { index, members in
      ["", ",\"unknown\":1"].map { (extra: String) -> String in
        // The applicant has other fields already.
        let applicant = ",\"applicant\":{"
        let record =
          members.hasPrefix(applicant)
          ? application("\(index)\(extra.count)", more: extra).replacing(
            "\"kind\":", with: members.dropFirst(applicant.count).dropLast() + ",\"kind\":")
          : application("\(index)\(extra.count)", more: members + extra)
        return record.replacing("\"4.1\"", with: "\"1.1\"")
      }
    }
    let file = try TemporaryFile(Bytes(lines.joined(separator: "\n").utf8))
    var results: [Assessment] = []
    try Batch(try plugin.programs()).assess(try ByteSource(file.path)) { assessment throws(Diagnostic) in
      results.append(assessment)
    }
    return members.indices.map { (results[2 * $0], results[2 * $0 + 1]) }
  }

  static func later(_ path: String) throws -> HostFields.Later { try #require(HostFields.later.first { $0.path == path }) }

  /// Returns JSON members with a value of a later field.
  static func members(_ later: HostFields.Later, _ value: String) -> String {
    let member = "\"\(later.field.name)\":\(value)"
    return later.parent.map { ",\"\($0)\":{\(member)}" } ?? ",\(member)"
  }

  /// Returns a value that the type of a later field allows.
  static func value(_ later: HostFields.Later) -> String {
    switch later.field.type {
    case .object(let fields) where fields[0].type == .date: "{\"\(fields[0].name)\":\"2024-03-01\"}"
    case .object: "{\"name\":\"甲\"}"
    case .date: "\"2024-03-01\""
    case .objects: "[{\"name\":\"甲\"},{\"name\":\"乙\"}]"
    default: "\"甲\""
    }
  }

  @Test("A plugin may declare a later field with any type, and its declaration counts", arguments: HostFields.later.map(\.path))
  func declared(_ path: String) throws {
    let later = try Self.later(path)
    let declaration = "\(later.field.name) = count '自定的数'"
    let fields = later.parent.map { "\($0) = { \(declaration) }" } ?? declaration
    let program = "fields { \(fields) }\ndirection { '1.1', target { '2个以上', \(path):at_least '2个', points = 1 } }"
    let values = ["1", "2", "3", "null", "\"甲\""]
    let results = try Self.assess(program, values.map { Self.members(later, $0) })
    for (scanned, parsed) in results { #expect(scanned.verdict == parsed.verdict) }
    #expect(results.map(\.scanned.verdict) == [.fail, .pass, .pass, .supplement, .error])
    #expect(results[1].scanned.findings.first?.message == "自定的数2个，达到2个")
    #expect(results[1].scanned.problems == [])
    #expect(results[4].scanned.problems.map(\.field) == [path])
  }

  @Test("A plugin may also declare a group with the name of a later field, which then has the plugin's fields alone")
  func declaredGroup() throws {
    let program =
      "fields { contact = { fax = count '传真' } }\ndirection { '1.1', target { '1个', contact.fax:at_least '1个', points = 1 } }"
    let result = try Self.assess(program, [",\"contact\":{\"fax\":1,\"name\":3}"])[0].scanned
    #expect(result.verdict == .pass)
    #expect(result.problems.map(\.field) == ["contact.name"])
    #expect(result.problems.map(\.code) == [.unknownField])
  }

  @Test("If a plugin does not mention a later field, the host reads and checks it", arguments: HostFields.later.map(\.path))
  func unmentioned(_ path: String) throws {
    let later = try Self.later(path)
    let program = "direction { '1.1', target { '名称', title:given(), points = 1 } }"
    let results = try Self.assess(program, ["", Self.members(later, Self.value(later)), Self.members(later, "3")])
    for (scanned, parsed) in results { #expect(scanned.verdict == parsed.verdict) }
    #expect(results.map(\.scanned.verdict) == [.pass, .pass, .error])
    #expect(results[1].scanned.problems == [])
    #expect(results[2].scanned.problems.map(\.field) == [path])
  }

  @Test("A plugin may use a later field without declaring it", arguments: HostFields.later.map(\.path))
  func mentioned(_ path: String) throws {
    let later = try Self.later(path)
    let program = "direction { '1.1', target { '填写', \(path):given(), points = 1 } }"
    let results = try Self.assess(program, ["", Self.members(later, Self.value(later))])
    #expect(results.map(\.scanned.verdict) == [.supplement, .pass])
    #expect(results.map(\.parsed.verdict) == [.supplement, .pass])
  }

  @Test("Absent members mean none")
  func members() throws {
    let program = "direction { '1.1', condition { '不超过1人', members:count():at_most '1人', points = 1 } }"
    let results = try Self.assess(program, ["", ",\"members\":[]", Self.members(try Self.later("members"), "[{},{}]")])
    #expect(results.map(\.scanned.verdict) == [.pass, .pass, .fail])
  }

  @Test("No result shows a person's telephone number, mail address or id number, whatever a plugin does with it")
  func privacy() throws {
    let values = ["13900001111", "451002190001010011", "secret@example.invalid"]
    let person = "\"phone\":\"\(values[0])\",\"idNumber\":\"\(values[1])\""
    let all = ",\"leader\":{\(person)},\"contact\":{\"phone\":\"\(values[0])\",\"email\":\"\(values[2])\"}"
    let paths = ["leader.phone", "leader.idNumber", "contact.phone", "contact.email"]
    let given = paths.map { "\($0):given()" }.joined(separator: ", ")
    let program = """
      local long = judge('够长', { \(paths.joined(separator: ", ")) }, function(a, b, c, d) return #a + #b + #c + #d > 9 end)
      direction { '1.1', target { '填写', \(given), points = 1 }, target { '够长', long } }
      """
    let result = try Self.assess(program, [all, ",\"leader\":{\(person),\"title\":3}"])
    #expect(result[0].scanned.verdict == .pass)
    #expect(result[0].scanned.findings[0].evidence.map(\.value) == paths.map { _ in .flag(true) })
    #expect(result[0].scanned.findings[1].evidence.map(\.field) == paths)
    for (scanned, parsed) in result {
      for value in values { #expect(!scanned.json.text.contains(value) && !parsed.json.text.contains(value)) }
    }
  }
}
