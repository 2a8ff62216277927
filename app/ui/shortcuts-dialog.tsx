import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { IconButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useFocusReturn } from '#app/ui/focus-return.ts'
import { keysAreOff, listShortcuts, switchKeys, type Shortcut } from '#app/ui/keys.ts'
import { useT } from '#app/ui/locale.tsx'
import { frameWords, uiWords } from '#app/ui/words.ts'

/** The keys of the page as it stands, and the switch that turns single keys off. */
export function ShortcutsDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const t = useT()
  const focus = useFocusReturn()
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[var(--shadow)]" />
        <Dialog.Content
          aria-describedby={undefined}
          {...focus}
          className="fixed inset-x-4 top-[8dvh] z-50 mx-auto flex max-h-[84dvh] max-w-2xl flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-5 text-ink shadow-float"
        >
          <div className="flex items-center justify-between gap-3">
            <Dialog.Title className="text-lg font-semibold">{t(frameWords.shortcuts)}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton icon={X} label={t(uiWords.close)} />
            </Dialog.Close>
          </div>
          <Keys />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Keys() {
  const t = useT()
  // Read once, as it opens: behind the dialog nothing changes.
  const [all] = useState(listShortcuts)
  const [off, setOff] = useState(keysAreOff)
  const [search] = useState(() => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'))
  const places = all.filter((one) => one.keys.includes(' '))
  const here = all.filter((one) => !one.keys.includes(' ') && one.keys !== '/')
  const everywhere = [
    { keys: `${search} /`, label: t(frameWords.search) },
    { keys: '?', label: t(frameWords.shortcuts) },
    { keys: 'Esc', label: t(uiWords.close) },
  ]
  return (
    <>
      <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">
        {here.length ? <Group title={t(frameWords.keysHere)} items={here} /> : null}
        <div className="flex flex-col gap-5">
          <Group title={t(frameWords.keysEverywhere)} items={everywhere} />
          <Group title={t(frameWords.keysPlaces)} items={places} />
        </div>
      </div>
      <a href="/help" className="self-start text-accent underline">
        {t(frameWords.help)}
      </a>
      <div className="border-t border-line pt-4">
        <Checkbox
          label={t(frameWords.keysOn)}
          hint={t(frameWords.keysOnHint)}
          checked={!off}
          onChange={(event) => {
            switchKeys(event.currentTarget.checked)
            setOff(!event.currentTarget.checked)
          }}
        />
      </div>
    </>
  )
}

function Group({ title, items }: { title: string; items: Shortcut[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      <dl className="flex flex-col gap-1.5">
        {items.map(({ keys, label }) => (
          <div key={keys} className="flex items-center justify-between gap-3">
            <dt className="min-w-0 truncate">{label}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.split(' ').map((key) => (
                <kbd
                  key={key}
                  className="min-w-6 rounded-sm border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-xs text-muted"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
