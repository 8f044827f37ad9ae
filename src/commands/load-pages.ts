import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from 'react-router'
import { createPages, type PagesParts } from '#kernel/http/pages.ts'

const root = join(import.meta.dirname, '..', '..')
const serverBuild = join(root, 'build', 'server', 'index.js')

/** What browsers load, wherever the process was started. */
export const builtAssets = join(root, 'build', 'client')

export const isBuilt = (): boolean => existsSync(serverBuild)

/** Builds the web shell when a fresh checkout has none yet. Takes a few seconds, once. */
export async function buildPages(): Promise<void> {
  const { execFile } = await import('node:child_process')
  const { promisify } = await import('node:util')
  const cli = join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  await promisify(execFile)(process.execPath, [cli, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** The built web shell as a function from request to page. */
export async function loadPages(parts: PagesParts) {
  const build = (await import(pathToFileURL(serverBuild).href)) as ServerBuild
  return createPages(build, parts)
}
