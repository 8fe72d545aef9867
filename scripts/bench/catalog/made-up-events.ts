import type { Category } from "@podo/contract/catalog"
import type { PlainEvent } from "@podo/db/many-events.queries"
import { randomOf } from "@podo/db/racing"

const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS

const categories: Category[] = ["musical", "concert", "festival", "play", "classical", "sports"]

const koreanWords = {
  mood: "고요한 푸른 낡은 환한 잊힌 새벽의 마지막 첫 긴 투명한 따뜻한 낯선 느린 눈부신 흐린".split(
    " ",
  ),
  noun: "등대 바다 정원 편지 기차 시계 골목 우산 달빛 숲 강물 거울 지도 섬 계단 온실 나침반 종이배 유리창 여름".split(
    " ",
  ),
  form: "이야기 노래 여행 하루 축제 연습 기록 계절 무대 약속".split(" "),
  verb: "떠나는 기다리는 부르는 건너는 돌아오는 춤추는 지키는 찾는".split(" "),
}

const englishWords = {
  mood: "quiet blue worn bright forgotten early last first long clear warm strange slow dazzling cloudy".split(
    " ",
  ),
  noun: "lighthouse sea garden letter train clock alley umbrella moonlight forest river mirror map island staircase greenhouse compass boat window summer".split(
    " ",
  ),
  form: "story song journey day festival rehearsal record season stage promise".split(" "),
  verb: "leaving awaiting calling crossing regaining dancing guarding seeking".split(" "),
}

const kinds: Record<Category, { korean: string; english: string }> = {
  musical: { korean: "뮤지컬", english: "Musical" },
  concert: { korean: "콘서트", english: "Concert" },
  festival: { korean: "페스티벌", english: "Festival" },
  play: { korean: "연극", english: "Play" },
  classical: { korean: "교향악", english: "Symphony" },
  sports: { korean: "결승전", english: "Final" },
}

/** In one title of a thousand: what somebody would look for who knows what they want. */
export const RARE_WORD = "포도나무"
const RARE_EVERY = 1_000
const RARE_AT = 50

const syllables = "가나다라마바사아자차카타파하고노도로모보소오조초".split("")

/** The same events for the same seed, each with words of its own. */
export function benchEvents(count: number, seed = 1): PlainEvent[] {
  const now = Date.now()
  const random = randomOf(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const one = <Value>(values: Value[]): Value => values[below(values.length)] as Value
  const name = () => `${one(syllables)}${one(syllables)}${one(syllables)}`
  return Array.from({ length: count }, (_, index) => {
    const category = categories[index % categories.length] as Category
    const { korean, english } = kinds[category]
    const [ko, en] = [koreanWords, englishWords]
    const rare = index % RARE_EVERY === RARE_AT ? `${RARE_WORD} ` : ""
    return {
      title: `${korean} ${rare}${one(ko.mood)} ${one(ko.noun)}의 ${one(ko.form)} ${index}`,
      englishTitle: `${english}: The ${one(en.mood)} ${one(en.form)} of the ${one(en.noun)} ${index}`,
      description: `${name()} 연출, ${name()}·${name()} 출연. ${one(ko.verb)} 사람들과 ${one(ko.noun)}, ${one(ko.mood)} ${one(ko.noun)} 사이에서 ${one(ko.form)}이 시작된다.`,
      englishDescription: `A ${one(en.mood)} ${one(en.form)} about somebody ${one(en.verb)} a ${one(en.noun)}, told beside a ${one(en.mood)} ${one(en.noun)} in ${1900 + below(130)}.`,
      category,
      booked: below(100),
      bookedLastDay: random() < 0.1 ? below(30) : 0,
      startsAt: new Date(now + DAY_MS + below(YEAR_MS)),
      publishedAt: new Date(now - DAY_MS - below(YEAR_MS)),
    }
  })
}
