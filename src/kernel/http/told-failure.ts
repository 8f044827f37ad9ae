import { data, type RouterContextProvider, type ServerBuild } from 'react-router'
import { Problem, problems, type ProblemPlace } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import { pageContext } from './page-context.ts'

/** What the page of an error is told; the incident number finds the lines in the log. */
export interface ToldFailure {
  readonly code: string
  readonly words: Words
  readonly places: readonly ProblemPlace[]
  readonly incident: string
}

interface Args {
  readonly context: Readonly<RouterContextProvider>
}

/**
 * A build whose loaders and actions tell the page of the error what they throw: a `Problem` with its status and words, anything else as
 * a failure of ours that stands in the log. The router would make a bare 500 of both.
 */
export const tellFailures = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (route === undefined) return [id, route]
      const { loader, action } = route.module
      return [id, { ...route, module: { ...route.module, loader: telling(loader), action: telling(action) } }]
    }),
  ),
})

const telling = <Given extends Args>(work: ((args: Given) => unknown) | undefined) =>
  work &&
  (async (args: Given) => {
    try {
      return await work(args)
    } catch (error) {
      throw error instanceof Error ? tell(error, args) : error
    }
  })

function tell(error: Error, { context }: Args) {
  const { call, fail } = context.get(pageContext)
  if (!(error instanceof Problem)) fail(error)
  const problem = error instanceof Problem ? error : new Problem('internal', problems.internal)
  const { code, words, places, status } = problem
  return data({ code, words, places, incident: call.requestId } satisfies ToldFailure, { status })
}
