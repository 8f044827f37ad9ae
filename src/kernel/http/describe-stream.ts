import type { StreamOperation } from '#values/stream-operation.ts'

import { limitHeaders } from './shared-refusals.ts'

const text = { type: 'string' } as const

/** Headers, body and answers of such a route in the words of OpenAPI. */
export const describeStream = ({ path, headers = {}, limits, body, answers }: StreamOperation) => ({
  parameters: [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })),
    ...Object.entries(headers).map(([name, { says, required = false }]) => ({
      name,
      in: 'header',
      required,
      description: says,
      schema: text,
    })),
  ],
  ...(body === undefined ? {} : { requestBody: { content: { [body]: {} } } }),
  responses: Object.fromEntries(
    Object.entries(answers).map(([status, { says, headers: told = [], content = [] }]) => [
      status,
      {
        description: says,
        headers: {
          ...Object.fromEntries(told.map((name) => [name, { schema: text }])),
          ...(limits ? limitHeaders : {}),
        },
        content: Object.fromEntries(content.map((type) => [type, {}])),
      },
    ]),
  ),
})
