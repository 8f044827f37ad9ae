import { dateAt } from '#values/plain-date.ts'
import { done, draftResult, openTasksOf, type Complete } from './story.ts'
import type { TestPlatform, Visitor } from './test-platform.ts'

/** Everyone who has a step of a dossier does it, as the process and their rights allow, until it has ended; answers how its applicant sees it then. */
export async function settleDossier(test: TestPlatform, applicant: Visitor, id: string, procedure: Complete) {
  for (let turn = 0; turn < 40; turn++) {
    const seen = done(await applicant.call('GET', `/services/my/dossiers/${id}`))
    if (seen.status === 'ended') return seen
    await doNextStep(test, id, procedure)
  }
  throw new Error(`${procedure.code} never ends`)
}

/** Whoever is asked for an opinion, else whoever has the first step, does theirs. */
export async function doNextStep(test: TestPlatform, id: string, procedure: Complete): Promise<void> {
  const open = await openTasksOf(test, id)
  const task = open.find((one) => one.consult !== null) ?? open[0]
  if (task === undefined) throw new Error('nothing is open')
  const official = await test.asHolderOf(task.assignee)
  const seen = done(await official.call('GET', `/services/dossiers/${id}`))
  const act = async (given: object) =>
    done(await official.call('POST', `/services/dossiers/${id}/actions`, { act: given, revision: seen.revision }))
  if (seen.status === 'paused') return act({ action: 'resume' })
  if (task.consult !== null)
    return act({ action: 'answer', step: task.step, consult: task.consult, opinion: 'Thống nhất' })
  const step = procedure.process.steps[task.step]
  for (const fee of step?.kind === 'deliver' ? (seen.fees as { id: string; paidAt: string | null }[]) : [])
    if (fee.paidAt === null)
      done(await official.call('POST', `/services/dossiers/${id}/fees`, { fee: fee.id, method: 'cash' }))
  if (step?.kind === 'decide' || step?.drafts) {
    const left = JSON.stringify(await draftResult(official, id)).match(/\{answers\.[^}]*\}/)?.[0]
    if (left !== undefined) throw new Error(`${procedure.code}: ${left} is still in its result`)
  }
  if (step?.meets !== undefined) await meet(test, official, id, task.step)
  return act({
    action: 'complete',
    step: task.step,
    ...(step?.may.includes('refuse') && { proposal: 'grant' }),
    ...(step?.kind === 'deliver' && { receiverSeen: true }),
  })
}

/** The council or inspection of a step, called for the first minute of today and found in order. */
export async function meet(
  test: TestPlatform,
  official: Visitor,
  id: string,
  step: string,
  conclusion = 'met',
): Promise<void> {
  const path = `/services/dossiers/${id}/meetings/${step}`
  done(await official.call('PUT', path, { on: dateAt(test.platform.runner.now()), time: '00:00', place: 'Tại cơ sở' }))
  const members = [{ name: 'Vi Văn Tám', body: 'UBND xã Nghĩa Hưng', opinion: 'Thống nhất' }]
  done(await official.call('PUT', `${path}/minutes`, { members, findings: 'Như hồ sơ', conclusion }))
}
