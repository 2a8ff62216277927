import type { LoaderFunctionArgs } from '@remix-run/node'
import { useOutletContext } from '@remix-run/react'
import { CircleCheckBig, Inbox } from 'lucide-react'
import { authorise } from '#app/audit/context.server.ts'
import type { QueueAround } from '#app/cases/components/queue-list.tsx'
import { queueWords } from '#app/cases/queue-words.ts'
import { caseWords } from '#app/cases/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'

export const handle = { access: 'cases.read', title: caseWords.queue }

export function loader({ context: { ctx } }: LoaderFunctionArgs) {
  authorise(ctx, 'cases.read')
  return {}
}

/** Beside the list on a wide screen while no case is open. */
export default function NoCase() {
  const t = useT()
  const { cases, search } = useOutletContext<QueueAround>()
  const first = cases[0]
  if (!first)
    return (
      <Empty icon={CircleCheckBig} title={t(queueWords.allDoneTitle)}>
        {t(caseWords.emptyText)}
      </Empty>
    )
  return (
    <Empty
      icon={Inbox}
      title={t(queueWords.noCaseTitle)}
      action={
        <LinkButton to={`/cases/${first.id}${search}`} variant="primary">
          {t(queueWords.startFirst, { name: first.name })}
        </LinkButton>
      }
    >
      <p>{t(queueWords.noCaseText)}</p>
      <p className="mt-2 text-xs">{t(queueWords.keys)}</p>
    </Empty>
  )
}
