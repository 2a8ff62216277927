import { CountBars } from '#app/cases/team/components/count-bars.tsx'
import type { TeamShown } from '#app/cases/team/get-team.server.ts'
import { openBehind } from '#app/cases/team/team-view.ts'
import { ageWords, teamWords as words, whyWords } from '#app/cases/team/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** How old what is open is, and what of it is late for which reason. */
export function OpenCards({ ages, late, teamId }: Pick<TeamShown, 'ages' | 'late' | 'teamId'>) {
  const t = useT()
  const sum = (rows: { n: number }[]) => rows.reduce((all, { n }) => all + n, 0)
  const [open, overdue] = [sum(ages), sum(late)]
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t(words.ages)} actions={<All n={open} />}>
        {open === 0 ? (
          <p className="text-muted">{t(words.none)}</p>
        ) : (
          <CountBars
            caption={t(words.ages)}
            rows={ages.map(({ band, n }) => ({
              key: band,
              label: t(ageWords[band]),
              n,
              of: Math.max(...ages.map((one) => one.n)),
              to: openBehind({ team: teamId, age: band }),
            }))}
          />
        )}
        <p className="text-xs text-muted">{t(words.agesNote)}</p>
      </Card>
      <Card title={t(words.why)} actions={<All n={overdue} />}>
        {overdue === 0 ? (
          <p className="text-muted">{t(words.nothingLate)}</p>
        ) : (
          <CountBars
            caption={t(words.why)}
            rows={late.map(({ why, n }) => ({
              key: why,
              label: t(whyWords[why]),
              n,
              of: Math.max(...late.map((one) => one.n)),
              to: openBehind({ team: teamId, why }),
              bad: true,
            }))}
          />
        )}
        <p className="text-xs text-muted">{t(words.whyNote)}</p>
      </Card>
    </div>
  )
}

function All({ n }: { n: number }) {
  const t = useT()
  return <span className="text-xs text-muted tabular-nums">{t(words.allOf, { n })}</span>
}
