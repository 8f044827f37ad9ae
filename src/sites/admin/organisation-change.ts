import { redirect, type ActionFunctionArgs } from 'react-router'
import type { Staffing } from '#engines/directory/contract.ts'
import { civil, dateAt, isPlainDate } from '#values/plain-date.ts'
import { textOf } from '../form-text.ts'
import { refusedAnswer, staffPage } from '../office/staff.ts'

/** What the forms of the organisation page ask for; afterwards the unit, post and day that it was about are shown. */
export async function changeOrganisation(args: ActionFunctionArgs) {
  const page = staffPage(args)
  const { directory } = page.client
  const form = await args.request.formData()
  const url = new URL(args.url)
  const text = (name: string) => textOf(form, name)
  const from = () => (isPlainDate(text('tu-ngay')) ? civil(text('tu-ngay')) : dateAt(new Date()))
  const unitId = text('don-vi')
  try {
    switch (text('viec')) {
      case 'them-don-vi': {
        const made = await directory.createUnit({
          code: text('ma').toUpperCase(),
          name: text('ten'),
          kind: text('loai') as 'division',
          parentId: unitId,
          from: from(),
        })
        url.searchParams.set('don-vi', made.id)
        break
      }
      case 'doi-ten':
        await directory.renameUnit({ id: unitId, name: text('ten'), from: from() })
        break
      case 'doi-ma-dinh-danh':
        await directory.changeOrganCode({ id: unitId, organCode: text('ma-dinh-danh'), from: from() })
        break
      case 'doi-ma-so-thue':
        await directory.changeTaxCode({ id: unitId, taxCode: text('ma-so-thue') || null, from: from() })
        break
      case 'giao-bien-che':
        await directory.setQuota({
          unitId,
          staffing: text('loai-bien-che') as Staffing,
          number: Number(text('so')),
          document: text('quyet-dinh'),
          from: from(),
        })
        break
      case 'doi-loai':
        await directory.setStaffing({ postId: text('vi-tri'), staffing: text('loai-bien-che') as Staffing })
        break
      case 'them-vi-tri': {
        const made = await directory.createPost({
          unitId,
          function: text('chuc-nang'),
          title: text('ten'),
          staffing: text('loai-bien-che') as Staffing,
          from: from(),
        })
        url.searchParams.set('vi-tri', made.id)
        break
      }
      case 'bo-nhiem':
        await directory.appoint({
          postId: text('vi-tri'),
          personId: text('nguoi-giu'),
          kind: text('hinh-thuc') as 'regular',
          from: from(),
          decision: text('quyet-dinh') || undefined,
        })
        url.searchParams.delete('nguoi')
        break
      case 'nguoi-moi': {
        const born = text('ngay-sinh')
        const newPerson = {
          fullName: text('ho-ten'),
          birthDate: isPlainDate(born) ? civil(born) : undefined,
          phone: text('dien-thoai').replace(/[ .]/g, '') || undefined,
        }
        await directory.appoint({
          postId: text('vi-tri'),
          newPerson,
          kind: text('hinh-thuc') as 'regular',
          from: from(),
          decision: text('quyet-dinh') || undefined,
        })
        url.searchParams.delete('nguoi')
        break
      }
      case 'thoi-giu':
        await directory.endAppointment({ id: text('bo-nhiem'), on: from() })
        break
    }
  } catch (error) {
    return refusedAnswer(error, page, form)
  }
  // What begins later is seen on that day.
  if (from() > dateAt(new Date())) url.searchParams.set('ngay', from())
  return redirect(`/quan-tri/to-chuc?${url.searchParams}`)
}
