import BatchFixtures
import Foundation
import KepingAuthoring
import KepingBatch
import KepingCore
import KepingPlugins
import SystemPackage
import Testing

@testable import KepingReports

@Suite("A program's page describes the program")
struct ProgramDocumentTests {
  static let ids = ["jianfeng-2024", "jili-2024", "zhuji-2024"]

  static func load(_ id: String) throws -> PluginProgram {
    try PluginProgram(try Plugin(FilePath(root.appendingPathComponent("Plugins/\(id)").path)))
  }

  static func rows(of page: Document) -> [[String]] {
    page.blocks.flatMap { block -> [[String]] in
      guard case .table(_, let rows) = block else { return [] }
      return rows.map { row in row.map { cell in cell.map(\.plain).joined() } }
    }
  }

  @Test("The page has every clause with its quote and the description of its check", arguments: ids)
  func clauses(_ id: String) throws {
    let loaded = try Self.load(id)
    let rows = Self.rows(of: ProgramDocument.make(loaded))
    for direction in loaded.program.directions {
      for clause in direction.clauses {
        let row = try #require(rows.first { $0.count == 5 && $0[1] == clause.id })
        #expect(row[0] == clause.kind.title && row[2] == clause.quote)
        let reason = clause.reason.map { "；说明：\($0)" } ?? ""
        if let check = clause.check { #expect(row[3].hasSuffix(loaded.program.checks.description(of: check) + reason)) }
      }
      for criterion in direction.criteria {
        #expect(rows.contains { $0.count == 4 && $0[0] == criterion.title && $0[1] == criterion.id })
      }
    }
  }

  @Test("The configuration accepts every bound with the key and unit on the page", arguments: ids)
  func bounds(_ id: String) throws {
    let rows = Self.rows(of: ProgramDocument.make(try Self.load(id)))
    let bounds = rows.filter { $0.count == 5 && $0[4] != "—" }.flatMap { $0[4].split(separator: "；") }
    #expect(bounds.count > 5)
    let lines = bounds.map { "  \($0)\n" }.joined()
    #expect(try programs(allOn + "bounds:\n" + lines).faults.map(\.wording.english) == [])
  }
}

extension Document.Inline {
  fileprivate var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    }
  }
}
