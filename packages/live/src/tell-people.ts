import type { News } from "@podo/contract/live"
import { personNewsIn } from "@podo/redis/person-news"
import type { Connections } from "./connections.ts"
import type { Feed } from "./watched-feed.ts"
import { written } from "./frame.ts"
import { topicOf } from "./tell-news.ts"

/** Passes on to some people what a process has said to all. */
export function passOn({ byUser }: Connections, message: string) {
  const told = personNewsIn(message)
  if (!told) return
  const text = written(told.news)
  for (const userId of told.userIds) {
    for (const { socket } of byUser.get(userId) ?? []) socket.send(text)
  }
}

type PersonalNews = { feed: Feed; users: ReadonlySet<string>; news: News }

/** Tells some people what concerns them of a performance, wherever they watch it. */
export function tellPeople({ byUser }: Connections, { feed, users, news }: PersonalNews) {
  const text = written(news)
  for (const userId of users) {
    for (const { socket, watched } of byUser.get(userId) ?? []) {
      if (watched.some((each) => each.feed === feed)) socket.send(text)
    }
  }
}

/** Tells everybody that there is no such performance any more. */
export function forgetFeed({ all }: Connections, feed: Feed) {
  const { performanceId } = feed
  for (const { socket, watched } of all) {
    for (const each of watched.filter((some) => some.feed === feed)) {
      const { of } = each
      watched.splice(watched.indexOf(each), 1)
      socket.unsubscribe(topicOf(performanceId, of))
      socket.send(written({ news: "not-watching", performanceId, of, why: "NOT_FOUND" }))
    }
  }
}
