import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Glance } from '../http/glance.ts'
import { shedAnswer, shedProblems } from './shed-answer.ts'

/** What the edge says when it turns away itself (`deploy/haproxy`), beside what the platform says. */

const placed = (name: string) =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'deploy', 'haproxy', name), 'utf8')

const glance = (accept: string): Glance => ({
  method: 'GET',
  url: 'https://a.vn/thu-tuc',
  headers: new Headers({ accept }),
})
const told = (accept: string, reason: 'own' | 'overload' = 'overload') =>
  shedAnswer(glance(accept), 'a', { urgency: 'lookup', reason })

test('programs are told by the edge what the platform tells them', () => {
  const body = placed('busy.json.in').replace('%[var(txn.id)]', 'a')
  expect(JSON.parse(body)).toEqual(JSON.parse(told('application/json').body as string))
})

test('people are told the same on a page that looks the same, whose style the policy of the edge lets through', () => {
  const style = (page: string) => /<style>([^]*)<\/style>/.exec(page)?.[1]
  const page = placed('busy.html.in')
  expect(page).toContain(shedProblems.overloaded.message.vi)
  expect(style(page)).toBe(style(told('text/html').body as string))
  const policy = told('text/html').headers.get('Content-Security-Policy') as string
  expect(placed('haproxy.cfg')).toContain(`hdr Content-Security-Policy "${policy}"`)
})

test('the edge hears of want of room, and not of what one account or network took itself', () => {
  expect(told('text/html').headers.get('X-Turned-Away')).toBe('overload')
  expect(told('text/html', 'own').headers.get('X-Turned-Away')).toBeNull()
})
