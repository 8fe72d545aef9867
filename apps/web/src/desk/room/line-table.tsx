import type { DeskRoom } from "@podo/contract/desk-room"
import { useLanguage } from "../../app/language/language.ts"
import type { Clock } from "../sale/clocks.ts"

/** The chart for whoever does not see it. */
export function LineTable({ desk, clock }: { desk: DeskRoom; clock: Clock }) {
  const { words, formats } = useLanguage()
  const { number } = formats
  return (
    <div className="sr-only">
      <table>
        <caption>{words.deskRoom.chart}</caption>
        <thead>
          <tr>
            <th scope="col">{words.deskRoom.chartMinute}</th>
            <th scope="col">{words.deskRoom.chartWaiting}</th>
            <th scope="col">{words.deskRoom.chartEntered}</th>
            <th scope="col">{words.deskRoom.chartAdmitted}</th>
            <th scope="col">{words.deskRoom.noShows}</th>
          </tr>
        </thead>
        <tbody>
          {desk.minutes.map(({ minute, waiting, entered, admitted, noShows }) => (
            <tr key={minute}>
              <th scope="row">{clock(minute)}</th>
              <td>{waiting === null ? words.deskRoom.unknown : number(waiting)}</td>
              <td>{number(entered)}</td>
              <td>{number(admitted)}</td>
              <td>{number(noShows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
