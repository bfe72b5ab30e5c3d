/// The plan to send one article back to an earlier stage.
package struct Demotion: Hashable, Sendable {
  package let slug: Slug
  package let from: Stage
  package let to: Stage

  package init(slug: Slug, from: Stage, to: Stage) {
    self.slug = slug
    self.from = from
    self.to = to
  }
}
