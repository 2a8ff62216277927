import { Form } from '@remix-run/react'
import { Users } from 'lucide-react'
import type { getRouting } from '#app/cases/routing/get-routing.server.ts'
import { enoughLoad } from '#app/cases/routing/routing-rule.ts'
import { routingWords as words } from '#app/cases/routing/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

type Routing = Awaited<ReturnType<typeof getRouting>>
type Shown = Pick<Routing, 'rota' | 'mayEdit'> & Pick<Routing['choices'], 'workers'>

/** Who shares what nobody owns, with what each carries. */
export function RotaCard({ rota, workers, mayEdit }: Shown) {
  const t = useT()
  const busy = useBusy('/settings/routing')
  const others = workers.filter((one) => !rota.some((member) => member.id === one.value))
  return (
    <Card title={t(words.rota)}>
      <p className="max-w-prose text-muted">{t(words.rotaLead)}</p>
      {rota.length === 0 ? (
        <Empty icon={Users} title={t(words.rotaEmpty)}>
          {t(words.rotaEmptyBody)}
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {rota.map((one) => (
            <li key={one.id} className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1">
              <span className="min-w-0 break-words">{one.name}</span>
              <span className="text-muted tabular-nums">
                {t(one.load >= enoughLoad ? words.enoughCases : words.openCases, { n: one.load })}
              </span>
              {one.away ? (
                <Badge tone="info">
                  {one.standIn === null ? t(words.awayNow) : t(words.awayFor, { name: one.standIn })}
                </Badge>
              ) : null}
              {one.able ? null : <span className="text-warning">{t(words.unable)}</span>}
              {mayEdit ? (
                <Form method="post" className="ml-auto">
                  <input type="hidden" name="userId" value={one.id} />
                  <Button
                    name="intent"
                    value="leave"
                    variant="quiet"
                    size="sm"
                    busy={busy}
                    aria-label={t(words.rotaRemoveOf, { name: one.name })}
                  >
                    {t(words.rotaRemove)}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && others.length > 0 ? (
        <Form method="post" key={rota.length} className="flex flex-wrap items-end gap-3">
          <Select
            name="userId"
            label={t(words.person)}
            required
            empty={t(uiWords.choose)}
            options={others}
            className="min-w-40 flex-1"
          />
          <Button name="intent" value="join" busy={busy}>
            {t(words.rotaAdd)}
          </Button>
        </Form>
      ) : null}
    </Card>
  )
}
