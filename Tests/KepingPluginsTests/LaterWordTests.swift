import KepingCore
import LuaRuntime
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingPlugins

@Suite("A word that comes after the freeze of api 1 gives way to the field of a plugin")
struct LaterWordTests {
  static let direction = "direction { '1.1', target { '名称', title:given(), points = 1 } }\n"

  /// Loads a program as if some words were newer than api 1, and returns its schema.
  /// - Throws: ``Diagnostic``.
  static func load(_ program: String, laterWords: Set<Word>) throws -> Schema {
    let folder = try TemporaryPlugin(program)
    let plugin = try Plugin(FilePath(folder.folder.path))
    let vocabulary = Vocabulary(plugin, settings: [:], laterWords: laterWords)
    let (source, chunk) = try plugin.module("program", line: 1, in: plugin.manifest.path)
    let limits = Limits()
    do {
      try LuaState(memory: limits.memory, host: vocabulary).run(source, name: chunk, budget: limits.load)
    } catch let failure as LuaFailure {
      throw failure.hostError as? Diagnostic ?? Diagnostic(code: "lua", Wording("\(failure)", "\(failure)"))
    }
    try vocabulary.finish(chunk)
    return vocabulary.schema
  }

  @Test(
    "A field with the name of a newer word is the plugin's own, while an older word is refused as a name",
    arguments: [
      ("fields { share = count '份额' }", "share:at_least '2个'", Word.share),
      ("fields { negate = count '否定' }", "negate:at_least '2个'", .negate),
      ("fields { expected = { given = count '已给' } }", "expected.given:at_least '2个'", .given),
      ("fields { leader = { at_most = count '至多' } }", "leader.at_most:at_least '2个'", .atMost),
    ] as [(String, String, Word)])
  func fields(_ declaration: String, _ check: String, _ word: Word) throws {
    let program = declaration + "\ndirection { '1.1', target { '2个以上', \(check), points = 1 } }\n"
    let schema = try Self.load(program, laterWords: [word])
    #expect(schema.nodes.contains { $0.field.name == word.name && !$0.isHost })
    let fault = #expect(throws: Diagnostic.self) { try Self.load(program, laterWords: []) }
    #expect(fault?.code == "reserved-name")
  }

  @Test("A newer word is a word for every plugin that declares no such field")
  func words() throws {
    let program = "direction { '1.1', criterion { '分', points = 1, grade = share { applicant.highTech } } }\n"
    #expect(throws: Never.self) { try Self.load(program, laterWords: [.share]) }
  }

  @Test("A local of a plugin hides words and fields, as it always has")
  func locals() throws {
    let program = "local share, contact = 1, 2\nassert(share + contact == 3)\n" + Self.direction
    #expect(throws: Never.self) { try Self.load(program, laterWords: [.share]) }
  }

  @Test(
    "A later field of the host that a plugin has used cannot be declared afterwards",
    arguments: [
      "local _phone = contact.phone fields { contact = { fax = text '传真' } }",
      "local _phone = leader.phone fields { leader = { phone = text '电话' } }",
      "local _name = recommender fields { recommender = count '推荐' }",
    ])
  func order(_ program: String) throws {
    let fault = #expect(throws: Diagnostic.self) { try Self.load(program + "\n" + Self.direction, laterWords: []) }
    #expect(fault?.code == "duplicate-field")
  }

  @Test("A loaded program has every later field once, whether the plugin declares it, uses it or does neither")
  func schema() throws {
    let program =
      "fields { recommender = count '推荐', leader = { phone = flag '有电话' } }\nlocal _people = members\n" + Self.direction
    let schema = try Self.load(program, laterWords: [])
    var origins: [String: Schema.Origin] = [:]
    for later in HostFields.later {
      let parent = later.parent.flatMap { schema.child($0, of: nil) }
      let nodes = (parent.map { schema.nodes[$0].children } ?? schema.roots).map { schema.nodes[$0] }
      let found = nodes.filter { $0.path == later.path }
      #expect(found.count == 1, "\(later.path)")
      origins[later.path] = found.first?.origin
    }
    #expect(origins["recommender"] == .program && origins["leader.phone"] == .program)
    #expect(origins["members"] == .later(isMentioned: true))
    #expect(origins["contact"] == .later(isMentioned: false) && origins["leader.idNumber"] == .later(isMentioned: false))
  }
}
