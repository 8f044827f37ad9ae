import { askQuestion } from '../src/commands/testing/answered-question.ts'
import { setScale } from '../src/commands/testing/service-index.ts'
import { doNextStep } from '../src/commands/testing/settle-dossier.ts'
import { completeProcedureOf, fileDossier } from '../src/commands/testing/story.ts'
import type { TestPlatform } from '../src/commands/testing/test-platform.ts'
import { makeObjects, type Objects } from '../src/commands/testing/whose-objects.ts'
import { typeEverywhere } from '../src/commands/testing/typed-text.ts'

/** An inspection on site comes with it. */
const inspected = '2.000620'

/** In a furnished province: one object of every kind, an inspection with minutes, an index with a scale, and words wherever one may type. */
export async function furnishMore(platform: TestPlatform): Promise<Objects> {
  const objects = await makeObjects(platform, { moved: 'chuyenvien.tuphap', written: '1.000894' })
  const citizen = await platform.as('congdan')
  for (const asked of ['Có phải nộp bản gốc không?', 'Nộp ở xã khác có được không?']) await askQuestion(citizen, asked)
  await setScale(platform, { grades: [{ name: 'AA', from: 0 }] })
  const { id } = await fileDossier(platform, citizen, inspected)
  const hasMet = async () =>
    (await platform.query(`select from services.meeting where dossier_id = $1`, [id])).length > 0
  while (!(await hasMet())) await doNextStep(platform, id, completeProcedureOf(inspected))
  await typeEverywhere(platform.url)
  return objects
}
