import type { Words } from '#values/words.ts'

/** One thing to do, in order; `run` is typed at the machine, by whoever may. */
export interface RunbookStep {
  readonly say: Words
  readonly run?: string
}

/** A trouble as people who are not specialists meet it: what it is, whom it harms, what to do, when it is over. */
export interface Runbook {
  readonly title: Words
  /** As the health page says it, with the figures of the moment; absent where that page cannot see it. */
  readonly told?: Words
  /** How it shows itself to somebody who does not look at the health page. */
  readonly sign: Words
  /** What it means for people. */
  readonly meaning: Words
  readonly steps: readonly [RunbookStep, ...RunbookStep[]]
  readonly over: Words
}

/** What serves is started anew one after the other, the second only when the first answers: nobody is sent away. Other units follow it. */
export const restart =
  'systemctl restart lien-thong-serve@1 && curl -sf --retry 60 --retry-delay 1 --retry-connrefused -o /dev/null http://127.0.0.1:8080/readyz && sleep 3 && systemctl restart lien-thong-serve@2 lien-thong-work'
/** After a change of settings: what backs up keeps them, too. */
export const restartAll = `${restart} lien-thong-backup`

/** The database's own account asks: root has no role there. In a cluster on the machine that is the primary. */
export const psql = 'runuser -u postgres -- psql -d lien_thong'

/** Keeps the codes of a group as its keys. */
export const runbooks = <const Group extends Readonly<Record<string, Runbook>>>(group: Group): Group => group
