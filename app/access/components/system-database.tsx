import type { getSystem } from '#app/access/get-system.server.ts'
import { fileKindWords, systemWords as words } from '#app/access/system-words.ts'
import { Card, Facts } from '#app/ui/card.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'

type System = Awaited<ReturnType<typeof getSystem>>

const counted = ['accounts', 'contacts', 'invitations', 'responses', 'cases', 'messages', 'events'] as const

export function KoeCard({
  system,
}: {
  system: Pick<System, 'version' | 'node' | 'startedAt' | 'memory' | 'environment'>
}) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.koe)}>
      <Facts
        items={[
          { name: t(words.version), value: system.version },
          { name: t(words.up), value: <Time at={system.startedAt} absolute /> },
          { name: t(words.does), value: t(words[system.environment.process]) },
          { name: t(words.memory), value: format.bytes(system.memory) },
          { name: t(words.node), value: system.node },
        ]}
      />
    </Card>
  )
}

export function DatabaseCard({ database }: { database: System['database'] }) {
  const t = useT()
  const format = useFormat()
  const sqlite = database.engine === 'sqlite'
  return (
    <Card title={t(words.database)}>
      <Facts
        items={[
          { name: t(words.engine), value: `${sqlite ? 'SQLite' : 'PostgreSQL'} ${database.version}` },
          { name: t(words.size), value: format.bytes(database.bytes) },
          ...(database.logBytes === null ? [] : [{ name: t(words.log), value: format.bytes(database.logBytes) }]),
          ...(database.free === null ? [] : [{ name: t(words.free), value: format.bytes(database.free) }]),
          { name: t(sqlite ? words.file : words.name), value: <span className="break-all">{database.place}</span> },
          {
            name: t(words.tables),
            value: (
              <span className="break-all">
                {t(words.tablesAt, { tag: database.migration ?? '–', n: database.migrations })}
              </span>
            ),
          },
        ]}
      />
      <h3 className="mt-1 text-xs font-medium text-muted">{t(words.rows)}</h3>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3">
        {counted.map((table) => {
          const { n, about } = database.rows[table]!
          return (
            <div key={table} className="flex flex-col">
              <dt className="text-xs text-muted">{t(words[table])}</dt>
              <dd className="text-lg tabular-nums">{about ? t(words.about, { n }) : format.number(n)}</dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}

export function FilesCard({ files }: { files: System['files'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t(words.files)}>
      {files.length ? (
        <Facts
          items={files.map((file) => ({
            name: fileKindWords[file.kind] ? t(fileKindWords[file.kind]!) : file.kind,
            value: t(words.filesOf, { n: file.n, size: format.bytes(file.bytes) }),
          }))}
        />
      ) : (
        <p>{t(words.filesNone)}</p>
      )}
      <p className="text-xs text-muted">{t(words.filesHint)}</p>
    </Card>
  )
}
