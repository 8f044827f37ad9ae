import { done } from './story.ts'
import type { Visitor } from './test-platform.ts'

const said = {
  kind: 'question',
  title: 'Đổi giấy phép lái xe có phải khám sức khỏe lại không?',
  procedureCode: '1.002809',
  fullName: 'Thân Thị Bích Phượng',
  phone: '0979000218',
  mayPublish: true,
}

/** Asks a question about a driving licence. */
export const askQuestion = async (citizen: Visitor, body: string): Promise<string> =>
  done(await citizen.call('POST', '/petitions', { ...said, body })).code

/** A question that a citizen asked, answered and published by the head of the division. */
export async function answeredQuestion(citizen: Visitor, head: Visitor): Promise<{ id: string; code: string }> {
  const code = await askQuestion(citizen, 'Giấy khám sức khỏe của tôi làm từ năm ngoái, nay còn dùng được không?')
  const { rows } = done(await head.call('GET', '/petitions/inbox')) as { rows: { id: string; code: string }[] }
  const id = rows.find((row) => row.code === code)?.id ?? ''
  const answer = 'Giấy khám sức khỏe có giá trị 12 tháng.'
  const acts = [
    { act: 'accept' },
    { act: 'approve', text: answer },
    { act: 'publish', title: said.title, body: 'Giấy khám từ năm ngoái còn dùng được không?', answer },
  ]
  for (const [revision, act] of acts.entries())
    done(await head.call('POST', `/petitions/${id}/acts`, { revision, act }))
  return { id, code }
}
