// swift-tools-version: 6.2
import PackageDescription

/// A separate package, because `keping-fuzz` is built with the fuzzer sanitizer; `./run` builds and starts the fuzzers.
let package = Package(
  name: "keping-fuzz",
  dependencies: [
    .package(name: "keping", path: "../.."),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .executableTarget(
      name: "keping-fuzz",
      dependencies: [
        .product(name: "KepingLibrary", package: "keping"), .product(name: "SystemPackage", package: "swift-system"),
      ]),
    // The folder is a link to the one that the tests of keping use.
    .target(
      name: "SandboxPrograms",
      dependencies: [
        .product(name: "KepingLibrary", package: "keping"), .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .executableTarget(name: "sandbox-fuzz", dependencies: ["SandboxPrograms"]),
  ],
  swiftLanguageModes: [.v6]
)
