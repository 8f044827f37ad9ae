import { data, type LoaderFunctionArgs } from 'react-router'
import { pageOf } from '../../client.ts'

/** Answers that are there already, for whoever is typing a question. */
export async function loader(args: LoaderFunctionArgs) {
  const text = new URL(args.request.url).searchParams.get('tim')?.trim().slice(0, 200) ?? ''
  const rows = text.length < 8 ? [] : (await pageOf(args).client.petitions.findAnswered({ text, limit: 3 })).rows
  return data({ rows: rows.map(({ code, title }) => ({ code, title })) })
}
