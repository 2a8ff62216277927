import type { getSystem } from '#app/access/get-system.server.ts'
import { systemWords as words } from '#app/access/system-words.ts'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'

type System = Awaited<ReturnType<typeof getSystem>>

const notes = {
  daily: words.noteDaily,
  'before-upgrade': words.noteUpgrade,
  'before-restore': words.noteRestore,
} as const

export function BackupsCard({ backups }: { backups: System['backups'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.backups)}>
      {backups.list.length ? (
        <>
          <p className="text-xs break-all text-muted">{t(words.backupsIn, { folder: backups.folder })}</p>
          <ul className="flex flex-col">
            {backups.list.map((backup) => (
              <li
                key={backup.name}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-1.5 first:border-t-0"
              >
                <span className="font-medium" title={backup.name}>
                  <Time at={backup.madeAt} absolute />
                </span>
                <span className="text-muted tabular-nums">
                  {`${t(notes[backup.note as keyof typeof notes] ?? words.noteAsked)} · ${format.bytes(backup.bytes)} · v${backup.version}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Notice tone="warning" title={t(words.backupsNone)}>
          <p className="break-words">{t(words.backupsNoneBody, { folder: backups.folder })}</p>
        </Notice>
      )}
      <p className="text-muted">{backups.keep ? t(words.daily, { n: backups.keep }) : t(words.dailyOff)}</p>
      <p className="text-xs text-muted">{t(words.secretApart)}</p>
    </Card>
  )
}

export function EnvironmentCard({ environment }: { environment: System['environment'] }) {
  const t = useT()
  return (
    <Card title={t(words.environment)}>
      <Facts
        items={[
          { name: t(words.mode), value: t(environment.production ? words.production : words.trial) },
          { name: t(words.address), value: <span className="break-all">{environment.publicUrl}</span> },
          { name: t(words.listens), value: <span className="break-all">{environment.listens}</span> },
          { name: t(words.proxies), value: t(words.proxiesN, { n: environment.proxies }) },
          {
            name: t(words.secret),
            value: environment.secrets ? t(words.secretSet, { n: environment.secrets }) : t(words.secretFile),
          },
          { name: t(words.dataFolder), value: <span className="break-all">{environment.dataFolder}</span> },
          { name: t(words.logLevel), value: environment.logLevel },
        ]}
      />
    </Card>
  )
}
