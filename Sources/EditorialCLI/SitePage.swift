import Wording

/// What `editorial explain preview` tells.
enum SitePage {
  static var text: String {
    worded(
      """
      editorial preview solar-roofs prints the command lines that show an article in a browser as the site would make it, \
      at the furthest stage that has it, or at the one that --stage names. It changes nothing itself:

      editorial preview solar-roofs
      editorial preview solar-roofs | sh

      The lines lay the branch out in a folder beside the repository (newsroom-preview/solar-roofs beside newsroom), by git \
      worktree, and start the generator there. Your files and your branch stay as they are. The next preview brings the \
      folder up to date.

      The generator is known by its files, in the folder of the article or in one above it:
        Hugo       hugo.toml, or config.toml with a baseURL    hugo server
        Jekyll     _config.yml                                 jekyll serve (bundle if Gemfile)
        Astro      astro.config.mjs                            npm install, npm run dev
        Eleventy   eleventy.config.js, .eleventy.js            npm install, npx @11ty/eleventy --serve

      For any other, or to do it in another way, the policy names a command:

      preview: "make -C {worktree} serve"
      preview: "xdg-open https://preview.example.org/{branch}/"

      {slug} and {path} are the article's, {branch} is the branch of the stage, and {worktree} is the folder with its \
      files; without {worktree} none is made. What takes their place is quoted as the shell needs it.

      What the generator replaces is no text of the article: the shortcodes of Hugo, the tags of Liquid and Nunjucks, the \
      attributes of kramdown, and the imports, components and expressions of MDX are kept as they are, and what stands in \
      them is neither a fact nor style. What stands between a tag that opens and one that closes is text, and so are a \
      sentence in braces and a text that the tag prints: {{< note "..." >}}.
      """,
      fr: """
        editorial preview solar-roofs affiche les lignes de commande qui montrent un article dans un navigateur comme le \
        site le ferait, à l'étape la plus avancée où il se trouve, ou à celle que nomme --stage. Elle ne change rien \
        elle-même :

        editorial preview solar-roofs
        editorial preview solar-roofs | sh

        Les lignes déposent la branche dans un dossier à côté du dépôt (newsroom-preview/solar-roofs à côté de newsroom), \
        par git worktree, et y lancent le générateur. Vos fichiers et votre branche restent comme ils sont. La fois \
        suivante, le dossier est mis à jour.

        Le générateur est reconnu à ses fichiers, dans le dossier de l'article ou dans un dossier au-dessus :
          Hugo       hugo.toml, ou config.toml avec un baseURL   hugo server
          Jekyll     _config.yml                                 jekyll serve (bundle si Gemfile)
          Astro      astro.config.mjs                            npm install, npm run dev
          Eleventy   eleventy.config.js, .eleventy.js            npm install, npx @11ty/eleventy --serve

        Pour tout autre, ou pour faire autrement, la charte nomme une commande :

        preview: "make -C {worktree} serve"
        preview: "xdg-open https://preview.example.org/{branch}/"

        {slug} et {path} sont ceux de l'article, {branch} est la branche de l'étape, et {worktree} le dossier avec ses \
        fichiers ; sans {worktree}, il n'y en a pas. Ce qui prend leur place est protégé comme il faut pour le shell.

        Ce que le générateur remplace n'est pas du texte de l'article : les shortcodes de Hugo, les balises de Liquid et de \
        Nunjucks, les attributs de kramdown, et les imports, composants et expressions de MDX restent comme ils sont, et ce \
        qui s'y trouve n'est ni un fait ni du style. Ce qui se trouve entre une balise ouvrante et une balise fermante est \
        du texte, de même qu'une phrase entre accolades et un texte que la balise affiche : {{< note "..." >}}.
        """)
  }
}
