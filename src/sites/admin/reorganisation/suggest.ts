import type { LoaderFunctionArgs } from 'react-router'
import { dateAt, isPlainDate } from '#values/plain-date.ts'
import { staffPage } from '../../office/staff.ts'
import { labelOfArea, labelOfUnit, matchingAreas } from './places.ts'

const most = 8

/** What a field that is being typed into may mean: communes and districts, or bodies and units. */
export async function loader(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const query = new URL(args.request.url).searchParams
  const text = (query.get('tim') ?? '').trim().slice(0, 100)
  const day = query.get('ngay') ?? ''
  const asOf = isPlainDate(day) ? day : dateAt(new Date())
  if (text.length < 2) return { text, labels: [] }
  const labels =
    query.get('loai') === 'xa'
      ? matchingAreas(await client.directory.findAreas({ asOf }), text)
          .slice(0, most)
          .map(labelOfArea)
      : (await client.directory.findUnits({ text, asOf, limit: most })).map(labelOfUnit)
  return { text, labels }
}
