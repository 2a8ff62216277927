import { Link } from '@remix-run/react'
import { DoorOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DoorKind, DoorState } from '#app/surveys/doors/door.ts'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'

export interface DoorRow {
  id: string
  kind: DoorKind
  name: string
  state: DoorState
  answers: number
  last: number | null
}

/** The doors of a program with what came in by each. */
export function DoorList({ programId, doors, add }: { programId: string; doors: DoorRow[]; add: ReactNode }) {
  const t = useT()
  const format = useFormat()
  if (doors.length === 0) {
    return (
      <Empty icon={DoorOpen} title={t(words.none)} action={add}>
        {t(words.noneText)}
      </Empty>
    )
  }
  return (
    <Table
      caption={t(words.doors)}
      rows={doors}
      rowKey={(door) => door.id}
      columns={[
        {
          key: 'name',
          head: t(words.name),
          main: true,
          cell: (door) => (
            <Link
              to={`/programs/${programId}/doors/${door.id}`}
              className="font-medium hover:text-accent hover:underline"
            >
              {door.name}
            </Link>
          ),
        },
        { key: 'kind', head: t(surveyWords.kindShort), cell: (door) => t(words[door.kind]) },
        { key: 'state', head: t(surveyWords.state), cell: (door) => <DoorBadge state={door.state} /> },
        {
          key: 'answers',
          head: t(words.answers),
          align: 'right',
          cell: (door) => <span className="tabular-nums">{format.number(door.answers)}</span>,
        },
        {
          key: 'last',
          head: t(words.last),
          cell: (door) => (door.last === null ? t(words.noAnswers) : <Time at={door.last} />),
        },
      ]}
    />
  )
}

/** Whether a door lets people in. */
export function DoorBadge({ state }: { state: DoorState }) {
  const t = useT()
  return <Badge tone={state === 'open' ? 'success' : 'neutral'}>{t(words[state])}</Badge>
}
