import { cancelPerformance } from "@podo/desk/cancel-performance"
import { exportBookings } from "@podo/desk/export-bookings"
import { listDeskBookings } from "@podo/desk/list-desk-bookings"
import { readSale } from "@podo/desk/read-sale"
import { readSales } from "@podo/desk/read-sales"
import { addPerformances } from "@podo/desk/add-performances"
import { createEvent } from "@podo/desk/create-event"
import { deleteEvent } from "@podo/desk/delete-event"
import { editEvent } from "@podo/desk/edit-event"
import { listDeskEvents } from "@podo/desk/list-desk-events"
import { listHistory } from "@podo/desk/list-history"
import { publishEvent } from "@podo/desk/publish-event"
import { readDeskEvent } from "@podo/desk/read-desk-event"
import { removePerformance } from "@podo/desk/remove-performance"
import { setPoster } from "@podo/desk/set-poster"
import { importHall } from "@podo/desk/import-hall"
import { listHalls } from "@podo/desk/list-halls"
import {
  AddPerformances,
  CreateEvent,
  DeskEvent,
  DeskEventPage,
  EditEvent,
  EventSales,
  History,
  ListDeskEvents,
  ListHistory,
  OfEvent,
  ReadSales,
  SetPoster,
} from "@podo/contract/desk"
import { EditPerformance } from "@podo/contract/desk-performance"
import {
  CancelledPerformance,
  ChangedPlaces,
  DeskBookingPage,
  ExportBookings,
  ExportedBookings,
  ListDeskBookings,
  ReleasePlaces,
  Sale,
  WithholdPlaces,
} from "@podo/contract/desk-sale"
import { DeskRoom, SetRoom, SteerRoom, TakeAdmissionBack } from "@podo/contract/desk-room"
import { Halls, ImportHall, ImportedHall } from "@podo/contract/hall"
import { OfPerformance } from "@podo/contract/seating"
import { closeSale } from "@podo/desk/close-sale"
import { editPerformance } from "@podo/desk/edit-performance"
import { releasePlaces } from "@podo/desk/release-places"
import { withholdPlaces } from "@podo/desk/withhold-places"
import { openSale } from "@podo/desk/open-sale"
import { readDeskRoom } from "@podo/desk/read-desk-room"
import { setRoom } from "@podo/desk/set-room"
import { steerRoom } from "@podo/desk/steer-room"
import { takeAdmissionBack } from "@podo/desk/take-admission-back"
import { z } from "zod"
import { procedure, router } from "../trpc.ts"

const Nothing = z.object({})

export const deskRouter = router({
  events: procedure.organizer
    .input(ListDeskEvents)
    .output(DeskEventPage)
    .query(({ ctx, input }) => listDeskEvents(ctx.stores, ctx, input)),

  event: procedure.organizer
    .input(OfEvent)
    .output(DeskEvent)
    .query(({ ctx, input }) => readDeskEvent(ctx.stores, ctx, input)),

  // With a poster in base64.
  createEvent: procedure.organizer
    .meta({ bodyBytesMax: 3_000_000 })
    .input(CreateEvent)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => createEvent(ctx.stores, ctx, input)),

  editEvent: procedure.organizer
    .input(EditEvent)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => editEvent(ctx.stores, ctx, input)),

  setPoster: procedure.organizer
    .meta({ bodyBytesMax: 3_000_000 })
    .input(SetPoster)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => setPoster(ctx.stores, ctx, input)),

  publishEvent: procedure.organizer
    .input(OfEvent)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => publishEvent(ctx.stores, ctx, input)),

  deleteEvent: procedure.organizer
    .input(OfEvent)
    .output(Nothing)
    .mutation(({ ctx, input }) => deleteEvent(ctx.stores, ctx, input)),

  // A year of performances has its dates.
  addPerformances: procedure.organizer
    .meta({ bodyBytesMax: 200_000 })
    .input(AddPerformances)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => addPerformances(ctx.stores, ctx, input)),

  editPerformance: procedure.organizer
    .input(EditPerformance)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => editPerformance(ctx.stores, ctx, input)),

  removePerformance: procedure.organizer
    .input(OfPerformance)
    .output(Nothing)
    .mutation(({ ctx, input }) => removePerformance(ctx.stores, ctx, input)),

  openSale: procedure.organizer
    .input(OfPerformance)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => openSale(ctx.stores, ctx, input)),

  closeSale: procedure.organizer
    .input(OfPerformance)
    .output(DeskEvent)
    .mutation(({ ctx, input }) => closeSale(ctx.stores, ctx, input)),

  cancelPerformance: procedure.organizer
    .input(OfPerformance)
    .output(CancelledPerformance)
    .mutation(({ ctx, input }) => cancelPerformance(ctx.stores, ctx, input)),

  withholdPlaces: procedure.organizer
    .input(WithholdPlaces)
    .output(ChangedPlaces)
    .mutation(({ ctx, input }) => withholdPlaces(ctx.stores, ctx, input)),

  releasePlaces: procedure.organizer
    .input(ReleasePlaces)
    .output(ChangedPlaces)
    .mutation(({ ctx, input }) => releasePlaces(ctx.stores, ctx, input)),

  room: procedure.organizer
    .input(OfPerformance)
    .output(DeskRoom)
    .query(({ ctx, input }) => readDeskRoom(ctx.stores, ctx, input)),

  setRoom: procedure.organizer
    .input(SetRoom)
    .output(DeskRoom)
    .mutation(({ ctx, input }) => setRoom(ctx.stores, ctx, input)),

  steerRoom: procedure.organizer
    .input(SteerRoom)
    .output(DeskRoom)
    .mutation(({ ctx, input }) => steerRoom(ctx.stores, ctx, input)),

  takeAdmissionBack: procedure.organizer
    .input(TakeAdmissionBack)
    .output(DeskRoom)
    .mutation(({ ctx, input }) => takeAdmissionBack(ctx.stores, ctx, input)),

  sale: procedure.organizer
    .input(OfPerformance)
    .output(Sale)
    .query(({ ctx, input }) => readSale(ctx.stores, ctx, input)),

  bookings: procedure.organizer
    .input(ListDeskBookings)
    .output(DeskBookingPage)
    .query(({ ctx, input }) => listDeskBookings(ctx.stores, ctx, input)),

  exportBookings: procedure.organizer
    .input(ExportBookings)
    .output(ExportedBookings)
    .query(({ ctx, input }) => exportBookings(ctx.stores, ctx, input)),

  history: procedure.organizer
    .input(ListHistory)
    .output(History)
    .query(({ ctx, input }) => listHistory(ctx.stores, ctx, input)),

  halls: procedure.organizer.output(Halls).query(({ ctx }) => listHalls(ctx.stores, ctx)),

  // The file within JSON, where quotes and line breaks take more room.
  importHall: procedure.organizer
    .meta({ bodyBytesMax: 8_000_000 })
    .input(ImportHall)
    .output(ImportedHall)
    .mutation(({ ctx, input }) => importHall(ctx.stores, ctx, input)),

  sales: procedure.organizer
    .input(ReadSales)
    .output(EventSales)
    .query(({ ctx, input }) => readSales(ctx.stores.db, ctx, input)),
})
