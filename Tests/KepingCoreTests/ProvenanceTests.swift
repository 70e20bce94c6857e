import KepingCore
import Testing

@Suite("A provenance as JSON has its members in a fixed order")
struct ProvenanceTests {
  @Test("Absent texts are null, and texts are escaped")
  func json() {
    var provenance = Provenance(
      version: "1.0",
      programs: [
        Provenance.Program(reference: ProgramReference(id: "a-2024", version: "1.1.0"), status: .on, sha256: "12"),
        Provenance.Program(reference: ProgramReference(id: "b-2024", version: ""), status: .broken, sha256: nil),
      ],
      changes: [
        Provenance.Change(
          section: .bounds, program: "a-2024", key: "1.1/target/1", label: "达到“1”", shipped: "2件", value: "1件"),
        Provenance.Change(section: .limits, program: nil, key: "seconds", label: "", shipped: nil, value: "5"),
      ])
    provenance.add(Provenance.Input(name: "a\"b.xlsx", sha256: "ab"))
    provenance.add(Provenance.Input(name: "-", sha256: nil))
    var json: Bytes = []
    provenance.append(to: &json)
    #expect(
      json.text == """
        {"keping":"1.0","inputs":[{"file":"a\\"b.xlsx","sha256":"ab"},{"file":"-","sha256":null}],\
        "programs":[{"id":"a-2024","version":"1.1.0","status":"on","sha256":"12"},\
        {"id":"b-2024","version":"","status":"broken","sha256":null}],\
        "changes":[{"section":"bounds","program":"a-2024","key":"1.1/target/1","label":"达到“1”","shipped":"2件","value":"1件"},\
        {"section":"limits","program":null,"key":"seconds","label":"","shipped":null,"value":"5"}]}
        """)
  }
}
