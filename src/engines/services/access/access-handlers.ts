import type { Handlers } from '#kernel/operations/engine.ts'
import type { ServicesParts } from '../parts.ts'
import type { accessContract } from '../contract/access.ts'
import { answerRequest, askToRead, ownRequests, requestsToAnswer } from './access-request.ts'
import { explainPerson } from './explain-person.ts'
import { seeAs } from './see-as.ts'
import { exportReaders, listReaders } from './list-readers.ts'

/** Rights asked about, on somebody's behalf and on one's own. */
export const accessHandlers = ({ publicUrl }: ServicesParts): Handlers<typeof accessContract> => ({
  explainPerson: (ctx, asked) => explainPerson(ctx, asked),
  listReaders: (ctx, asked) => listReaders(ctx, asked),
  exportReaders: (ctx, asked) => exportReaders(ctx, asked),
  seeAs: (ctx, { person, reason }) => seeAs(ctx, person, reason, publicUrl),
  askToRead: (ctx, asked) => askToRead(ctx, asked),
  listAccessRequests: async (ctx) => ({ mine: await ownRequests(ctx), toAnswer: await requestsToAnswer(ctx) }),
  answerAccessRequest: (ctx, { id, answer }) => answerRequest(ctx, id, answer),
})
