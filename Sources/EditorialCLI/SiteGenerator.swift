/// A program that makes web pages of Markdown files.
enum SiteGenerator: String, CaseIterable {
  case hugo = "Hugo"
  case jekyll = "Jekyll"
  case astro = "Astro"
  case eleventy = "Eleventy"
  case decap = "Decap CMS"

  /// A file that tells that a site is made with a generator.
  struct Mark {
    /// From the site's root.
    let file: String
    /// What stands in it, where its name alone could be another program's.
    var text: String?

    fileprivate init(_ file: String, _ text: String? = nil) {
      self.file = file
      self.text = text
    }
  }

  /// Files that only this generator has.
  var marks: [Mark] {
    switch self {
    case .hugo:
      ["hugo", "config/_default/hugo", "config/_default/config"].flatMap { name in
        ["toml", "yaml", "yml", "json"].map { Mark("\(name).\($0)") }
      } + ["toml", "yaml", "yml", "json"].map { Mark("config.\($0)", "baseURL") } + [Mark("archetypes/default.md")]
    case .jekyll: ["yml", "yaml", "toml"].map { Mark("_config.\($0)") }
    case .astro: ["mjs", "ts", "js", "mts", "cjs"].map { Mark("astro.config.\($0)") }
    case .eleventy:
      [".eleventy.js"].map { Mark($0) } + ["js", "mjs", "cjs", "ts"].map { Mark("eleventy.config.\($0)") }
        + [Mark("package.json", "\"@11ty/eleventy\"")]
    case .decap: ["admin", "static/admin", "public/admin"].map { Mark("\($0)/config.yml") }
    }
  }

  /// Where its articles lie when there is none yet to tell.
  var usualPattern: String? {
    switch self {
    case .hugo: "content/posts/{slug}.md"
    case .jekyll: "_posts/{date}-{slug}.md"
    case .astro: "src/content/blog/{slug}.md"
    case .eleventy: "posts/{slug}.md"
    case .decap: nil
    }
  }

  /// A site in a repository.
  struct Site {
    let generator: SiteGenerator
    /// The folder with the site's files, with a final slash; empty for the repository's root.
    let root: String
    /// The file that told, from the repository's root.
    let mark: String
  }

  /// Returns the site in the first of the folders that has one.
  ///
  /// - Parameters:
  ///   - roots: with a final slash each, or empty.
  ///   - read: returns the text of a file.
  static func site(
    in roots: [String], isThere: (String) throws -> Bool, read: (String) throws -> String?
  ) rethrows -> Site? {
    for root in roots {
      for generator in allCases {
        for mark in generator.marks where try isThere(root + mark.file) {
          if let text = mark.text, try read(root + mark.file)?.contains(text) != true { continue }
          return Site(generator: generator, root: root, mark: root + mark.file)
        }
      }
    }
    return nil
  }

  /// Returns the command lines that show the site at `folder` in a browser, drafts and later articles included.
  ///
  /// - Parameter has: whether a file is there, from the site's root.
  func servingLines(_ folder: String, has: (String) throws -> Bool) rethrows -> [String]? {
    switch self {
    case .hugo:
      return [ShellWords.line(["hugo", "server", "--source", folder, "--buildDrafts", "--buildFuture"])]
    case .jekyll:
      let serve = ShellWords.line([
        "jekyll", "serve", "--source", folder, "--destination", folder + "/_site", "--drafts", "--future",
        "--unpublished",
      ])
      guard try has("Gemfile") else { return [serve] }
      // The shell takes a word for an assignment only where its name stands outside quotation marks.
      return ["BUNDLE_GEMFILE=" + ShellWords.line([folder + "/Gemfile"]) + " bundle exec " + serve]
    case .astro:
      return [["install"], ["run", "dev"]].map { ShellWords.line(["npm", "--prefix", folder] + $0) }
    case .eleventy:
      return [
        ShellWords.line(["npm", "--prefix", folder, "install"]),
        "(" + ShellWords.line(["cd", folder]) + " && npx @11ty/eleventy --serve)",
      ]
    case .decap: return nil
    }
  }
}
