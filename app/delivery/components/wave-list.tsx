import { Link } from '@remix-run/react'
import { Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { WaveStateBadge } from '#app/delivery/components/wave-state-badge.tsx'
import type { WaveState } from '#app/delivery/wave.ts'
import { deliveryWords } from '#app/delivery/words.ts'
import { surveyWords } from '#app/surveys/words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { Table } from '#app/ui/table.tsx'

export interface WaveRow {
  id: string
  state: WaveState
  counts: { audience: number; invited: number } | null
  createdAt: number
  version: number
}

/** The waves of a program, newest first. */
export function WaveList({ waves, launch }: { waves: WaveRow[]; launch: ReactNode }) {
  const t = useT()
  const format = useFormat()
  if (waves.length === 0) {
    return (
      <Empty icon={Send} title={t(deliveryWords.noWaves)} action={launch}>
        {t(deliveryWords.noWavesText)}
      </Empty>
    )
  }
  const number = (value: number | undefined) => (
    <span className="tabular-nums">{value === undefined ? '–' : format.number(value)}</span>
  )
  return (
    <Table
      caption={t(deliveryWords.waves)}
      rows={waves}
      rowKey={(wave) => wave.id}
      columns={[
        {
          key: 'when',
          head: t(deliveryWords.launchedAt),
          main: true,
          cell: (wave) => (
            <Link to={`/waves/${wave.id}`} className="font-medium hover:text-accent hover:underline">
              <Time at={wave.createdAt} absolute />
            </Link>
          ),
        },
        { key: 'state', head: t(surveyWords.state), cell: (wave) => <WaveStateBadge state={wave.state} /> },
        { key: 'version', head: t(deliveryWords.version), cell: (wave) => t(surveyWords.version, { n: wave.version }) },
        {
          key: 'audience',
          head: t(deliveryWords.audience),
          align: 'right',
          cell: (wave) => number(wave.counts?.audience),
        },
        {
          key: 'invited',
          head: t(deliveryWords.invited),
          align: 'right',
          cell: (wave) => number(wave.counts?.invited),
        },
      ]}
    />
  )
}
