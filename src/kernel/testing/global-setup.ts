import type { TestProject } from 'vitest/node'
import './database.ts'
import { startTestServer } from './server.ts'

/** Gives every test file one PostgreSQL: its own, or the one in TEST_DATABASE_URL, whose user must be able to create databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, run, end } = await startTestServer(process.env['TEST_DATABASE_URL'])
  project.provide('testServer', { url, run })
  return end
}
