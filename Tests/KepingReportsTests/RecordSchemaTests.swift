import BatchFixtures
import Foundation
import KepingCore
import KepingPrograms
import KepingReports
import Testing

@Suite("The record schema describes the fields that a program reads")
struct RecordSchemaTests {
  @Test("The schema is JSON and has the fields of each program with their Chinese titles")
  func schema() throws {
    let all = try programs(allOn).programs.entries.compactMap { entry -> Program? in
      if case .on(_, let program) = entry.status { program } else { nil }
    }
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(RecordSchema.json(all))) as? [String: Any])
    #expect(schema["required"] as? [String] == ["id", "year", "direction", "title", "applicant"])
    let host = try #require(schema["properties"] as? [String: [String: Any]])
    for field in HostFields.complete { #expect(host[field.name]?["title"] as? String == field.label) }
    let variants = try #require(schema["anyOf"] as? [[String: Any]])
    #expect(variants.count == all.count)
    for (variant, program) in zip(variants, all) {
      let properties = try #require(variant["properties"] as? [String: [String: Any]])
      let programNodes = program.schema.roots.map { program.schema.nodes[$0] }.filter { !$0.isHost }
      for node in programNodes { #expect(properties[node.path]?["title"] as? String == node.field.label) }
      let directions = properties["direction"]?["oneOf"] as? [[String: String]]
      #expect(directions?.compactMap { $0["const"] } == program.directions.map(\.id))
    }
  }

  @Test("A program's words for the host's fields stand in its own alternative")
  func words() throws {
    let fixture = try TemporaryPrograms(
      .init(
        "own",
        """
        labels { title = "课题名称", applicant = { kind = { "机构类型", enterprise = "企业法人" } } }
        direction { "1.1", target { "名称", title:given(), points = 1 } }
        """))
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(RecordSchema.json(try fixture.programs()))) as? [String: Any])
    let host = try #require(schema["properties"] as? [String: [String: Any]])
    #expect(host["title"]?["title"] as? String == "项目名称")
    let variant = try #require((schema["anyOf"] as? [[String: Any]])?.first?["properties"] as? [String: [String: Any]])
    #expect(Set(variant.keys) == ["year", "direction", "title", "applicant"])
    #expect(variant["title"]?["title"] as? String == "课题名称")
    let kind = (variant["applicant"]?["properties"] as? [String: [String: Any]])?["kind"]
    #expect(kind?["title"] as? String == "机构类型")
    let first = (kind?["anyOf"] as? [[String: String]])?.first
    #expect(first == ["const": "enterprise", "title": "企业法人"])
  }
}
