// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

// In CI a warning is an error; on a reader's machine, with a compiler we have not met, it stays a warning.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let house: [SwiftSetting] =
  strict + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

/// Targets that open a door to C: each unsafe use must be marked.
let door: [SwiftSetting] = house + [.strictMemorySafety()]

/// Debian 12's libgit2 as an archive, with what it needs: the shared library loads sixteen others, which is half of a
/// hook's time. `COffline` stands in for those, and fits this version alone; elsewhere the shared library is linked.
let archives = ["libgit2.a", "libpcre2-8.a", "libmbedcrypto.a", "libz.a"]
let yamlArchive = "libyaml.a"
#if canImport(Glibc)
  #if arch(arm64)
    let libraries = "/usr/lib/aarch64-linux-gnu/"
  #else
    let libraries = "/usr/lib/x86_64-linux-gnu/"
  #endif
  let linksArchives = (archives + [yamlArchive, "libgit2.so.1.5", "libmbedcrypto.so.7"]).allSatisfy {
    access(libraries + $0, R_OK) == 0
  }
  // A position-independent Swift program is moved word by word when it starts: 45,000 of them, in 9 KB instead of 1 MB.
  // It takes the linker that comes with Swift, and glibc 2.36.
  let packedRelocations = ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
  // The C++ library under the Swift runtime, likewise: a fifth of what is left. See COffline/libstdc++.so.
  let compiler = libraries.replacing("/usr/lib/", with: "/usr/lib/gcc/") + "12/"
  let runtimeArchives =
    linksArchives && ["libstdc++.a", "libgcc_eh.a"].allSatisfy { access(compiler + $0, R_OK) == 0 }
    ? ["-L\(Context.packageDirectory)/Sources/COffline", "-Xclang-linker", "-static-libgcc"] + packedRelocations : []
#else
  let linksArchives = false
  let runtimeArchives: [String] = []
#endif

/// How the programs are linked.
let programLinking: [LinkerSetting] = [
  // The two libraries that FoundationEssentials, which ArgumentParser imports, needs and does not name.
  .unsafeFlags(
    ["-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims"] + runtimeArchives,
    .when(platforms: [.linux], configuration: .release))
]

/// The fuzzer is built by Tests/fuzz.sh alone: it needs every target built for it.
let isFuzzing = Context.environment["EDITORIAL_FUZZ"] != nil

/// The board is built when it is asked for: a build of the hooks' program neither fetches nor compiles an HTTP server.
let hasBoard = Context.environment["EDITORIAL_BOARD"] != nil

let package = Package(
  name: "editorial",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "editorial", targets: ["editorial"]),
    .executable(name: "editorial-links", targets: ["editorial-links"]),
  ]
    + (hasBoard ? [.executable(name: "editorial-board", targets: ["editorial-board"])] : []),
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ] + (hasBoard ? [.package(url: "https://github.com/apple/swift-nio", from: "2.101.0")] : []),
  targets: [
    // The foreign libraries, each behind one door.
    .systemLibrary(
      name: "CGit2", pkgConfig: linksArchives ? nil : "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: linksArchives ? nil : "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),

    // Stands in for what libgit2 would load at every start to reach other machines.
    .target(
      name: "COffline", exclude: ["libstdc++.so"],
      cSettings: linksArchives ? [.define("EDITORIAL_LINKS_LIBGIT2_ARCHIVE")] : []),

    // What Swift cannot ask of the C library by itself: on which core a thread starts, how memory is taken.
    .target(name: "CHost"),

    // The ground.
    // What the program says, in the language of who reads it.
    .target(name: "Wording", swiftSettings: house),
    // Git objects, refs, merges and ref transactions as Swift values.
    .target(
      name: "GitStore", dependencies: ["Wording", "CGit2", "COffline"], swiftSettings: door,
      linkerSettings: linksArchives ? archives.map { .linkedLibrary(":\($0)") } : [.linkedLibrary("git2")]),
    // Keyed text (YAML, JSON) as located nodes.
    .target(
      name: "StructuredText", dependencies: ["Wording", "CYAML"], swiftSettings: door,
      linkerSettings: [.linkedLibrary(linksArchives ? ":\(yamlArchive)" : "yaml")]),

    // The column: bytes to verdict, no input or output.
    // One language's words, sentences, numbers and dates, as the tables of its pack tell them.
    .target(name: "Languages", swiftSettings: house),
    // The packs: data, of which tables are made when the program is built.
    .target(
      name: "LanguagePacks", dependencies: ["Languages"], exclude: ["Packs"], swiftSettings: house,
      plugins: ["CompilePacks"]),
    .plugin(
      name: "CompilePacks", capability: .buildTool(), dependencies: ["PackCompiler"], path: "Sources/CompilePacks"),
    .executableTarget(
      name: "PackCompiler", dependencies: ["Languages", "StructuredText"], swiftSettings: house,
      // The fuzzer's flags are for every program, and bring a second `main` into this one, which then is not run.
      linkerSettings: isFuzzing ? [.unsafeFlags(["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "muldefs"])] : []),
    // Bytes to an article, and byte-preserving edits back.
    .target(
      name: "Manuscripts", dependencies: ["LanguagePacks", "Languages", "StructuredText", "Wording", "CMarkdown"],
      swiftSettings: door),
    // What must survive restyling: facts, sources, citations; two sheets compared by meaning.
    .target(
      name: "Facts", dependencies: ["Manuscripts", "LanguagePacks", "Languages", "StructuredText", "Wording"],
      swiftSettings: house),
    // Rules, findings, scores.
    .target(
      name: "Scoring",
      dependencies: ["Facts", "Manuscripts", "Languages", "StructuredText", "Wording", "CHost"],
      swiftSettings: house),
    // Stages, policy, gates, verdict.
    .target(
      name: "Gatekeeping",
      dependencies: ["Scoring", "Facts", "Manuscripts", "Languages", "StructuredText", "Wording"],
      swiftSettings: house),

    // The two wings.
    // Use cases on a repository.
    .target(
      name: "Newsroom",
      dependencies: [
        "Gatekeeping", "Scoring", "Facts", "Manuscripts", "LanguagePacks", "Languages", "StructuredText", "Wording",
        "GitStore",
      ], swiftSettings: house),
    // Finished values to bytes.
    .target(
      name: "Reports",
      dependencies: [
        "Gatekeeping", "Scoring", "Facts", "Manuscripts", "Languages", "StructuredText", "Wording",
      ], exclude: ["output.schema.json"], swiftSettings: house),

    // Sources as people keep them: a dossier's files, CSL-JSON and BibTeX.
    .target(
      name: "Bibliography",
      dependencies: ["Reports", "Facts", "Manuscripts", "Languages", "StructuredText", "Wording"], swiftSettings: house),

    // What an editor asks while an article is being written, answered from reports.
    .target(
      name: "LanguageServer",
      dependencies: [
        "Reports", "Gatekeeping", "Scoring", "Facts", "Manuscripts", "Languages", "StructuredText", "Wording",
      ], swiftSettings: house),

    // The roof.
    .target(
      name: "EditorialCLI",
      dependencies: [
        "Newsroom", "Reports", "Bibliography", "LanguageServer", "Gatekeeping", "Scoring", "Facts", "Manuscripts",
        "Languages",
        "StructuredText", "Wording", "GitStore", "CHost",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: house),
    .executableTarget(
      name: "editorial", dependencies: ["EditorialCLI"], swiftSettings: house, linkerSettings: programLinking),
    // Asks for pages on the network: a program of its own, so that the hooks' program has nothing to do with that.
    .executableTarget(
      name: "editorial-links", dependencies: ["CCurl"], swiftSettings: house,
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    // Seeded edits of any folder of articles, and how the engine judges them. Not installed.
    .executableTarget(
      name: "Benchmarks", dependencies: ["Scoring", "Manuscripts", "StructuredText", "TestSupport"],
      path: "Tests/Benchmarks", exclude: ["Edits"], swiftSettings: house),
    // What holds for any bytes: checked on those that the fuzzer makes up, and on those that it found before.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Newsroom", "Reports", "Gatekeeping", "Scoring", "Facts", "Manuscripts", "LanguagePacks", "Languages",
        "StructuredText",
      ], path: "Tests/Fuzzing/Entries", swiftSettings: house),
  ]
    + (hasBoard
      ? [
        // The board on loopback: pages of `Reports`, use cases of `Newsroom`.
        .target(
          name: "BoardSite",
          dependencies: [
            "EditorialCLI", "Newsroom", "Reports", "Gatekeeping", "Scoring", "Facts", "Manuscripts", "Languages",
            "StructuredText", "Wording", "GitStore",
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
          ], swiftSettings: house),
        .executableTarget(
          name: "editorial-board", dependencies: ["BoardSite"], swiftSettings: house, linkerSettings: programLinking),
        .testTarget(
          name: "BoardSiteTests",
          dependencies: ["TestSupport", "Gatekeeping", "StructuredText", "BoardSite", "editorial-board", "editorial"],
          swiftSettings: house),
        .testTarget(
          name: "editorial-boardTests", dependencies: ["TestSupport", "editorial-board", "editorial"],
          swiftSettings: house),
      ] : [])
    + (isFuzzing
      ? [
        .executableTarget(
          name: "Fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzzing/Driver",
          swiftSettings: house + [.unsafeFlags(["-parse-as-library"])])
      ] : [])
    + [
      ("Wording", []), ("GitStore", []), ("StructuredText", []), ("PackCompiler", ["Languages", "StructuredText"]),
      ("LanguagePacks", ["Languages"]),
      ("Manuscripts", ["StructuredText", "Fuzzing"]),
      ("Languages", ["LanguagePacks", "PackCompiler", "StructuredText"]),
      ("Facts", ["Manuscripts", "Languages", "StructuredText"]),
      ("Scoring", ["Facts", "Manuscripts", "Languages", "StructuredText"]),
      ("Gatekeeping", ["Scoring", "Facts", "Manuscripts", "StructuredText"]),
      ("Newsroom", ["Gatekeeping", "Scoring", "Manuscripts", "StructuredText", "GitStore"]),
      ("Reports", ["Gatekeeping", "Scoring", "Facts", "Manuscripts", "StructuredText"]),
      ("Bibliography", ["Manuscripts", "StructuredText"]),
      ("LanguageServer", ["Reports", "Gatekeeping", "Scoring", "Manuscripts", "StructuredText"]),
      ("EditorialCLI", ["Reports", "Gatekeeping", "Scoring", "StructuredText"]),
      ("Fuzzing", []),
    ].map { (name: String, others: [String]) in
      .testTarget(
        name: name + "Tests",
        dependencies: (["TestSupport", name] + others).map { .byName(name: $0) },
        exclude: name == "Reports" ? ["Golden"] : [],
        swiftSettings: house)
    }
    + [
      // The scenarios run the real binary and the benchmark, so these are built before them.
      .testTarget(
        name: "ScenarioTests",
        dependencies: ["TestSupport", "editorial", "editorial-links", "Benchmarks", "StructuredText"],
        swiftSettings: house),
      // Its parts, and the program as it is run.
      .testTarget(
        name: "editorial-linksTests", dependencies: ["TestSupport", "editorial", "editorial-links"],
        swiftSettings: house),
    ]
)
