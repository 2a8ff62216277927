import { Download, Printer } from 'lucide-react'
import { Copied } from '#app/surveys/doors/components/copied.tsx'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** A link for everybody: to copy, to download as a QR code, to print. */
export function LinkCard({ programId, door }: { programId: string; door: { id: string; link: string; gen: number } }) {
  const t = useT()
  const here = `/programs/${programId}/doors/${door.id}`
  return (
    <Card title={t(words.theLink)}>
      <Copied text={door.link} label={t(words.theLink)} />
      <div className="flex flex-wrap items-start gap-4">
        <img
          src={`${here}/qr/code.svg?gen=${door.gen}`}
          alt={t(words.qrAlt)}
          width={192}
          height={192}
          className="rounded border border-line"
        />
        <div className="flex flex-col items-start gap-2">
          <LinkButton to={`${here}/qr/code.png`} reloadDocument download icon={Download}>
            PNG
          </LinkButton>
          <LinkButton to={`${here}/qr/code.svg`} reloadDocument download icon={Download}>
            SVG
          </LinkButton>
          <LinkButton to={`${here}/poster`} reloadDocument icon={Printer}>
            {t(words.poster)}
          </LinkButton>
        </div>
      </div>
    </Card>
  )
}
