import { runInBackground } from '#kernel/jobs/run-in-background.ts'
import type { Platform } from '../start-platform.ts'

/** Runs a job at once, as its hour would, or as that of another moment does; an error where no engine has it. */
export async function runJob(
  { engines, runner }: Pick<Platform, 'engines' | 'runner'>,
  name: string,
  now: () => Date = runner.now,
): Promise<void> {
  const job = engines.flatMap(({ jobs }) => jobs ?? []).find((one) => one.name === name)
  if (job === undefined) throw new Error(`no engine has a job ${name}`)
  await runInBackground({ ...runner, now }, { requestId: `job:${name}` }, job.run)
}
