import { ImageUp } from "lucide-react"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { GrapeMark } from "../../app/shell/grape-mark.tsx"
import type { FieldProblem } from "@podo/words/desk-problem"
import { FileBox } from "../file-box.tsx"
import { PickOne } from "../pick-one.tsx"
import {
  type Picture,
  pictureUrl,
  POSTER_KINDS,
  POSTER_TYPES,
  type PosterTyping,
  readPicture,
} from "./poster-typing.ts"

type PosterFieldsProps = {
  poster: PosterTyping
  onChange: (change: Partial<PosterTyping>) => void
  onWrong: (problem: FieldProblem) => void
}

export function PosterFields({ poster, onChange, onWrong }: PosterFieldsProps) {
  const { words } = useLanguage()
  const { kind, picture } = poster
  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-start gap-4 sm:grid-cols-[7.5rem_1fr] sm:gap-6">
      <Preview picture={kind === "upload" ? picture : null} />
      <div className="flex min-w-0 flex-col gap-4">
        <PickOne
          label={words.deskForm.posterKind}
          choices={POSTER_KINDS}
          words={words.deskForm.posterKinds}
          value={kind}
          onValue={(chosen) => onChange({ kind: chosen })}
        />
        {kind === "generated" ? (
          <p className="text-sm text-muted">{words.deskForm.posterGeneratedHint}</p>
        ) : (
          <PictureField
            picture={picture}
            onPicture={(chosen) => onChange({ picture: chosen })}
            onWrong={onWrong}
          />
        )}
      </div>
    </div>
  )
}

type PictureFieldProps = {
  picture: Picture | null
  onPicture: (picture: Picture | null) => void
  onWrong: (problem: FieldProblem) => void
}

function PictureField({ picture, onPicture, onWrong }: PictureFieldProps) {
  const { words } = useLanguage()
  const choose = async (file: File) => {
    const read = await readPicture(file)
    onPicture(typeof read === "string" ? null : read)
    if (typeof read === "string") onWrong(read)
  }
  return (
    <FileBox
      name="poster"
      accept={POSTER_TYPES.join(",")}
      label={picture === null ? words.deskForm.choosePicture : words.deskForm.otherPicture}
      hint={words.deskForm.posterHint}
      chosen={picture?.name}
      onFile={(file) => void choose(file)}
    />
  )
}

function Preview({ picture }: { picture: Picture | null }) {
  const { words } = useLanguage()
  const [failed, setFailed] = useState<Picture | null>(null)
  const look = "aspect-[3/4] w-full overflow-hidden rounded-xl ring-1 ring-line"
  if (picture === null || picture === failed) {
    return (
      <div className={`grid place-items-center bg-wash ${look}`}>
        {picture === null ? (
          <GrapeMark className="size-10 opacity-50" />
        ) : (
          <ImageUp className="size-8 text-muted" aria-hidden="true" />
        )}
      </div>
    )
  }
  return (
    <img
      src={pictureUrl(picture)}
      alt={words.deskForm.posterAlt}
      onError={() => setFailed(picture)}
      className={`object-cover ${look}`}
    />
  )
}
