import Foundation
import KepingCore
import LuaRuntime
import PluginFixtures
import SystemPackage
import Testing

@testable import KepingPlugins

@Suite("The reference of the vocabulary is correct")
struct VocabularyReferenceTests {
  static let fields = """
    fields {
      code = text "代码", topics = texts("类别", { aids = "艾滋病防治" }, "none"), devices = list("设备", { isNew = flag "全新", parts = count "件数", boughtOn = date "购置日期" }),
    soldOn = date "首次销售日期",
      expected = {
        newProducts = count "新产品", economicBenefit = money "经济效益", costSavings = money "节约成本",
        teamFormed = flag "组建科技创新团队", agreement = flag "协议",
        averageGrade = decimal "平均成绩", stake = percent "持股比例",
        ip = tally("知识产权", { invention = "发明专利", software = "软件著作权" }, { filed = "申请", granted = "授权" }),
      },
    }

    """

  /// Returns an example as a complete program.
  static func program(_ example: String) -> String {
    let rest = "criterion { \"团队\", points = 1, grade = share { applicant.highTech } },"
    if example.hasPrefix("fields") || example.hasPrefix("labels") { return example + "\ndirection { \"1.1\", \(rest) }\n" }
    if example.hasPrefix("direction") { return fields + example + "\n" }
    return fields + "direction { \"1.1\",\n\(example),\n\(rest)\n}\n"
  }

  @Test("Every word's example contains the word and loads", arguments: Word.allCases)
  func examples(_ word: Word) throws {
    #expect(word.entry.example.contains(word.name))
    let plugin = try TemporaryPlugin(Self.program(word.entry.example))
    // Only a draft may contain the mark for what is not decided.
    if word == .todo { _ = try PluginProgram(draft: Plugin(FilePath(plugin.folder.path))) } else { _ = try plugin.load() }
  }

  @Test("Every value's example loads", arguments: VocabularyValue.allCases)
  func values(_ value: VocabularyValue) throws {
    #expect(value.example.contains(value.rawValue))
    _ = try TemporaryPlugin(Self.program(value.example)).load()
  }

  /// Lua for each kind of node that a method may follow.
  static let receivers: [Receiver: String] = [
    .quantity: "(expected.newProducts + expected.newProducts)", .units: "units",
    .field(.money): "expected.economicBenefit", .field(.count): "expected.newProducts", .field(.year): "leader.birthYear",
    .field(.decimal): "expected.averageGrade", .field(.percent): "expected.stake",
    .field(.yearlyMoney): "applicant.rdExpense", .field(.flag): "expected.teamFormed", .field(.choice): "applicant.kind",
    .field(.text): "code", .field(.creditCode): "applicant.creditCode", .field(.time): "submittedAt", .field(.date): "soldOn",
    .field(.division): "applicant.region", .field(.texts): "topics", .field(.objects): "devices",
    .field(.tally): "expected.ip", .field(.object): "expected",
  ]

  /// Returns valid arguments of a method.
  static func arguments(_ word: Word, _ receiver: Receiver) -> String {
    switch word {
    case .atLeast, .moreThan, .atMost, .lessThan: "'\(bound(of: receiver))', '理由'"
    case .minus: receivers[receiver] ?? ""
    case .times: "'30%', '理由'"
    case .isOnOrAfter, .isOnOrBefore, .isBefore, .isAfter: "'2024年1月1日', '理由'"
    case .isOne: "'enterprise'"
    case .sum: receiver == .field(.objects) ? "'parts'" : ""
    case .any, .every: receiver == .units ? "'甲', { kind = 'hospital' }" : "'甲', { isNew = true }"
    case .has: "'aids'"
    case .isWithin: "'4510', '百色市'"
    default: ""
    }
  }

  /// Returns a bound of a receiver.
  static func bound(of receiver: Receiver) -> String {
    switch receiver {
    case .field(.money): "1元"
    case .field(.percent): "1%"
    default: "1个"
    }
  }

  @Test("A method may follow its declared receivers and no others", arguments: Word.allCases.filter(\.isMethod))
  func methods(_ word: Word) throws {
    for receiver in Receiver.allCases {
      let code = try #require(Self.receivers[receiver])
      var call = "\(code):\(word.name)(\(Self.arguments(word, receiver)))"
      if word.entry.result == .quantity { call += ":at_least('\(Self.bound(of: receiver))', '理由')" }
      let plugin = try TemporaryPlugin(Self.program("target { '原文', \(call) }"))
      let isDeclared = word.entry.receivers.contains(receiver)
      do throws(Diagnostic) {
        _ = try plugin.load()
        #expect(isDeclared, "\(call) loads")
      } catch {
        #expect(!isDeclared, "\(call): \(error.wording.english)")
        #expect(["unknown-member", "wrong-argument"].contains(error.code))
      }
    }
  }

  @Test("A word accepts its declared options and refuses others", arguments: Word.allCases)
  func options(_ word: Word) throws {
    guard ClauseKind(rawValue: word.name) != nil else { return }
    let quoted = word == .limit ? "'原文', '1个'" : word == .notice ? "'原文'" : "'1个', expected.newProducts:at_least '1个'"
    for option in ["points", "full", "grade", "title", "applies_when", "because"] {
      let plugin = try TemporaryPlugin(Self.program("\(word.name) { \(quoted), \(option) = 0 }"))
      var code = ""
      do throws(Diagnostic) { _ = try plugin.load() } catch { code = error.code }
      #expect((code == "unknown-option") == !word.entry.options.contains { $0.name == option }, "\(option): \(code)")
    }
  }

  @Test("The sandbox has the declared Lua names, and none of the absent ones")
  func luaNames() throws {
    var code = ""
    for name in Word.luaNames { code += "assert(\(name) ~= nil, '\(name)')\n" }
    for library in LuaNames.libraries {
      let members = library.members.map { "'\($0)'" }.joined(separator: ", ")
      code += """
        do
          local declared, count = { \(members) }, 0
          for _, name in ipairs(declared) do assert(\(library.name)[name] ~= nil, name) end
          for name in pairs(\(library.name)) do count = count + 1 end
          assert(count == #declared, '\(library.name)')
        end

        """
    }
    _ = try TemporaryPlugin(code + Self.program(Word.target.entry.example)).load()
    for name in LuaNames.absent {
      let plugin = try TemporaryPlugin("local x = \(name)\n")
      var fault: Diagnostic?
      do throws(Diagnostic) { _ = try plugin.load() } catch { fault = error }
      #expect(fault?.code == "unknown-word", "\(name)")
    }
  }

  @Test("The manual's vocabulary page equals the generated one")
  func page() throws {
    let file = root.appendingPathComponent("Manual/vocabulary.md")
    if ProcessInfo.processInfo.environment["KEPING_WRITE_MANUAL"] == "1" {
      try VocabularyReference.page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == VocabularyReference.page)
  }

  @Test("A misspelt word gets a suggestion")
  func misspelt() throws {
    #expect(try VocabularyReference.entry("count").contains("\n:count\n"))
    let fault = #expect(throws: Diagnostic.self) { _ = try VocabularyReference.entry("at_lest") }
    #expect(fault?.wording.chinese.contains("at_least") == true)
  }
}
