import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly image: string
  }
}

/** The network between the machines, in a namespace of this run alone: nothing of the real one is reached or changed. */
export default function setup(project: TestProject): void {
  const links = execFileSync('ip', ['-brief', 'link'], { encoding: 'utf8' }).trim().split('\n')
  if (links.length > 1) throw new Error('not in a network namespace of its own: start it by `npm run test:deploy`')
  for (const command of ['link set lo up', 'link add lt type bridge', 'addr add 10.77.0.1/24 dev lt', 'link set lt up'])
    execFileSync('ip', command.split(' '))
  const image = process.env['DEPLOY_TEST_IMAGE'] ?? '/var/cache/lien-thong-test/debian-12'
  // It was made beforehand: here is no way to a mirror.
  project.provide('image', execFileSync(join(import.meta.dirname, 'make-image'), [image], { encoding: 'utf8' }).trim())
}
