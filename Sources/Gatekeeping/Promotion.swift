/// The plan to bring one article from a stage to the next.
package struct Promotion: Hashable, Sendable {
  package let slug: Slug
  package let from: Stage
  package let to: Stage

  package init(slug: Slug, from: Stage, to: Stage) {
    self.slug = slug
    self.from = from
    self.to = to
  }
}
