import { ImageUp } from "lucide-react"
import { useState } from "react"
import { useController, useFormContext } from "react-hook-form"
import { useLanguage } from "../../app/language/language.ts"
import { GrapeMark } from "../../app/shell/grape-mark.tsx"
import { FileBox } from "../file-box.tsx"
import { PickOne } from "../pick-one.tsx"
import {
  type Picture,
  pictureUrl,
  POSTER_FIELD,
  POSTER_KINDS,
  POSTER_TYPES,
  readPicture,
  type WithPoster,
} from "./poster-typing.ts"

/** The part `poster` of the form around it. */
export function PosterFields() {
  const { words } = useLanguage()
  const kind = useController<WithPoster, "poster.kind">({ name: "poster.kind" }).field
  const picture = useController<WithPoster, typeof POSTER_FIELD>({ name: POSTER_FIELD }).field
  return (
    <div className="grid grid-cols-[5.5rem_1fr] items-start gap-4 sm:grid-cols-[7.5rem_1fr] sm:gap-6">
      <Preview picture={kind.value === "upload" ? picture.value : null} />
      <div className="flex min-w-0 flex-col gap-4">
        <PickOne
          label={words.deskForm.posterKind}
          choices={POSTER_KINDS}
          words={words.deskForm.posterKinds}
          value={kind.value}
          onValue={kind.onChange}
        />
        {kind.value === "generated" ? (
          <p className="text-sm text-muted">{words.deskForm.posterGeneratedHint}</p>
        ) : (
          <PictureField picture={picture.value} onPicture={picture.onChange} />
        )}
      </div>
    </div>
  )
}

type PictureFieldProps = {
  picture: Picture | null
  onPicture: (picture: Picture | null) => void
}

function PictureField({ picture, onPicture }: PictureFieldProps) {
  const { words } = useLanguage()
  const { setError, clearErrors } = useFormContext<WithPoster>()
  const choose = async (file: File) => {
    const read = await readPicture(file)
    onPicture(typeof read === "string" ? null : read)
    // Of what is seen as it is chosen; the focus stays where it is.
    if (typeof read === "string") setError(POSTER_FIELD, { type: read })
    else clearErrors(POSTER_FIELD)
  }
  return (
    <FileBox
      name={POSTER_FIELD}
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
