// swift-tools-version: 6.2
import PackageDescription

/// Measurements, separate from the product and its tests: `swift run -c release --package-path Benchmarks guards`.
let package = Package(
  name: "keping-benchmarks",
  dependencies: [.package(name: "keping", path: "..")],
  targets: [
    .executableTarget(name: "applications"),
    .systemLibrary(name: "CBareLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .target(name: "PlainLua", dependencies: ["CBareLua"]),
    .executableTarget(
      name: "guards", dependencies: ["PlainLua", .product(name: "KepingLibrary", package: "keping")]),
  ],
  swiftLanguageModes: [.v6]
)
