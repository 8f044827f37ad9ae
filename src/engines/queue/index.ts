import { defineEngine } from '#kernel/operations/engine.ts'
import { dateAt } from '#values/plain-date.ts'
import { bookAppointment, cancelAppointment, listBookable, listMyAppointments, listSlots } from './appointment.ts'
import { listExpected } from './appointments-of-day.ts'
import { saveDesk, saveService, serveAlso } from './arrange-centre.ts'
import { viewBoard } from './board.ts'
import { callAgain, callNext, finishTicket, markAbsent, passTicket, returnTicket } from './call-ticket.ts'
import { nameOfCentre } from './centre.ts'
import { closeDay } from './close-day.ts'
import { answerConfirmation, clearTablet, forgetUnanswered, showOnTablet } from './confirmation.ts'
import { queueContract } from './contract.ts'
import { deviceKinds } from './contract/shapes.ts'
import { changeDesk, sitDown } from './desk.ts'
import { callingDevice, listDevices, registerDevice, revokeDevice } from './device.ts'
import { followTicket } from './follow-ticket.ts'
import { viewKiosk } from './kiosk.ts'
import { linkDossier } from './link-dossier.ts'
import { findAtKiosk, rateAtKiosk } from './rate-at-kiosk.ts'
import { rateTicket, viewTablet } from './tablet.ts'
import { claimPriority, checkIn, takeTicket } from './take-ticket.ts'
import { appointmentJobs, appointmentListeners } from './tell-appointment.ts'
import { viewTimes } from './times.ts'
import { viewCentre } from './view-centre.ts'
import { viewDesk } from './view-desk.ts'

export { boardRoutes } from './board-routes.ts'
export { findDeviceActor } from './device.ts'
export { loadCentres } from './load-centres.ts'
export { createVoice } from './voice.ts'
export { watchBoards } from './watch-boards.ts'

export { queueFollower } from './follow-reorganization.ts'

export const createQueue = (publicUrl: string) =>
  defineEngine({
    name: 'queue',
    contract: queueContract,
    listeners: appointmentListeners(publicUrl),
    jobs: [
      ...appointmentJobs(publicUrl),
      {
        name: 'forget-unanswered-confirmations',
        schedule: '*/15 * * * *',
        run: async (ctx) => void (await forgetUnanswered(ctx)),
      },
      { name: 'close-day-of-desks', schedule: '10 * * * *', run: closeDay },
    ],
    handlers: {
      async whichDevice(ctx) {
        const { kind, name, centreId } = await callingDevice(ctx, ...deviceKinds)
        return { kind, name, centre: await nameOfCentre(ctx.tx, centreId, dateAt(ctx.now())) }
      },
      viewKiosk,
      takeTicket,
      claimPriority,
      followTicket,
      async viewBoard(ctx) {
        const { centreId } = await callingDevice(ctx, 'board')
        return viewBoard(ctx.tx, centreId, ctx.now())
      },
      viewTablet,
      rateTicket,
      findAtKiosk,
      rateAtKiosk,
      answerConfirmation,

      listBookable,
      listSlots,
      bookAppointment,
      listMyAppointments,
      cancelAppointment,
      checkIn,
      listExpected,

      viewDesk,
      sitDown,
      changeDesk,
      callNext,
      callAgain,
      markAbsent,
      returnTicket,
      finishTicket,
      passTicket,
      linkDossier,
      showOnTablet,
      clearTablet,

      viewCentre,
      viewTimes,
      saveService,
      saveDesk,
      serveAlso,
      listDevices,
      registerDevice,
      revokeDevice,
    },
  })
