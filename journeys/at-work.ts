import { officialAt, openTasksOf, type Filed } from '../src/commands/testing/story.ts'
import type { Person } from './person.ts'
import type { Stage } from './stage.ts'

/** Whoever an open step of a dossier waits for, at their desk, with the dossier open. */
export async function officialOpens(stage: Stage, { id, code }: Filed, step: string): Promise<Person> {
  const official = await stage.enter({ screen: 'office', as: await officialAt(stage.test, id, step) })
  await official.goTo(`/can-bo/ho-so/${id}`)
  await official.sees(code)
  return official
}

/** Presses what leads on, and waits until it is done. */
export async function passesOn(
  official: Person,
  button: string | RegExp = /^(Chuyển|Đồng ý|Hoàn thành)/,
): Promise<void> {
  const before = new URL(official.page.url()).searchParams.get('xong')
  await official.press(button)
  await official.page.waitForURL(({ searchParams }) => searchParams.has('xong') && searchParams.get('xong') !== before)
}

/** One step of a dossier, on the screen of whoever has it. */
export async function stepIsDone(
  stage: Stage,
  dossier: Filed,
  step: string,
  button?: string | RegExp,
): Promise<Person> {
  const official = await officialOpens(stage, dossier, step)
  await passesOn(official, button)
  return official
}

/** Takes the result from its template, and writes what only officials know where it stands in dots. */
export async function resultIsDrafted(official: Person): Promise<void> {
  await official.press('Kết quả dự thảo')
  await official.press('Soạn từ mẫu')
  await official.sees('Nơi nhận, mỗi dòng một nơi')
  for (const field of await official.page.locator('main input[value="…………"]').all()) await field.fill('Không có')
}

/** Whoever is asked beside a step says what they think of it. */
export async function opinionIsGiven(
  stage: Stage,
  { id, code }: Filed,
  step: string,
  consult: string,
): Promise<Person> {
  const asked = (await openTasksOf(stage.test, id)).find((one) => one.step === step && one.consult === consult)
  if (asked === undefined) throw new Error(`nobody is asked for ${consult} at ${step}`)
  const official = await stage.enter({ screen: 'office', as: await stage.test.asHolderOf(asked.assignee) })
  await official.goTo(`/can-bo/ho-so/${id}`)
  await official.sees(code)
  await official.press('Trả lời lấy ý kiến…')
  await official.write({ 'Ý kiến của bạn': 'Thống nhất.' })
  await passesOn(official, /^Trả lời lấy ý kiến(?!…)/)
  return official
}

/** The counter takes the fees, looks at who came, and hands the result out. */
export async function resultIsHandedOut(stage: Stage, dossier: Filed, step = 'deliver'): Promise<Person> {
  const counter = await stage.enter({ screen: 'office', as: await officialAt(stage.test, dossier.id, step) })
  await counter.goTo('/can-bo/tra-ket-qua')
  await counter.write({ 'Mã hồ sơ hoặc họ tên': dossier.code })
  await counter.press('Tìm')
  await counter.press(dossier.code)
  await counter.sees('1. Phí, lệ phí')
  while ((await counter.page.getByRole('button', { name: 'Tiền mặt' }).count()) > 0) {
    const before = await counter.page.getByText('biên lai').count()
    await counter.press('Tiền mặt')
    await counter.page.getByText('biên lai').nth(before).waitFor()
  }
  await counter.choose('Đã xem giấy hẹn và giấy tờ tùy thân')
  await counter.press('Đã trả kết quả')
  await counter.page.locator('form#deliver').waitFor({ state: 'detached' })
  await counter.sees(/Đã trả lúc/)
  return counter
}
