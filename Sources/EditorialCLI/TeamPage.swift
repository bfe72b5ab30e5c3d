import Wording

/// What `editorial explain team` tells.
enum TeamPage {
  static var text: String {
    worded(
      """
      Several articles at once. editorial promote a b c brings all of them on, or none: each is judged, and everything \
      that stands in the way is told at once. editorial release spring-issue a b c publishes them in one merge commit with \
      a parent for each, as git merge makes of several branches, and names it with an annotated tag. Articles that are \
      published together are judged beside each other, so that one may link to the other.

      Who works on what. editorial claim solar-roofs says that you do, editorial status shows it, editorial unclaim \
      solar-roofs ends it. A claim keeps nobody from anything. It also ends when its time is over (--until), and when \
      another version of the article is published, by whatever command.

      Later. editorial schedule solar-roofs --at "2026-12-01 08:00" signs off the version of now. The first editorial \
      tick after that judges it again, by the policy of then, and promotes it; you are the author of that commit, and \
      whoever runs tick is its committer. An article that was changed meanwhile, or that the gate refuses, stays where it \
      is, and tick ends with exit status 1 until somebody decides. That it was changed is told by \
      editorial status at once.

      Every five minutes, where the repository is, with cron:

      */5 * * * * editorial -C /srv/git/newsroom.git tick --quiet

      What is claimed and scheduled lies in refs of its own, one for each article, which clones neither send nor fetch by \
      themselves. To send one, as claim and schedule tell:

      git push origin refs/editorial/team/claims/solar-roofs

      To be told by others with every fetch, once in each clone:

      git config --add remote.origin.fetch '+refs/editorial/team/*:refs/editorial/fetched/origin/*'

      When two people said something of one article at once, the second push is refused, as with a branch. After a \
      fetch, editorial status shows both, and the next claim, unclaim, schedule or unschedule settles it and can be pushed. \
      Until then tick leaves an article alone that has two dates. Nothing is ever lost: git log \
      refs/editorial/team/schedule/solar-roofs tells all that was said.

      Every one of these has --dry-run, and editorial undo takes it back.
      """,
      fr: """
        Plusieurs articles à la fois. editorial promote a b c les promeut tous, ou aucun : chacun est jugé, et tout ce \
        qui s'y oppose est dit d'un coup. editorial release numero-de-printemps a b c les publie dans un seul commit de \
        fusion, avec un parent par article, comme git merge le fait de plusieurs branches, et le nomme par une étiquette \
        annotée. Des articles publiés ensemble sont jugés côte à côte, si bien que l'un peut renvoyer à l'autre.

        Qui travaille sur quoi. editorial claim solar-roofs dit que c'est vous, editorial status le montre, editorial \
        unclaim solar-roofs y met fin. Une réservation n'empêche personne de rien. Elle prend fin aussi à l'heure dite \
        (--until), et quand une autre version de l'article est publiée, par quelque commande que ce soit.

        Plus tard. editorial schedule solar-roofs --at "2026-12-01 08:00" donne votre accord à la version du moment. Le \
        premier editorial tick qui suit la juge de nouveau, selon la charte d'alors, et la promeut ; vous êtes \
        l'auteur de ce commit, et celui qui lance tick en est le committer. Un article modifié entre-temps, ou que le \
        contrôle refuse, reste où il est, et tick finit avec le code de sortie 1 jusqu'à ce que quelqu'un décide. \
        S'il a été modifié, editorial status le dit aussitôt.

        Toutes les cinq minutes, là où est le dépôt, avec cron :

        */5 * * * * editorial -C /srv/git/newsroom.git tick --quiet

        Ce qui est réservé et programmé se trouve dans des refs à part, une par article, que les clones n'envoient ni ne \
        récupèrent d'eux-mêmes. Pour en envoyer une, comme claim et schedule le disent :

        git push origin refs/editorial/team/claims/solar-roofs

        Pour savoir ce que disent les autres à chaque fetch, une fois dans chaque clone :

        git config --add remote.origin.fetch '+refs/editorial/team/*:refs/editorial/fetched/origin/*'

        Quand deux personnes ont parlé d'un article en même temps, le second push est refusé, comme pour une branche. \
        Après un fetch, editorial status montre les deux, et le prochain claim, unclaim, schedule ou unschedule tranche et \
        peut être poussé. Jusque-là, tick laisse de côté un article qui a deux dates. Rien n'est jamais perdu : git log \
        refs/editorial/team/schedule/solar-roofs dit tout ce qui a été dit.

        Toutes ces commandes ont --dry-run, et editorial undo les annule.
        """)
  }
}
