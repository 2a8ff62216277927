import { CopyButton } from '#app/ui/copy-button.tsx'

/** Text that is taken elsewhere: selected by a press, and copied by a button where script runs. `label`: what it is. */
export function Copied({ text, label }: { text: string; label: string }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-2">
      <pre className="w-full rounded bg-sunken px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap break-all text-ink select-all">
        {text}
      </pre>
      <CopyButton text={text} label={label} />
    </div>
  )
}
