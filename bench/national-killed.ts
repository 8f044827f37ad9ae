import { synchroniseKilled } from '#commands/testing/national-killed.ts'
import { growDossiers } from './data.ts'
import { makeDataDirectory, makeInstallation } from './installation.ts'
import { atMost, type Row } from './measure.ts'
import { toldInYear } from './national.ts'

/** National dossiers among those of the demo. */
const nationalShare = 0.975

/**
 * The same backlog by real processes, while both sides are killed (SIGKILL) three times each in the middle; what came online is filed there, and its
 * status told by itself. The books of both sides are compared dossier by dossier: one that differs fails the run.
 */
export async function measureNationalKilled(): Promise<Row[]> {
  const dossiers = Math.ceil(toldInYear / nationalShare)
  // Each of half as many once more.
  const { databaseUrl } = await makeInstallation(Math.ceil(dossiers / 2))
  await growDossiers(databaseUrl, dossiers)
  const run = await synchroniseKilled({ databaseUrl, directory: makeDataDirectory() })
  if (run.differing.length > 0)
    throw new Error(`the books differ:\n${run.differing.slice(0, 20).join('\n')}\n${run.differing.length} in all`)
  const note = `${run.told} messages acknowledged, ${run.kills} kills of either side, books equal`
  return [
    atMost(
      `${run.dossiers} dossiers (a province told ${toldInYear}) synchronised under kill -9`,
      run.seconds,
      120,
      's',
      { note },
    ),
  ]
}
