/// A direction with the properties of its applications.
struct Direction {
  let id: StaticString
  /// The id without the dot, as part of application ids.
  let digits: StaticString
  /// The typical R&D expense of applicants and the typical economic benefit, in yuan.
  let research, benefit: Int
  let topics: [StaticString]
  /// Whether the applicants are mostly research institutions, not enterprises.
  let isOfResearch: Bool
  /// The number of research platforms of an applicant.
  let platforms: ClosedRange<Int>

  init(
    _ id: StaticString, _ digits: StaticString, research: Int, benefit: Int, topics: [StaticString] = [],
    isOfResearch: Bool = false, platforms: ClosedRange<Int> = 0...3
  ) {
    self.id = id
    self.digits = digits
    self.research = research
    self.benefit = benefit
    self.topics = topics
    self.isOfResearch = isOfResearch
    self.platforms = platforms
  }

  static let all = [
    Direction("1.1", "11", research: 5_000_000, benefit: 5_000_000),
    Direction("1.2", "12", research: 5_000_000, benefit: 5_000_000),
    Direction("1.3", "13", research: 5_000_000, benefit: 5_000_000),
    Direction("1.4", "14", research: 5_000_000, benefit: 5_000_000),
    Direction("2.1", "21", research: 5_000_000, benefit: 5_000_000),
    Direction("2.2", "22", research: 5_000_000, benefit: 5_000_000, platforms: 1...3),
    Direction("3.1", "31", research: 5_000_000, benefit: 5_000_000),
    Direction("4.1", "41", research: 1_000_000, benefit: 3_000_000),
    Direction("4.2", "42", research: 1_000_000, benefit: 3_000_000),
    Direction("4.3", "43", research: 1_000_000, benefit: 3_000_000),
    Direction("5.1", "51", research: 1_000_000, benefit: 1_000_000),
    Direction(
      "5.2", "52", research: 1_000_000, benefit: 1_000_000,
      topics: ["digital-health", "medical-product", "frontier-medicine", "aids"]),
    Direction("5.3", "53", research: 1_000_000, benefit: 1_000_000, topics: ["informatisation"]),
    Direction("5.4", "54", research: 1_000_000, benefit: 1_000_000, topics: ["informatisation", "military-civil"]),
    Direction("6.1", "61", research: 400_000, benefit: 200_000, isOfResearch: true),
    Direction("7.1", "71", research: 400_000, benefit: 200_000, isOfResearch: true),
    Direction("8.1", "81", research: 400_000, benefit: 200_000, isOfResearch: true),
  ]

  static let researchKinds: [StaticString] = ["university", "university", "institute", "hospital", "enterprise"]
  static let partnerKinds: [StaticString] = ["university", "institute", "enterprise", "government"]
  static let levels: [StaticString] = ["municipal", "regional", "regional", "national", "county"]
  static let disciplines: [StaticString] = ["chemistry", "biology", "medicine", "earth", "information", "law"]
  static let industries: [StaticString] = ["leading-industry", "electronics", "machinery", "biomedicine", "tourism"]
  static let areas: [StaticString] = ["natural-science", "frontier-technology", "applied-basic", "public-welfare"]
}
