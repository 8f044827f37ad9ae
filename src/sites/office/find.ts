import { Problem } from '#values/errors.ts'
import type { LoaderFunctionArgs } from 'react-router'
import { staffPage } from './staff.ts'

const most = 6

/** What the palette finds: dossiers and officials; each only as far as the caller may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { client, call } = staffPage(args)
  const text = (new URL(args.request.url).searchParams.get('tim') ?? '').trim().slice(0, 100)
  const may = (permission: string) => call.actor.permissions.has(permission)
  if (text.length < 2) return { text, dossiers: [], people: [] }
  const [dossiers, people] = await Promise.all([
    may('dossier.read') ? orNone(client.services.findDossiers({ text, limit: most })) : [],
    may('directory.read') ? orNone(client.directory.findPeople({ text, limit: most })) : [],
  ])
  return {
    text,
    dossiers: dossiers.map(
      ({ id, code, applicantName, enterpriseName, procedureName, status, deadline, left, finishedAt, stepName }) => ({
        id,
        code,
        name: enterpriseName ?? applicantName,
        line: procedureName,
        status,
        deadline,
        left,
        finishedAt,
        stepName,
      }),
    ),
    people: people.map(({ id, personName, title, unitName }) => ({
      id,
      name: personName ?? '',
      line: `${title} · ${unitName}`,
    })),
  }
}

/** One part that fails leaves the other. */
const orNone = <Row>(rows: Promise<Row[]>): Promise<Row[]> =>
  rows.catch((error: unknown) => {
    if (error instanceof Problem) return []
    throw error
  })
