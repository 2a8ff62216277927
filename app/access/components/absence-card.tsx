import { absenceWords as words } from '#app/access/absences/absence-words.ts'
import type { ListedAbsences } from '#app/access/absences/list-absences.server.ts'
import { AbsenceList } from '#app/access/components/absence-list.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/locale.tsx'

/** What is planned, with the way to the page that plans it. */
export function AbsenceCard({ user, absences }: Pick<ListedAbsences, 'user' | 'absences'>) {
  const t = useT()
  return (
    <Card title={t(words.title)}>
      {absences.length > 0 ? (
        <AbsenceList absences={absences} removable={false} />
      ) : (
        <p className="text-muted">{t(words.none)}</p>
      )}
      <div>
        <LinkButton to={`/settings/people/${user.id}/absences`}>{t(words.plan)}</LinkButton>
      </div>
    </Card>
  )
}
