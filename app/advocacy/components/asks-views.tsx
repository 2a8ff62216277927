import { boardWords as words } from '#app/advocacy/asking/board-words.ts'
import { taskWords } from '#app/advocacy/tasks/words.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { useT } from '#app/ui/locale.tsx'

/** The ways to look at the same asks; what narrows them stays. */
export function AsksViews({
  current,
  keep,
}: {
  current: 'tasks' | 'board' | 'list'
  keep: { kind?: string; mine?: string }
}) {
  const t = useT()
  const query = new URLSearchParams(
    Object.entries(keep).filter(([, value]) => value !== undefined) as [string, string][],
  )
  const to = (path: string) => `${path}${query.size ? `?${query.toString()}` : ''}`
  return (
    <Tabs
      label={t(words.views)}
      tabs={[
        { to: to('/asks'), label: t(words.list), current: current === 'list' },
        { to: to('/asks/board'), label: t(words.board), current: current === 'board' },
        { to: '/asks/tasks', label: t(taskWords.tasks), current: current === 'tasks' },
      ]}
    />
  )
}
