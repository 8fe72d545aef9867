import { CODE_MINUTES } from "@podo/contract/limits"
import type { Letters } from "../letters.ts"

export const letters: Letters = {
  signUp: (code) => ({
    subject: `${code} – 포도 가입 코드`,
    text: `${code}\n\n포도 가입을 마치려면 이 코드를 입력해 주세요. ${CODE_MINUTES}분 동안 쓸 수 있습니다.\n\n가입하신 적이 없다면 이 메일은 무시하셔도 됩니다. 코드를 입력하기 전에는 계정이 만들어지지 않습니다.`,
  }),
  alreadyHere: (publicUrl) => ({
    subject: "이미 포도 계정이 있습니다",
    text: `이 메일 주소로 가입하려는 요청이 있었지만, 이미 계정이 있습니다.\n\n로그인: ${publicUrl}/sign-in\n비밀번호를 잊으셨다면: ${publicUrl}/password\n\n본인이 아니라면 하실 일은 없습니다. 계정은 안전합니다.`,
  }),
  password: (code) => ({
    subject: `${code} – 포도 비밀번호 코드`,
    text: `${code}\n\n새 비밀번호를 정하려면 이 코드를 입력해 주세요. ${CODE_MINUTES}분 동안 쓸 수 있습니다.\n\n요청하신 적이 없다면 이 메일은 무시하셔도 됩니다. 누구에게도 코드를 알려 주지 마세요.`,
  }),
  passwordChanged: (publicUrl) => ({
    subject: "포도 비밀번호가 바뀌었습니다",
    text: `비밀번호가 바뀌었고, 다른 기기에서는 모두 로그아웃되었습니다.\n\n본인이 아니라면 바로 새 비밀번호를 정해 주세요: ${publicUrl}/password`,
  }),
  deletion: (code) => ({
    subject: `${code} – 포도 계정 삭제 코드`,
    text: `${code}\n\n포도 계정을 삭제하려면 이 코드를 입력해 주세요. ${CODE_MINUTES}분 동안 쓸 수 있습니다. 삭제는 되돌릴 수 없습니다.\n\n요청하신 적이 없다면 비밀번호를 바꿔 주세요. 누군가 회원님의 계정에 로그인해 있을 수 있습니다.`,
  }),
  deleted: () => ({
    subject: "포도 계정이 삭제되었습니다",
    text: "이름과 메일 주소를 지웠습니다. 예매 기록은 누구의 것인지 알 수 없게 남습니다. 그동안 이용해 주셔서 감사합니다.",
  }),
}
