import KepingCore
import Testing

@testable import KepingAuthoring

@Suite("Applications become examples that people can read, without names of real people and units")
struct ExampleTextTests {
  private static let application = #"""
    {"id":"A-1","title":"新型窑炉","applicant":{"name":"甲公司","creditCode":"91451002MA5XXXXX00","highTech":true},
    "partners":[{"name":"乙大学","kind":"university"},{"name":"甲公司","kind":"enterprise"}],
    "leader":{"name":"张三","unit":"甲公司","phone":"13800000000","idNumber":"450000"},"members":[{"name":"李四","unit":"乙大学"}],
    "contact":{"name":"张三","email":"a@b.cn"},"abstract":"甲公司的窑炉","benefit":100.50,"none":[]}
    """#

  private static func file(_ applications: [String], keepsNames: Bool = false) throws -> ExampleText {
    var file = ExampleText(keepsNames: keepsNames)
    for application in applications { try file.add(Bytes(application.utf8)) }
    return file
  }

  @Test("Names are replaced, equal ones by equal ones; codes and contact details are left out; other values stay as written")
  func names() throws {
    let file = try Self.file([Self.application])
    #expect(
      file.text == """
        [
          {
            "id": "A-1",
            "title": "示例项目1（虚构）",
            "applicant": {"name": "示例单位1（虚构）", "highTech": true},
            "partners": [{"name": "示例单位2（虚构）", "kind": "university"}, {"name": "示例单位1（虚构）", "kind": "enterprise"}],
            "leader": {"name": "示例人员1（虚构）", "unit": "示例单位1（虚构）"},
            "members": [{"name": "示例人员2（虚构）", "unit": "示例单位2（虚构）"}],
            "contact": {"name": "示例人员1（虚构）"},
            "abstract": "甲公司的窑炉",
            "benefit": 100.50,
            "none": []
          }
        ]

        """)
    #expect(file.replacedNames == 5)
  }

  @Test("Names that say that they are invented stay, and all stay if they are to be kept")
  func kept() throws {
    let invented = #"{"title":"虚构项目","applicant":{"name":"示例公司"}}"#
    #expect(try Self.file([invented]).text.contains("示例公司") && (try Self.file([invented]).replacedNames == 0))
    let kept = try Self.file([Self.application], keepsNames: true).text
    #expect(kept.contains("甲公司") && kept.contains("13800000000") && !kept.contains("虚构"))
  }

  @Test("Several applications are one array, of the same values as before")
  func values() throws {
    let file = try Self.file([Self.application, #"{"id":"A-2","applicant":{"name":"甲公司"}}"#], keepsNames: true)
    #expect(file.count == 2)
    guard case .list(let applications) = try JSONValue(Bytes(file.text.utf8)) else {
      Issue.record("no array")
      return
    }
    #expect(applications[0] == (try JSONValue(Bytes(Self.application.utf8))))
    #expect(try Self.file([]).text == "[]\n")
  }
}
