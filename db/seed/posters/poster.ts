import type { EventPlan } from "../event-plan.ts"

export const posterOf = ({ title, englishTitle }: EventPlan) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 800"><rect width="600" height="800" fill="#4c1d95"/><circle cx="300" cy="330" r="190" fill="#a78bfa"/><text x="48" y="670" font-family="Pretendard,'Noto Sans KR',NanumGothic,sans-serif" font-size="52" font-weight="800" fill="#fff">${title}</text><text x="48" y="716" font-family="Pretendard,'Noto Sans KR',NanumGothic,sans-serif" font-size="22" fill="#ddd6fe">${englishTitle}</text></svg>`
