import type { AnyContractProcedure } from '@orpc/contract'
import type { OperationMeta } from '#values/operation.ts'
import type { StreamOperation } from '#values/stream-operation.ts'
import { contract } from './contract.ts'
import { fileStreams } from './files/contract.ts'
import { nationalPortalStreams } from './national-portal/contract.ts'
import { attachmentStreams } from './petitions/contract.ts'
import { boardStreams } from './queue/contract.ts'

export interface ListedOperation {
  /** As the trail keeps it: `services.getDossier`. */
  readonly name: string
  readonly engine: string
  readonly meta: OperationMeta
  readonly method: string
  /** Below `/api`. */
  readonly path: string
  /** The schema of what it takes. */
  readonly input: unknown
}

/** Every operation with what it says of itself, in the order of the engines. */
export const listOperations = (): ListedOperation[] =>
  Object.entries(contract as Readonly<Record<string, Readonly<Record<string, AnyContractProcedure>>>>).flatMap(
    ([engine, operations]) =>
      Object.entries(operations).map(([name, operation]) => {
        const { meta, route, inputSchema } = operation['~orpc']
        return {
          name: `${engine}.${name}`,
          engine,
          meta: meta as OperationMeta,
          method: route.method ?? 'GET',
          path: route.path ?? '/',
          input: inputSchema,
        }
      }),
  )

/** What is answered past the operations, because it streams. */
export const listStreams = (): readonly StreamOperation[] => [
  ...fileStreams,
  ...boardStreams,
  ...attachmentStreams,
  ...nationalPortalStreams,
]
