import { faultsOfOwn } from '#engines/notification/declare.ts'
import { finding, type Finding } from '#engines/workflow/declare.ts'
import type { Procedure } from './procedure-shape.ts'

/** Whether each message is said once, names only what its event knows, and can be sent. */
export const checkMessages = ({ messages = [] }: Procedure): Finding[] =>
  messages.flatMap((message, index) => {
    const isAgain = messages.findIndex(({ event }) => event === message.event) < index
    return [
      ...(isAgain
        ? [finding(`messages.${index}.event`, 'lúc này đã có tin ở trên', 'there is a message for this above')]
        : []),
      ...faultsOfOwn(message).map(({ path, message: words }) => ({ path: `messages.${index}.${path}`, words })),
    ]
  })
